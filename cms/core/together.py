"""Reads rows of several tables in one query: a page that shows five kinds of rows costs one.

Every value comes as text (a UNION has one type a column): what the rows mean, the caller says.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import cache
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast
from wagtail.models import Locale

from cms.core.prepared import Prepared
from cms.languages import SOURCE

#: A query set and the columns that are wanted of it.
Part = tuple[Any, tuple[str, ...]]
Row = dict[str, str | None]


def together(parts: dict[str, Part]) -> dict[str, list[Row]]:
    """Rows by the name of their part, each a dict of its columns; in no order."""
    return gathered({name: columns for name, (_rows, columns) in parts.items()}, united(parts))


def united(parts: dict[str, Part]) -> Any:
    """The query set of `together`: what `gathered` sorts out again."""
    width = max(len(columns) for _rows, columns in parts.values())
    queries = [_selected(name, *part, width) for name, part in parts.items()]
    return queries[0].union(*queries[1:], all=True)


def gathered(parts: dict[str, tuple[str, ...]], rows: Iterable[Any]) -> dict[str, list[Row]]:
    """Rows of `united` by the name of their part; `parts` gives the columns of each."""
    found: dict[str, list[Row]] = {name: [] for name in parts}
    for name, *values in rows:
        columns = parts[name]
        found[name].append(dict(zip(columns, values[: len(columns)], strict=True)))
    return found


def _selected(name: str, rows: Any, columns: tuple[str, ...], width: int) -> Any:
    texts = [Cast(F(column), CharField()) for column in columns]
    padding = [Value("", CharField())] * (width - len(columns))
    return rows.order_by().values_list(Value(name, CharField()), *texts, *padding)


def number(value: str | None) -> int | None:
    """An id or another whole number."""
    return int(value) if value else None


def day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def moment(value: str | None) -> datetime:
    """A moment that is never null: SQLite gives it in UTC without saying so."""
    at = datetime.fromisoformat(str(value))
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def truth(value: str | None) -> bool:
    """A boolean: SQLite gives 1, PostgreSQL true."""
    return value in {"1", "true"}


def held_rows(page: Any, relation: str, columns: tuple[str, ...]) -> list[Row] | None:
    """The rows that `page` holds in memory, as `together` gives them; None where it holds none.

    A draft in preview holds its rows, a page that is served does not.
    """
    if relation not in getattr(page, "_cluster_related_objects", {}):
        return None
    return [
        {column: _as_text(_value(row, column)) for column in columns}
        for row in getattr(page, relation).all()
    ]


#: Makes the parts that lie beside a page, from a stand-in of the page (`Prepared`) and its type.
Beside = Callable[[Any, Any], dict[str, Part]]
#: Relations of a page's type and the columns that are wanted of each.
Own = tuple[tuple[str, tuple[str, ...]], ...]


def rows_beside(page: Any, beside: Beside) -> dict[str, list[Row]]:
    """Rows of the parts `beside` of a page: one query, written once for each type."""
    return _gathered(page, beside, ())


def with_own_rows(
    page: Any, own: dict[str, tuple[str, ...]], beside: Beside
) -> dict[str, list[Row]]:
    """Rows of the page's relations (`own`: relation → columns) and of the parts `beside`.

    One query; what a draft in preview holds in memory is taken from there. Where the page stands
    in for a translation that is not there, its rows say nothing in words.
    """
    held = {name: held_rows(page, name, columns) for name, columns in own.items()}
    stored = tuple((name, columns) for name, columns in own.items() if held[name] is None)
    rows = _gathered(page, beside, stored)
    rows |= {name: found for name, found in held.items() if found is not None}
    return _without_texts(page, rows, own) if page.is_stand_in else rows


def _without_texts(
    page: Any, rows: dict[str, list[Row]], own: dict[str, tuple[str, ...]]
) -> dict[str, list[Row]]:
    for name in own:
        texts = page._meta.get_field(name).related_model.text_fields
        rows[name] = [{**row, **dict.fromkeys(texts, "")} for row in rows[name]]
    return rows


def _gathered(page: Any, beside: Beside, own: Own) -> dict[str, list[Row]]:
    model: Any = type(page)
    return gathered(_columns(model, beside, own), _parts(model, beside, own, page=page))


def _parts_of(model: Any, beside: Beside, own: Own, page: Any) -> dict[str, Part]:
    stored = {
        name: (model._meta.get_field(name).related_model.objects.filter(page_id=page.pk), columns)
        for name, columns in own
    }
    return {**beside(page, model), **stored}


@cache
def _columns(model: Any, beside: Beside, own: Own) -> dict[str, tuple[str, ...]]:
    """The columns of each part; what the stand-in stands for does not matter to them."""
    nobody = SimpleNamespace(pk=0, translation_key=UUID(int=0), locale_id=0, locale=Locale(pk=0))
    return {name: columns for name, (_rows, columns) in
            _parts_of(model, beside, own, nobody).items()}  # fmt: skip


_parts = Prepared(lambda model, beside, own, page: united(_parts_of(model, beside, own, page)))


def in_order(rows: list[Row]) -> list[Row]:
    """Rows of a page as it sorts them; a UNION gives them in no order."""
    return sorted(rows, key=lambda row: number(row["sort_order"]) or 0)


def text_lang(row: Row, name: str, lang: str) -> str:
    """The language of a row's text: the source's until it is translated."""
    if name in (row["source_text"] or ""):
        return SOURCE
    return row.get("locale__language_code") or lang


def _value(row: Any, column: str) -> Any:
    for name in column.split("__"):
        row = getattr(row, name, None)
    return row


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, bool):
        return None if value is None else str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)
