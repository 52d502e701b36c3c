"""Events as iCalendar (RFC 5545): one event to add to a calendar, or a list that calendars follow.

An event is one thing in all languages, so its UID is the same in each of them. A calendar keeps
what it has until it is told otherwise: cancelled and withdrawn events are given as cancelled.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vUri

from cms.core.figures import said_date
from cms.core.frame import address
from cms.core.languages import listed
from cms.core.plain import plain, set_in
from cms.core.texts import RecordText
from cms.languages import BY_CODE

ZONE = ZoneInfo("Europe/Budapest")
REFRESH = timedelta(hours=12)
TENTATIVE, CONFIRMED, CANCELLED = "TENTATIVE", "CONFIRMED", "CANCELLED"
#: (component, first day, months before, hours before and after): since 1996 the EU's own rule.
CHANGES = (
    (TimezoneDaylight, datetime(1981, 3, 29, 2), 3, 1, 2, "CEST"),
    (TimezoneStandard, datetime(1996, 10, 27, 3), 10, 2, 1, "CET"),
)


@dataclass(frozen=True)
class Surroundings:
    """What entries of one language take from outside: full addresses, texts of their records."""

    lang: str
    absolute: Callable[[str], str]
    organiser: str
    topics: dict[int, dict[str, str]] = field(default_factory=dict)
    places: dict[int, RecordText] = field(default_factory=dict)


def calendar_of(events: Iterable[Any], around: Surroundings) -> Calendar:
    """A calendar of events that have `changed`, a datetime: their last change of any kind."""
    calendar = Calendar()
    calendar.add("prodid", "-//Roundtable CMS//Events//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add_component(budapest())
    for event in events:
        calendar.add_component(entry_of(event, around))
    return calendar


def followed(calendar: Calendar, *, name: str, source: str, page: str) -> Calendar:
    """Tell a calendar program what this is, where it is from, and how often to ask (RFC 7986)."""
    calendar.add("name", plain(name))
    calendar.add("x-wr-calname", plain(name))
    calendar.add("x-wr-timezone", ZONE.key)
    calendar.add("source", vUri(source), parameters={"VALUE": "URI"})
    calendar.add("url", vUri(page))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    return calendar


def budapest() -> Timezone:
    """The zone by its rule: what the library makes of Python's zone ends in 2038."""
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    for component, first, month, before, after, name in CHANGES:
        change = component()
        change.add("dtstart", first)
        change.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        change.add("tzoffsetfrom", timedelta(hours=before))
        change.add("tzoffsetto", timedelta(hours=after))
        change.add("tzname", name)
        zone.add_component(change)
    return zone


def entry_of(event: Any, around: Surroundings) -> Event:
    entry = Event()
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", event.changed)
    entry.add("last-modified", event.changed)
    for name, value in times_of(event).items():
        entry.add(name, value)
    state = status_of(event)
    entry.add("status", state)
    if state == CANCELLED or is_without_date(event) or event.all_day:
        entry.add("transp", "TRANSPARENT")
    if event.is_withdrawn:  # told to be gone, without its text
        entry.add("summary", _("Withdrawn"), parameters={"LANGUAGE": around.lang})
    else:
        _describe(entry, event, around)
    return entry


def times_of(event: Any) -> dict[str, date]:
    """DTSTART and DTEND; of a whole day the end is the day after (RFC 5545, 3.6.1)."""
    start, end = event.starts_at.astimezone(ZONE), event.ends_at and event.ends_at.astimezone(ZONE)
    if not event.all_day:
        return {"dtstart": start, "dtend": end} if end and end > start else {"dtstart": start}
    last = (end - timedelta(microseconds=1)).date() if end and end > start else start.date()
    return {"dtstart": start.date(), "dtend": last + timedelta(days=1)}


def is_without_date(event: Any) -> bool:
    """Postponed, and its date is still the one on which it does not take place."""
    return event.status == "postponed" and event.postponed_from in (None, event.starts_at)


def status_of(event: Any) -> str:
    if event.is_withdrawn or event.status == "cancelled":
        return CANCELLED
    return TENTATIVE if event.status == "tentative" or is_without_date(event) else CONFIRMED


def summary_of(event: Any, around: Surroundings) -> str:
    """The title; where people would come in vain its state too, as many programs show no STATUS."""
    if status_of(event) == CONFIRMED:
        return str(event.title)
    direction = BY_CODE[around.lang].direction
    values = {"state": event.get_status_display(), "title": set_in(event.title, direction)}
    return _("%(state)s: %(title)s") % values


def note_of(event: Any) -> str:
    if is_without_date(event):
        return _("Postponed: it will not take place on this day. The new date will follow.")
    if event.status == "postponed":
        day = said_date(event.postponed_from.astimezone(ZONE))
        return _("Postponed from %(day)s.") % {"day": day}
    return ""


def _describe(entry: Event, event: Any, around: Surroundings) -> None:
    spoken = {"LANGUAGE": around.lang}
    page = around.absolute(address(around.lang, event.url_path))
    online = online_of(event)
    # The address again: not every program shows URL
    lines = [note_of(event), event.summary, online, page]
    entry.add("summary", plain(summary_of(event, around)), parameters=spoken)
    entry.add("description", plain("\n\n".join(filter(None, lines))), parameters=spoken)
    entry.add("url", vUri(page))
    labels = [event.get_kind_display(), *around.topics.get(event.pk, {}).values()]
    entry.add("categories", [plain(label) for label in labels], parameters=spoken)
    email = event.contact.email if event.contact else ""
    organiser = f"mailto:{email}" if email else around.absolute(f"/{around.lang}/")
    entry.add("organizer", vUri(organiser), parameters={"CN": in_parameter(around.organiser)})
    if online:
        entry.add("conference", vUri(online), parameters={"VALUE": "URI", **spoken})
    _place(entry, event, around, online)


def online_of(event: Any) -> str:
    """The address online, where everybody may know it."""
    return str(event.shown_online_url)


def _place(entry: Event, event: Any, around: Surroundings, online: str) -> None:
    """LOCATION and GEO; of a place whose address is not public nothing at all."""
    place, lang, parts = event.place, around.lang, [online]
    if place is not None:
        text = around.places.get(place.pk)
        lang = text.lang if text else around.lang
        parts = [text.name if text else "", place.postal_address, event.room]
    if place is not None and place.hidden:
        return
    direction = BY_CODE[lang].direction
    if location := listed(set_in(part, direction) for part in parts if part):
        entry.add("location", plain(location), parameters={"LANGUAGE": lang})
    if place is not None and place.latitude is not None and place.longitude is not None:
        entry.add("geo", (float(place.latitude), float(place.longitude)))


def in_parameter(text: str) -> str:
    """A parameter's value holds neither quotes nor line ends (RFC 5545, 3.2)."""
    return " ".join(plain(text).replace('"', "'").split())
