"""The finder of services: its order, and which of the listed ones are open now."""

from typing import Any

from django.apps import apps
from django.db.models import Case, Value, When
from django.utils import timezone

from cms.core.collation import in_order_of
from cms.core.prepared import Prepared, among
from cms.core.together import Row, gathered, number, united
from network.service_hours import EXCEPTION, HOURS, OpenState, open_state, schedule_of

#: Kind of row and the columns that are read of it.
HOURS_OF: dict[str, tuple[str, ...]] = {
    "ServiceHours": (*HOURS, "page_id"),
    "ServiceException": (*EXCEPTION, "page_id"),
}


def services_in_order(locale: Any) -> Any:
    """Current services of a language: for emergencies first, planned ones last, then by name."""
    model = apps.get_model("network", "ServicePage")
    planned = Case(When(status="planned", then=Value(1)), default=Value(0))
    name = in_order_of(locale.language_code)
    return model.objects.current(locale).order_by(planned, "-emergency", name, "pk")


def open_states(services: list[Any]) -> dict[int, OpenState]:
    """State by page id of those whose hours are known: one query for all."""
    offered = {service.pk: service for service in services if service.is_offered}
    if not offered:
        return {}
    found = gathered(HOURS_OF, _hours(pages=list(offered)))
    hours, exceptions = (by_page(found[name]) for name in HOURS_OF)
    now = timezone.now()
    states = {
        pk: open_state(schedule_of(hours.get(pk, []), exceptions.get(pk, []), page.closure), now)
        for pk, page in offered.items()
    }
    return {pk: state for pk, state in states.items() if state is not None}


def _hours_of(pages: Any) -> Any:
    return united({
        name: (apps.get_model("network", name).objects.filter(among("page_id", pages)), columns)
        for name, columns in HOURS_OF.items()
    })  # fmt: skip


_hours = Prepared(_hours_of)


def by_page(rows: list[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(number(row["page_id"]) or 0, []).append(row)
    return found
