"""What the home page shows: what it points to in every room, in queries that never grow."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Locale

from cms.core.frame import Link, address, frame_of
from cms.core.models import ListPage
from cms.core.outlets import Offer, offers_of
from cms.core.registries import page_types
from cms.core.together import Part, Row, day, in_order, number, text_lang, with_own_rows
from cms.core.visibility import current_pages
from network.selectors import next_events
from network.service_entry import entry_parts, services_entry
from resources.holdings.listed import newest_holdings
from resources.newsletters.told import newest_issue
from resources.recommendations.outcomes import outcome_of_all

MEETINGS = 3
HOLDINGS = 3
#: Lists that the home page leads to, by the name of their model.
LISTS = {
    "eventindexpage": "events",
    "recommendationindexpage": "recommendations",
    "resourceindexpage": "library",
    "serviceindexpage": "services",
    "newsletterindexpage": "newsletter",
}
POINTED = ("sort_order", "source_text", "locale__language_code", "text", "link_id")
OWN = {"activities": (*POINTED, "title"), "featured": POINTED}
LIST = ("content_type__model", "url_path")
ISSUE = ("title", "url_path", "summary", "issued_on", "year", "number")


@dataclass(frozen=True)
class OfferedList:
    """A list and the addresses at which other programs read it."""

    title: str
    url: str
    offers: list[Offer]


@dataclass(frozen=True)
class Pointed:
    """An activity or a featured page: its texts, each in its language, and where it leads."""

    link_id: int | None
    title: str
    title_lang: str
    text: str
    text_lang: str


@dataclass(frozen=True)
class NewestIssue:
    """The issue of the newsletter that came out last."""

    title: str
    url: str
    summary: str
    issued_on: date | None
    year: str
    number: str


@dataclass(frozen=True)
class Front:
    """The rows that the home page reads in one query."""

    activities: list[Pointed]
    featured: list[Pointed]
    lists: dict[str, str] = field(default_factory=dict)
    issue: NewestIssue | None = None
    services: Any = None


def home_context(page: Any, request: HttpRequest) -> dict[str, Any]:
    front = front_of(page)
    pointed = [*front.activities, *front.featured]
    page.referred_ids = tuple({row.link_id for row in pointed if row.link_id})
    meetings = next_events(page.locale, MEETINGS)
    next_meeting = next((event for event in meetings if not event.date_is_void), None)
    holdings, spoken = newest_holdings(page.locale, HOLDINGS)
    return {
        "front": front,
        "next_meeting": next_meeting,
        "next_offers": offers_for(request, page, next_meeting),
        "later": [event for event in meetings if event is not next_meeting],
        "outcome": outcome_of_all(page.locale),
        "holdings": holdings,
        "spoken": spoken,
        "links": links_to(request, page),
    }


def links_to(request: HttpRequest, page: Any) -> dict[int, Link]:
    return frame_of(request, page, page.locale.language_code).related


def offers_for(request: HttpRequest, page: Any, event: Any | None) -> list[Offer]:
    """How the event is taken into a calendar: in its language, for there alone its file is."""
    if event is None:
        return []
    return list(offers_of(request, event.outlets, event.title_lang, event.url_path))


def front_of(page: Any) -> Front:
    lang = page.locale.language_code
    rows = with_own_rows(page, OWN, _beside)
    return Front(
        activities=[pointed_of(row, lang) for row in in_order(rows["activities"])],
        featured=[pointed_of(row, lang) for row in in_order(rows["featured"])],
        lists={
            LISTS[str(row["content_type__model"])]: address(lang, str(row["url_path"]))
            for row in rows["lists"]
        },
        issue=next((issue_of(row, lang) for row in rows["issue"]), None),
        services=services_entry(rows, lang),
    )


def _beside(page: Any, model: Any) -> dict[str, Part]:
    models = [model for model in page_types() if model._meta.model_name in LISTS]
    return {
        "lists": (current_pages(page.locale, *models), LIST),
        "issue": (newest_issue(page.locale), ISSUE),
        **entry_parts(page.locale),
    }


def pointed_of(row: Row, lang: str) -> Pointed:
    return Pointed(
        link_id=number(row["link_id"]),
        title=row.get("title") or "", title_lang=text_lang(row, "title", lang),
        text=row["text"] or "", text_lang=text_lang(row, "text", lang),
    )  # fmt: skip


def issue_of(row: Row, lang: str) -> NewestIssue:
    return NewestIssue(
        title=str(row["title"]), url=address(lang, str(row["url_path"])),
        summary=row["summary"] or "", issued_on=day(row["issued_on"]),
        year=str(row["year"]), number=str(row["number"]),
    )  # fmt: skip


def lists_with_outlets(request: HttpRequest, locale: Locale) -> list[OfferedList]:
    """Every list of a language that has a feed or calendar, by its place in the tree: one query."""
    lang = locale.language_code
    lists = [model for model in page_types() if issubclass(model, ListPage)]
    outlets = {ContentType.objects.get_for_model(model).pk: model.outlets for model in lists}
    pages = current_pages(locale, *lists).order_by("path")
    return [
        OfferedList(
            title, address(lang, url_path),
            list(offers_of(request, outlets[type_id], lang, url_path)),
        )
        for title, url_path, type_id in pages.values_list("title", "url_path", "content_type")
    ]  # fmt: skip
