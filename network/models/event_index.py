"""The list of events."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.core.facets import choices_facet, from_codes, language_facet, topic_facet, year_facet
from cms.core.library import LibraryFields
from cms.core.listing import Facet
from cms.core.models import ListPage
from cms.core.outlets import Outlet
from network.event_codes import EventKind, EventStatus
from network.models.event import EventPage
from network.selectors import events_in_order

CALENDAR = Outlet("events.ics", _("Calendar (iCalendar)"), "text/calendar", is_subscribed=True)


def when_codes() -> list[tuple[str, Any]]:
    return [("coming", _("Coming")), ("past", _("Past"))]


def when_of(is_past: bool) -> str:
    return "past" if is_past else "coming"


class EventIndexPage(ListPage):
    template = "network/event_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["network.EventPage"]
    card = "components/event_card.html"
    empty = _("No meeting is announced now.")
    feed_chosen = {"when": "coming"}
    outlets = (*ListPage.outlets, CALENDAR)
    facets = (
        Facet("when", _("When"), from_codes(when_codes), column="is_past", key=when_of),
        choices_facet("kind", _("Kind"), lambda: EventKind.choices),
        topic_facet(lambda: EventPage),
        year_facet("starts_at__year"),
        language_facet("languages_spoken", _("Language spoken")),
        choices_facet("status", _("Status"), lambda: EventStatus.choices),
    )

    class Meta:
        verbose_name = _("list of events")

    def library_fields(self) -> LibraryFields:
        return super().library_fields()

    def items(self, now: Any = None) -> Any:
        return events_in_order(self.locale, now)
