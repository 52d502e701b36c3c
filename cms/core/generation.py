"""What is made of content is kept as long as content does not change: within one generation.

Every change of content raises the generation in its own transaction (`cms.core.databases`), so
nothing stale is ever given. What also depends on the hour is kept under its minute.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Generic, TypeVar

from django.db import DatabaseError, connection, connections

from cms.core.databases.watch import BEGIN, READ, TABLE

T = TypeVar("T")


def generation_known(connection: Any) -> None:
    """Look once per connection whether the row is there: before the first migration it is not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(READ)
            connection.watches_content = cursor.fetchone() is not None
    except DatabaseError:
        connection.watches_content = False


def generation_begin(using: str) -> None:
    """Write the row where it is missing, with a number that no process has seen before."""
    connection: Any = connections[using]
    if TABLE not in connection.introspection.table_names():
        connection.watches_content = False
        return
    now = time.time_ns() // 1_000_000
    with connection.cursor() as cursor:
        cursor.execute(BEGIN, [now])
    connection.watches_content = True


def content_generation() -> int | None:
    """The generation that this thread sees; nothing where it may have changed content itself."""
    if connection.in_atomic_block:
        return None
    connection.ensure_connection()
    if not getattr(connection, "watches_content", False):
        return None
    with connection.cursor() as cursor:
        cursor.execute(READ)
        row = cursor.fetchone()
    return row[0] if row else None


class Kept(Generic[T]):
    """At most `most` values of one process, those that were not asked for longest go first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, tuple[int, T]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value under `key` of the generation that is now, made where there is none.

        The generation is read first: what is made meanwhile can only be newer than it.
        """
        number = content_generation()
        if number is None:
            return make()
        with self._lock:
            found = self._values.get(key)
            if found is not None and found[0] == number:
                self._values.move_to_end(key)
                return found[1]
        value = make()
        with self._lock:
            self._values[key] = (number, value)
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value
