"""The embedded engine: SQLite's FTS5 with its own content, in the transaction of its cause.

Terms come analysed, so FTS5 splits at blanks only and folds nothing. One statement gives ranks
and facet values of all hits (docs/search.md has the figures).
"""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from operator import itemgetter
from typing import Any, ParamSpec, Self, TypeVar

from django.db import DatabaseError, connections, transaction

from search.engines.port import WEIGHTS, EngineDown, Entry, Plan, Row, Term

P = ParamSpec("P")
T = TypeVar("T")

FIELDS = tuple(WEIGHTS)
COLUMNS = Row._fields[:-1]
#: Every sign of ASCII that is no blank belongs to a term.
TOKENIZER = "ascii tokenchars '!\"\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~'"
NUMBERS = {"id", "page", "file", "number", "past", "day"}
#: By which entries of a page or file are found; the index that is searched has them indexed.
KEYS = ("page", "file")
#: One number, raised by every write.
VERSION = "search_version"
CHANGED = f"UPDATE {VERSION} SET number = number + 1"  # noqa: S608  (a name of ours)
#: Ids in one statement: SQLite takes 32,766 variables.
CHUNK = 5_000


def or_down(method: Callable[P, T]) -> Callable[P, T]:
    @wraps(method)
    def answered(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(*args, **kwargs)
        except DatabaseError as error:
            raise EngineDown(str(error)) from error

    return answered


class SqliteEngine:
    """`connection` is a connection of Django's to an SQLite database."""

    def __init__(self, connection: Any, suffix: str = "") -> None:
        self.connection = connection
        self.suffix = suffix
        self.fts = f"search_fts{suffix}"
        self.facet = f"search_facet{suffix}"

    @or_down
    def create(self) -> None:
        columns = ", ".join(
            f"{name} INTEGER NOT NULL" if name in NUMBERS else f"{name} TEXT NOT NULL"
            for name in COLUMNS[1:]
        )
        with self.connection.cursor() as cursor:
            cursor.execute(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS {self.fts} "
                f'USING fts5({", ".join(FIELDS)}, tokenize="{TOKENIZER}")'
            )
            cursor.execute(
                f"CREATE TABLE IF NOT EXISTS {self.facet} (id INTEGER PRIMARY KEY, {columns})"
            )
            cursor.execute(f"CREATE TABLE IF NOT EXISTS {VERSION} (number INTEGER NOT NULL)")
            # never one that a process has seen of an index that was deleted
            cursor.execute(
                f"INSERT INTO {VERSION} SELECT %s WHERE NOT EXISTS (SELECT 1 FROM {VERSION})",  # noqa: S608  (names of ours)
                [time.time_ns() // 1_000_000],
            )
            if not self.suffix:
                for name in KEYS:
                    cursor.execute(
                        f"CREATE INDEX IF NOT EXISTS search_facet_{name} ON {self.facet} ({name})"
                    )

    @contextmanager
    def writing(self) -> Iterator[None]:
        if self.is_shared:
            with transaction.atomic(using=self.connection.alias):
                yield
            return
        self._run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._run("ROLLBACK")
            raise
        self._run("COMMIT")

    @property
    def is_shared(self) -> bool:
        alias = self.connection.alias
        return alias in connections and connections[alias] is self.connection

    @or_down
    def put(self, entries: Iterable[Entry]) -> None:
        entries = list(entries)
        self.drop([entry.row.id for entry in entries])
        with self.connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT INTO {self.fts} (rowid, {', '.join(FIELDS)}) "  # noqa: S608  (names of ours)
                f"VALUES ({marks(len(FIELDS) + 1)})",
                [
                    [entry.row.id, *(entry.fields.get(name, "") for name in FIELDS)]
                    for entry in entries
                ],
            )
            cursor.executemany(
                f"INSERT INTO {self.facet} ({', '.join(COLUMNS)}) VALUES ({marks(len(COLUMNS))})",  # noqa: S608  (names of ours)
                [entry.row[:-1] for entry in entries],
            )
            cursor.execute(CHANGED)

    @or_down
    def drop(self, ids: Collection[int]) -> None:
        rows = [[pk] for pk in ids]
        with self.connection.cursor() as cursor:
            cursor.executemany(f"DELETE FROM {self.fts} WHERE rowid = %s", rows)  # noqa: S608  (a name of ours)
            cursor.executemany(f"DELETE FROM {self.facet} WHERE id = %s", rows)  # noqa: S608  (a name of ours)
            cursor.execute(CHANGED)

    def version(self) -> int:
        return int(self._run(f"SELECT number FROM {VERSION}")[0][0])  # noqa: S608  (a name of ours)

    def find(self, plans: Mapping[str, Plan]) -> list[Row]:
        selects, values = [], []
        for language, plan in plans.items():
            sql, wanted = self._select(language, plan)
            selects.append(sql)
            values += wanted
        if not selects:
            return []
        rows = self._rows(" UNION ALL ".join(selects), values)
        # SQLite would sort whole rows
        rows.sort(key=itemgetter(Row._fields.index("rank"), 0))
        return rows

    def _select(self, language: str, plan: Plan) -> tuple[str, list[str]]:
        columns = ", ".join(f"d.{name} AS {name}" for name in COLUMNS)
        if plan.every:
            rank = f"bm25({self.fts}, {', '.join(map(str, WEIGHTS.values()))})"
            return (
                f"SELECT {columns}, {rank} AS rank FROM {self.fts} JOIN {self.facet} d "  # noqa: S608  (names of ours)
                f"ON d.id = {self.fts}.rowid WHERE {self.fts} MATCH %s AND d.language = %s",
                [expression(plan), language],
            )
        every = f"SELECT {columns}, 0.0 AS rank FROM {self.facet} d WHERE d.language = %s"  # noqa: S608  (names of ours)
        if not plan.none:
            return every, [language]
        without = f"SELECT rowid FROM {self.fts} WHERE {self.fts} MATCH %s"  # noqa: S608  (names of ours)
        return f"{every} AND d.id NOT IN ({without})", [language, any_of(plan.none)]

    def words(self, ids: Collection[int]) -> dict[int, tuple[str, set[str]]]:
        found = {}
        for chunk in chunks(list(ids)):
            sql = (
                f"SELECT d.id, d.language, f.x, f.surf FROM {self.facet} d JOIN {self.fts} f "  # noqa: S608  (names of ours)
                f"ON f.rowid = d.id WHERE d.id IN ({marks(len(chunk))})"
            )
            for pk, language, title, body in self._run(sql, chunk):
                found[pk] = language, {*title.split(), *body.split()}
        return found

    def rows(self) -> list[Row]:
        return self._rows(f"SELECT {', '.join(COLUMNS)}, 0.0 FROM {self.facet}")  # noqa: S608  (names of ours)

    def ids_of(self, kind: str, pk: int) -> list[int]:
        """Of the entries of a page or file (`kind` is one of KEYS)."""
        sql = f"SELECT id FROM {self.facet} WHERE {kind} = %s"  # noqa: S608  (names of ours)
        return [row[0] for row in self._run(sql, [pk])]

    def named(self, suffix: str) -> Self:
        return type(self)(self.connection, suffix)

    def exists(self) -> bool:
        sql = "SELECT count(*) FROM sqlite_master WHERE name IN (%s, %s)"
        return bool(self._run(sql, [self.fts, self.facet])[0][0] == 2)

    def beside(self) -> Self:
        new = self.named("_new")
        new.remove()
        new.create()
        return new

    def swap(self) -> None:
        """The old index is kept aside (`named("_old")`): to take it away needs seconds."""
        with self.writing():
            for name in KEYS:
                self._run(f"DROP INDEX IF EXISTS search_facet_{name}")
            for name in (self.fts, self.facet):
                self._run(f"ALTER TABLE {name} RENAME TO {name}_old")
                self._run(f"ALTER TABLE {name}_new RENAME TO {name}")
            self.create()
            self._run(CHANGED)

    def remove(self) -> None:
        self._run(f"DROP TABLE IF EXISTS {self.fts}")
        self._run(f"DROP TABLE IF EXISTS {self.facet}")

    def clear(self) -> None:
        self._run(f"DELETE FROM {self.fts}")  # noqa: S608  (a name of ours)
        self._run(f"DELETE FROM {self.facet}")  # noqa: S608  (a name of ours)
        self._run(CHANGED)

    def _rows(self, sql: str, values: Collection[Any] = ()) -> list[Row]:
        return [Row._make(row) for row in self._run(sql, values)]

    @or_down
    def _run(self, sql: str, values: Collection[Any] = ()) -> list[Any]:
        with self.connection.cursor() as cursor:
            cursor.execute(sql, values)
            return list(cursor.fetchall()) if cursor.description else []


def expression(plan: Plan) -> str:
    """The plan in FTS5's query language."""
    every = " AND ".join(f"({any_of(terms)})" for terms in plan.every)
    return f"({every}) NOT ({any_of(plan.none)})" if plan.none else every


def any_of(terms: Iterable[Term]) -> str:
    return " OR ".join(
        f'{term.field} : "{term.term.replace(chr(34), chr(34) * 2)}"' for term in terms
    )


def marks(number: int) -> str:
    return ", ".join(["%s"] * number)


def chunks(values: list[T]) -> Iterator[list[T]]:
    for at in range(0, len(values), CHUNK):
        yield values[at : at + CHUNK]
