"""A copy of the migrated database that real processes share with the test beside them."""

import contextlib
from dataclasses import dataclass
from secrets import token_hex
from urllib.parse import quote

from django.db import connections

from cms.database_url import database_settings

EFFECTS = "CREATE TABLE effect (name varchar(100), attempt varchar(60), about varchar(100){})"


def effects_make(connection):
    """The table of effects; on PostgreSQL with their order, which SQLite's `rowid` tells."""
    order = "" if connection.vendor == "sqlite" else ", rowid bigserial"
    with connection.cursor() as cursor:
        cursor.execute(EFFECTS.format(order))


@dataclass
class Copy:
    """A database by its address; `lead` makes it the default one, also of threads to come."""

    url: str

    @contextlib.contextmanager
    def lead(self):
        original, settings = connections["default"], connections.settings["default"]
        connections.settings["default"] = settings | database_settings(self.url)
        connections["default"] = connections.create_connection("default")
        try:
            yield
        finally:
            connections["default"].close()
            connections.settings["default"] = settings
            connections["default"] = original


@contextlib.contextmanager
def database_copy(folder):
    original = connections["default"]
    copy = _sqlite if original.vendor == "sqlite" else _postgres
    with copy(original, folder) as url:
        made = Copy(url)
        with made.lead():
            effects_make(connections["default"])
        yield made


@contextlib.contextmanager
def _sqlite(original, folder):
    path = folder / "queue.sqlite3"
    with original.cursor() as cursor:
        cursor.execute(f"VACUUM INTO '{path}'")
    yield f"sqlite:///{path}"


@contextlib.contextmanager
def _postgres(original, folder):
    config = original.settings_dict
    name = f"{config['NAME']}_queue_{token_hex(4)}"  # several at once in one process
    original.close()  # a template has no sessions
    with original._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{config["NAME"]}"')
    login = quote(config["USER"])
    if config["PASSWORD"]:
        login += f":{quote(config['PASSWORD'], safe='')}"
    try:
        yield f"postgres://{login}@{config['HOST']}:{config['PORT']}/{name}"
    finally:
        with original._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
