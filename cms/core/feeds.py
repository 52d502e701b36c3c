"""The Atom feed of every list (RFC 4287), at `<address of the list>feed.atom`.

A filtered list has a filtered feed: the query is the same. An entry counts as updated by a change
that is no minor edit.
"""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from cms.core.changes import NEVER, last_change, updated_at
from cms.core.frame import Frame, address, frame_of
from cms.core.listing import Facet, ListRead, chosen_of, matching, names_of
from cms.core.models.lists import ListPage
from cms.core.outlets import ATOM, conditional, read_only
from cms.core.plain import plain, set_in
from cms.core.routing import public_page
from cms.core.texts import topics_of_pages

#: Entries of a feed: what changed last, whatever the order of the list.
MOST = 50


class ListFeed(Atom1Feed):
    """Atom with what Django's lacks: other languages, the summary's language, labels of topics."""

    def latest_post_date(self) -> datetime:
        if not self.items:  # Django would say now, and the feed would be new each time
            updated: datetime = self.feed["updated"]
            return updated
        return super().latest_post_date()

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        for lang, url in self.feed["alternates"]:
            handler.addQuickElement("link", "", {
                "rel": "alternate", "type": ATOM.media_type, "hreflang": lang, "href": url,
            })  # fmt: skip

    def add_item_elements(self, handler: Any, item: Any) -> None:
        super().add_item_elements(handler, {**item, "description": None})
        if item["description"]:
            handler.addQuickElement("summary", item["description"], {
                "type": "text", "xml:lang": self.feed["language"],
            })  # fmt: skip
        for notation, label in item["topics"].items():
            handler.addQuickElement("category", "", {"term": notation, "label": plain(label)})


def urn(key: UUID, *parts: str) -> str:
    """A name that stays the same wherever the page moves: RFC 9562, version 5."""
    return f"urn:uuid:{uuid5(key, '?'.join(parts))}"


@read_only
def feed(request: HttpRequest, path: str) -> HttpResponse:
    """404 where the address is no list, or one that not everybody may see."""
    page = public_page(request, path, ListPage)
    lang = page.locale.language_code
    frame = frame_of(request, page, lang)
    facets = page.all_facets()
    chosen = chosen_of(facets, request.GET)
    entries = feed_entries(page, facets, {**page.feed_chosen, **chosen})
    made = _feed(request, page, frame, chosen, names_of(facets, chosen, lang))
    topics = topics_of_pages(entries, lang)
    for entry in entries:
        url = request.build_absolute_uri(address(lang, entry.url_path))
        made.add_item(
            title=plain(entry.title), link=url, description=plain(entry.summary),
            unique_id=urn(entry.translation_key, lang), updateddate=entry.last_told,
            pubdate=entry.first_published_at or entry.last_told,
            topics=topics.get(entry.pk, {}),
        )  # fmt: skip
    body = made.writeString("utf-8").encode()
    return conditional(request, body, made.content_type, last_change())


def feed_entries(page: Any, facets: tuple[Facet, ...], chosen: dict[str, str]) -> list[Any]:
    """The pages of a list that have every chosen value, the one that changed last first."""
    items = page.items()
    if chosen:
        narrowing = tuple(facet for facet in facets if facet.name in chosen)
        items = items.filter(pk__in=matching(ListRead(page), narrowing, chosen).all_but())
    newest = items.annotate(last_told=updated_at()).order_by("-last_told", "-pk")
    return list(newest.defer_streamfields()[:MOST])


def _feed(
    request: HttpRequest, page: Any, frame: Frame, chosen: dict[str, str], names: list[str]
) -> ListFeed:
    query = f"?{urlencode(chosen)}" if chosen else ""
    site = frame.text.name if frame.text else ""
    parts = (page.title, *names, site)
    full = request.build_absolute_uri
    own = address(frame.lang, page.url_path)
    return ListFeed(
        title=plain(" · ".join(set_in(part, frame.direction) for part in parts if part)),
        link=full(f"{own}{query}"),
        description=None,
        language=frame.lang,
        subtitle=plain(page.summary) or None,
        author_name=plain(frame.text.owner or site) if frame.text else plain(page.title),
        feed_url=full(f"{own}{ATOM.file}{query}"),
        feed_guid=urn(page.translation_key, frame.lang, urlencode(chosen)),
        updated=page.last_published_at or NEVER,
        alternates=[
            (link.code, full(f"{link.url}{ATOM.file}{query}"))
            for link in frame.alternates
            if not link.is_current
        ],
    )
