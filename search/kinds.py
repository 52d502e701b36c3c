"""Kinds of pages as readers know them; lists and the home page are pages like any other."""

from functools import cache
from typing import Any

from django.utils.text import capfirst

from cms.core.registries import page_types

AS_PAGES = {"list", "home"}


def kind_of(model: Any) -> str:
    """Of a page or its type."""
    kind = str(model.library_kind)
    return "page" if kind in AS_PAGES else kind


def kind_names() -> dict[str, str]:
    """Name of each kind in the active language, for several pages of it."""
    return {
        kind_of(model): capfirst(str(model._meta.verbose_name_plural))
        for model in page_types()
        if model.library_kind not in AS_PAGES
    }


def kind_name(kind: str) -> str:
    """Name of one page of a kind in the active language."""
    name = _names().get(kind)
    return capfirst(str(name)) if name else ""


@cache
def _names() -> dict[str, Any]:
    """By kind, of the first type of it."""
    return {model.library_kind: model._meta.verbose_name for model in reversed(page_types())}
