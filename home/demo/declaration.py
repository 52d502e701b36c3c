"""The Universal Declaration of Human Rights: real content of the library in nine languages."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

from bs4 import BeautifulSoup, Tag
from django.core.files.base import ContentFile
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language_info, override

from cms.core.figures import said_date
from cms.core.models import LibraryDocument
from cms.core.pdf import (
    PdfDocument,
    PdfItem,
    PdfLabels,
    PdfList,
    PdfParagraph,
    PdfResult,
    PdfSection,
    pdf_make,
)
from home.demo.errata import mended

FOLDER = Path(__file__).parent / "udhr"
ADOPTED = date(1948, 12, 10)
LICENCE = "MIT"


@dataclass(frozen=True)
class Edition:
    """The file of a language, and words that it lacks: "United Nations", "Contents"."""

    file: str
    author: str
    contents: str
    title: str = ""


EDITIONS = {
    "hu": Edition("hun", "Egyesült Nemzetek Szervezete", "Tartalom"),
    "en": Edition("eng", "United Nations", "Contents"),
    "uk": Edition(
        "ukr", "Організація Об’єднаних Націй", "Зміст", "Загальна декларація прав людини"
    ),
    "ru": Edition("rus", "Организация Объединённых Наций", "Содержание"),
    "zh-hans": Edition("cmn_hans", "联合国", "目录"),
    "vi": Edition("vie", "Liên Hợp Quốc", "Mục lục"),
    "ar": Edition("arb", "الأمم المتحدة", "المحتويات"),
    "tr": Edition(
        "tur", "Birleşmiş Milletler", "İçindekiler", "İnsan Hakları Evrensel Beyannamesi"
    ),
    "fa": Edition("pes_1", "سازمان ملل متحد", "فهرست"),
}
CHINESE = str.maketrans(",;()", "，；（）")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@dataclass(frozen=True)
class Chapter:
    """The preamble or an article: paragraphs, then the numbered points of some articles."""

    heading: str
    paragraphs: tuple[str, ...]
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class Declaration:
    title: str
    preamble: Chapter
    articles: tuple[Chapter, ...]

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        return (self.preamble, *self.articles)


@cache
def declaration(code: str) -> Declaration:
    edition = EDITIONS[code]
    html = mended(code, (FOLDER / f"{edition.file}.html").read_text(encoding="utf-8"))
    soup = BeautifulSoup(html.translate(CHINESE) if code == "zh-hans" else html, "html.parser")
    return Declaration(
        title=edition.title or _words(soup.h1),
        preamble=_chapter(soup.header),
        articles=tuple(_chapter(article) for article in soup.find_all("article")),
    )


def _chapter(node: Any) -> Chapter:
    heading = _words(node.h2).rstrip(".:")
    points = tuple(_words(point) for point in node.find_all("li"))
    paragraphs = tuple(_words(p) for p in node.find_all("p") if p.find_parent("li") is None)
    return Chapter(heading.capitalize() if heading.isupper() else heading, paragraphs, points)


def _words(node: Tag | None) -> str:
    return normalize("NFC", " ".join(node.get_text().split())) if node else ""


def declaration_chapters(code: str) -> list[tuple[str, str]]:
    """(heading, HTML of paragraphs and points) of the preamble and the 30 articles."""
    return [(chapter.heading, pages_html(chapter)) for chapter in declaration(code).chapters]


def pages_html(chapter: Chapter) -> str:
    html = format_html_join("", "<p>{}</p>", ((text,) for text in chapter.paragraphs))
    points = format_html_join("", "<li>{}</li>", ((text,) for text in chapter.points))
    return html + (format_html("<ol>{}</ol>", points) if points else "")


def declaration_pdf(code: str) -> PdfResult:
    edition, text = EDITIONS[code], declaration(code)
    with override(code):
        adopted = said_date(ADOPTED)
    document = PdfDocument(
        title=text.title,
        lang=code,
        labels=PdfLabels(contents=edition.contents, untitled=text.title),
        direction="rtl" if get_language_info(code)["bidi"] else "ltr",
        author=edition.author,
        date=adopted.translate(PERSIAN) if code == "fa" else adopted,
        sections=tuple(_section(chapter) for chapter in text.chapters),
        footer=text.title,
    )
    return pdf_make(document)


def _section(chapter: Chapter) -> PdfSection:
    parts: list[PdfParagraph | PdfList] = [PdfParagraph(text) for text in chapter.paragraphs]
    if chapter.points:
        points = tuple(PdfItem(point) for point in chapter.points)
        parts.append(PdfList(points, ordered=True))
    return PdfSection(chapter.heading, parts=tuple(parts))


def declaration_documents(user: Any) -> dict[str, LibraryDocument]:
    """The Declaration as a PDF in each language, made where it is not in the library yet."""
    titles = {code: declaration(code).title for code in EDITIONS}
    held = LibraryDocument.objects.filter(title__in=titles.values(), licence=LICENCE)
    documents = {document.language: document for document in held.order_by("-pk")}
    for code, title in titles.items():
        if code not in documents:
            documents[code] = LibraryDocument.objects.create(
                title=title, language=code, licence=LICENCE, accessible="yes",
                uploaded_by_user=user,
                file=ContentFile(declaration_pdf(code).content, name=f"udhr-1948-{code}.pdf"),
            )  # fmt: skip
    return {code: documents[code] for code in EDITIONS}
