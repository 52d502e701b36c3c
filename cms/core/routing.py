"""Finds a page by its path in two queries at any depth, and the site once a request."""

from typing import Any

from django.http import Http404
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from cms.core.visibility import restricted


def route_by_path(home: Any, path_components: list[str]) -> RouteResult:
    """The live page at `home`'s path plus `path_components`. Raises Http404.

    Wagtail walks the tree, two queries a level. Whether the page is private comes along, so that
    a public page asks for no list of restrictions.
    """
    url_path = "/".join([home.url_path.rstrip("/"), *path_components]) + "/"
    found = Page.objects.filter(
        url_path=url_path, live=True, path__startswith=home.path
    ).annotate(is_private=restricted())
    base = found.first()
    if base is None or base.specific_class is None:
        raise Http404
    page = specific(base)
    if not base.is_private:
        page.get_view_restrictions = no_restrictions
    return RouteResult(page)


def specific(base: Any) -> Any:
    """The page as its own type, with what it is shown with joined to it."""
    model = base.specific_class
    pages = model.objects.select_related(*getattr(model, "shown_with", ()))
    return pages.get(pk=base.pk)


def no_restrictions() -> list[Any]:
    """What a page answers to `get_view_restrictions` once its path was asked about them."""
    return []
