"""Contributors and relations of a holding, and relations of others to it: one query for all.

A preview holds its rows in memory, where no query finds them.
"""

from typing import Any, NamedTuple

from django.apps import apps
from django.db.models import CharField, F, IntegerField, Value

from cms.languages import SOURCE

CONTRIBUTOR, RELATION, OTHERS = "contributor", "relation", "others"


class Row(NamedTuple):
    """`kind` is the role or the kind of relation, `page_id` the page that it refers to."""

    what: str
    kind: str
    page_id: int | None
    title: str = ""
    url: str = ""
    language: str = ""
    order: int = 0


def rows_of(page: Any) -> list[Row]:
    held = getattr(page, "_cluster_related_objects", {})
    if "contributors" in held or "relations" in held:
        rows = [*held_rows(page), *(Row(*values) for values in _union(_inverse(page)))]
    else:
        rows = [Row(*values) for values in _union([*_own(page), *_inverse(page)])]
    return sorted(rows, key=lambda row: (row.what, row.order or 0))


def held_rows(page: Any) -> list[Row]:
    made = [
        Row(CONTRIBUTOR, row.role, row.entry_id, row.name, order=row.sort_order)
        for row in page.contributors.all()
    ]
    related = [
        Row(RELATION, row.kind, row.target_id, row.title, row.url, row.language, row.sort_order)
        for row in page.relations.all()
    ]
    return [*made, *related]


def _own(page: Any) -> list[Any]:
    contributors = page._meta.get_field("contributors").related_model.objects
    relations = page._meta.get_field("relations").related_model.objects
    none = Value("", CharField())
    return [
        _columns(contributors.filter(page_id=page.pk), CONTRIBUTOR, F("role"), F("entry_id"),
                 F("name"), none, none, F("sort_order")),
        _columns(relations.filter(page_id=page.pk), RELATION, F("kind"), F("target_id"),
                 F("title"), F("url"), F("language"), F("sort_order")),
    ]  # fmt: skip


def _inverse(page: Any) -> list[Any]:
    """Rows of the source pages of other holdings that name a page of this family."""
    none = Value("", CharField())
    return [
        _columns(
            apps.get_model("resources", name).objects.filter(
                target__translation_key=page.translation_key, page__live=True,
                page__locale__language_code=SOURCE, page__alias_of__isnull=True,
            ),
            OTHERS, F("kind"), F("page_id"), none, none, none, Value(0, IntegerField()),
        )
        for name in ("PublicationRelation", "ResourceRelation")
    ]  # fmt: skip


def _columns(rows: Any, what: str, *columns: Any) -> Any:
    names = ("what", "of", "refers_to", "text", "address", "tongue", "place")
    values = dict(zip(names, (Value(what, CharField()), *columns), strict=True))
    return rows.order_by().values_list(*(values[name] for name in names))


def _union(parts: list[Any]) -> Any:
    first, *others = parts
    return first.union(*others, all=True)
