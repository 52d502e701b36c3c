"""Queries whose SQL Django writes once: what changes from one request to the next is a parameter.

Building and compiling a query costs ten times what SQLite then needs to answer it, and every page
asks the same handful. A `Prepared` is made of a function that builds the query set; it is called
with stand-ins in place of values the first time, and with nothing after that.
"""

from collections.abc import Callable, Collection, Hashable
from datetime import date, datetime
from functools import partial
from types import SimpleNamespace
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.models import Expression, F, Field, QuerySet, prefetch_related_objects
from django.db.models.lookups import In

#: The field that writes a value of each type for the database.
FIELDS: dict[type, Field[Any, Any]] = {
    int: models.BigIntegerField(),
    str: models.TextField(),
    UUID: models.UUIDField(),
    date: models.DateField(),
    datetime: models.DateTimeField(),
}


class Param(Expression):
    """Where the value `name` goes; it travels through the compiler as its own parameter."""

    def __init__(self, name: tuple[str, int], field: Field[Any, Any]) -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [self]


def among(column: str, values: Any) -> In:
    """`column` is one of `values`: what `__in` says, for a foreign key and stand-ins too."""
    return In(F(column), values)


class Prepared:
    """`build(*fixed, **stand_ins)` gives a query set; a call runs it with values.

    `fixed` are hashable and part of what is kept; the values of a call are int, str, UUID, date,
    datetime, a collection of one of them (padded, so that few lengths are kept), or a page, whose
    stand-in has `pk`, `translation_key`, `locale` and `locale.language_code`. `build` may hand
    a value on to a lookup and must not look at it, nor at the clock or the active language: what
    they say would be kept.
    """

    def __init__(self, build: Callable[..., QuerySet[Any]]) -> None:
        self._build = build
        self._kept: dict[Hashable, _Kept] = {}

    def __call__(self, *fixed: Any, **values: Any) -> list[Any]:
        lists = {
            part: _padded(value)
            for name, given in values.items()
            for part, value in _parts(name, given).items()
        }
        shape = (
            connection.settings_dict["ENGINE"], fixed,
            tuple((name, len(value), type(value[0]) if value else None)
                  for name, value in lists.items()),
        )  # fmt: skip
        kept = self._kept.get(shape)
        if kept is None:
            kept = self._kept[shape] = _Kept(self._build(*fixed, **_stand_ins(values, lists)))
        return kept.rows(
            {(name, at): value for name, listed in lists.items() for at, value in enumerate(listed)}
        )


def _parts(name: str, value: Any) -> dict[str, Any]:
    """A value by its name; of a page, what its stand-in has. A page that is not saved is 0."""
    if not isinstance(value, models.Model):
        return {name: value}
    page: Any = value
    return {
        f"{name}.pk": page.pk or 0,
        f"{name}.translation_key": page.translation_key,
        f"{name}.locale_id": page.locale_id,
        f"{name}.language_code": page.locale.language_code,
    }


def _is_many(value: Any) -> bool:
    return isinstance(value, Collection) and not isinstance(value, str)


def _padded(value: Any) -> list[Any]:
    """The values of a parameter; of a collection so many that its length is a power of two."""
    if not _is_many(value):
        return [value]
    listed = list(value)
    if not listed:
        return []
    length = 1 << (len(listed) - 1).bit_length()
    return listed + [listed[-1]] * (length - len(listed))


def _stand_ins(values: dict[str, Any], lists: dict[str, list[Any]]) -> dict[str, Any]:
    params = {
        name: [Param((name, at), FIELDS[type(value)]) for at, value in enumerate(listed)]
        for name, listed in lists.items()
    }
    made: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, models.Model):
            locale: Any = params[f"{name}.locale_id"][0]
            locale.language_code = params[f"{name}.language_code"][0]
            made[name] = SimpleNamespace(
                pk=params[f"{name}.pk"][0], locale=locale, locale_id=locale,
                translation_key=params[f"{name}.translation_key"][0],
            )  # fmt: skip
        else:
            made[name] = params[name] if _is_many(value) else params[name][0]
    return made


def _written(value: Any) -> Any:
    """A value for the database; of numbers, which may be hundreds, nothing is asked."""
    kind = type(value)
    if kind is int or kind is str:
        return value
    return FIELDS[kind].get_db_prep_value(value, connection)


class _Kept:
    """A query set with its compiled SQL."""

    def __init__(self, queryset: QuerySet[Any]) -> None:
        self._queryset = queryset
        compiler = queryset.query.get_compiler(using=queryset.db)
        try:
            self._sql, self._params = compiler.as_sql()
        except EmptyResultSet:
            self._sql = ""
        self._state = {k: v for k, v in vars(compiler).items() if k != "connection"}

    def rows(self, values: dict[tuple[str, int], Any]) -> list[Any]:
        if not self._sql:
            return []
        written = {name: _written(value) for name, value in values.items()}
        params = tuple(
            written[param.name] if isinstance(param, Param) else param for param in self._params
        )
        queryset: Any = object.__new__(type(self._queryset))
        queryset.__dict__ = dict(vars(self._queryset))
        queryset._query = _Compiled(self._queryset.query, self._compiler(params))
        found = list(queryset._iterable_class(queryset))
        if found and queryset._prefetch_related_lookups:
            prefetch_related_objects(found, *queryset._prefetch_related_lookups)
        return found

    def _compiler(self, params: tuple[Any, ...]) -> Any:
        """A compiler of this thread's connection that has nothing left to compile."""
        kind = type(self._queryset.query.get_compiler(using=self._queryset.db))
        compiler: Any = object.__new__(kind)
        compiler.__dict__ = dict(self._state)
        # the thread's own, not Django's proxy, which looks for it at each use
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        compiler.as_sql = lambda *_args, **_options: (self._sql, params)
        compiler.get_converters = partial(self._converters, compiler)
        return compiler

    def _converters(self, compiler: Any, expressions: Any) -> Any:
        """How each column is read: asked once a connection, for they are bound to it."""
        held = vars(compiler.connection).setdefault("prepared_converters", {})
        if self not in held:
            held[self] = type(compiler).get_converters(compiler, expressions)
        return held[self]


class _Compiled:
    """Stands for a query towards Django's iterables: what it is, and its compiled form."""

    def __init__(self, query: Any, compiler: Any) -> None:
        self._query = query
        self._made = compiler

    def __getattr__(self, name: str) -> Any:
        return getattr(self._query, name)

    def get_compiler(self, *_args: Any, **_options: Any) -> Any:
        return self._made
