"""No content makes a PDF fail, and what it says of itself is right."""

import random
from contextlib import closing
from dataclasses import replace
from itertools import chain

import pypdfium2 as pdfium
import pytest

from cms.core.pdf import (
    PdfDocument,
    PdfItem,
    PdfLabels,
    PdfList,
    PdfParagraph,
    PdfQuote,
    PdfSection,
    PdfTable,
    PdfTerm,
    PdfTerms,
    glyphs,
    pdf_make,
)
from cms.core.pdf.fonts import coverage
from cms.core.pdf.glyphs import BOX
from tests.core.pdf_text import is_tagged, language_of, outline_of, text_of, words_of

LABELS = PdfLabels(contents="Tartalom", untitled="Cím nélkül")
PLAIN = PdfDocument(title="Jegyzőkönyv", lang="hu", labels=LABELS)
HOSTILE = {
    "nothing": "",
    "white space": " \n\t\u3000 ",
    "markup": '#panic("x") = a *b* _c_ $x^2$ @d <e> \\ `f` "q" // g #import "/etc/passwd": *',
    "NUL and controls": "".join(map(chr, range(32))) + "\x7f\x85a",
    "emoji": "👩‍👩‍👧 ❤️ 🇭🇺 👍🏽",
    "lone surrogates": "a\ud800b\udc00",
    "many scripts": "abc עברית عربي 中文 ไทย हिन्दी ქართული",
    "directions": "\u202e\u2066abc\u2067عربي 12\u200f)",
    "invisible": "\u200b\u200c\u200d\u2060\u00ad\ufeff",
    "marks": "\u0301 a\u064b e\u05b0 \n\u065f\u2068\u065e",
    "no characters": "\ue000\ufffe\U0010ffff",
    "lines": "a\nb\r\n\r\nc\u2028d\u2029e",
}


def paragraphs(*texts, **values):
    section = PdfSection(parts=tuple(PdfParagraph(text) for text in texts))
    return replace(PLAIN, sections=(section,), **values)


def everywhere(text, lang="hu", direction="ltr"):
    """A document that has the text in every place that takes one."""
    parts = (
        PdfParagraph(text),
        PdfList((PdfItem(text, PdfList((PdfItem(text),), ordered=True)), PdfItem(text))),
        PdfQuote(text, text),
        PdfTable(text, (text, ""), ((text,), (text, text, text))),
        PdfTerms((PdfTerm(text, (PdfParagraph(text),)),)),
    )
    return PdfDocument(
        title=text, lang=lang, direction=direction, author=text, date=text, summary=text,
        footer=text, labels=PdfLabels(text, text), sections=(PdfSection(text, 3, parts),) * 9,
    )  # fmt: skip


@pytest.mark.parametrize(("lang", "direction"), [("hu", "ltr"), ("fa", "rtl"), ("zh-hans", "ltr")])
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_every_place_makes_a_pdf(name, lang, direction):
    assert is_tagged(pdf_make(everywhere(HOSTILE[name], lang, direction)).content)


@pytest.mark.parametrize("tag", ["", "x", "zh_Hant", "hu-HU-x-long", "hungarian", "1", "ar\0"])
def test_any_language_tag_makes_a_pdf(tag):
    assert is_tagged(pdf_make(everywhere("a", tag, "sideways")).content)


@pytest.mark.parametrize("character", ["ű", " ", "x", "中", "ع", "👍"])
def test_a_hundred_thousand_characters_make_a_pdf(character):
    text = character * 100_000
    result = pdf_make(paragraphs(text, title=text, footer=text))
    assert is_tagged(result.content)


def test_every_character_that_a_font_has_is_shown():
    characters = sorted(map(chr, set(chain(*coverage()))))
    for start in range(0, len(characters), 1000):
        text = " ".join(characters[start : start + 1000])
        assert is_tagged(pdf_make(paragraphs(text, title=text)).content)


def test_random_text_makes_a_pdf():
    dice = random.Random(1948)  # noqa: S311 - the same text in each run
    for _n in range(20):
        text = "".join(chr(dice.choice([dice.randrange(0x110000), dice.randrange(0x700), 10, 32]))
                       for _m in range(300))  # fmt: skip
        assert is_tagged(pdf_make(paragraphs(text, direction="rtl")).content)


def test_what_no_font_has_becomes_a_box_and_is_reported_once():
    result = pdf_make(paragraphs("Szia 👍🏽, ไทย ✓ és 👍🏽", title="Őr – „ű” → Việt Україна 中"))
    assert result.replaced == ["👍🏽", "ไ", "ท", "ย"]
    assert f"Szia {BOX}, {BOX * 3} ✓ és {BOX}" in words_of(result.content)


def test_what_the_typesetter_refuses_is_replaced_too(monkeypatch):
    monkeypatch.setattr(glyphs, "coverage", lambda: (frozenset(range(0x110000)),))
    result = pdf_make(paragraphs("egy 👍, ไทย \U0010ffff a\u05b0", "ქ"))
    assert result.replaced == ["👍", "ไ", "ท", "ย", "\U0010ffff", "a\u05b0", "ქ"]
    assert f"egy {BOX}, {BOX * 3}" in words_of(result.content)


def test_control_characters_go_without_a_report():
    result = pdf_make(paragraphs("a\0b\x07c"))
    assert result.replaced == []
    assert "abc" in text_of(result.content)


def test_data_is_never_markup():
    text = HOSTILE["markup"]
    assert text in words_of(pdf_make(paragraphs(text)).content)


def test_levels_are_mended_and_empty_headings_left_out():
    wanted = [("egy", 4), ("  ", 1), ("kettő", 9), ("három", 1), ("négy", 3), ("öt", -2)]
    sections = tuple(PdfSection(heading, level) for heading, level in wanted)
    result = pdf_make(replace(PLAIN, sections=sections))
    assert outline_of(result.content) == [
        (1, "egy"), (2, "kettő"), (1, "három"), (2, "négy"), (1, "öt"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "title"), [("Első fejezet", "Első fejezet"), ("", "Cím nélkül")]
)
def test_a_missing_title_is_the_first_heading_or_says_so(heading, title):
    result = pdf_make(replace(PLAIN, title=" \0", sections=(PdfSection(heading),)))
    with closing(pdfium.PdfDocument(result.content)) as pdf:
        assert pdf.get_metadata_dict()["Title"] == title


@pytest.mark.parametrize(("count", "shown"), [(7, False), (8, True), (31, True)])
def test_many_headings_make_a_table_of_contents(count, shown):
    sections = tuple(PdfSection(f"{n}. pont") for n in range(1, count + 1))
    text = words_of(pdf_make(replace(PLAIN, sections=sections)).content)
    assert ("Tartalom" in text) is shown
    assert text.count("1. pont") >= (2 if shown else 1)


def test_lists_tables_and_terms_keep_their_text():
    parts = (
        PdfList((PdfItem("alma", PdfList((PdfItem("piros"),))), PdfItem("körte")), ordered=True),
        PdfTable("Nyitvatartás", ("Nap", "Óra"), (("hétfő", "9"), ("kedd",))),
        PdfQuote("Idézet", "Forrás"),
        PdfTerms((PdfTerm("Ki jöhet?", (PdfParagraph("Mindenki"),)),)),
        PdfTable("", (), ()),
    )
    text = words_of(pdf_make(replace(PLAIN, sections=(PdfSection("A", 1, parts),))).content)
    for words in ("1. alma", "piros", "2. körte", "Nyitvatartás", "hétfő", "kedd", "Idézet",
                  "Forrás", "Ki jöhet? Mindenki"):  # fmt: skip
        assert words in text


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("hu", "ltr")])
def test_lines_begin_where_the_language_begins_them(lang, direction):
    result = pdf_make(replace(paragraphs("مرحبا"), title="مرحبا", lang=lang, direction=direction))
    with closing(pdfium.PdfDocument(result.content)) as pdf:
        left, _bottom, right, _top = pdf[0].get_textpage().get_charbox(0)
        middle = pdf[0].get_width() / 2
    assert (left > middle) is (direction == "rtl")
    assert (right < middle) is (direction == "ltr")


@pytest.mark.parametrize(("tag", "language"), [("hu", "hu"), ("zh-hans", "zh-CN"), ("??", "und")])
def test_the_pdf_names_its_language(tag, language):
    assert language_of(pdf_make(paragraphs("a", lang=tag)).content) == language


def test_the_same_document_gives_the_same_bytes():
    assert pdf_make(everywhere("árvíz")).content == pdf_make(everywhere("árvíz")).content
