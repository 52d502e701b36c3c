"""What the page of a recommendation shows: items, their history and ties, in constant queries."""

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext as _

from cms.core.children import child_rows
from cms.core.documents import Chosen, documents_in
from cms.core.figures import said_date
from cms.core.frame import Link, frame_of
from cms.core.prepared import among
from cms.core.texts import RecordText, Texts, text_columns, texts_of
from cms.core.together import Part, Row, in_order, number, rows_beside, text_lang
from cms.languages import SOURCE
from resources.recommendations.codes import GONE, Happening, Response, State, Teller
from resources.recommendations.outcomes import Outcome

EVENT = (
    "pk", "item_key", "at", "kind", "new", "notes", "by", "file_number", "meeting_id",
    "agenda_key",
)  # fmt: skip
TIE = ("item_key", "kind", "meeting_id", "agenda_key")
ASKED = ("pk", "item_key", "addressee_id", "addressee__organisation_id", "organisation_id")
SIGNATORY = ("sort_order", "organisation_id", "dissent", "source_text")


@dataclass(frozen=True)
class Told:
    """An entry of the history as a reader of one language sees it."""

    at: datetime
    kind: str
    label: str
    said: tuple[str, ...]
    note: str
    note_lang: str
    by: str
    file_number: str
    meeting_id: int | None
    agenda_key: UUID | None


@dataclass(frozen=True)
class Shown:
    """An item with all that its card shows."""

    row: Any
    addressee: RecordText | None
    history: list[Told]
    ties: list[tuple[str, int, UUID]]
    asked: list["Asked"]
    documents: list[Any]
    pages: list[int]
    addresses: list[Any]

    @property
    def latest(self) -> Told | None:
        """The step that tells where the item stands: that it was published here tells nothing."""
        told = [step for step in self.history if step.kind != Happening.CREATED]
        return next(reversed(told or self.history), None)

    @property
    def earlier(self) -> list[Told]:
        """All steps but the latest, oldest first."""
        latest = self.latest
        return [step for step in self.history if step is not latest]

    @property
    def has_evidence(self) -> bool:
        return bool(self.documents or self.pages or self.addresses)


@dataclass(frozen=True)
class Asked:
    """A co-addressee: its page here where it has one, else (or where nobody sees it) its name."""

    page_id: int | None
    addressee_id: int | None
    name: RecordText | None = None


@dataclass(frozen=True)
class Signed:
    organisation_id: int
    dissent: str
    lang: str


@dataclass
class Read:
    """Rows of the tables that lie beside the page: one query."""

    events: dict[UUID, list[Told]] = field(default_factory=dict)
    ties: dict[UUID, list[tuple[str, int, UUID]]] = field(default_factory=dict)
    asked: dict[UUID, list[Asked]] = field(default_factory=dict)
    signed: list[Signed] = field(default_factory=list)


def recommendation_context(page: Any, request: Any) -> dict[str, Any]:
    items = child_rows(page, "items", "addressee")
    for item in items:
        item.locale, item.page = page.locale, page
    read = read_beside(page)
    documents = documents_in([page.files, *(item.evidence for item in items)])
    texts = texts_of(page, others=[(addressee_texts, addressees(items, read))])
    shown = [_shown(item, read, documents, texts) for item in items]
    page.referred_ids = tuple(referred_by(shown, read))
    links = frame_of(request, page, page.locale.language_code).related
    page.shown_items = shown = [in_sight(item, links) for item in shown]
    return {
        "items": shown, "texts": texts, "signed": read.signed,
        "files": documents.of(page.files), "outcome": outcome_of(items),
        "story": story_of(page, shown), "is_standing": page.state not in GONE,
    }  # fmt: skip


def addressees(items: list[Any], read: Read) -> set[int]:
    """Ids of the addressees, and of those who are asked too."""
    ids = {item.addressee_id for item in items if item.addressee_id}
    ids |= {one.addressee_id for asked in read.asked.values() for one in asked if one.addressee_id}
    return ids


def addressee_texts(ids: Any) -> Any:
    rows = apps.get_model("resources", "AddresseeText").objects.filter(among("addressee_id", ids))
    return text_columns(rows, "addressee", "name", "unit")


def read_beside(page: Any) -> Read:
    """History, what was confirmed, signatories: all but these lie at the source-language page."""
    rows = rows_beside(page, _beside)
    lang = page.locale.language_code
    read = Read()
    for row in sorted(rows["events"], key=lambda row: (str(row["at"]), number(row["pk"]) or 0)):
        read.events.setdefault(UUID(row["item_key"]), []).append(_told(row, lang))
    for row in rows["ties"]:
        tie = (str(row["kind"]), number(row["meeting_id"]) or 0, UUID(row["agenda_key"]))
        read.ties.setdefault(UUID(row["item_key"]), []).append(tie)
    for row in sorted(rows["asked"], key=lambda row: number(row["pk"]) or 0):
        page_id = number(row["organisation_id"] or row["addressee__organisation_id"])
        one = Asked(page_id, number(row["addressee_id"]))
        read.asked.setdefault(UUID(row["item_key"]), []).append(one)
    read.signed = _signed(page, rows["signatories"], lang)
    return read


def _beside(page: Any, model: Any) -> dict[str, Part]:
    of_family = {"translation_key": page.translation_key, "locale__language_code": SOURCE}
    events, ties, asked, signatories = (
        apps.get_model("resources", name).objects
        for name in ("ItemEvent", "ItemDiscussion", "CoAddressee", "Signatory")
    )
    of_document = {f"recommendation__{name}": value for name, value in of_family.items()}
    return {
        "events": (events.filter(**{f"page__{k}": v for k, v in of_family.items()}), EVENT),
        "ties": (ties.confirmed().filter(**of_document), TIE),
        "asked": (asked.confirmed().filter(**of_document), ASKED),
        "signatories": (signatories.filter(page_id=page.pk), SIGNATORY),
    }


def _signed(page: Any, rows: list[Row], lang: str) -> list[Signed]:
    """The signatories of the page's row; of a draft in preview, those that it holds in memory."""
    if "signatories" in getattr(page, "_cluster_related_objects", {}):
        return [
            Signed(row.organisation_id, row.dissent, lang)
            for row in page.signatories.all()
            if row.organisation_id
        ]
    return [
        Signed(
            number(row["organisation_id"]) or 0, row["dissent"] or "",
            text_lang(row, "dissent", lang),
        )
        for row in in_order(rows)
    ]  # fmt: skip


def _told(row: Row, lang: str) -> Told:
    at = datetime.fromisoformat(str(row["at"]))
    notes = json.loads(row["notes"] or "{}")
    kind, new = str(row["kind"]), json.loads(row["new"] or "{}")
    return Told(
        at=at if at.tzinfo else at.replace(tzinfo=UTC),
        kind=kind, label=label_of(kind, new),
        said=tuple(sentences(told_by_sentence(new))),
        note=notes.get(lang) or notes.get(SOURCE, ""),
        note_lang=lang if notes.get(lang) else SOURCE,
        by=str(Teller(str(row["by"])).label), file_number=row["file_number"] or "",
        meeting_id=number(row["meeting_id"]),
        agenda_key=UUID(row["agenda_key"]) if row["agenda_key"] else None,
    )  # fmt: skip


def label_of(kind: str, new: dict[str, Any]) -> str:
    """What happened; that no answer came is told as such, not as an answer."""
    if new.get("response_state") == Response.NO_ANSWER:
        return str(Response.NO_ANSWER.label)
    return str(Happening(kind).label)


def told_by_sentence(new: dict[str, Any]) -> dict[str, Any]:
    """What is left to say where the label says already that no answer came."""
    if new.get("response_state") != Response.NO_ANSWER:
        return new
    return {name: value for name, value in new.items() if name != "response_state"}


def sentences(new: dict[str, Any]) -> list[str]:
    """What a change made of an item's live facts: names and values in the active language."""
    model = apps.get_model("resources", "RecommendationItem")
    said = []
    for name in model.live_fields:
        if name in new:
            known = model._meta.get_field(name)
            value = _worded(known, new[name])
            said.append(_("%(name)s: %(value)s") % {"name": known.verbose_name, "value": value})
    return said


def _worded(known: Any, value: Any) -> str:
    if known.choices:
        return str(dict(known.flatchoices).get(value, value))
    return said_date(date.fromisoformat(value)) if value else "–"


def _shown(item: Any, read: Read, documents: Chosen, texts: Texts) -> Shown:
    blocks = list(item.evidence.raw_data)
    pages = [
        int(one["value"])
        for block in blocks if block["type"] == "pages"
        for one in block["value"] if one.get("value")
    ]  # fmt: skip
    return Shown(
        row=item,
        addressee=texts.of("addressee", item.addressee_id),
        history=read.events.get(item.translation_key, []),
        ties=read.ties.get(item.translation_key, []),
        asked=[
            replace(one, name=texts.of("addressee", one.addressee_id))
            for one in read.asked.get(item.translation_key, [])
        ],
        documents=documents.of(item.evidence),
        pages=pages,
        addresses=[dict(block["value"]) for block in blocks if block["type"] == "address"],
    )


def referred_by(shown: list[Shown], read: Read) -> set[int]:
    """Ids of the pages that items, history, ties and signatories refer to."""
    ids = {signed.organisation_id for signed in read.signed}
    for item in shown:
        ids |= set(item.pages) | {meeting for _kind, meeting, _key in item.ties}
        ids |= {one.page_id for one in item.asked if one.page_id}
        ids |= {told.meeting_id for told in item.history if told.meeting_id}
        if item.row.addressee_id and item.row.addressee.organisation_id:
            ids.add(item.row.addressee.organisation_id)
    return ids


def in_sight(item: Shown, links: dict[int, Link]) -> Shown:
    """The item less what ties it to a page that the reader may not see."""
    return replace(
        item,
        ties=[tie for tie in item.ties if tie[1] in links],
        asked=[one for one in item.asked if one.page_id in links or one.name],
    )


def outcome_of(items: list[Any]) -> Outcome:
    outcome = Outcome()
    for item in items:
        outcome.count(item.response_state, item.position, item.implementation, late=item.is_overdue)
    return outcome


def story_of(page: Any, shown: list[Shown]) -> dict[str, Any]:
    """From meeting to answer: the days that the thread beside the document tells."""
    answers = [
        told.at for item in shown for told in item.history
        if told.kind == Happening.RESPONSE and item.row.response_state == Response.ANSWERED
    ]  # fmt: skip
    return {
        "answered_on": max(answers, default=None),
        "is_closed": page.state == State.CLOSED,
    }
