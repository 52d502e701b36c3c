"""Which task a worker takes next, and how it makes it its own."""

from secrets import token_hex
from typing import Any

from django.db import transaction
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.models import DBTaskResult

from cms.operations.queue.fence import Row

#: The queue of work that takes long and for which nobody waits.
SLOW = "slow"


def ready(*, slow: bool = True) -> Any:
    """Tasks that may start now; without those of the slow queue where `slow` is False."""
    rows = DBTaskResult.objects.ready().filter(backend_name=DEFAULT_TASK_BACKEND_ALIAS)
    return rows if slow else rows.exclude(queue_name=SLOW)


def claim(rows: Any, worker_id: str) -> Row | None:
    """Take the first of `rows` with a new token, in two queries.

    On SQLite the transaction waits for the write lock at its start, so an idle worker looks with
    `ready().exists()` first.
    """
    with transaction.atomic():
        row = rows.get_locked()
        if row is not None:
            row.claim(f"{worker_id}-{token_hex(4)}")
    return row


def worker_of(token: str) -> str:
    return token.rpartition("-")[0]
