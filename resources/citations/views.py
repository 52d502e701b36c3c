"""The citation of a holding as a file, at `<address of the page>cite.bib`, `.ris` and `.json`."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from cms.core.changes import last_change
from cms.core.outlets import Outlet, conditional, page_answer, read_only
from cms.core.routing import is_public
from resources.citations.formats import CITATIONS, WRITERS
from resources.citations.record import record_of
from resources.holdings.shown import shown_of


@read_only
def citation(request: HttpRequest, path: str, ending: str) -> HttpResponse:
    """404 where the page is no holding or a draft; a private page asks as its HTML does."""
    outlet = next(outlet for outlet in CITATIONS if outlet.file == f"cite.{ending}")

    def answer(page: Any, request: HttpRequest, _args: Any, _kwargs: Any) -> HttpResponse:
        return written(page, request, outlet, ending)

    return page_answer(request, path, lambda page: hasattr(page, "citations"), answer)


def written(page: Any, request: HttpRequest, outlet: Outlet, ending: str) -> HttpResponse:
    text = WRITERS[ending](record_of(page, shown_of(page, request), request))
    response = conditional(
        request, text.encode(), f"{outlet.media_type}; charset=utf-8", last_change()
    )
    if not is_public(page):
        patch_cache_control(response, private=True)
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.{ending}"'
    return response
