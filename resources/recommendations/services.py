"""The only ways by which states of recommendations and their items change, each with its history.

A change of an item's live facts writes exactly one entry of its history in the same transaction,
under the lock of the document's row. What a rule refuses raises ValidationError with a sentence.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cms.core.facts.change import facts_change
from cms.core.facts.pin import source_of
from resources.recommendations import rules
from resources.recommendations.codes import Happening, Response, Source, State, Teller, Tie

ItemChanges = dict[UUID, dict[str, Any]]
NOON = time(12)


@dataclass(frozen=True)
class Entry:
    """What an entry of the history says beside the change; `notes` maps languages to texts."""

    at: datetime | None = None
    notes: dict[str, str] = field(default_factory=dict)
    by: str = Teller.SECRETARIAT
    source: str = Source.EDITOR
    file_number: str = ""
    meeting: Any = None
    agenda_key: UUID | None = None


def on_day(day: date) -> datetime:
    """A day as a moment: noon in Budapest, so that it is the same day everywhere here."""
    return timezone.make_aware(datetime.combine(day, NOON))


def item_change(
    *, page: Any, item_key: UUID, kind: str, changes: dict[str, Any],
    user: Any = None, entry: Entry | None = None,
) -> Any:  # fmt: skip
    """Change live facts of one item. Returns its entry, or None where nothing differs."""
    told = items_change(
        page=page, kind=kind, changes={item_key: changes}, user=user, entry=entry
    )  # fmt: skip
    return told[0] if told else None


def items_change(
    *, page: Any, kind: str, changes: ItemChanges, fields: dict[str, Any] | None = None,
    user: Any = None, entry: Entry | None = None,
) -> list[Any]:  # fmt: skip
    """Change live facts of items, and `fields` of their document with them.

    Returns one entry for each item of which something differs. Raises ValidationError.
    """
    with transaction.atomic():
        source = locked(page)
        for name, value in (fields or {}).items():
            setattr(source, name, value)
        items = items_of(source)
        real = {key: _differing(items, key, values) for key, values in changes.items()}
        real = {key: values for key, values in real.items() if values}
        for key, values in real.items():
            _refuse(rules.item_refusal(source, items[key], values))
        if not real and not fields:
            return []
        facts_change(page=source, fields=fields, rows={"items": real}, user=user)
        return [
            entry_write(
                page=source, item_key=key, kind=kind, entry=entry, new=values,
                old={name: getattr(items[key], name) for name in values},
            )
            for key, values in real.items()
        ]  # fmt: skip


def locked(page: Any) -> Any:
    """The source page of `page`, its row locked until the transaction ends."""
    source = page if page.is_facts_source else source_of(page)
    if source is None:
        raise ValueError("this page has no source-language page")
    return type(page)._base_manager.select_for_update(of=("self",)).get(pk=source.pk)


def items_of(source: Any) -> dict[UUID, Any]:
    """The document's items as they are in the database, by translation key, in their order."""
    model = apps.get_model("resources", "RecommendationItem")
    rows = model.objects.filter(page_id=source.pk).select_related("addressee")
    return {row.translation_key: row for row in rows}


def _differing(items: dict[UUID, Any], key: UUID, values: dict[str, Any]) -> dict[str, Any]:
    if key not in items:
        raise ValueError(f"no item {key}")
    return {
        name: value for name, value in values.items() if getattr(items[key], name) != value
    }  # fmt: skip


def _refuse(sentence: str) -> None:
    if sentence:
        raise ValidationError(sentence)


def entry_write(
    *, page: Any, item_key: UUID, kind: str, entry: Entry | None = None,
    old: dict[str, Any] | None = None, new: dict[str, Any] | None = None,
) -> Any:  # fmt: skip
    """Append one entry to an item's history, at the source page `page`."""
    entry = entry or Entry()
    return apps.get_model("resources", "ItemEvent").objects.create(
        page_id=page.pk, item_key=item_key, kind=kind, at=entry.at or timezone.now(),
        old=_plain(old), new=_plain(new), by=entry.by, source=entry.source,
        notes={code: text.strip() for code, text in entry.notes.items() if text.strip()},
        file_number=entry.file_number, meeting_id=getattr(entry.meeting, "pk", None),
        agenda_key=entry.agenda_key,
    )  # fmt: skip


def _plain(values: dict[str, Any] | None) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in (values or {}).items()
    }


def document_adopt(
    *, page: Any, on: date, meeting: Any = None, user: Any = None, entry: Entry | None = None
) -> None:
    """The document is adopted, and each item's history says so; links change nothing."""
    with transaction.atomic():
        source = locked(page)
        _refuse(rules.adoption_refusal(source, on))
        facts_change(
            page=source, user=user,
            fields={"state": State.ADOPTED, "adopted_on": on, "adopted_in": meeting},
        )  # fmt: skip
        said = replace(entry or Entry(), at=on_day(on), by=Teller.ROUNDTABLE, meeting=meeting)
        _tell_all(source, items_of(source), Happening.ADOPTED, said)


def _tell_all(source: Any, keys: Iterable[UUID], kind: str, entry: Entry) -> None:
    for key in keys:
        entry_write(page=source, item_key=key, kind=kind, entry=entry)


def document_send(
    *, page: Any, on: date, file_number: str = "", days: int | None = None, user: Any = None,
    entry: Entry | None = None,
) -> None:  # fmt: skip
    """The document went out: every item awaits its answer, `days` or its addressee's days long."""
    with transaction.atomic():
        source = locked(page)
        items = items_of(source)
        _refuse(rules.sending_refusal(source, list(items.values()), on))
        items_change(
            page=source, kind=Happening.SENT, user=user,
            fields={"state": State.SENT, "sent_on": on, "sent_ref": file_number},
            changes={
                key: {
                    "response_state": Response.AWAITING,
                    "response_due": on + timedelta(days=days or item.addressee.reply_days),
                }
                for key, item in items.items()
            },
            entry=replace(entry or Entry(), at=on_day(on), file_number=file_number),
        )  # fmt: skip


def document_state(*, page: Any, state: str, user: Any = None) -> None:
    """Move the document on, or back."""
    with transaction.atomic():
        source = locked(page)
        _refuse(rules.state_refusal(source, state))
        facts_change(page=source, fields={"state": state}, user=user)


def creation_told(page: Any) -> None:
    """Items of a public source page begin their history, in the transaction of its save."""
    events = apps.get_model("resources", "ItemEvent").objects.filter(page_id=page.pk)
    known = set(events.values_list("item_key", flat=True))
    _tell_all(page, [key for key in items_of(page) if key not in known],
              Happening.CREATED, Entry())  # fmt: skip


def tie_told(tie: Any) -> None:
    """A confirmed tie to an agenda item becomes an entry, where none says it yet."""
    kind = Happening.ADOPTED if tie.kind == Tie.ADOPTED else Happening.DISCUSSED
    said = apps.get_model("resources", "ItemEvent").objects.filter(
        page_id=tie.recommendation_id, item_key=tie.item_key, kind=kind, meeting_id=tie.meeting_id
    )
    if kind == Happening.DISCUSSED:
        said = said.filter(agenda_key=tie.agenda_key)
    if said.exists():
        return
    _tell_tie(tie, kind, tie.meeting.starts_at)


def tie_corrected(tie: Any) -> None:
    """A tie that is taken back stays in the history, with an entry that says so."""
    _tell_tie(tie, Happening.CORRECTION, timezone.now(), {"tie": tie.kind})


def _tell_tie(tie: Any, kind: str, at: datetime, old: dict[str, Any] | None = None) -> None:
    entry = Entry(
        at=at, by=Teller.ROUNDTABLE if old is None else Teller.SECRETARIAT,
        meeting=tie.meeting, agenda_key=tie.agenda_key,
    )  # fmt: skip
    entry_write(page=tie.recommendation, item_key=tie.item_key, kind=kind, entry=entry, old=old)
