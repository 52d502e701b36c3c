"""An empty migrated database for measurements: on TEST_DATABASE_URL, else an SQLite file."""

import contextlib
import os
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from django.core.management import call_command
from django.db import connection, connections
from django_tasks_db.models import DBTaskResult

from cms.database_url import database_settings
from tests.operations.queue.copy import effects_make
from tests.operations.queue.nursery import Nursery


@contextlib.contextmanager
def fresh_database():
    """A nursery on the one of this process; the default connection leads there too.

    Some migrations look at the kind of the database when they are imported: one kind a process.
    """
    if server := os.environ.get("TEST_DATABASE_URL"):
        with folder() as made, database_on(server) as url, prepared(url, made) as nursery:
            yield nursery
    else:
        with folder() as made, prepared(f"sqlite:///{made}/queue.sqlite3", made) as nursery:
            yield nursery


@contextlib.contextmanager
def folder():
    with tempfile.TemporaryDirectory(prefix="queue-") as name:
        yield Path(name)


@contextlib.contextmanager
def prepared(url, folder):
    connections.settings["default"] |= database_settings(url)
    connections["default"] = connections.create_connection("default")
    call_command("migrate", verbosity=0)
    DBTaskResult.objects.all().delete()
    effects_make(connection)
    nursery = Nursery(url, folder)
    try:
        yield nursery
    finally:
        nursery.close()
        connection.close()


@contextlib.contextmanager
def database_on(server):
    name = f"queue_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as administrator:
        administrator.execute(f"CREATE DATABASE {name}")
        try:
            yield urlsplit(server)._replace(path=f"/{name}").geturl()
        finally:
            administrator.execute(f"DROP DATABASE {name} WITH (FORCE)")
