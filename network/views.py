"""The calendars of this room: of one event, and of a list of events with its filters."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse

from cms.core.changes import last_change
from cms.core.frame import Frame, address, frame_of
from cms.core.listing import QueryRead, chosen_of, matching, names_of
from cms.core.outlets import conditional, read_only
from cms.core.plain import set_in
from cms.core.routing import public_page
from cms.core.texts import place_texts, topics_of_pages
from network.calendar import Surroundings, calendar_of, followed
from network.models import EventIndexPage, EventPage
from network.selectors import calendar_events, told_events

CONTENT_TYPE = "text/calendar; charset=utf-8"


@read_only
def event_calendar(request: HttpRequest, path: str) -> HttpResponse:
    """404 for what nobody may see, and for an event that was withdrawn long ago."""
    page = public_page(request, path, EventPage)
    event = told_events(page.locale).filter(pk=page.pk).first()
    if event is None:
        raise Http404
    frame = frame_of(request, page, page.locale.language_code)
    calendar = calendar_of([event], surroundings(request, frame, [event]))
    return _answer(request, calendar, page.slug)


@read_only
def events_calendar(request: HttpRequest, path: str) -> HttpResponse:
    """The list's events that have every value chosen in the query."""
    page = public_page(request, path, EventIndexPage)
    frame = frame_of(request, page, page.locale.language_code)
    chosen = chosen_of(page.facets, request.GET)
    events = calendar_events(page.locale, whole=bool({"when", "year"} & set(chosen)))
    if chosen:
        facets = tuple(facet for facet in page.facets if facet.name in chosen)
        events = events.filter(pk__in=matching(QueryRead(events), facets, chosen).all_but())
    shown = list(events.defer_streamfields())
    own = address(frame.lang, page.url_path)
    query = f"?{urlencode(chosen)}" if chosen else ""
    titles = (page.title, *names_of(page.facets, chosen, frame.lang), organiser(frame))
    calendar = followed(
        calendar_of(shown, surroundings(request, frame, shown)),
        name=" · ".join(set_in(title, frame.direction) for title in titles if title),
        source=request.build_absolute_uri(f"{own}events.ics{query}"),
        page=request.build_absolute_uri(f"{own}{query}"),
    )
    return _answer(request, calendar, page.slug)


def organiser(frame: Frame) -> str:
    return frame.text.name if frame.text else ""


def surroundings(request: HttpRequest, frame: Frame, events: list[Any]) -> Surroundings:
    """Two queries, however many events."""
    places = {event.place_id for event in events if event.place_id}
    return Surroundings(
        lang=frame.lang,
        absolute=request.build_absolute_uri,
        organiser=organiser(frame) or request.get_host(),
        topics=topics_of_pages(events, frame.lang),
        places=place_texts(places, frame.lang),
    )


def _answer(request: HttpRequest, calendar: Any, name: str) -> HttpResponse:
    response = conditional(request, calendar.to_ical(), CONTENT_TYPE, last_change())
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    return response
