"""From a due time to a queued task: each exactly once, whichever worker looks first.

A look is cheap and made by every worker. The row of a run and its task are written in one
transaction; of two workers the unique key (name, due time) lets one through, and a second key holds
that no job has two open runs.
"""

import logging
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from cms.operations.models import ScheduledRun
from cms.operations.schedule.registry import Job, jobs
from cms.operations.schedule.runs import open_run, runs_settle

logger = logging.getLogger(__name__)

#: A run that lies further ahead comes from a clock that was wrong: it does not hold up a job.
AHEAD = timedelta(days=1)


class Clockwork:
    """Looks which jobs are due; remembers what it has seen done, so that a look costs no query."""

    def __init__(self) -> None:
        self.done: dict[str, datetime] = {}

    def tick(self) -> None:
        """Called by every worker each few seconds."""
        runs_settle()
        now = timezone.now()
        for job in jobs():
            due = job.rule.latest(now)
            if self.done.get(job.name) != due and run_due(job=job, due=due, now=now):
                self.done[job.name] = due


def run_due(*, job: Job, due: datetime, now: datetime) -> bool:
    """Queue the run of `due` unless it is known; whether the due time is settled by that.

    A clock that was put back makes known times due again: nothing happens.
    """
    try:
        with transaction.atomic():
            runs = ScheduledRun.objects.filter(name=job.name)
            if not runs.exists():
                _skipped(job, due, ScheduledRun.Reason.FIRST_SIGHT)
            elif not runs.filter(due_at__gte=due, due_at__lte=now + AHEAD).exists():
                _queued_or_skipped(job, due)
    except IntegrityError:
        return False  # another worker was faster; what it wrote is read at the next look
    return True


def _queued_or_skipped(job: Job, due: datetime) -> None:
    if open_run(job.name) is None:
        run_queue(job=job, due=due)
        return
    logger.warning("a run is skipped: the one before is still open", extra={"job": job.name})
    _skipped(job, due, ScheduledRun.Reason.STILL_OPEN)


def _skipped(job: Job, due: datetime, reason: str) -> None:
    ScheduledRun.objects.create(
        name=job.name, due_at=due, state=ScheduledRun.State.SKIPPED, reason=reason,
        finished_at=timezone.now(),
    )  # fmt: skip


def run_queue(*, job: Job, due: datetime) -> ScheduledRun:
    """Row and task in one transaction; IntegrityError where one of the two keys refuses."""
    with transaction.atomic():
        run = ScheduledRun.objects.create(name=job.name, due_at=due)
        run.task = job.task.enqueue().id
        run.save(update_fields=["task"])
    return run


def run_now(*, job: Job) -> ScheduledRun | None:
    """Queue a run at once, beside the rule; None where the one before is still open."""
    runs_settle()
    try:
        with transaction.atomic():
            return None if open_run(job.name) else run_queue(job=job, due=timezone.now())
    except IntegrityError:
        return None
