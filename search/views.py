"""The search page: Wagtail's own backend over what a visitor may see."""

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from wagtail.models import Locale

from cms.core.frame import active_locale
from search.selectors import (
    as_their_types,
    counts_of,
    found_pages,
    hit_of,
    is_searchable,
    kind_facet,
    kind_names,
    other_languages,
    sane,
)

PER_PAGE = 20


def search(request: HttpRequest) -> HttpResponse:
    """`q` is what a visitor typed, `kind` one of the kinds, `page` the page of the results."""
    words = sane(request.GET.get("q", ""))
    asked = request.GET.get("kind", "")
    kind = asked if asked in kind_names() else ""
    locale = active_locale(translation.get_language() or "")
    context: dict[str, Any] = {"query": words, "kind": kind, "searched": bool(words)}
    if words:
        context |= found(locale, words, kind, request.GET.get("page"))
    context["is_open"] = not words or is_open(context["hits"], kind)
    return render(request, "search/search.html", context)


def is_open(hits: Page[Any], kind: str) -> bool:
    """Whether search engines may look: not at what was narrowed, goes on, or holds nothing.

    The first page names the search itself as its address (RFC 6596), so that nobody's words come
    to stand in another engine's results under the site's name.
    """
    return bool(hits) and not kind and hits.number == 1


def found(locale: Locale, words: str, kind: str, number: str | None) -> dict[str, Any]:
    """The hits of one page of results, and how they can be narrowed or sought elsewhere."""
    page = Paginator(found_pages(locale, words, kind), PER_PAGE).get_page(number)
    page.object_list = [hit_of(one, words) for one in as_their_types(page.object_list)]
    kept = {"q": words, "kind": kind} if kind else {"q": words}
    context: dict[str, Any] = {"hits": page, "kept": urlencode(kept)}
    if is_searchable(words):
        by_kind, by_language = Counter[str](), Counter[str]()
        for lang, of_kind, number_of in counts_of(words):
            by_language[lang] += number_of
            by_kind[of_kind] += number_of if lang == locale.language_code else 0
        facet = kind_facet(by_kind, words, kind)
        context["facets"] = [facet] if len(facet.links) > 1 or kind else []
        context["others"] = other_languages(by_language, locale.language_code, words)
    return context
