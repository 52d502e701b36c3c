"""The fence: whoever lost a task can write nothing more for it.

Each attempt has a token of its own, the last of the row's `worker_ids`. A result is written only
where it is still the last one and the task runs.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

#: A task of the queue: stock columns, used as docs/decisions/0008 says.
Row = DBTaskResult[Any, Any]

#: The row of the task that this thread runs.
current: ContextVar[Row | None] = ContextVar("current", default=None)


class LeaseLost(BaseException):
    """The task belongs to another worker now. Not an Exception: no task may go on after it."""


def held(row: Row) -> Any:
    """The row as a query set, empty once the attempt is not ours any more."""
    return DBTaskResult.objects.filter(
        pk=row.pk, status=TaskResultStatus.RUNNING, worker_ids=row.worker_ids
    )


def close(row: Row, **values: Any) -> bool:
    """Write the outcome of an attempt; False where the task is not ours any more."""
    if held(row).update(**values) != 1:
        return False
    for name, value in values.items():
        setattr(row, name, value)
    return True


@contextmanager
def fenced() -> Iterator[None]:
    """A transaction that commits only while the running task is still ours.

    A worker that lost the task can write nothing here, and none takes it over in the meantime.
    Killed after the commit, the task runs again: it looks first whether its work is done. Outside
    a worker it is a plain transaction. Raises LeaseLost.
    """
    row = current.get()
    with transaction.atomic():
        if row is not None and not held(row).order_by().select_for_update().values_list("pk"):
            raise LeaseLost
        yield
