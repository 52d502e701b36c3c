"""Looks after the other workers: takes the lease of one that is gone or silent, and its tasks.

On one machine a silent process is killed before its lease is taken, so that two never run at
once. On several the lease alone decides, and the fence refuses whatever the old one still writes.
"""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import OperationalError, transaction
from django.db.models.functions import Now
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.operations.models import Worker
from cms.operations.queue.attempt import announce, told, waits_again
from cms.operations.queue.claim import worker_of
from cms.operations.queue.fence import Row, close
from cms.operations.queue.host import host, is_gone, is_stopped, kill
from cms.operations.queue.policy import Policy, policy_of
from cms.operations.queue.timing import timing

logger = logging.getLogger(__name__)

#: Looks between two searches for tasks whose worker is gone: it reads the whole table.
ORPHANS_EVERY = 3


class WorkerGone(Exception):
    """The process that ran the task ended in the middle of it."""


class Watch:
    """What one worker knows of the others."""

    def __init__(self, me: Worker) -> None:
        self.me = me
        self.looks = 0

    def look(self) -> None:
        """One query where all is well. Raises database errors."""
        taken = [other for other in self.others() if self.is_over(other) and take(other)]
        if taken or self.looks % ORPHANS_EVERY == 0:
            orphans_release()
        self.looks += 1

    def others(self) -> Any:
        return Worker.objects.exclude(pk=self.me.pk).annotate(now=Now())

    def is_over(self, other: Any) -> bool:
        """Whether nothing of the other worker runs any more or, on another machine, may."""
        here = other.host == host()
        if here and is_gone(other.pid, other.pid_started):
            logger.warning("worker is gone", extra={"worker": other.pk, "pid": other.pid})
            return True
        if other.now - other.beat_at <= timedelta(seconds=timing().lease):
            return False
        if not self.is_suspect(other, here):
            return False
        logger.warning("worker gives no sign of life", extra={"worker": other.pk})
        return not here or kill(other.pid, other.pid_started)

    def is_suspect(self, other: Any, here: bool) -> bool:
        """The second look: whether its silence was noted some time ago, and went on.

        The note is in the database, as watchers may not live long. Whoever is frozen in the
        middle of a write keeps SQLite from taking a note, and needs none.
        """
        if other.suspect_at:
            return _passed(other.suspect_at, other.now)
        same = Worker.objects.filter(pk=other.pk, beat=other.beat, suspect_at=None)
        try:
            same.update(suspect_at=Now())
        except OperationalError:
            if here and is_stopped(other.pid, other.pid_started):
                return True
            raise
        return False


def _passed(since: datetime, now: datetime) -> bool:
    return now - since > timedelta(seconds=timing().second_look)


def take(other: Worker) -> bool:
    """Take the lease, unless its owner gave a sign meanwhile or another was faster."""
    return bool(Worker.objects.filter(pk=other.pk, beat=other.beat).delete()[0])


def orphans_release() -> int:
    """Give back every running task whose worker has no lease; how many.

    Tasks first, workers second: a worker that comes between the two queries cannot be missed.
    """
    running = list(DBTaskResult.objects.running().order_by().values_list("pk", "worker_ids"))
    if not running:
        return 0
    alive = set(Worker.objects.values_list("pk", flat=True))
    lost = [pk for pk, tokens in running if not tokens or worker_of(tokens[-1]) not in alive]
    return sum(release(pk, alive) for pk in lost)


def gone(row: Row, policy: Policy) -> WorkerGone:
    """With what hints at a task that held its interpreter beyond its limit."""
    ran = (timezone.now() - row.started_at).total_seconds() if row.started_at else 0
    attempt = f"attempt {len(row.worker_ids)} of {policy.attempts or 'any number'}"
    return WorkerGone(f"{attempt}, noticed {ran:.0f} s after its start, limit {policy.limit:g} s")


def _pause(policy: Policy, attempt: int) -> float:
    """At once, as the fault was the worker's until it happens again; then soon, in seconds."""
    return 0 if attempt == 1 else min(policy.pause(attempt), timing().backoff)


def release(pk: Any, alive: set[str]) -> bool:
    """Let one task run again, or fail it after its last attempt.

    A row that a session still holds is left for the next search: the server will end it.
    """
    with transaction.atomic():
        rows = DBTaskResult.objects.running().order_by().filter(pk=pk)
        row = rows.select_for_update(skip_locked=True).first()
        if row is None or (row.worker_ids and worker_of(row.worker_ids[-1]) in alive):
            return False
        attempt = len(row.worker_ids)
        policy = policy_of(row.task_path)
        again = policy.may_try_again(attempt)
        error = gone(row, policy)
        values: dict[str, Any] = {"status": TaskResultStatus.FAILED, "finished_at": timezone.now()}
        if again:
            values = waits_again(policy, attempt, after=_pause(policy, attempt))
        if not close(row, **values, **told(error)):
            return False
    if not again:
        announce(row)
    logger.warning("task is taken over", extra={"task": str(row.pk), "attempt": attempt})
    return True
