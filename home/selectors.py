"""What the home page shows: next meetings, what is new."""

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest
from wagtail.models import Locale

from cms.core.frame import address
from cms.core.links import page_links
from cms.core.models import ListPage
from cms.core.outlets import Offer, offers_of
from cms.core.registries import page_types
from cms.core.visibility import current_pages
from network.selectors import upcoming_events
from resources.recommendations.listed import open_recommendations

NEWEST = 4
OPEN = 3


@dataclass(frozen=True)
class OfferedList:
    """A list and the addresses at which other programs read it."""

    title: str
    url: str
    offers: list[Offer]


def newest_pages(page: Any) -> list[Any]:
    """Pages of this language that were published last, the home page and lists left out."""
    pages = current_pages(page.locale).filter(depth__gt=page.depth + 1)
    return list(pages.order_by("-last_published_at", "-pk")[:NEWEST])


def home_context(page: Any) -> dict[str, Any]:
    activities, featured = list(page.activities.all()), list(page.featured.all())
    for row in [*activities, *featured]:
        row.locale = page.locale
    links = [row.link_id for row in [*activities, *featured]]
    return {
        "recommendations": open_recommendations(page.locale, OPEN),
        "events": list(upcoming_events(page.locale)[:3]),
        "newest": newest_pages(page),
        "activities": activities,
        "featured": featured,
        "links": page_links(page.locale.language_code, links),
    }


def lists_with_outlets(request: HttpRequest, locale: Locale) -> list[OfferedList]:
    """Every list of a language that has a feed or calendar, by its place in the tree: one query."""
    lang = locale.language_code
    outlets = {
        ContentType.objects.get_for_model(model).pk: model.outlets
        for model in page_types()
        if issubclass(model, ListPage)
    }
    pages = current_pages(locale).filter(content_type__in=outlets).order_by("path")
    return [
        OfferedList(
            title, address(lang, url_path),
            list(offers_of(request, outlets[type_id], lang, url_path)),
        )
        for title, url_path, type_id in pages.values_list("title", "url_path", "content_type")
    ]  # fmt: skip
