"""Every address of Django's resolver with arguments filled in, for the matrix of roles.

An address that asks about a page is asked twice: for a Hungarian page and for its translation.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import get_resolver
from wagtail import hooks
from wagtail.models import Page

from tests.roles.world import PAGE_BY_PK, World

#: Parameters of a page's address; each such address is asked for both languages.
OF_PAGE = {
    "page_id", "parent_page_id", "page_to_move_id", "page_pk",
}  # fmt: skip

#: Routes that are regular expressions without names.
BY_HAND: dict[str, Callable[[World], str]] = {
    "wagtaildocs_serve": lambda w: f"/documents/{w.document.pk}/{w.document.filename}",
    "wagtail_serve": lambda w: w.event.url_path,
    "sitemap_part": lambda _w: "/sitemap-hu.xml",
    "feed": lambda w: f"{w.event.get_parent().url_path}feed.atom",
    "event_calendar": lambda w: f"{w.event.url_path}event.ics",
    "page_pdf": lambda w: f"{w.recommendation.url_path}page.pdf",
    "citation": lambda w: f"{w.publication.url_path}cite.bib",
    "events_calendar": lambda w: f"{w.event.get_parent().url_path}events.ics",
    "translation_report": lambda w: f"/en/translations/report/{w.english.pk}/",
    "translation_reported": lambda w: f"/en/translations/report/{w.english.pk}/sent/",
    "admin/^.*/$": lambda w: "/admin/nincs-ilyen/",
}


@dataclass(frozen=True)
class Address:
    """`row` is its row in the table of roles: its name and, of a page, the language."""

    row: str
    url: str


def routes(resolver: Any = None, prefix: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """(name with namespaces, or the route itself where it has none; route) of every address."""
    for entry in (resolver or get_resolver()).url_patterns:
        route = prefix + str(entry.pattern)
        if hasattr(entry, "url_patterns"):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from routes(entry, route, inner)
        else:
            yield (space + entry.name if entry.name else route), route


def addresses(world: World) -> Iterator[Address]:
    """Every address of the site, once for each row of the table. An unknown parameter raises.

    A second route of the same name is the row `name+`.
    """
    seen: set[str] = set()
    for name, route in dict.fromkeys(routes()):
        row = f"{name}+" if name in seen and name not in BY_HAND else name
        seen.add(name)
        names = re.findall(r"<(?:\w+:)?(\w+)>", route)
        if name == "wagtail_bulk_action":
            yield from _bulk(world)
        elif OF_PAGE & set(names) or name in PAGE_BY_PK:
            for tree in ("hu", "en"):
                yield Address(f"{row} {tree}", _filled(name, route, world, tree))
        else:
            yield Address(row, _filled(name, route, world, "hu"))


def _bulk(world: World) -> Iterator[Address]:
    for action in hooks.get_hooks("register_bulk_action"):
        for model in action.models:
            name, label = model._meta.model_name, model._meta.app_label
            url = f"/admin/bulk/{label}/{name}/{action.action_type}/"
            if model is Page:
                for tree in ("hu", "en"):
                    row = f"bulk {name} {action.action_type} {tree}"
                    yield Address(row, f"{url}?id={world.page(tree).pk}")
            else:
                yield Address(f"bulk {name} {action.action_type}", f"{url}?id={world.ids[name]}")


def _filled(name: str, route: str, world: World, tree: str) -> str:
    if name in BY_HAND:
        return BY_HAND[name](world)

    def value(match: re.Match[str]) -> str:
        return str(world.value(name, match[1] or match[2], tree))

    plain = route.replace("^", "").replace("$", "").replace("\\.", ".")
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)", value, plain)
