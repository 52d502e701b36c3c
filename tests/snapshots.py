"""A database as it was: taken once, put back before each test that does not roll back."""

import sqlite3
import time

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.db import connection, transaction
from wagtail.models import Site

from cms.core.generation import generation_known

#: The whole database on SQLite, rows as JSON on PostgreSQL.
Snapshot = sqlite3.Connection | str


def take() -> Snapshot:
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        copy = sqlite3.connect(":memory:", check_same_thread=False)
        connection.connection.backup(copy)
        return copy
    rows = [row for model in models() for row in model._base_manager.all()]
    return serializers.serialize("json", rows)


def put_back(snapshot: Snapshot) -> None:
    """The snapshot instead of what a flush left (it makes content types anew)."""
    connection.ensure_connection()
    if isinstance(snapshot, sqlite3.Connection):
        snapshot.backup(connection.connection)
    else:
        _rows_put_back(snapshot)
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    generation_raise()


def generation_raise() -> None:
    """What the processes of earlier tests kept is of another database."""
    generation_known(connection)
    assert connection.watches_content
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_generation SET number = %s", [time.time_ns()])


def _rows_put_back(text: str) -> None:
    # Made before anything is deleted: a page without its parent's fields asks for content types
    rows = list(serializers.deserialize("json", text))
    ContentType.objects.clear_cache()
    with connection.constraint_checks_disabled(), transaction.atomic():
        cursor = connection.cursor()
        cursor.execute("SET LOCAL session_replication_role = replica")
        for model in models():
            if model._meta.managed:
                cursor.execute(f'DELETE FROM "{model._meta.db_table}"')
        for row in rows:
            # No signals: their receivers would make content types before these are back
            meta = row.object._meta
            row.object.__class__._base_manager._insert(
                [row.object], fields=meta.local_concrete_fields, using="default", raw=True
            )


def models() -> list[type]:
    """Everything that has a table."""
    return [model for model in apps.get_models(include_auto_created=True) if not model._meta.proxy]
