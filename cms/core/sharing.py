"""What search engines and shared links are told of a page: its one address, picture, languages.

The Open Graph protocol (ogp.me), `rel="canonical"`, and schema.org's frame of a page.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from wagtail.images.shortcuts import get_rendition_or_not_found

from cms.core.frame import Frame, address
from cms.core.visibility import visible_pages
from cms.languages import BY_CODE, SOURCE

#: Large enough for every reader of og:image; a logo is not cut and not made larger.
WHOLE = "max-1200x1200|format-jpeg"
#: The shape to which readers of og:image cut, around the middle: where an editor has said what must
#: stay in sight, we cut ourselves, around that.
CUT = "fill-1200x630|format-jpeg"
#: Types of schema.org that are pages themselves: everything else is what a page is about.
PAGES = {"WebPage", "CollectionPage"}


@dataclass(frozen=True)
class Picture:
    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Shared:
    """`canonical` leaves filters out; `noindex` is said of a list that a reader has narrowed."""

    canonical: str
    description: str
    locale: str
    other_locales: list[str]
    is_article: bool
    noindex: bool
    picture: Picture | None
    published: datetime | None
    modified: datetime | None


def shared_of(page: Any, request: HttpRequest, frame: Frame, listing: Any = None) -> Shared:
    return Shared(
        canonical=canonical_of(page, request, listing),
        description=page.share_text() or in_short(page, frame),
        locale=BY_CODE[frame.lang].open_graph,
        other_locales=[
            BY_CODE[link.code].open_graph for link in frame.alternates if not link.is_current
        ],
        is_article=listing is None and page.depth > 2,
        noindex=bool(listing and listing.is_narrowed),
        picture=picture_of(page, request),
        published=page.first_published_at,
        modified=page.last_published_at,
    )


def in_short(page: Any, frame: Frame) -> str:
    """Of a page that says nothing of itself: what it is called, and on what kind of site."""
    said = [page.title, frame.text.name, frame.text.claim]
    return " · ".join(text for text in dict.fromkeys(said) if text)


def canonical_of(page: Any, request: HttpRequest, listing: Any = None) -> str:
    """The page's own address; of an alias that of the page whose text it shows."""
    url = address(page.locale.language_code, page.url_path)
    if page.alias_of_id:
        original = visible_pages().filter(pk=page.alias_of_id)
        for lang, path in original.values_list("locale__language_code", "url_path"):
            url = address(lang, path)
    if listing and not listing.is_narrowed and listing.items.number > 1:
        url += f"?page={listing.items.number}"
    return request.build_absolute_uri(url)


def picture_of(page: Any, request: HttpRequest) -> Picture | None:
    image = page.share_image()
    if image is None:
        return None
    made = get_rendition_or_not_found(image, CUT if image.has_focal_point() else WHOLE)
    if made.pk is None:  # its file is gone
        return None
    alt = getattr(image, "contextual_alt_text", None) or image.default_alt_text
    return Picture(request.build_absolute_uri(made.url), made.width, made.height, alt)


def web_page_of(page: Any, request: HttpRequest, frame: Frame) -> dict[str, Any]:
    """The page as schema.org/WebPage: where it stands, when it changed, its other languages."""
    full = request.build_absolute_uri
    url = full(address(frame.lang, page.url_path))
    data: dict[str, Any] = {
        "@context": "https://schema.org", "@type": "WebPage", "@id": url, "url": url,
        "name": page.title, "inLanguage": frame.lang,
    }  # fmt: skip
    if page.last_published_at:
        data["dateModified"] = page.last_published_at.isoformat()
        data["datePublished"] = (page.first_published_at or page.last_published_at).isoformat()
    if frame.crumbs:
        steps = [*((link.title, full(link.url)) for link in frame.crumbs), (page.title, url)]
        data["breadcrumb"] = {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": place, "name": name, "item": item}
                for place, (name, item) in enumerate(steps, 1)
            ],
        }
    return data | translations_of(frame, full)


def translations_of(frame: Frame, full: Any) -> dict[str, Any]:
    """schema.org says at the source what its translations are, and at each of them the source."""
    works = {
        link.code: {"@type": "WebPage", "@id": full(link.url), "inLanguage": link.code}
        for link in frame.alternates
    }
    others = [work for code, work in works.items() if code != frame.lang]
    if frame.lang == SOURCE:
        return {"workTranslation": others} if others else {}
    return {"translationOfWork": works[SOURCE]} if SOURCE in works else {}
