"""What a page offers to other programs beside its HTML: its feed, its calendar.

The address is the page's own and a file name (`/hu/esemenyek/feed.atom`), with the list's filters
as its query.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from hashlib import sha256
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail import hooks

from cms.core.frame import address
from cms.core.routing import route_for


@dataclass(frozen=True)
class Outlet:
    """`file` is the last part of the address; `is_subscribed`: calendars follow it (`webcal:`)."""

    file: str
    label: Any
    media_type: str
    is_subscribed: bool = False


#: The page itself as PDF/UA; a type that offers it says by `pdf_sections` what follows its body.
PAGE_PDF = Outlet("page.pdf", _("PDF of this page"), "application/pdf")
ATOM = Outlet("feed.atom", _("Feed (Atom)"), "application/atom+xml")


def read_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """GET and HEAD alone; others get 405, and not the 403 of the check against forged forms."""
    return csrf_exempt(wraps(view)(require_safe(view)))


def conditional(
    request: HttpRequest, body: bytes, content_type: str, changed: datetime | None
) -> HttpResponse:
    """The body, or 304 where the client has it (RFC 9110, 13): it asks each time, and gets little.

    `changed` may be later than the body's own last change, never earlier.
    """
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type=content_type)
    response["ETag"] = etag
    seconds = int(changed.timestamp()) if changed else None
    if seconds is not None:
        response["Last-Modified"] = http_date(seconds)
    patch_cache_control(response, no_cache=True)
    return get_conditional_response(request, etag, seconds, response) or response


def page_answer(
    request: HttpRequest, path: str, offers: Callable[[Any], bool], answer: Callable[..., Any]
) -> HttpResponse:
    """What `answer(page, request, args, kwargs)` makes of a page, for whoever may open the page.

    A private page asks as its HTML does, by Wagtail's own rules. Raises Http404 where there is no
    live page at `path`, or one that `offers` denies.
    """
    route = route_for(request, path)
    page = None if route is None else route.page
    if page is None or not offers(page):
        raise Http404
    for wrap in reversed(hooks.get_hooks("on_serve_page")):
        answer = wrap(answer)
    for hook in hooks.get_hooks("before_serve_page"):
        refused = hook(page, request, [], {})
        if isinstance(refused, HttpResponse):
            return refused
    answered: HttpResponse = answer(page, request, [], {})
    return answered


@dataclass(frozen=True)
class Offer:
    """An outlet of one page as a link; `subscribe` is empty where nothing subscribes to it."""

    label: Any
    url: str
    media_type: str
    subscribe: str = ""


def offers_of(request: HttpRequest, outlets: Any, lang: str, url_path: str, query: str = "") -> Any:
    """The outlets of the page at the tree path `url_path` as links; `query` is encoded."""
    for outlet in outlets:
        url = address(lang, url_path) + outlet.file + (f"?{query}" if query else "")
        webcal = f"webcal://{request.get_host()}{url}" if outlet.is_subscribed else ""
        yield Offer(outlet.label, url, outlet.media_type, webcal)
