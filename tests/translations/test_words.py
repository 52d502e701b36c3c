"""What changed between two texts is told word by word, and no tag is torn."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.translations.texts.words import Change, changes, likeness


def told(old, new):
    marks = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}
    return "".join(marks[one.kind].format(one.text) for one in changes(old, new))


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("A ház nagy.", "A ház nagy.", "A ház nagy."),
        ("A ház nagy.", "A ház kicsi.", "A ház [-nagy-][+kicsi+]."),
        ("A ház.", "A nagy ház.", "A[+ nagy+] ház."),
        ("egy két három", "négy öt három", "[-egy két-][+négy öt+] három"),
        ("lásd <a id=\"a1\">itt</a>", "lásd <a id=\"a2\">itt</a>",
         "lásd [-<a id=\"a1\">-][+<a id=\"a2\">+]itt</a>"),
        ("", "Új", "[+Új+]"),
        ("Régi", "", "[-Régi-]"),
        ("a &amp; b", "a &lt; b", "a [-&amp;-][+&lt;+] b"),
    ],
)  # fmt: skip
def test_changes_are_told_where_they_stand(old, new, found):
    assert told(old, new) == found


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_is_lost(old, new):
    found = changes(old, new)
    assert "".join(one.text for one in found if one.kind != "gone") == new
    assert "".join(one.text for one in found if one.kind != "new") == old
    assert all(one.text for one in found)
    assert Change("same", "") not in found


def test_texts_are_alike_by_their_words():
    assert likeness("A ház nagy", "a  ház NAGY") == 1.0
    assert likeness("A ház nagy", "A ház kicsi") == pytest.approx(2 / 3)
    assert likeness("egy", "más") == 0.0


def test_long_texts_with_nothing_in_common_are_told_apart_at_once():
    old = "<p>" + " ".join(f"régi{n}" for n in range(3000)) + " vége"
    new = "<p>" + " ".join(f"új{n}" for n in range(3000)) + " vége"
    started = time.process_time()
    found = changes(old, new)
    assert time.process_time() - started < 2
    assert [one.kind for one in found] == ["same", "gone", "new", "same"]
    assert "".join(one.text for one in found if one.kind != "gone") == new
    assert "".join(one.text for one in found if one.kind != "new") == old
