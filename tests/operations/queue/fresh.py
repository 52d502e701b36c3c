"""Empty migrated databases for measurements: an SQLite file, and one on TEST_DATABASE_URL."""

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
from tests.operations.queue.copy import EFFECTS
from tests.operations.queue.nursery import Nursery


def fresh_databases():
    """Name and nursery of each; the default connection leads to it."""
    with tempfile.TemporaryDirectory(prefix="queue-") as name:
        with prepared(f"sqlite:///{name}/queue.sqlite3", Path(name)) as nursery:
            yield "SQLite", nursery
    if server := os.environ.get("TEST_DATABASE_URL"):
        with tempfile.TemporaryDirectory(prefix="queue-") as name, database_on(server) as url:
            with prepared(url, Path(name)) as nursery:
                yield "PostgreSQL", nursery


@contextlib.contextmanager
def prepared(url, folder):
    connections.settings["default"] |= database_settings(url)
    connections["default"] = connections.create_connection("default")
    call_command("migrate", verbosity=0)
    DBTaskResult.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute(EFFECTS)
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
