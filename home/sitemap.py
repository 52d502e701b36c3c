"""The sitemap: an index and one part for each language, with each page's other languages.

It lists what lists do: current pages. Costs the same for any number of pages and languages.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from cms.core.changes import changed_at
from cms.core.frame import address
from cms.core.outlets import read_only
from cms.core.visibility import current_pages
from cms.languages import BY_CODE, FALLBACK, LANGUAGES, SOURCE

#: Addresses in one file: the protocol allows 50,000, with alternates in nine languages 50 MB.
MOST = 10_000
XML = "application/xml"
COLUMNS = ("translation_key", "url_path", "changed")
WHERE = ("translation_key", "locale__language_code", "url_path")


@dataclass(frozen=True)
class Part:
    """One file of the sitemap, and when a page in it was published last."""

    url: str
    changed: datetime | None


@dataclass(frozen=True)
class Entry:
    url: str
    changed: datetime
    #: (language or `x-default`, address); empty where the page has one language.
    alternates: list[tuple[str, str]]


def parts(most: int = MOST) -> list[Part]:
    """Every file, by language: one query."""
    found = {
        row["locale__language_code"]: row
        for row in current_pages()
        .order_by()
        .values("locale__language_code")
        .annotate(pages=Count("pk"), changed=Max("last_published_at"))
    }
    made = []
    for language in LANGUAGES:
        if row := found.get(language.code):
            url = reverse("sitemap_part", args=[language.code])
            for number in range(1, -(-row["pages"] // most) + 1):
                made.append(Part(url if number == 1 else f"{url}?p={number}", row["changed"]))
    return made


def entries(request: HttpRequest, lang: str, number: str, most: int = MOST) -> list[Entry]:
    """The pages of one file: two queries. Raises Http404 where there is no such file."""
    pages = current_pages().filter(locale__language_code=lang).order_by("path")
    rows = list(pages.annotate(changed=changed_at()).values_list(*COLUMNS)[_slice(number, most)])
    if not rows:
        raise Http404
    others = _addresses(request, [key for key, _path, _changed in rows])
    full = request.build_absolute_uri
    return [
        Entry(full(address(lang, path)), changed, _alternates(others[key]))
        for key, path, changed in rows
    ]


def _slice(number: str, most: int) -> slice:
    """The rows of file `number`, "1" being the first; five figures are more than any site has."""
    if not (number.isascii() and number.isdecimal() and len(number) <= 5) or int(number) == 0:
        raise Http404
    return slice((int(number) - 1) * most, int(number) * most)


def _addresses(request: HttpRequest, keys: list[Any]) -> dict[Any, dict[str, str]]:
    """Addresses by language, for each translation key."""
    found: dict[Any, dict[str, str]] = {}
    pages = current_pages().filter(translation_key__in=keys)
    for key, lang, path in pages.values_list(
        "translation_key", "locale__language_code", "url_path"
    ):
        found.setdefault(key, {})[lang] = request.build_absolute_uri(address(lang, path))
    return found


def _alternates(by_lang: dict[str, str]) -> list[tuple[str, str]]:
    if len(by_lang) < 2:
        return []
    default = by_lang.get(FALLBACK) or by_lang.get(SOURCE)
    return [*sorted(by_lang.items()), *([("x-default", default)] if default else [])]


@read_only
def sitemap_index(request: HttpRequest) -> HttpResponse:
    return render(request, "home/sitemap_index.xml", {"parts": parts()}, XML)


@read_only
def sitemap_part(request: HttpRequest, lang: str) -> HttpResponse:
    """`p` is the number of the file, the first one where it is missing."""
    if lang not in BY_CODE:
        raise Http404
    found = entries(request, lang, request.GET.get("p", "1"))
    return render(request, "home/sitemap.xml", {"entries": found}, XML)
