"""A page becomes a PDF in its own language, with its text and without its pictures."""

import pytest

from cms.core.pdf import PdfItem, PdfList, PdfParagraph, pdf_make
from cms.core.pdf.page import body_sections, page_document
from cms.core.pdf.rich_text import rich_text_parts
from home.models import StandardPage
from tests.core.pdf_text import is_tagged, language_of, outline_of, words_of
from tests.factories.pages import (
    StandardPageFactory,
    home_in,
    make_document,
    make_image,
    published,
    translated,
)

BODY = [
    ("text", '<p>Bevezető <b>vastag</b><br/>új sor <a href="https://example.org">itt</a></p>'),
    ("heading", {"text": "Nyitvatartás", "level": "3"}),
    ("table", {"caption": "Napok", "head": ["Nap", "Óra"], "rows": [{"cells": ["hétfő", "9"]}]}),
    ("heading", {"text": "Kérdések", "level": "2"}),
    ("accordion", [{"title": "Ki jöhet?", "text": "<p>Bárki</p><ul><li>te</li></ul>"}]),
    ("quote", {"text": "Jó volt", "source": "Egy látogató"}),
]


@pytest.fixture
def page(locales):
    return published(
        StandardPageFactory(parent=home_in("hu"), title="A házról", summary="Röviden", body=BODY)
    )


def test_a_page_becomes_a_pdf_with_the_text_of_all_blocks(page):
    result = pdf_make(page_document(page, author="Budapest", footer="example.org/hu/"))
    text = words_of(result.content)
    for words in ("A házról", "Röviden", "Bevezető vastag", "itt (https://example.org)", "Napok",
                  "hétfő", "Ki jöhet? Bárki", "te", "Jó volt", "Egy látogató", "Budapest",
                  "example.org/hu/"):  # fmt: skip
        assert words in text
    assert is_tagged(result.content)
    assert result.replaced == []


def test_headings_of_the_body_keep_their_order_and_get_right_levels(page):
    content = pdf_make(page_document(page)).content
    assert outline_of(content) == [(1, "Nyitvatartás"), (1, "Kérdések")]


def test_a_translation_becomes_a_pdf_in_its_language(page):
    content = pdf_make(page_document(translated(page))).content
    assert language_of(content) == "en"
    assert "A házról (en)" in words_of(content)


def test_the_day_of_publication_is_written_as_the_language_writes_it(page):
    page.last_published_at = page.last_published_at.replace(year=2031, month=3, day=12, hour=9)
    assert page_document(page).date == "2031. március 12."
    assert page_document(StandardPage(title="Új", locale=page.locale)).date == ""


def test_pictures_and_documents_are_left_to_the_web_and_cost_no_query(
    page, django_assert_num_queries
):
    page.body = [
        ("picture", {"image": make_image(), "caption": "Kép"}),
        ("documents", [make_document()]),
        ("text", "<p>Szöveg</p>"),
    ]
    page = published(page)
    with django_assert_num_queries(0):
        (section,) = body_sections(page.body)
    assert section.parts == (PdfParagraph("Szöveg"),)


def test_body_below_a_heading_of_another_stream_goes_one_level_down(page):
    levels = [section.level for section in body_sections(page.body, under=1) if section.heading]
    assert levels == [3, 2]


@pytest.mark.parametrize(
    ("html", "parts"),
    [
        ("", ()),
        ("<p> </p><ul><li></li></ul>", ()),
        ("laza <i>szöveg</i>", (PdfParagraph("laza szöveg"),)),
        ("<p>a<p>b &lt;c&gt;", (PdfParagraph("a"), PdfParagraph("b <c>"))),
        ("<script>x</script><style>y</style><p>z</p>", (PdfParagraph("z"),)),
        ("<a href='javascript:x'>a</a>", (PdfParagraph("a"),)),
        ("<ol><li>a<ul><li>b</li></ul>c</li></ol>",
         (PdfList((PdfItem("a c", PdfList((PdfItem("b"),))),), ordered=True),)),
        ("<div>" * 2000 + "x", (PdfParagraph("x"),)),
    ],
)  # fmt: skip
def test_rich_text_becomes_plain_paragraphs_and_lists(html, parts):
    assert rich_text_parts(html) == parts


def test_lists_within_lists_without_end_stay_shallow():
    (made,) = rich_text_parts("<ul><li>" * 2000 + "x")
    depth = 0
    while made is not None:
        depth, made = depth + 1, made.items[0].inner
    assert depth <= 5
