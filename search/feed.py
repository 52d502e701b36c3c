"""The Atom feed of any list of results (RFC 4287): the same query, what changed last first."""

from typing import Any
from uuid import NAMESPACE_URL

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, pgettext

from cms.core.changes import NEVER, last_change, updated_at
from cms.core.feeds import MOST, ListFeed, urn
from cms.core.frame import Frame, address
from cms.core.outlets import conditional
from cms.core.plain import plain, set_in
from cms.core.visibility import visible_pages
from search.models import SearchDocument
from search.query.asked import Asked
from search.query.found import found

#: Hits among which the newest are looked for.
MOST_HITS = 2_000


def feed_of(request: HttpRequest, asked: Asked, frame: Frame) -> HttpResponse:
    """Raises EngineDown."""
    pages = newest([group.page for group in found(asked, frame.lang).groups[:MOST_HITS]])
    summaries = dict(
        SearchDocument.objects.filter(page__in=pages).values_list("page_id", "summary")
    )
    made = empty_feed(request, asked, frame)
    for page in pages:
        lang = page.locale.language_code
        made.add_item(
            title=plain(page.title), description=plain(summaries.get(page.pk, "")),
            link=request.build_absolute_uri(address(lang, page.url_path)),
            unique_id=urn(page.translation_key, lang), updateddate=page.last_told,
            pubdate=page.first_published_at or page.last_told, topics={},
        )  # fmt: skip
    body = made.writeString("utf-8").encode()
    return conditional(request, body, made.content_type, last_change())


def newest(ids: list[int]) -> list[Any]:
    pages = visible_pages().filter(pk__in=ids).select_related("locale")
    return list(pages.annotate(last_told=updated_at()).order_by("-last_told", "-pk")[:MOST])


def empty_feed(request: HttpRequest, asked: Asked, frame: Frame) -> ListFeed:
    query = f"?{asked.query()}" if asked.query() else ""
    own = reverse("search")
    full = request.build_absolute_uri
    name = pgettext("title of a page", "Search") if asked.text else gettext("The whole holdings")
    parts = (asked.text, name, frame.text.name)
    return ListFeed(
        title=plain(" · ".join(set_in(part, frame.direction) for part in parts if part)),
        link=full(f"{own}{query}"), description=None, language=frame.lang,
        author_name=plain(frame.text.owner or frame.text.name),
        feed_url=full(f"{own}feed.atom{query}"),
        feed_guid=urn(NAMESPACE_URL, frame.lang, asked.query()), updated=NEVER, alternates=[],
    )  # fmt: skip
