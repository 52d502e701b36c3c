"""What the PDF of a recommendation says beside its body: all that its page says of the document,
its items, what came of them, and who signed."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cms.core.figures import said_date
from cms.core.frame import Link, frame_of
from cms.core.pdf import PdfFact, PdfFacts, PdfItem, PdfList, PdfSection
from cms.core.pdf.page import rich_section
from cms.core.pdf.rich_text import rich_text_parts
from cms.core.plain import isolated
from cms.core.texts import RecordText
from resources.recommendations.shown import Shown, Signed, Told, recommendation_context

Links = dict[int, Link]


def recommendation_sections(page: Any, request: HttpRequest) -> tuple[PdfSection, ...]:
    shown = recommendation_context(page, request)
    links = frame_of(request, page, page.locale.language_code).related
    return (
        PdfSection(parts=(document_facts(page, links),)),
        *rich_section(_("Background"), page.background),
        *(section for item in shown["items"] for section in item_sections(item, links)),
        *signatories(shown["signed"], links),
    )


def fact(label: str, *values: str) -> PdfFact:
    return PdfFact(label, values)


def document_facts(page: Any, links: Links) -> PdfFacts:
    body = links.get(page.roundtable_id)
    return PdfFacts((
        fact(_("Kind"), page.get_kind_display()),
        fact(_("Reference"), page.reference),
        fact(_("State"), page.get_state_display()),
        fact(_("Body"), body.title if body else ""),
        fact(_("Adopted on"), said_date(page.adopted_on)),
        fact(_("Sent on"), said_date(page.sent_on)),
        fact(_("File number"), page.sent_ref),
    ))  # fmt: skip


def item_sections(item: Shown, links: Links) -> tuple[PdfSection, ...]:
    row = item.row
    parts = (*rich_text_parts(row.text), item_facts(item, links))
    return (
        PdfSection(f"{row.number}. {row.title}", parts=parts),
        *(replace(why, is_listed=False) for why in rich_section(_("Why"), row.rationale, 2)),
        *told(_("Evidence"), [*evidence(item, links)]),
        *told(_("History"), [*(history_entry(entry, links) for entry in item.history), late(row)]),
    )


def told(heading: str, texts: list[str]) -> tuple[PdfSection, ...]:
    """A list under a heading of the second level; none where nothing is told."""
    items = tuple(PdfItem(text) for text in texts if text)
    return (PdfSection(heading, 2, (PdfList(items),), is_listed=False),) if items else ()


def item_facts(item: Shown, links: Links) -> PdfFacts:
    row = item.row
    position = row.get_position_display()
    has_outcome = row.implementation != "not_started" or row.response_state == "answered"
    return PdfFacts((
        fact(_("Addressee"), named(item.addressee)),
        fact(_("Also asked"), *(asked_name(one, links) for one in item.asked)),
        fact(_("Answer due"), said_date(row.response_due)),
        fact(_("State"), row.get_response_state_display()),
        fact(name_of(row, "position"), position if row.position != "none" else ""),
        fact(_("Implementation"), row.get_implementation_display() if has_outcome else ""),
        fact(_("Next review"), said_date(row.next_review_on)),
        fact(_("Legal basis"), row.legal_basis),
        fact(_("On the agenda of"), *(agenda(tie, links) for tie in item.ties)),
    ))  # fmt: skip


def name_of(row: Any, field: str) -> str:
    return capfirst(str(row._meta.get_field(field).verbose_name))


def named(text: RecordText | None) -> str:
    """An addressee with its unit."""
    return "\n".join(filter(None, (text.name, text.first))) if text else ""


def asked_name(one: Any, links: Links) -> str:
    return links[one.page_id].title if one.page_id in links else named(one.name)


def agenda(tie: tuple[str, int, Any], links: Links) -> str:
    kind, meeting, _key = tie
    title = isolated(links[meeting].title)
    return f"{title} · {_('Adopted')}" if kind == "adopted" else title


def evidence(item: Shown, links: Links) -> list[str]:
    pages = [links[pk].title for pk in item.pages if pk in links]
    documents = [f"{isolated(one.title)} · {one.file_extension.upper()}" for one in item.documents]
    addresses = [
        "\n".join(filter(None, (
            f"{isolated(one['title'])} · {isolated(one['url'])}",
            isolated(one.get("seen_on") or ""), isolated(one.get("quote") or ""),
        )))
        for one in item.addresses
    ]  # fmt: skip
    return [*documents, *pages, *addresses]


def history_entry(entry: Told, links: Links) -> str:
    """When, what, where and by whom; then what it says, then the note in its own language."""
    meeting = links.get(entry.meeting_id) if entry.meeting_id else None
    number = f"{_('file number')} {isolated(entry.file_number)}" if entry.file_number else ""
    head = (
        said_date(localtime(entry.at)), entry.label, isolated(meeting.title if meeting else ""),
        number, entry.by,
    )  # fmt: skip
    lines = (" · ".join(filter(None, head)), " · ".join(entry.said), isolated(entry.note))
    return "\n".join(filter(None, lines))


def late(row: Any) -> str:
    if not row.is_overdue:
        return ""
    return _("The answer was due: %(day)s") % {"day": said_date(row.response_due)}


def signatories(signed: list[Signed], links: Links) -> tuple[PdfSection, ...]:
    texts = []
    for one in signed:
        if one.organisation_id in links:
            name = isolated(links[one.organisation_id].title)
            dissent = f"\n{_('Dissenting opinion')} · {isolated(one.dissent)}"
            texts.append(name + (dissent if one.dissent else ""))
    items = tuple(PdfItem(text) for text in texts)
    return (PdfSection(_("Signatories"), parts=(PdfList(items),)),) if items else ()
