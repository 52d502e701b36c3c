"""Django's engine for PostgreSQL; each change of content raises the generation."""

from django.db.backends.postgresql import base

from cms.core.databases.watch import ContentWatch


class DatabaseWrapper(ContentWatch, base.DatabaseWrapper):
    """As `ENGINE`: `cms.core.databases.postgresql`."""
