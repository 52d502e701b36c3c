"""The tasks behind the jobs, and the jobs themselves: what runs when."""

from datetime import time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.operations.jobs import cleaning, facts, files, publishing, reviews
from cms.operations.mail.services import mails_strip_due
from cms.operations.queue import fenced, task
from cms.operations.queue.services import task_run_again, tasks_prune
from cms.operations.schedule.registry import Job, register_job
from cms.operations.schedule.rules import Daily, Every, Weekly

#: What could not be published is tried again after this long, in the same row of the queue.
AGAIN_AFTER = timedelta(hours=1)


@task(priority=20, attempts=5, limit=60)
def publish_revision(revision_id: int) -> bool:
    with fenced():
        return publishing.revision_publish(revision_id=revision_id)


@task(priority=20, attempts=5, limit=60)
def expire_object(label: str, pk: Any) -> bool:
    with fenced():
        return publishing.object_expire(label=label, pk=pk)


@task(priority=20, attempts=3, limit=60)
def publish_due() -> int:
    """One task for each page or record whose hour has come; how many."""
    now = timezone.now()
    ends = [list(end) for end in publishing.expired(now)]
    starts = [[revision.pk] for revision in publishing.revisions_due(now)]
    return _queue_missing(expire_object, ends) + _queue_missing(publish_revision, starts)


def _queue_missing(each: Any, wanted: list[list[Any]]) -> int:
    """Queue `each(*arguments)` where it neither waits nor runs; how many were queued.

    One that failed keeps its row, so that a page that cannot be published is one line for the
    operators and not one a minute.
    """
    if not wanted:
        return 0
    rows = DBTaskResult.objects.filter(task_path=each.module_path)
    open_rows = rows.exclude(status=TaskResultStatus.SUCCESSFUL)
    known = {tuple(row.args_kwargs["args"]): row for row in open_rows}
    queued = 0
    for arguments in wanted:
        row = known.get(tuple(arguments))
        if row is None:
            each.enqueue(*arguments)
        elif not _again(row):
            continue
        queued += 1
    return queued


def _again(row: Any) -> bool:
    rested = row.finished_at and row.finished_at < timezone.now() - AGAIN_AFTER
    return bool(rested and task_run_again(task_id=row.pk))


@task(queue="slow", attempts=3, limit=1800)
def repair_facts() -> int:
    return facts.facts_repair()


@task(attempts=5, limit=300)
def remind_of_reviews() -> int:
    """How many editors were written to: all of them in one transaction, so nobody twice."""
    mails = reviews.reminders(timezone.localdate())
    with fenced():
        for mail in mails:
            mail.send()
    return len(mails)


@task(queue="slow", attempts=3, limit=1800)
def keep_house() -> int:
    """Files, rows and texts of mails that nobody needs; how many there were."""
    cleaned = cleaning.sessions_clear() + cleaning.runs_clear() + tasks_prune() + mails_strip_due()
    return cleaned + files.orphan_files_delete()


def _published(count: int) -> str:
    return ngettext("%(count)d page or record", "%(count)d pages and records", count) % {
        "count": count
    }


def _repaired(count: int) -> str:
    return ngettext("%(count)d page put right", "%(count)d pages put right", count) % {
        "count": count
    }


def _written(count: int) -> str:
    return ngettext("%(count)d editor told", "%(count)d editors told", count) % {"count": count}


def _deleted(count: int) -> str:
    return ngettext("%(count)d deleted", "%(count)d deleted", count) % {"count": count}


def register_jobs() -> None:
    """The jobs of this room. The night ones lie before half past two or after three."""
    for job in (
        Job("publishing", _("Scheduled publishing"), Every(1), publish_due, _published, 2),
        Job("facts", _("Facts of translations"), Daily(time(1, 30)), repair_facts, _repaired),
        Job("housekeeping", _("Housekeeping"), Daily(time(3, 30)), keep_house, _deleted),
        Job("reviews", _("Review dates"), Weekly(time(7), 0), remind_of_reviews, _written),
    ):
        register_job(job)
