"""A page of ours as a `PdfDocument`: title, summary and the blocks of its body.

Pictures, cards of pages and media of other providers stay on the web.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _

from cms.core.figures import said_date
from cms.core.pdf.document import (
    PdfDocument,
    PdfLabels,
    PdfPart,
    PdfQuote,
    PdfSection,
    PdfTable,
    PdfTerm,
    PdfTerms,
)
from cms.core.pdf.rich_text import rich_text_parts


def page_document(
    page: Any,
    *,
    author: str = "",
    footer: str = "",
    before: tuple[PdfSection, ...] = (),
    further: tuple[PdfSection, ...] = (),
) -> PdfDocument:
    """`author` is who publishes the page; `before` and `further` stand around the body."""
    lang = page.locale.language_code
    return PdfDocument(
        title=page.title,
        lang=lang,
        labels=pdf_labels(lang),
        direction="rtl" if get_language_info(lang)["bidi"] else "ltr",
        author=author,
        date=_published(page, lang),
        summary=page.summary,
        sections=(*before, *body_sections(page.body), *further),
        footer=footer or page.title,
    )


def pdf_labels(lang: str) -> PdfLabels:
    with override(lang):
        return PdfLabels(contents=_("Contents"), untitled=_("Untitled"))


def _published(page: Any, lang: str) -> str:
    if page.last_published_at is None:
        return ""
    with override(lang):
        return said_date(localtime(page.last_published_at))


def rich_section(heading: Any, html: str, level: int = 1) -> tuple[PdfSection, ...]:
    """A section of one rich text; none where it is empty."""
    parts = rich_text_parts(html)
    return (PdfSection(str(heading), level, parts),) if parts else ()


def body_sections(body: Any, *, under: int = 0) -> tuple[PdfSection, ...]:
    """The body's blocks by heading; `under` is the level of the heading that stands above them."""
    sections = [PdfSection()]
    for place, raw in enumerate(body.raw_data):
        if raw["type"] == "heading":
            value = body[place].value
            level = int(value.get("level") or 2) - 1 + under
            sections.append(PdfSection(heading=value["text"], level=level))
        elif raw["type"] in READERS:
            parts = READERS[raw["type"]](body[place].value)
            sections[-1] = replace(sections[-1], parts=(*sections[-1].parts, *parts))
    return tuple(sections)


def _text(value: Any) -> tuple[PdfPart, ...]:
    return rich_text_parts(value.source)


def _quote(value: Any) -> tuple[PdfPart, ...]:
    return (PdfQuote(value["text"], value.get("source") or ""),)


def _table(value: Any) -> tuple[PdfPart, ...]:
    rows = tuple(tuple(row["cells"]) for row in value["rows"])
    return (PdfTable(value["caption"], tuple(value["head"]), rows),)


def _accordion(value: Any) -> tuple[PdfPart, ...]:
    terms = (PdfTerm(item["title"], rich_text_parts(item["text"].source)) for item in value)
    return (PdfTerms(tuple(terms)),)


READERS: dict[str, Callable[[Any], tuple[PdfPart, ...]]] = {
    "text": _text, "quote": _quote, "table": _table, "accordion": _accordion,
}  # fmt: skip
