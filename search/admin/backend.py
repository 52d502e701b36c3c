"""The backend that `WAGTAILSEARCH_BACKENDS` names: ours for the database in use."""

from importlib import import_module
from typing import Any

from django.db import connection
from modelsearch.backends.database import SearchBackend as stock_backend
from modelsearch.backends.database.fallback import DatabaseSearchBackend


def SearchBackend(params: dict[str, Any]) -> Any:
    """Wagtail's own choice made ours; a SQLite without FTS5 keeps Wagtail's plain look-ups."""
    stock = stock_backend(params)
    if isinstance(stock, DatabaseSearchBackend):
        return stock
    # only one of the two can be imported: each needs tables of its own database
    return import_module(f"search.admin.{connection.vendor}").SearchBackend(params)
