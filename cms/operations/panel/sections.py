"""The sections of this room: health, workers, queue, schedule, outgoing mails."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_tasks_db.models import DBTaskResult

from cms.operations.health.registry import findings
from cms.operations.mail.selectors import outbox_figures
from cms.operations.models import ScheduledRun, Worker
from cms.operations.panel.registry import Section, register_section
from cms.operations.queue.claim import worker_of
from cms.operations.queue.selectors import State as TaskState
from cms.operations.queue.selectors import queue_counts, reason_of, tasks_in
from cms.operations.schedule.registry import Job, jobs
from cms.operations.schedule.runs import last_runs, open_runs, runs_settle
from cms.settings.logs import scrubbed

State = ScheduledRun.State

#: Rows of failed tasks on one screen, the newest first.
MOST = 50
#: Characters of a reason.
LONGEST = 200


@dataclass(frozen=True)
class Attempt:
    """A task as the panel shows it: what it does, and why it failed, without personal data."""

    row: Any

    @property
    def name(self) -> str:
        return str(self.row.task_path).removeprefix("cms.").replace(".tasks.", ".")

    @property
    def attempts(self) -> int:
        return len(self.row.worker_ids)

    @property
    def reason(self) -> str:
        return scrubbed(reason_of(self.row))[:LONGEST]


@dataclass(frozen=True)
class Line:
    """A job: its next due time, its last run, the open one and the newest that was skipped."""

    job: Job
    next_due: datetime
    last: ScheduledRun | None
    skipped: ScheduledRun | None
    is_open: bool

    @property
    def took(self) -> timedelta | None:
        run = self.last
        if run is None or run.started_at is None or run.finished_at is None:
            return None
        return timedelta(seconds=round((run.finished_at - run.started_at).total_seconds()))

    @property
    def told(self) -> str:
        count = self.last.count if self.last else None
        return "" if count is None else self.job.told(count)


def health() -> dict[str, Any]:
    found = findings()
    return {"findings": found, "well": all(finding.is_well for finding in found)}


def workers() -> dict[str, Any]:
    """Every worker that has a lease, and the task that it runs now."""
    running = DBTaskResult.objects.running().only("task_path", "worker_ids", "started_at")
    at = {worker_of(row.worker_ids[-1]): Attempt(row) for row in running}
    return {"workers": [(worker, at.get(worker.pk)) for worker in Worker.objects.all()]}


def queue() -> dict[str, Any]:
    """Numbers of waiting, running and failed tasks by queue, and the failed ones themselves."""
    failed = tasks_in(TaskState.FAILED)[:MOST]
    return {"queues": queue_counts(), "failed": [Attempt(row) for row in failed], "most": MOST}


def schedule() -> dict[str, Any]:
    runs_settle()
    now = timezone.now()
    ended, skipped = last_runs(State.OK, State.FAILED), last_runs(State.SKIPPED)
    waiting = {run.name: run for run in open_runs()}
    lines = [
        Line(
            job=job, next_due=job.rule.next(now), last=ended.get(job.name),
            skipped=_newer(skipped.get(job.name), waiting.get(job.name) or ended.get(job.name)),
            is_open=job.name in waiting,
        )
        for job in jobs()
    ]  # fmt: skip
    return {"lines": lines}


def outbox() -> dict[str, Any]:
    return {"figures": outbox_figures()}


def _newer(skipped: ScheduledRun | None, last: ScheduledRun | None) -> ScheduledRun | None:
    """A skipped run says something only while no later one was queued."""
    is_newer = skipped and (last is None or skipped.due_at > last.due_at)
    return skipped if is_newer else None


def register_sections() -> None:
    folder = "operations/admin"
    for order, (name, heading, icon, context) in enumerate(
        (
            ("health", pgettext_lazy("of the site", "Health"), "success", health),
            ("workers", _("Workers"), "cogs", workers),
            ("queue", _("Queue"), "tasks", queue),
            ("schedule", _("Schedule"), "calendar", schedule),
            ("outbox", _("Outgoing mails"), "mail", outbox),
        )
    ):
        section = Section(name, heading, icon, f"{folder}/{name}.html", context, order * 10)
        register_section(section)
