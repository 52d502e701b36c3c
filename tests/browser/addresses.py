"""Every page type with everything that shows, for the tests that walk them all in Chromium."""

import re
from html import unescape
from typing import Any

from django.test import Client

from cms.core.registries import page_types

#: A link of a list's filters.
FILTER = re.compile(r'href="(\?[^"]+)" rel="nofollow"')


def addresses(every: dict[str, dict[str, Any]], *codes: str) -> list[str]:
    """Paths in each language: page types, filtered lists, search with and without hits, 404.

    `every` is the fixture of that name.
    """
    return [path for code in codes for path in in_language(every, code)]


def in_language(every: dict[str, dict[str, Any]], code: str) -> list[str]:
    pages = list(every[code].values())
    assert len(pages) == len(page_types())
    paths = [page.url_path for page in pages]
    narrowed = [path + query for path in paths for query in first_filter(path)]
    found = f"/{code}/search/?q=Kerekasztal"
    assert narrowed, "no list has a filter"
    assert any(page.url_path in fetched(found) for page in pages[1:]), "the search finds nothing"
    return [
        *paths,
        *narrowed,
        found,
        f"/{code}/search/?q=",
        f"/{code}/feeds/",
        f"/{code}/glossary/",
        f"/{code}/nincs/",
    ]


def fetched(path: str) -> str:
    return Client().get(path).content.decode()


def first_filter(path: str) -> list[str]:
    """The query of the first filter of a list, none on any other page."""
    return [unescape(query) for query in FILTER.findall(fetched(path))[:1]]
