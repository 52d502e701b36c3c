"""Contributors and relations of a holding, and relations of others to it: one query for all.

A preview holds its rows in memory, where no query finds them.
"""

from typing import Any, NamedTuple

from django.apps import apps

from cms.core.together import Part, number, rows_beside
from cms.languages import SOURCE

CONTRIBUTOR, RELATION, OTHERS = "contributor", "relation", "others"
COLUMNS: dict[str, tuple[str, ...]] = {
    CONTRIBUTOR: ("sort_order", "role", "entry_id", "name"),
    RELATION: ("sort_order", "kind", "target_id", "title", "url", "language"),
}


class Row(NamedTuple):
    """`kind` is the role or the kind of relation, `page_id` the page that it refers to."""

    what: str
    order: int
    kind: str
    page_id: int | None
    title: str = ""
    url: str = ""
    language: str = ""


def rows_of(page: Any) -> list[Row]:
    held = getattr(page, "_cluster_related_objects", {})
    if "contributors" in held or "relations" in held:
        rows = [*held_rows(page), *_read(rows_beside(page, _others))]
    else:
        rows = _read(rows_beside(page, _all))
    return sorted(rows, key=lambda row: (row.what, row.order))


def held_rows(page: Any) -> list[Row]:
    held = {CONTRIBUTOR: page.contributors.all(), RELATION: page.relations.all()}
    return [
        Row(what, row.sort_order or 0, *(getattr(row, name) for name in COLUMNS[what][1:]))
        for what, rows in held.items()
        for row in rows
    ]


def _all(page: Any, model: Any) -> dict[str, Part]:
    return {**_own(page, model), **_others(page, model)}


def _own(page: Any, model: Any) -> dict[str, Part]:
    relations = {CONTRIBUTOR: "contributors", RELATION: "relations"}
    return {
        what: (
            model._meta.get_field(name).related_model.objects.filter(page_id=page.pk), COLUMNS[what]
        )
        for what, name in relations.items()
    }  # fmt: skip


def _others(page: Any, model: Any) -> dict[str, Part]:
    """Rows of the source pages of other holdings that name a page of this family."""
    return {
        name: (
            apps.get_model("resources", name).objects.filter(
                target__translation_key=page.translation_key, page__live=True,
                page__locale__language_code=SOURCE, page__alias_of__isnull=True,
            ),
            ("sort_order", "kind", "page_id"),
        )
        for name in ("PublicationRelation", "ResourceRelation")
    }  # fmt: skip


def _read(parts: dict[str, list[dict[str, str | None]]]) -> list[Row]:
    found = []
    for name, rows in parts.items():
        what = name if name in COLUMNS else OTHERS
        for order, kind, page_id, *rest in (row.values() for row in rows):
            texts = [value or "" for value in rest]
            found.append(Row(what, number(order) or 0, kind or "", number(page_id), *texts))
    return found
