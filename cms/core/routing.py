"""Finds a page by its path in two queries at any depth, and the site once a request."""

from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db.models import Subquery, TextField
from django.db.models.functions import Concat
from django.http import Http404
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from cms.core.prepared import Prepared
from cms.core.sites import site_of
from cms.core.visibility import in_sight, restricted


def tail_of(path: str) -> str:
    """The path below a language's home page, without empty parts."""
    return "/".join(part for part in path.split("/") if part)


def route_for(request: Any, path: str) -> RouteResult | None:
    """The page of this request's language at `path` below the language's home page."""
    site = site_of(request)
    if site is None:
        return None
    home = site.root_page
    tail = tail_of(path)
    values = {"key": home.translation_key, "code": request.LANGUAGE_CODE, "depth": home.depth}
    if tail:
        values |= {"tail": f"{tail}/", "slug": tail.rpartition("/")[2]}
    found = (_below_home if tail else _home)(**values)
    try:
        return route_of(found)
    except Http404:
        return None


def _homes(key: Any, code: Any, depth: Any) -> Any:
    """The home page of a language."""
    return Page.objects.filter(translation_key=key, locale__language_code=code, depth=depth)


def _open(found: Any) -> Any:
    """Live pages of a queryset, each saying whether it is private (`is_private`), and under which
    generation of content it was read."""
    number = apps.get_model("core", "Generation").objects.values("number")[:1]
    pages = found.filter(in_sight(), live=True)
    return pages.annotate(is_private=restricted(), generation=Subquery(number))


def _page_below(key: Any, code: Any, depth: Any, tail: Any, slug: Any) -> Any:
    """The page at `tail` below the home page; `slug` for the index, which paths have none."""
    home = Subquery(_homes(key, code, depth).values("url_path")[:1])
    return _open(
        Page.objects.filter(
            slug=slug, locale__language_code=code,
            url_path=Concat(home, tail, output_field=TextField()),
        )
    )  # fmt: skip


_home = Prepared(lambda key, code, depth: _open(_homes(key, code, depth)))
_below_home = Prepared(_page_below)


def public_page(request: Any, path: str, model: Any) -> Any:
    """The page of type `model` at `path` that anybody may see. Raises Http404."""
    route = route_for(request, path)
    page = None if route is None else route.page
    if not isinstance(page, model) or not is_public(page):
        raise Http404
    return page


def is_public(page: Any) -> bool:
    """Whether a page that was found by its path is open to everybody, and no alias."""
    return page.get_view_restrictions is no_restrictions and page.alias_of_id is None


def route_by_path(home: Any, path_components: list[str]) -> RouteResult:
    """The live page at `home`'s path plus `path_components`. Raises Http404."""
    url_path = "/".join([home.url_path.rstrip("/"), *path_components]) + "/"
    return route_of(_open(Page.objects.filter(url_path=url_path, path__startswith=home.path)))


def route_of(found: Iterable[Any]) -> RouteResult:
    """The first of the pages that `_open` gives, as its own type. Raises Http404.

    Wagtail walks the tree, two queries a level. Whether the page is private comes along, so that
    a public page asks for no list of restrictions.
    """
    base = next(iter(found), None)
    if base is None or base.specific_class is None:
        raise Http404
    page = specific(base)
    page.generation = base.generation
    if not base.is_private:
        page.get_view_restrictions = no_restrictions
    return RouteResult(page)


def specific(base: Any) -> Any:
    """The page as its own type, with what it is shown with joined to it."""
    return _specific(base.specific_class, pk=base.pk)[0]


def _with_what_it_shows(model: Any, pk: Any) -> Any:
    return model.objects.select_related(*getattr(model, "shown_with", ())).filter(pk=pk)


_specific = Prepared(_with_what_it_shows)


def no_restrictions() -> list[Any]:
    """What a page answers to `get_view_restrictions` once its path was asked about them."""
    return []
