"""The Declaration of Human Rights: thirty articles and a readable PDF in each of nine languages."""

import re
from unicodedata import combining, normalize

import pytest

from cms.core.models import LibraryDocument
from home.demo.declaration import (
    EDITIONS,
    declaration,
    declaration_chapters,
    declaration_documents,
    declaration_pdf,
)
from tests.core.pdf_text import is_tagged, language_of, outline_of, text_of

CODES = ("hu", "en", "uk", "ru", "zh-hans", "vi", "ar", "tr", "fa")
FIRST = {
    "hu": "emberi lény szabadon születik",
    "en": "All human beings are born free",
    "uk": "Всі люди народжуються вільними",
    "ru": "Все люди рождаются свободными",
    "zh-hans": "人人生而自由，在尊严和权利上一律平等",
    "vi": "Tất cả mọi người sinh ra đều được tự do",
    "ar": "يولد جميع الناس أحرارًا متساوين في الكرامة",
    "tr": "Bütün insanlar hür",
    "fa": "تمام افراد بشر آزاد بدنیا میایند",
}


def letters(text):
    """The letters and figures alone, in one form of writing them."""
    return re.sub(r"\W|_", "", normalize("NFKC", text))


def pieces(paragraph, code):
    """What must be found as a whole. pdfium mixes up a vowel sign and the letter that bears it, so
    of Arabic script it is each word without such signs."""
    if code not in {"ar", "fa"}:
        return [paragraph]
    return [word for word in paragraph.split() if not any(map(combining, normalize("NFC", word)))]


def test_there_are_nine_languages():
    assert tuple(EDITIONS) == CODES


@pytest.mark.parametrize("code", CODES)
def test_each_language_has_its_preamble_and_thirty_articles(code):
    text = declaration(code)
    assert len(text.articles) == 30
    assert len(text.preamble.paragraphs) >= 8
    assert all(chapter.heading and chapter.paragraphs + chapter.points for chapter in text.chapters)
    assert len({chapter.heading for chapter in text.chapters}) == 31
    points = [len(article.points) for article in text.articles if article.points]
    assert points == [2, 2, 2, 2, 3, 2, 2, 3, 4, 2, 3, 2, 3]
    assert FIRST[code] in text.articles[0].paragraphs[0]
    assert not text.title.isupper() or code in {"zh-hans", "ar", "fa"}


@pytest.mark.parametrize("code", CODES)
def test_the_pdf_is_accessible_and_holds_every_word(code):
    result = declaration_pdf(code)
    assert result.replaced == []
    assert is_tagged(result.content)
    assert language_of(result.content) == {"zh-hans": "zh-CN"}.get(code, code)
    assert [heading for _level, heading in outline_of(result.content)] == [
        chapter.heading for chapter in declaration(code).chapters
    ]
    pages = text_of(result.content).split("\f")
    found = letters("".join(page[: page.rindex("\n")] for page in pages))
    for chapter in declaration(code).chapters:
        for paragraph in chapter.paragraphs + chapter.points:
            assert [text for text in pieces(paragraph, code) if letters(text) not in found] == []


def test_the_pdf_is_the_same_each_time():
    assert declaration_pdf("ar").content == declaration_pdf("ar").content


@pytest.mark.parametrize("code", CODES)
def test_chapters_are_html_for_the_page(code):
    chapters = declaration_chapters(code)
    assert len(chapters) == 31
    assert chapters[1][1].startswith("<p>")
    assert chapters[29][1].count("<li>") == 3
    assert all(html.startswith(("<p>", "<ol>")) for _heading, html in chapters)


@pytest.mark.django_db
def test_documents_are_made_once(users):
    first = declaration_documents(users["editor"])
    again = declaration_documents(users["editor"])
    assert list(first) == list(CODES)
    assert {code: document.pk for code, document in first.items()} == {
        code: document.pk for code, document in again.items()
    }
    assert LibraryDocument.objects.count() == 9
    for code, document in first.items():
        assert (document.language, document.accessible, document.licence) == (code, "yes", "MIT")
        assert document.title == declaration(code).title
        assert document.page_count in range(5, 9)
        assert document.sha256
