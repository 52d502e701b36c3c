"""The child rows of a page, by a query that is written once for each relation."""

from typing import Any

from cms.core.prepared import Prepared


def child_rows(page: Any, relation: str, *joined: str) -> list[Any]:
    """The rows of `page.<relation>` in their order, with the records in `joined` at hand.

    A draft in preview holds its rows itself; those of a page that is served are read.
    """
    if relation in getattr(page, "_cluster_related_objects", {}):
        return list(getattr(page, relation).all())
    field = type(page)._meta.get_field(relation).field
    rows = _rows(field, joined, page=page.pk or 0)
    for row in rows:
        setattr(row, field.name, page)
    return rows


def _rows_of(field: Any, joined: tuple[str, ...], page: Any) -> Any:
    rows = field.model._default_manager.filter(**{field.attname: page})
    return rows.select_related(*joined) if joined else rows


_rows = Prepared(_rows_of)
