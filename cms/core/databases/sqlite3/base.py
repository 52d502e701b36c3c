"""Django's engine for SQLite; each change of content raises the generation."""

from django.db.backends.sqlite3 import base

from cms.core.databases.watch import ContentWatch


class DatabaseWrapper(ContentWatch, base.DatabaseWrapper):
    """As `ENGINE`: `cms.core.databases.sqlite3`."""
