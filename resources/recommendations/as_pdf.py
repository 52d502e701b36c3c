"""What the PDF of a recommendation says beside its body: background and numbered items."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.core.pdf import PdfParagraph, PdfSection
from cms.core.pdf.page import rich_section
from cms.core.pdf.rich_text import rich_text_parts
from cms.core.texts import Texts, texts_of
from resources.recommendations.shown import Read, addressee_texts


def recommendation_sections(page: Any) -> tuple[PdfSection, ...]:
    items = list(page.items.select_related("addressee").all())
    texts = texts_of(page, others=[addressee_texts(items, Read())])
    reference = PdfSection(parts=(PdfParagraph(f"{page.get_kind_display()} · {page.reference}"),))
    return (
        reference, *rich_section(_("Background"), page.background),
        *(section for item in items for section in item_sections(item, texts)),
    )  # fmt: skip


def item_sections(item: Any, texts: Texts) -> tuple[PdfSection, ...]:
    facts = [PdfParagraph(f"{label}: {value}") for label, value in item_facts(item, texts) if value]
    heading = f"{item.number}. {item.title}"
    parts = (*rich_text_parts(item.text), *facts)
    return (PdfSection(heading, parts=parts), *rich_section(_("Why"), item.rationale, 2))


def item_facts(item: Any, texts: Texts) -> list[tuple[str, str]]:
    asked = texts.of("addressee", item.addressee_id)
    due = date_format(item.response_due, "DATE_FORMAT") if item.response_due else ""
    return [
        (_("Addressee"), ", ".join(filter(None, (asked.name, asked.first))) if asked else ""),
        (_("Answer due"), due),
        (_("State"), item.get_response_state_display()),
        (_("Legal basis"), item.legal_basis),
    ]
