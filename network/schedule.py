"""When and where an event is: what of it is in force, and what a change of it means.

The `sequence` of an event (RFC 5545) is raised and `EventChange` written in one place, which every
save and every action passes in its transaction: `EventPage.following_facts`.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.dateparse import parse_datetime

#: Columns whose change must reach calendars that already hold the event.
SCHEDULE = ("starts_at", "ends_at", "all_day", "place_id", "status", "mode", "room",
            "withdrawn_at")  # fmt: skip
#: Those that readers are told of, beside the status, which the event's chip says.
TOLD = ("starts_at", "ends_at", "place_id", "mode", "room")
CHANGE = ("pk", "at", "field", "old", "new")

Values = dict[str, Any]


@dataclass(frozen=True)
class Move:
    """One change that readers are told of. `old` and `new`: moments, place ids, or texts."""

    at: datetime
    field: str
    old: Any
    new: Any


def schedule_of(row: Values) -> Values:
    """The schedule as JSON holds it, moments in UTC."""
    return {name: _plain(row[name]) for name in SCHEDULE}


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def changed(before: Values, now: Values) -> list[str]:
    """Names of what differs; nothing where the event was never in force."""
    return [name for name in SCHEDULE if before and before.get(name) != now[name]]


def schedule_follow(event: Any) -> Values:
    """Note what changed in force; the live facts that follow from it.

    An event that is not live changes nothing in force: what it was last is compared when it
    comes back.
    """
    model = type(event)
    row = model._base_manager.filter(pk=event.pk).values("live", "sequence", "in_force", *SCHEDULE)
    held = row.get()
    now = schedule_of(held)
    if not held["live"] or held["in_force"] == now:
        return {}
    names = changed(held["in_force"], now)
    _note(event, names, held["in_force"], now)
    return {"in_force": now, "sequence": held["sequence"] + bool(names)}


def _note(event: Any, names: list[str], before: Values, now: Values) -> None:
    at = timezone.now()
    model = apps.get_model("network", "EventChange")
    for name in names:
        model.objects.create(event=event, at=at, field=name, old=before.get(name), new=now[name])


def changes_of(page: Any) -> Any:
    """Rows of every change of the event in any language's page; read with `CHANGE`."""
    model = apps.get_model("network", "EventChange")
    return model.objects.filter(event__translation_key=page.translation_key, field__in=TOLD)


def moves_of(rows: list[dict[str, Any]]) -> list[Move]:
    """What readers are told, the newest first: an end only where the start stayed."""
    started = {row["at"] for row in rows if row["field"] == "starts_at"}
    told = [row for row in rows if row["field"] != "ends_at" or row["at"] not in started]
    told.sort(key=lambda row: (row["at"], int(row["pk"])), reverse=True)
    return [_move(row) for row in told]


def _move(row: dict[str, Any]) -> Move:
    name = row["field"]
    read = parse_moment if name in {"starts_at", "ends_at"} else _same
    return Move(row["at"], name, read(row["old"]), read(row["new"]))


def parse_moment(value: str | None) -> datetime | None:
    return parse_datetime(value) if value else None


def _same(value: Any) -> Any:
    return value
