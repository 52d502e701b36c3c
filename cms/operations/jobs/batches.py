"""Deletes many rows without holding the database's write lock for long."""

from typing import Any

from django.db import transaction

#: Rows in one transaction: SQLite lets one writer in at a time, and 500 take milliseconds.
AT_ONCE = 500


def delete_in_batches(rows: Any) -> int:
    """Delete the rows of a query set, each batch in a transaction of its own; how many there were.

    Rows that refer to them go along and are not counted.
    """
    deleted = 0
    while keys := list(rows.values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            _all, kinds = rows.model._base_manager.filter(pk__in=keys).delete()
        gone = kinds.get(rows.model._meta.label, 0)
        if not gone:
            break  # another worker is at the same rows
        deleted += gone
    return deleted
