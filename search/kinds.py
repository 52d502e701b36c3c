"""Kinds of pages as readers know them; lists and the home page are pages like any other."""

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
    names = (model._meta for model in page_types() if model.library_kind == kind)
    return next((capfirst(str(meta.verbose_name)) for meta in names), "")
