"""The finder of services: its order, its filters by place and hour, and what its cards say.

Whether a service is open is computed in Budapest's time at each request, never stored: the filter
reads the rows of today alone, the cards those of the services that are shown.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Case, Value, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.collation import in_order_of
from cms.core.facets import from_codes
from cms.core.listing import Facet
from cms.core.prepared import Prepared, among
from cms.core.together import Row, day, gathered, in_order, number, united
from network.directory import facet_of_districts
from network.opening import BUDAPEST, Closure, closure_of
from network.profile import NOTE, Noted, noted
from network.service_codes import OFFERED, ServiceStatus
from network.service_hours import EXCEPTION, HOURS, OpenState, open_state, schedule_of

ROOM = "network"
STATE = ("page_id", "page__status", "page__closed_from", "page__closed_until")
PHONE = (*NOTE, "page_id", "number")
#: What the filters read, by part.
FINDER = {
    "places": ("page_id", "place__district"),
    "hours": (*HOURS, *STATE),
    "exceptions": (*EXCEPTION, *STATE),
}
#: What the cards read.
CARDS = {
    "hours": (*HOURS, "page_id"), "exceptions": (*EXCEPTION, "page_id"), "phones": PHONE,
}  # fmt: skip
OPEN, LATER = "now", "later"


def services_in_order(locale: Any) -> Any:
    """Current services of a language: for emergencies first, planned ones last, then by name."""
    model = apps.get_model(ROOM, "ServicePage")
    planned = Case(When(status="planned", then=Value(1)), default=Value(0))
    name = in_order_of(locale.language_code)
    return model.objects.current(locale).order_by(planned, "-emergency", name, "pk")


def open_codes() -> list[tuple[str, Any]]:
    return [(OPEN, _("Open now")), (LATER, _("Opens later today"))]


@dataclass
class FinderRead:
    """Districts of services, and which are open at `now`: one query for both filters."""

    now: datetime = field(default_factory=timezone.now)
    rows: dict[str, list[Row]] | None = None

    def facets(self) -> tuple[Facet, Facet]:
        hours = from_codes(open_codes)
        name = _("Opening hours")
        opening = Facet("open", name, hours, many=self.openings, stands_alone=True)
        return opening, facet_of_districts(self.districts)

    def districts(self, ids: list[int]) -> dict[int, list[Any]]:
        found: dict[int, list[Any]] = {}
        for row in self._read(ids)["places"]:
            found.setdefault(number(row["page_id"]) or 0, []).append(row["place__district"])
        return found

    def openings(self, ids: list[int]) -> dict[int, list[Any]]:
        rows = self._read(ids)
        hours, exceptions = by_page(rows["hours"]), by_page(rows["exceptions"])
        return {
            pk: [code]
            for pk in {*hours, *exceptions}
            if (code := self._opening(hours.get(pk, []), exceptions.get(pk, [])))
        }

    def _opening(self, hours: list[Row], exceptions: list[Row]) -> str:
        row = [*hours, *exceptions][0]
        if row["page__status"] not in OFFERED:
            return ""
        state = open_state(schedule_of(hours, exceptions, closure_in(row)), self.now, ahead=1)
        if state is None or not (state.is_open or state.opens):
            return ""
        return OPEN if state.is_open else LATER

    def _read(self, ids: list[int]) -> dict[str, list[Row]]:
        if self.rows is None:
            today = self.now.astimezone(BUDAPEST).date()
            found = _finder_rows(ids=ids, day=today, weekday=today.weekday())
            self.rows = gathered(FINDER, found)
        return self.rows


def _finder_rows_of(ids: Any, day: Any, weekday: Any) -> Any:
    rows = {
        "places": rows_of("ServicePlace", ids).filter(place__hidden=False),
        "hours": rows_of("ServiceHours", ids).filter(weekday=weekday),
        "exceptions": rows_of("ServiceException", ids).filter(day=day),
    }
    return united({name: (found, FINDER[name]) for name, found in rows.items()})


_finder_rows = Prepared(_finder_rows_of)


def closure_in(row: Row) -> Closure | None:
    is_closed = row["page__status"] == ServiceStatus.CLOSED
    return closure_of(is_closed, day(row["page__closed_from"]), day(row["page__closed_until"]))


def rows_of(name: str, ids: Any) -> Any:
    return apps.get_model(ROOM, name).objects.filter(among("page_id", ids))


def finder_cards(services: list[Any], lang: str) -> dict[str, Any]:
    """States of those whose hours are known and numbers of helplines, by page id: one query."""
    offered = {service.pk: service for service in services if service.is_offered}
    urgent = [pk for pk, service in offered.items() if service.emergency]
    if not offered:
        return {"open_states": {}, "helplines": {}}
    found = gathered(CARDS, _card_rows(ids=list(offered), urgent=urgent))
    return {
        "open_states": states_of(offered, by_page(found["hours"]), by_page(found["exceptions"])),
        "helplines": helplines_of(found["phones"], lang),
    }


def _card_rows_of(ids: Any, urgent: Any) -> Any:
    rows = {"hours": rows_of("ServiceHours", ids), "exceptions": rows_of("ServiceException", ids)}
    if urgent:
        rows["phones"] = rows_of("ServicePhone", urgent)
    return united({name: (found, CARDS[name]) for name, found in rows.items()})


_card_rows = Prepared(_card_rows_of)


def states_of(
    offered: dict[int, Any], hours: dict[int, list[Row]], exceptions: dict[int, list[Row]]
) -> dict[int, OpenState]:
    now = timezone.now()
    states = {
        pk: open_state(schedule_of(hours.get(pk, []), exceptions.get(pk, []), page.closure), now)
        for pk, page in offered.items()
    }
    return {pk: state for pk, state in states.items() if state is not None}


def helplines_of(rows: list[Row], lang: str) -> dict[int, list[Noted]]:
    return {
        pk: [noted(row, str(row["number"]), "", lang) for row in in_order(own)]
        for pk, own in by_page(rows).items()
    }


def by_page(rows: list[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(number(row["page_id"]) or 0, []).append(row)
    return found
