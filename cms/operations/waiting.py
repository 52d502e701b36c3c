"""Runs what waits in the queue in this process: after a load of content, and in tests."""

import json
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field

from django.db import connection
from django_tasks_db.models import DBTaskResult
from tqdm import tqdm

from cms.operations.models.worker import new_id
from cms.operations.queue.attempt import Outcome, run
from cms.operations.queue.claim import claim, ready
from cms.operations.queue.fence import Row
from cms.operations.queue.lease import Lease, register

#: Ids in one statement: SQLite takes 32,766 variables, older ones 999.
DELETED_AT_ONCE = 500


@dataclass
class Ran:
    """How many tasks ran, and the paths of those that failed."""

    ran: int = 0
    failed: list[str] = field(default_factory=list)

    def note(self, row: Row, outcome: Outcome) -> None:
        self.ran += 1
        if outcome in {Outcome.FAILED, Outcome.AGAIN}:
            self.failed.append(row.task_path)


def waiting() -> int:
    """How many tasks are ready to run now."""
    return int(DBTaskResult.objects.ready().count())


def drop_repeated() -> int:
    """Delete waiting tasks of which the same one waits again later; how many.

    A task is a service called by id and idempotent, so that the last of equal ones does the work
    of all: a load of content queues each page's index three times over.
    """
    seen: set[tuple[str, str]] = set()
    repeated = []
    waiting = DBTaskResult.objects.ready().order_by("-enqueued_at")
    for pk, path, arguments in waiting.values_list("pk", "task_path", "args_kwargs"):
        key = (path, json.dumps(arguments, sort_keys=True))
        if key in seen:
            repeated.append(pk)
        seen.add(key)
    for start in range(0, len(repeated), DELETED_AT_ONCE):
        DBTaskResult.objects.filter(pk__in=repeated[start : start + DELETED_AT_ONCE]).delete()
    return len(repeated)


def run_waiting(*, show: bool = False, but: Collection[str] = ()) -> Ran:
    """Run the waiting tasks of all queues, those named in `but` aside, also those that they queue,
    without a time limit.

    What fails waits for its next attempt as ever, and is not waited for.
    """
    done = Ran()
    rows = ready().exclude(queue_name__in=but)
    total = rows.count()
    with tqdm(total=total, disable=not show, desc="Tasks", unit="task") as bar, leased() as me:
        while (row := claim(ready().exclude(queue_name__in=but), me)) is not None:
            done.note(row, run(row, unbounded))
            bar.update(1)
    return done


def unbounded(limit: float) -> AbstractContextManager[None]:
    """No time limit: the alarm belongs to worker processes."""
    return nullcontext()


@contextmanager
def leased() -> Iterator[str]:
    """The id of a worker for this process: with a lease, so that no other takes its tasks over.

    In a transaction or on a database in memory nobody else sees them, and none is needed.
    """
    if connection.in_atomic_block or is_in_memory():
        yield new_id()
        return
    lease = Lease(register("run_waiting"))
    lease.hold()
    try:
        yield lease.worker.pk
    finally:
        lease.release()


def is_in_memory() -> bool:
    return "mode=memory" in str(connection.settings_dict["NAME"])
