"""What is written is what is read, in both formats."""

from dataclasses import replace

import polib
import pytest
from bs4 import BeautifulSoup
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from cms.translations.exchange.inline import fits, tidy
from cms.translations.exchange.po import po_read, po_written
from cms.translations.exchange.units import State, Term, language_of
from cms.translations.exchange.xliff import xliff_read, xliff_written
from tests.translations.sheets import TEXTS, full_sheet, sheet, unit

XLIFF = {"": "urn:oasis:names:tc:xliff:document:2.0",
         "gls": "urn:oasis:names:tc:xliff:glossary:2.0"}  # fmt: skip
#: Any sign that a database holds, those that XML and `splitlines` stumble over more often.
SIGNS = st.one_of(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
    st.sampled_from("\x0b\x0c\x1c\x85\u2028\u2029\r\n\t\"\\%&<>'\ufffe \xa0؟你"),
)
WORDS = st.text(SIGNS, min_size=1, max_size=12)
NAMES = ("b", "i", "em", "strong", "code", "abbr", "acronym")


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wrapped(inner):
    tags = st.sampled_from([*NAMES, "a", 'a id="a1"', 'a id="a2"'])
    return st.builds(lambda tag, text: f"<{tag}>{text}</{tag.split()[0]}>", tags, inner)


INLINE = st.recursive(
    WORDS.map(escaped) | st.just("<br/>"),
    lambda inner: st.lists(inner | wrapped(inner), min_size=1, max_size=4).map("".join),
    max_leaves=12,
)
TEXT = st.tuples(WORDS.map(escaped), INLINE).map("".join).map(tidy)


@given(TEXT, TEXT)
def test_any_text_with_inline_tags_comes_back_from_xliff(source, target):
    given_out = sheet(unit(source, target, State.TRANSLATED))
    assert xliff_read(xliff_written(given_out)) == given_out


@given(TEXT, TEXT)
def test_any_text_with_inline_tags_comes_back_from_po(source, target):
    given_out = replace(sheet(unit(source, target, State.NEEDS_REVIEW)), title="Lap")
    assert po_read(po_written(given_out)) == given_out


def test_a_sheet_comes_back_from_xliff_with_states_notes_labels_and_glossary():
    assert xliff_read(xliff_written(full_sheet())) == full_sheet()


def test_a_sheet_comes_back_from_po():
    back = po_read(po_written(full_sheet()))
    states = dict.fromkeys([State.CARRIED, State.REVIEWED, State.FINAL], State.TRANSLATED)
    assert back == replace(
        full_sheet(),
        units=tuple(
            replace(
                one,
                state=states.get(one.state, one.state),
                terms=(),
                label=one.label
                or "".join(f"{term.text} → {term.translation}" for term in one.terms),
            )
            for one in full_sheet().units
        ),
    )


@pytest.mark.parametrize("language", ["uk", "zh-hans", "ar"])
def test_languages_are_written_as_each_format_has_them(language):
    given_out = full_sheet(language)
    root = fromstring(xliff_written(given_out))
    header = polib.pofile(po_written(given_out).decode()).metadata
    assert root.get("trgLang") == {"zh-hans": "zh-Hans"}.get(language, language)
    assert header["Language"] == {"zh-hans": "zh_Hans"}.get(language, language)
    assert language_of(root.get("trgLang")) == language_of(header["Language"]) == language
    assert root.find("file", XLIFF).get("trgDir") == ("rtl" if language == "ar" else "ltr")


def test_xliff_says_tags_as_codes_and_keeps_links():
    root = fromstring(xliff_written(full_sheet()))
    second = root.findall("file/unit", XLIFF)[1]
    source = second.find("segment/source", XLIFF)
    assert [one.attrib["subType"] for one in source] == ["html:a", "html:br"]
    assert source[0].attrib | {"id": "a1", "type": "link", "canDelete": "no"} == source[0].attrib
    target = second.find("segment/target", XLIFF)
    assert [one.get("id") for one in source] == [one.get("id") for one in target]
    assert second.find("segment", XLIFF).get("subState") == "cms:needs-review"


def test_xliff_has_the_modules_in_the_order_of_the_standard():
    third = fromstring(xliff_written(full_sheet())).findall("file/unit", XLIFF)[2]
    assert [one.tag.rpartition("}")[2] for one in third] == ["glossary", "notes", "segment"]
    entry = third.find("gls:glossary/gls:glossEntry", XLIFF)
    assert [one.text for one in entry] == ["kerekasztal", "круглий стіл", "maga a testület"]


def test_a_link_that_stands_twice_has_two_ids():
    text = '<a id="a1">itt</a> és <a id="a1">ott</a>'
    content = xliff_written(sheet(unit('<a id="a1">itt</a>', text, State.TRANSLATED)))
    codes = [one.get("id") for one in fromstring(content).iter() if one.get("subType")]
    assert codes == ["a1", "a1", "a1-2"]
    assert xliff_read(content).units[0].target == text


def test_a_target_whose_codes_kept_only_their_ids_is_read():
    content = xliff_written(sheet(unit("<b>a</b> és <i>b</i>", "<i>b</i> i <b>a</b>",
                                       State.TRANSLATED))).decode()  # fmt: skip
    before, target = content.split("<target>")
    for code in ('type="fmt" subType="html:b" ', 'type="fmt" subType="html:i" '):
        assert code in target
        target = target.replace(code, "")
    assert xliff_read(f"{before}<target>{target}".encode()).units[0].target == "<i>b</i> i <b>a</b>"


def test_segments_of_one_unit_are_put_together_and_the_lowest_state_counts():
    parts = (
        '<segment state="final"><source>Egy.</source><target>Один.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="translated"><source>Kettő.</source><target>Два.</target></segment>'
    )
    one = xliff_read(split(parts)).units[0]
    assert (one.source, one.target, one.state) == ("Egy. Kettő.", "Один. Два.", State.TRANSLATED)
    half = split(parts.replace("<target>Два.</target>", ""))
    assert xliff_read(half).units[0].state is State.NEEDS_REVIEW


def split(parts: str) -> bytes:
    content = xliff_written(sheet(unit("Egy. Kettő."))).decode()
    start, end = content.index("<segment"), content.index("</segment>") + len("</segment>")
    return (content[:start] + parts + content[end:]).encode()


def test_a_target_without_a_state_needs_review():
    content = xliff_written(sheet(unit("Egy", "Один", State.TRANSLATED)))
    read = xliff_read(content.replace(b' state="translated"', b""))
    assert read.units[0].state is State.NEEDS_REVIEW


@pytest.mark.parametrize(
    ("attributes", "state"),
    [
        ('state="translated" subState="cms:carried"', State.CARRIED),
        ('state="translated" subState="other:mine"', State.TRANSLATED),
        ('state="final" subState="cms:carried"', State.FINAL),
        ('state="carried"', State.NEEDS_REVIEW),
        ('state="signed-off"', State.NEEDS_REVIEW),
    ],
)
def test_states_that_are_not_ours_say_no_more_than_the_standard(attributes, state):
    content = xliff_written(sheet(unit("Egy", "Один", State.TRANSLATED))).decode()
    changed = content.replace('<segment state="translated"', f"<segment {attributes}")
    assert xliff_read(changed.encode()).units[0].state is state


def test_po_tells_every_state_in_a_comment_and_calls_only_the_doubtful_fuzzy():
    entries = polib.pofile(po_written(full_sheet()).decode())
    told = [entry.comment.splitlines()[-1].removeprefix("state: ") for entry in entries]
    assert told == [one.state.value for one in full_sheet().units]
    assert [entry.fuzzy for entry in entries] == [one == "needs review" for one in told]


def test_po_says_where_a_text_stands_and_its_terms():
    third = polib.pofile(po_written(full_sheet()).decode())[2]
    assert third.msgctxt == f"body.3|{full_sheet().units[2].id}"
    assert third.comment == "kerekasztal → круглий стіл\nstate: initial"
    assert third.tcomment == "Sürgős.\nMegszólítás"


def test_terms_of_a_sheet_are_those_of_its_units_each_once():
    term = Term("tag", "член")
    assert sheet(unit("Egy", terms=(term,)), unit("Két", terms=(term,))).terms == (term,)


@pytest.mark.parametrize(
    ("text", "is_fit"),
    [
        ('<a id="a1">тут</a>', True),
        ("без посилання", True),
        ('<a id="a2">тут</a>', False),
        ("<p>тут</p>", False),
        ('<b onclick="x()">тут</b>', False),
        ("<script>x</script>", False),
        ("<b>" * 5_000, False),
    ],
)
def test_translations_have_only_the_tags_of_segments(text, is_fit):
    assert fits(TEXTS[1], text) is is_fit


def test_tidy_leaves_what_wagtail_localize_stores():
    assert [tidy(text) for text in TEXTS] == list(TEXTS)
    assert tidy("a<!-- x -->b<br>") == "ab<br/>"
    assert BeautifulSoup(tidy("a &lt; b"), "html.parser").text == "a < b"
