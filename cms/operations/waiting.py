"""Runs what waits in the queue in this process: after a load of content, and in tests."""

import json
from typing import Any

from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from tqdm import tqdm

#: Ids in one statement: SQLite takes 32,766 variables, older ones 999.
DELETED_AT_ONCE = 500


class CountingWorker(Worker):
    """The library's worker, until nothing waits; moves a bar with each task."""

    def __init__(self, bar: Any) -> None:
        super().__init__(
            queue_names=["*"], interval=0, batch=True, backend_name="default", startup_delay=False,
            max_tasks=None, worker_id="waiting", excluded_queue_names=[],
        )  # fmt: skip
        self.bar = bar
        self.ran = 0
        self.failed: list[str] = []

    def run_task(self, db_task_result: Any) -> None:
        super().run_task(db_task_result)
        self.ran += 1
        if db_task_result.status == TaskResultStatus.FAILED and not obsolete(db_task_result):
            self.failed.append(db_task_result.task_path)
        self.bar.update(1)


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


def obsolete(result: Any) -> bool:
    """Whether a task failed only because what it was about is gone meanwhile."""
    return str(result.exception_class_path).endswith("DoesNotExist")


def run_waiting(*, show: bool = False) -> CountingWorker:
    """Run the waiting tasks of all queues, also those that they queue; the worker knows how many
    `ran` and the paths of those that `failed`."""
    with tqdm(total=waiting(), disable=not show, desc="Tasks", unit="task") as bar:
        worker = CountingWorker(bar)
        worker.run()
    return worker
