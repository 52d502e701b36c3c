"""Lists: their filters, their pages, what stands at their end, and their plain cards."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from cms.core.listing import FacetLink, Listing, ShownFacet
from cms.core.outlets import ATOM, PAGE_PDF, Offer
from cms.languages import SOURCE
from home.models import StandardPage
from home.styleguide.entries import WIDE, Entry, Family, State, card_of, plain
from home.styleguide.families.around import frame
from home.styleguide.samples import (
    ALL,
    EMPTY,
    HEALTH,
    HOUSING,
    HUNGARIAN_TITLE,
    LEARNING,
    LEAST,
    MEETING,
    SUMMARY,
    here,
    link,
    page,
)
from network.event_codes import EventKind

ENTRIES, PER_PAGE = 45, 20


def family(_home: Any) -> Family:
    entries = (
        Entry("components/facets.html", _("Filters of a list"), filters()),
        Entry("components/list_head.html", _("How many entries"), heads()),
        Entry("components/pages.html", _("Pages of a list"), pages()),
        Entry("components/list_end.html", _("End of a list"), ends(), size=WIDE),
        Entry("components/page_card.html", card_of(StandardPage), cards()),
        Entry("components/page_link.html", _("Link to a page"), links()),
        Entry("components/outlets.html", _("Feed, calendar, PDF"), outlets(), size=WIDE),
    )
    return Family("lists", _("Lists"), entries)


def filters() -> tuple[State, ...]:
    """One facet is chosen and open, the other one folded."""
    kinds = [
        FacetLink(kind, kind.label, 3 * order, f"kind={kind}", is_chosen=order == 2)
        for order, kind in enumerate(EventKind, start=1)
    ]
    topics = [
        FacetLink(str(number), str(name), number, f"topic={number}", is_chosen=False)
        for number, name in enumerate((HOUSING, LEARNING, HEALTH), start=2)
    ]
    facets = [ShownFacet("kind", _("Kind"), kinds), ShownFacet("topic", _("Topic"), topics)]
    return (State("", {"facets": facets, "narrowed": True}),)


def listing(count: int, number: int = 1, *, is_narrowed: bool = False) -> Listing:
    items = Paginator(range(count), PER_PAGE).get_page(number)
    return Listing(items, [], "", is_narrowed)


def heads() -> tuple[State, ...]:
    return tuple(
        State(name, {"listing": listing(count), "anchor": f"list-{count}"})
        for name, count in ((_("Empty"), 0), (_("One entry"), 1), (_("Many entries"), 1052))
    )


def pages() -> tuple[State, ...]:
    return tuple(
        State(name, {"list": listing(ENTRIES, number).items, "query": "", "label": name})
        for number, name in enumerate((_("First page"), _("Page between"), _("Last page")), start=1)
    )


def ends() -> tuple[State, ...]:
    page_of_list = plain(empty=EMPTY)
    known: dict[str, Any] = {"page": page_of_list, "site": frame()}
    few = listing(3)
    return (
        State(_("Empty"), {**known, "listing": listing(0)}),
        State(_("Nothing matches the filters"), {**known, "listing": listing(0, is_narrowed=True)}),
        State(
            _("Some entries stand in Hungarian alone"), {**known, "listing": few, "untranslated": 4}
        ),
        State(_("With a feed"), {**known, "listing": few, "offers": [offer(ATOM)]}),
    )


def cards() -> tuple[State, ...]:
    return (
        State(ALL, {"item": page(MEETING, summary=SUMMARY)}),
        State(LEAST, {"item": page(MEETING)}),
    )


def links() -> tuple[State, ...]:
    return (
        State(_("In your language"), {"link": link(MEETING)}),
        State(
            _("Missing in your language: the Hungarian page"),
            {"link": link(HUNGARIAN_TITLE, SOURCE)},
        ),
    )


def offer(outlet: Any, subscribe: str = "") -> Offer:
    return Offer(outlet.label, here(), outlet.media_type, subscribe)


def outlets() -> tuple[State, ...]:
    offers = [offer(ATOM), offer(PAGE_PDF)]
    calendar = [Offer(_("Calendar (iCalendar)"), here(), "text/calendar", here())]
    return (
        State(_("Link"), {"offers": [*calendar, *offers]}),
        State(_("Button"), {"offers": offers[1:], "look": "button"}),
        State(_("Quiet button"), {"offers": offers, "look": "button quiet"}),
    )
