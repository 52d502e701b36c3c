"""Services: whether they are open now, their cards, helplines and hours."""

from datetime import time
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.core.acts import ShownAct
from home.styleguide.entries import WIDE, Entry, State, card_of, state_of
from home.styleguide.samples import (
    ALL,
    DAY,
    HOUR,
    LATER,
    LEAST,
    MOVED,
    NOTE,
    PAGE,
    REASON,
    SERVICE,
    SITE,
    SUMMARY,
    TELEPHONE,
    language,
    page,
    texts,
)
from network.models import ServicePage
from network.opening import Closure
from network.profile import Noted
from network.service_codes import ServiceCost, ServiceRegistration, ServiceStatus, Weekday
from network.service_hours import Day, OpenState, Span, Week
from network.service_profile import ServiceProfile

OPEN = OpenState(True, until=MOVED)
ALWAYS = OpenState(True)
SHUT = OpenState(False, opens=HOUR)
#: Nobody knows when it opens.
UNKNOWN = OpenState(False)
MORNING, EVENING = Span(time(9), time(13)), Span(time(17), time(0))


def services() -> tuple[Entry, ...]:
    return (
        Entry("components/open_state.html", _("Open now"), open_states()),
        Entry("components/service_status.html", state_of(ServicePage), statuses()),
        Entry("components/service_card.html", card_of(ServicePage), cards(), size=WIDE),
        Entry("components/helpline.html", _("Number to call"), helplines()),
        Entry(
            "components/helpline_card.html",
            _("Help in an emergency"),
            urgent(),
            inside="helplines",
            size=WIDE,
        ),
        Entry("network/service_notices.html", _("Notices of a service"), notices(), size=WIDE),
        Entry("network/service_hours.html", _("Opening hours"), hours(), size=WIDE),
    )


def service(status: ServiceStatus = ServiceStatus.ACTIVE, **values: Any) -> Any:
    known: dict[str, Any] = {
        "status": status,
        "is_closed_today": status == ServiceStatus.CLOSED,
        "summary": SUMMARY,
        "cost": ServiceCost.FREE,
        "registration": ServiceRegistration.WALK_IN,
        "verified_on": DAY,
        "spoken": ["hu", "uk", "ru", "zh-hans"],
        "emergency": False,
        "shown_acts": [],
    }
    return page(SERVICE, **known | values)


def open_states() -> tuple[State, ...]:
    return (
        State(_("Open until an hour"), {"state": OPEN, "closed": False}),
        State(_("Open day and night"), {"state": ALWAYS, "closed": False}),
        State(_("Closed, opens again"), {"state": SHUT, "closed": False}),
        State(_("Closed, nobody knows until when"), {"state": UNKNOWN, "closed": False}),
    )


def statuses() -> tuple[State, ...]:
    """Each status with the state that goes with it; one that is closed for a time opens again."""
    states = {ServiceStatus.ACTIVE: OPEN, ServiceStatus.CLOSED: SHUT}
    return tuple(
        State(one.label, {"service": service(one), "state": states.get(one)})
        for one in ServiceStatus
    )


def cards() -> tuple[State, ...]:
    by_status = [
        State(one.label, {"item": service(one, summary="", spoken=[])})
        for one in ServiceStatus
        if one != ServiceStatus.ACTIVE
    ]
    return (
        State(_("Open now"), {"item": service(), "open_states": {PAGE: OPEN}}),
        State(_("Closed now"), {"item": service(), "open_states": {PAGE: SHUT}}),
        *by_status,
    )


def phone(note: Any = "") -> Noted:
    return Noted(TELEPHONE, "", str(note), language())


def helplines() -> tuple[State, ...]:
    return (
        State(LEAST, {"phone": phone(), "label": SERVICE}),
        State(ALL, {"phone": phone(NOTE), "label": SERVICE}),
    )


def urgent() -> tuple[State, ...]:
    two = {PAGE: [phone(), phone(NOTE)]}
    return (
        State(
            _("Open day and night"),
            {"item": service(), "helplines": {PAGE: [phone()]}, "open_states": {PAGE: ALWAYS}},
        ),
        State(
            _("Closed now"),
            {"item": service(summary=""), "helplines": two, "open_states": {PAGE: SHUT}},
        ),
    )


def notices() -> tuple[State, ...]:
    why = [ShownAct("status", HOUR, str(REASON), language())]
    shut = service(ServiceStatus.CLOSED, shown_acts=why)
    emergency = ServiceProfile(phones=[phone()])
    return (
        State(_("In an emergency"), {"page": service(emergency=True), "profile": emergency}),
        State(_("Closed until a day"), closed(shut, Closure(DAY, LATER))),
        State(_("Closed until further notice"), closed(shut, Closure(DAY))),
        State(
            ServiceStatus.ENDED.label,
            {"page": service(ServiceStatus.ENDED, shown_acts=why), "profile": ServiceProfile()},
        ),
    )


def closed(shut: Any, closure: Closure) -> dict[str, Any]:
    return {"page": shut, "profile": ServiceProfile(closure=closure)}


def hours() -> tuple[State, ...]:
    """A Tuesday in a week with a pause at noon; one day that is closed and one with other hours."""
    workdays: dict[int, list[Span]] = {int(day): [MORNING] for day in list(Weekday)[:5]}
    workdays[Weekday.MONDAY] = [MORNING, EVENING]
    week = Week(SITE, False, DAY, LATER, workdays, today=int(Weekday.TUESDAY))
    days = [Day(DAY, None, str(REASON), language()), Day(LATER, EVENING, "", language())]
    profile = ServiceProfile(weeks=[week], days=days)
    return (State("", {"profile": profile, "texts": texts()}),)
