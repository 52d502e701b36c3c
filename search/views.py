"""The search page, its feed, and titles while one types: what was found for a reader."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from cms.core.frame import frame_of
from cms.core.generation import Kept, content_generation
from cms.core.models.shown import PARTS
from search.engines.current import engine
from search.engines.port import EngineDown
from search.facets import shown_facets
from search.feed import feed_of
from search.library import library_of
from search.query.asked import Asked
from search.query.found import Found, found
from search.results import hits_of, mended_words
from search.suggestions import suggested
from search.without_engine import titles_with

PER_PAGE = 20
#: By query, number of the page, language and site; the two parts of one are 10 to 40 KB.
_drawn: Kept[dict[str, str]] = Kept(most=100)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """`q` is what a visitor typed; the other parameters are those of `Asked`, and `page`."""
    asked, lang = Asked.of(request.GET), translation.get_language() or ""
    # `searched`: the header then leaves its own field out
    context: dict[str, Any] = {
        "asked": asked, "query": asked.text, "kept": asked.query(), "searched": bool(asked.text),
    }  # fmt: skip
    generation = content_generation()
    try:
        context["drawn"] = drawn = kept_parts(request, asked, lang, generation)
        if not all(part in drawn for part in PARTS):
            result = found(asked, lang, library_of(generation))
            context |= shown(asked, result, lang, request.GET.get("page"))
    except EngineDown:
        context |= {"drawn": None, "is_down": True, "titles": titles_with(asked.text, lang)}
    context["is_open"] = asked.is_plain and is_open(context.get("hits"))
    return render(
        request, "search/search.html", context, status=503 if "is_down" in context else 200
    )


def kept_parts(
    request: HttpRequest, asked: Asked, lang: str, generation: int | None
) -> dict[str, str]:
    """Where visitors without a session find what was rendered of these results, until content, the
    index or the day changes. Raises EngineDown."""
    if generation is None or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return {}
    site = request.build_absolute_uri("/")
    return _drawn.get(
        (asked.query(), request.GET.get("page"), lang, site), dict,
        state=(generation, engine().version(), timezone.localdate()),
    )  # fmt: skip


def is_open(hits: Page[Any] | None) -> bool:
    """Whether search engines may look: not at what goes on, or holds nothing.

    The first page names the search itself as its address (RFC 6596), so that nobody's words come
    to stand in another engine's results under the site's name.
    """
    return bool(hits and hits.number == 1)


def shown(asked: Asked, result: Found, lang: str, number: str | None) -> dict[str, Any]:
    """One page of results, and how it can be narrowed."""
    page: Page[Any] = Paginator(result.groups, PER_PAGE).get_page(number)
    page.object_list = hits_of(list(page.object_list), result)
    own = result.planned.get(lang)
    return {
        "hits": page, "facets": shown_facets(asked, result, lang),
        "mended": [] if result.is_loose else mended_words(own), "is_loose": result.is_loose,
        "past": result.past, "foreign": result.foreign,
        "to_relevance": asked.but(by_date=False), "to_date": asked.but(by_date=True),
        "to_here": asked.but(only_here=not asked.only_here),
        "to_current": asked.but(only_current=not asked.only_current),
        "to_all": urlencode({"q": asked.text}) if asked.text else "",
        "feed_query": asked.query(),
    }  # fmt: skip


@require_safe
def search_feed(request: HttpRequest) -> HttpResponse:
    """The same results as an Atom feed, the newest first."""
    lang = translation.get_language() or ""
    frame = frame_of(request, None, lang)
    try:
        return feed_of(request, Asked.of(request.GET), frame)
    except EngineDown:
        response = HttpResponse(status=503)
        response["Retry-After"] = "120"
        return response


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """Titles and topics with words that begin as what is typed: `[{"title", "url", "kind"}]`."""
    lang = translation.get_language() or ""
    return JsonResponse(
        [one._asdict() for one in suggested(request.GET.get("q", ""), lang)], safe=False
    )
