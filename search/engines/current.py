"""The engine that serves this site: in its own database on SQLite, else in a file beside it."""

import os
from pathlib import Path
from threading import local
from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.sqlite3.base import DatabaseWrapper

from cms.database_url import sqlite_settings
from search.engines.sqlite import SqliteEngine

_held = local()


def engine() -> SqliteEngine:
    """The engine of this thread."""
    own = connections[DEFAULT_DB_ALIAS]
    if own.vendor == "sqlite":
        return SqliteEngine(own)
    return SqliteEngine(_own_connection())


def index_file() -> Path:
    """The index of a site whose database is not SQLite; it can be made anew at any time."""
    return Path(settings.DATA_DIR) / "search.sqlite3"


def _own_connection() -> Any:
    """One a thread; a fork opens its own, as SQLite asks."""
    if getattr(_held, "pid", None) != os.getpid():
        _held.connection = _opened(index_file())
        _held.pid = os.getpid()
    return _held.connection


def _opened(path: Path) -> Any:
    stock = {**connections[DEFAULT_DB_ALIAS].settings_dict, "CONN_HEALTH_CHECKS": False}
    opened = DatabaseWrapper({**stock, **sqlite_settings(path)}, "search_index")
    SqliteEngine(opened).create()
    return opened
