"""Finds translations whose facts are not the source's, after a restore or a bulk write."""

from typing import Any

from cms.core.facts.compare import compare
from cms.core.facts.propagate import family_of
from cms.core.registries import page_types
from cms.languages import SOURCE


def sources(model: Any) -> Any:
    return model._base_manager.filter(locale__language_code=SOURCE, alias_of__isnull=True)


def drift(model: Any) -> list[tuple[Any, set[int]]]:
    """(source, ids of pages that differ) for each source page of a type with differences."""
    found = []
    for source in sources(model):
        family = family_of(source)
        ids = compare(source, family).page_ids if family else set()
        if ids:
            found.append((source, ids))
    return found


def drift_everywhere() -> list[tuple[Any, set[int]]]:
    return [row for model in page_types() for row in drift(model)]
