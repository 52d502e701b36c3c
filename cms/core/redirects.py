"""Old addresses lead on: a page that moves or gets another slug leaves redirects in all languages.

Wagtail's own receivers are off (`WAGTAILREDIRECTS_AUTO_CREATE`): they read each page beneath on its
own, leave a redirect that leads in a circle when a slug goes back, and fail on a long address.
The redirects are Wagtail's rows, so that its screen shows them.
"""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils.cache import patch_cache_control
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from cms.core.frame import address
from cms.core.visibility import in_sight, restricted
from cms.languages import BY_CODE, SOURCE

LONGEST = 255
#: Addresses beneath a page's own that its redirect serves too: subscribers keep what they follow.
OUTLETS = ("feed.atom", "event.ics", "events.ics")


def redirects_follow(*, page: Any, url_path_before: str) -> None:
    """Lead the addresses that a page and those beneath it had to where they are now.

    Every page that was public once counts, for it may be so again. What led away from an address
    where a page is now is removed: it would lead in a circle once that page is gone.
    """
    rows = Page.objects.filter(path__startswith=page.path, first_published_at__isnull=False)
    moved = {}
    for pk, lang, url_path in rows.values_list("pk", "locale__language_code", "url_path"):
        before = url_path_before + url_path[len(page.url_path) :]
        if (old := key_of(address(lang, before))) != (new := key_of(address(lang, url_path))):
            moved[old] = (pk, new)
    if not moved:
        return
    taken = {*moved, *(new for _pk, new in moved.values())}
    site = page.get_site()
    with transaction.atomic():
        Redirect.objects.filter(automatically_created=True, old_path__in=taken).delete()
        Redirect.objects.bulk_create(
            [
                Redirect(old_path=old, site=site, redirect_page_id=pk, automatically_created=True)
                for old, (pk, _new) in moved.items()
                if len(old) <= LONGEST
            ],
            ignore_conflicts=True,  # an address that an editor leads elsewhere by hand
        )


def key_of(path: str) -> str:
    """An address as the rows hold it: decoded, without the last slash."""
    return str(Redirect.normalise_path(path))


class RedirectMiddleware:
    """Asks for a redirect where a GET found nothing; costs no query elsewhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in {"GET", "HEAD"}:
            return response
        return redirect_for(request) or response


def redirect_for(request: HttpRequest) -> HttpResponse | None:
    """Where the address of this request leads today; nothing where that is open to nobody."""
    path, file = split_outlet(urlsplit(request.get_full_path()).path)
    found, target = None, ""
    for lang, asked in candidates(request, path, file):
        if found := get_redirect(request, asked):
            target = target_of(found, lang)
            break
    if found is None or not target or key_of(target) == key_of(path):
        return None
    if found.automatically_created:
        query = request.META.get("QUERY_STRING", "")
        target += file + (f"?{query}" if query else "")
    answer = HttpResponsePermanentRedirect if found.is_permanent else HttpResponseRedirect
    response = answer(target)
    # A browser that remembers it for ever would go in a circle when a slug goes back
    patch_cache_control(response, no_cache=True)
    return response


def split_outlet(path: str) -> tuple[str, str]:
    """`/hu/regi/feed.atom` → (`/hu/regi/`, `feed.atom`)."""
    head, _slash, last = path.rpartition("/")
    return (f"{head}/", last) if last in OUTLETS else (path, "")


def candidates(request: HttpRequest, path: str, file: str) -> list[tuple[str, str]]:
    """(language, address) to look for: as asked, without the query, and the source's address.

    A page that is not translated yet answers under the source's slug in every language.
    """
    lang, _slash, rest = path.strip("/").partition("/")
    plain = Redirect.normalise_path(path, decode_unicode=False)
    whole = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    found = [(lang, whole), (lang, plain)] if not file and whole != plain else [(lang, plain)]
    if rest and lang in BY_CODE and lang != SOURCE:
        found.append((lang, f"/{SOURCE}/{rest.rstrip('/')}"))
    return found


def target_of(redirect: Redirect, lang: str) -> str:
    """Its page's address, in the asked language where it has slugs in common; or its link."""
    if redirect.redirect_page_id is None:
        return str(redirect.redirect_link)
    open_now = Page.objects.filter(~restricted(), in_sight(), live=True)
    row = open_now.filter(pk=redirect.redirect_page_id)
    for own, url_path in row.values_list("locale__language_code", "url_path"):
        return address(lang if redirect.automatically_created else own, url_path)
    return ""
