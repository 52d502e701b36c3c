"""What is made of content is kept as long as content does not change: within one generation.

Every change of content raises the generation in its own transaction (`cms.core.databases`), so
nothing stale is ever given. What also depends on the hour has the minute in its state.
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
    connection.ensure_connection()
    if not keeps_content():
        return None
    with connection.cursor() as cursor:
        cursor.execute(READ)
        row = cursor.fetchone()
    return row[0] if row else None


def content_raise() -> None:
    """Raise the generation with this transaction: for tables that are kept out of the watch, where
    a change is one that readers see. Only within a transaction."""
    setattr(connection, "content_changed", getattr(connection, "watches_content", False))  # noqa: B010  (of our engines alone)


def keeps_content() -> bool:
    """Whether what this thread makes of content may be kept under the generation it has read."""
    return not connection.in_atomic_block and getattr(connection, "watches_content", False)


class Kept(Generic[T]):
    """At most `most` values of one process, those that were not asked for longest go first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, tuple[Hashable, T]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T], state: Hashable) -> T:
        """The value under `key` that was made in `state`, made where there is none.

        `state` holds the generation, read before: what is made meanwhile can only be newer than
        it. Where it is nothing, nothing is kept and nothing kept is given.
        """
        if state is None:
            return make()
        with self._lock:
            found = self._values.get(key)
            if found is not None and found[0] == state:
                self._values.move_to_end(key)
                return found[1]
        value = make()
        with self._lock:
            self._values[key] = (state, value)
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value
