"""What the home page shows: next meetings, what is new."""

from typing import Any

from wagtail.models import Page

from cms.core.links import page_links
from cms.core.visibility import VisibleQuerySet
from network.selectors import upcoming_events

NEWEST = 4


def newest_pages(page: Any) -> list[Any]:
    """Pages of this language that were published last, the home page and lists left out."""
    pages = VisibleQuerySet(Page).visible(page.locale).filter(depth__gt=page.depth + 1)
    return list(pages.order_by("-last_published_at", "-pk")[:NEWEST])


def home_context(page: Any) -> dict[str, Any]:
    activities, featured = list(page.activities.all()), list(page.featured.all())
    for row in [*activities, *featured]:
        row.locale = page.locale
    links = [row.link_id for row in [*activities, *featured]]
    return {
        "events": list(upcoming_events(page.locale)[:3]),
        "newest": newest_pages(page),
        "activities": activities,
        "featured": featured,
        "links": page_links(page.locale.language_code, links),
    }
