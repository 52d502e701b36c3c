"""A copy of the migrated database that real processes share with the test beside them."""

import contextlib
import os
from dataclasses import dataclass
from urllib.parse import quote

from django.db import connections

from cms.database_url import database_settings

EFFECTS = "CREATE TABLE effect (name varchar(100), attempt varchar(60), about varchar(100))"


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
        with made.lead(), connections["default"].cursor() as cursor:
            cursor.execute(EFFECTS)
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
    name = f"{config['NAME']}_queue_{os.getpid()}"
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
