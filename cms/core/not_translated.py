"""What answers where a page is not there in the asked language: its facts, and where it is.

No text of the page itself is shown in another language than the reader's; the answer is 200, so
that a helper can pass the address on, and `noindex`.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Site

from cms.core.frame import active_locale
from cms.core.routing import specific, tail_of
from cms.core.visibility import visible_pages
from cms.languages import SOURCE


def source_at(request: Any, path: str) -> Any | None:
    """The visible source-language page at `path` below its home; slugs are facts, the same in all
    languages. None where there is none, or where the source itself was asked for."""
    site = Site.find_for_request(request)
    if site is None or request.LANGUAGE_CODE == SOURCE:
        return None
    tail = tail_of(path)
    url_path = f"{site.root_page.url_path}{tail}/" if tail else site.root_page.url_path
    base = visible_pages().filter(locale__language_code=SOURCE, url_path=url_path).first()
    return None if base is None or base.specific_class is None else specific(base)


def not_translated(request: HttpRequest, page: Any) -> HttpResponse:
    """The facts of `page`, a source-language page, in the frame of the asked language."""
    # For this answer alone: names of its records and of pages it refers to come in this language
    page.locale = active_locale(request.LANGUAGE_CODE)
    page.is_stand_in = True
    context = page.get_context(request)
    response = render(request, "core/not_translated.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
