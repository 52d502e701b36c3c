"""What changed between two versions of a page, as its readers are told."""

from cms.translations.texts.pairing import Segment
from cms.translations.texts.passages import passages

LONG = "egy kettő három négy öt hat hét nyolc kilenc tíz tizenegy tizenkettő"


def told(old, new):
    """Each passage as one line: what is gone in square brackets, what is new in angle ones."""
    marks = {"same": "{}", "gone": "[{}]", "new": "<{}>"}
    return [
        "".join(marks[one.kind].format(one.text) for one in passage) for passage in passages(
            [Segment(*one) for one in old], [Segment(*one) for one in new]
        )
    ]  # fmt: skip


def test_what_reads_the_same_is_not_told():
    same = [("title", "Ülés"), ("body.a", "Szöveg")]
    assert told(same, same) == []
    assert told(same, list(reversed(same))) == []


def test_a_changed_word_is_marked_in_its_passage():
    assert told([("body.a", "Az ülés kedden lesz")], [("body.a", "Az ülés szerdán lesz")]) == [
        "Az ülés [kedden]<szerdán> lesz"
    ]


def test_new_and_gone_passages_stand_in_the_order_of_the_page():
    old = [("body.a", "Első"), ("body.b", "Régi bekezdés"), ("body.c", "Harmadik")]
    new = [("body.a", "Első"), ("body.c", "Harmadik"), ("body.d", "Új dolog")]
    assert told(old, new) == ["[Régi bekezdés]", "<Új dolog>"]
    assert told(old, [("body.d", "Merőben más"), *old[1:]]) == ["[Első]", "<Merőben más>"]


def test_markup_is_nothing_to_readers():
    old = [("body.a", 'Lásd a <a id="a1">díjakat</a> &amp; időket')]
    assert told(old, [("body.a", "Lásd a díjakat &amp; <b>időket</b>")]) == []
    assert told(old, [("body.a", 'Lásd a <a id="a1">napokat</a> &amp; időket')]) == [
        "Lásd a [díjakat]<napokat> & időket"
    ]


def test_long_stretches_without_a_change_are_cut():
    [passage] = told([("a", f"{LONG} régi {LONG}")], [("a", f"{LONG} új {LONG}")])
    assert passage == (
        "… három négy öt hat hét nyolc kilenc tíz tizenegy tizenkettő [régi]<új>"
        " egy kettő három négy öt hat hét nyolc kilenc tíz …"
    )
    [passage] = told([("a", f"régi {LONG} {LONG} régi")], [("a", f"új {LONG} {LONG} új")])
    assert passage.count("…") == 1
