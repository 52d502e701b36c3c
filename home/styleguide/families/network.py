"""Events, services, organisations and people."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from home.styleguide.entries import WIDE, Entry, Family, State, card_of, state_of
from home.styleguide.families.services import services
from home.styleguide.pictures import SamplePicture
from home.styleguide.samples import (
    DAY,
    HEALTH,
    HOUR,
    HOUSING,
    LEARNING,
    LEAST,
    MEETING,
    MOVED,
    ORGANISATION,
    PERSON,
    POSITION,
    SECOND_ORGANISATION,
    SUMMARY,
    language,
    link,
    page,
    place,
)
from network.event_codes import EventKind, EventStatus
from network.event_profile import ShownRegistration
from network.fields_of_work import Field, Matrix
from network.members import Tie
from network.models import EventPage, OrganisationPage, PersonPage, ServicePage

Kind, Status = OrganisationPage.Kind, OrganisationPage.Status


def events_family(_home: Any) -> Family:
    entries = (
        Entry("components/date_tile.html", _("Date tile"), tiles(), inside="cluster"),
        Entry("components/event_status.html", state_of(EventPage), statuses()),
        Entry("components/event_card.html", card_of(EventPage), event_cards(), size=WIDE),
        Entry("network/event_registration.html", _("Registration"), registrations()),
    )
    return Family("events", capfirst(EventPage._meta.verbose_name_plural), entries)


def services_family(_home: Any) -> Family:
    return Family("services", capfirst(ServicePage._meta.verbose_name_plural), services())


def members_family(_home: Any) -> Family:
    entries = (
        Entry(
            "components/organisation_card.html",
            card_of(OrganisationPage),
            organisations(),
            size=WIDE,
        ),
        Entry("components/person_card.html", card_of(PersonPage), people(), size=WIDE),
        Entry(
            "network/seat_card.html",
            _("Seat in a body"),
            seats(),
            inside="seats",
            is_listed=True,
            size=WIDE,
        ),
        Entry("network/body_matrix.html", _("Who works on what"), matrix(), size=WIDE),
    )
    return Family("members", _("Organisations and people"), entries)


def event(status: EventStatus = EventStatus.CONFIRMED, **values: Any) -> Any:
    is_moved = status == EventStatus.POSTPONED
    known: dict[str, Any] = {
        "kind": EventKind.MEETING,
        "status": status,
        "starts_at": MOVED if is_moved else HOUR,
        "postponed_from": HOUR if is_moved else None,
        "date_is_void": status == EventStatus.CANCELLED,
        "all_day": False,
        "place": place(),
    }
    return page(MEETING, **known | values)


def tiles() -> tuple[State, ...]:
    return (State("", {"at": HOUR}),)


def statuses() -> tuple[State, ...]:
    return tuple(State(one.label, {"event": event(one)}) for one in EventStatus)


def event_cards() -> tuple[State, ...]:
    shown = (EventStatus.CONFIRMED, EventStatus.POSTPONED, EventStatus.CANCELLED)
    online = event(all_day=True, place=None, kind=EventKind.TRAINING)
    return (
        *(State(one.label, {"event": event(one)}) for one in shown),
        State(_("All day, without a place"), {"event": online}),
    )


def registrations() -> tuple[State, ...]:
    def way(state: str, url: str = "", **values: Any) -> dict[str, Any]:
        known: dict[str, Any] = {"opens": None, "closes": None}
        kind = _("On another web site")
        return {"registration": ShownRegistration(kind, state, url, **known | values)}

    return (
        State(_("Open now"), way("open", "https://example.org/", closes=MOVED)),
        State(_("Not open yet"), way("not_yet", opens=HOUR)),
        State(capfirst(_("closed")), way("closed")),
    )


def organisation(**values: Any) -> Any:
    known: dict[str, Any] = {
        "kind": Kind.NGO,
        "status": Status.ACTIVE,
        "logo": None,
        "spoken": ["hu", "ar", "fa"],
        "verified_on": DAY,
        "summary": SUMMARY,
    }
    return page(values.pop("title", ORGANISATION), **known | values)


def organisations() -> tuple[State, ...]:
    others = [
        State(status.label, {"item": organisation(status=status, verified_on=None, summary="")})
        for status in Status
        if status != Status.ACTIVE
    ]
    logo = organisation(title=SECOND_ORGANISATION, logo=SamplePicture("logo"), kind=Kind.MIGRANT)
    return (
        State(_("With a picture"), {"item": logo}),
        State(_("Without a picture"), {"item": organisation()}),
        *others,
    )


def person(**values: Any) -> Any:
    known: dict[str, Any] = {"shown_photo": None, "position": POSITION, "languages": ["hu", "vi"]}
    return page(PERSON, **known | values)


def people() -> tuple[State, ...]:
    return (
        State(_("With a picture"), {"item": person(shown_photo=SamplePicture("portrait"))}),
        State(_("Without a picture"), {"item": person()}),
        State(LEAST, {"item": person(position="", languages=[])}),
    )


def seats() -> tuple[State, ...]:
    body, who = link(MEETING), link(ORGANISATION)
    represented = Tie(
        "",
        language(),
        who,
        body,
        DAY,
        None,
        represented_by=link(PERSON),
        is_for_organisation=True,
        who_id=1,
    )
    alone = Tie("", language(), link(PERSON), body, None, None, who_id=2)
    logos = {1: SamplePicture("logo").rendition("webp")}
    return (
        State(_("With a picture"), {"tie": represented, "link": who, "role": "", "logos": logos}),
        State(_("Without a picture"), {"tie": represented, "link": who, "role": ""}),
        State(
            capfirst(PersonPage._meta.verbose_name),
            {"tie": alone, "link": link(PERSON), "role": POSITION},
        ),
    )


def matrix() -> tuple[State, ...]:
    fields = [Field(str(name), language()) for name in (HOUSING, LEARNING, HEALTH)]
    rows = [
        (link(ORGANISATION), [True, False, True]),
        (link(SECOND_ORGANISATION), [False, True, False]),
    ]
    return (State("", {"matrix": Matrix(fields, rows)}),)
