"""Reads what the page of an event shows beside its agenda: organisers, changes, attendance."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.text import capfirst

from cms.core.acts import acts_in, acts_part
from cms.core.languages import language_names
from cms.core.registries import row_extras, row_links
from cms.core.together import Part, Row, in_order, moment, number, with_own_rows
from network.attendance import COLUMNS, attendance_context, attendance_of
from network.members import refer
from network.schedule import CHANGE, changes_of, moves_of
from network.selectors import event_context

ORGANISER = ("sort_order", "organisation_id")


@dataclass(frozen=True)
class ShownRegistration:
    """How one registers now. `url` only while it is open; `state`: open, not_yet, closed."""

    kind: Any
    state: str
    url: str
    opens: datetime | None
    closes: datetime | None


@dataclass(frozen=True)
class Interpreted:
    """A language that the event is interpreted into, and how."""

    language: str
    kind: Any
    on_request: bool


def event_profile(page: Any, request: Any) -> dict[str, Any]:
    """Everything of an event's page: five queries beside the page's frame."""
    extras = row_extras(type(page), "agenda")
    rows = with_own_rows(page, {"organisers": ORGANISER}, _beside)
    page.shown_acts = acts_in(rows["acts"], page.locale.language_code)
    refer(page, [*rows["organisers"], *rows["attendance"]])
    moves = moves_of([_told(row) for row in rows["changes"]])
    places = [pk for move in moves if move.field == "place_id" for pk in (move.old, move.new)]
    return {
        **event_context(page, places=places, links=row_links(extras, rows)),
        **attendance_context(page, request, rows["attendance"]),
        "organisers": _organisers(rows["organisers"]),
        "moves": moves,
        "interpreted": interpreted_of(page),
        "registration": registration_of(page, timezone.now()),
    }


def _beside(page: Any, model: Any) -> dict[str, Part]:
    """What lies beside an event, and what other rooms tie to its agenda."""
    ties = row_extras(model, "agenda").items()
    return {
        "attendance": (attendance_of(page), COLUMNS),
        "changes": (changes_of(page), CHANGE),
        **acts_part(page, model),
        **{name: extra.part(page) for name, extra in ties},
    }


def _organisers(rows: list[Row]) -> list[int]:
    """Ids of the stored pages in their order; their links come with the page's frame."""
    return [pk for row in in_order(rows) if (pk := number(row["organisation_id"]))]


def _told(row: Row) -> dict[str, Any]:
    """A row of `together` in its own types: moments are UTC, JSON is read."""
    values = {name: json.loads(row[name] or "null") for name in ("old", "new")}
    return {**row, "at": moment(row["at"]), **values}


def interpreted_of(page: Any) -> list[Interpreted]:
    values = [block.value for block in page.interpretation]
    kinds = dict(page.InterpretationKind.choices)
    names = language_names([value["language"] for value in values])
    return [
        Interpreted(capfirst(name), kinds.get(value["kind"], ""), bool(value["on_request"]))
        for name, value in zip(names, values, strict=True)
    ]


def registration_of(page: Any, now: datetime) -> ShownRegistration | None:
    """What readers are told of registering: nothing where none is needed or the event is over."""
    if page.registration == page.Registration.NONE or page.is_off or (page.ends_by < now):
        return None
    state = "open"
    if page.registration_opens and now < page.registration_opens:
        state = "not_yet"
    elif page.registration_closes and now >= page.registration_closes:
        state = "closed"
    is_link = page.registration == page.Registration.EXTERNAL and state == "open"
    return ShownRegistration(
        page.get_registration_display(), state, page.registration_url if is_link else "",
        page.registration_opens, page.registration_closes,
    )  # fmt: skip
