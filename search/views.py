"""The search page: Wagtail's own backend over what a visitor may see."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from cms.core.frame import active_locale
from search.selectors import as_their_types, found_pages, sane

PER_PAGE = 20


def search(request: HttpRequest) -> HttpResponse:
    """`q` is what a visitor typed, `page` the page of the results."""
    typed = request.GET.get("q", "")
    words = sane(typed)
    locale = active_locale(translation.get_language() or "")
    hits: Any = found_pages(locale, words) if words else []
    page = Paginator(hits, PER_PAGE).get_page(request.GET.get("page"))
    page.object_list = as_their_types(page.object_list)
    kept = urlencode({"q": words})
    context = {
        "query": words,
        "hits": page,
        "searched": bool(words),
        "kept": kept,
    }
    return render(request, "search/search.html", context)
