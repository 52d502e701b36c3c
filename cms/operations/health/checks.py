"""The checks of this room; the first four decide whether `/-/ready` is answered with 200."""

import shutil
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from cms.env import env
from cms.operations.health.registry import Check, register_health
from cms.operations.jobs.publishing import revisions_due
from cms.operations.mail.selectors import open_mails
from cms.operations.models import ScheduledRun
from cms.operations.queue.selectors import State, queue_counts, tasks_in, workers_alive
from cms.operations.queue.timing import timing
from cms.operations.schedule.registry import jobs
from cms.operations.schedule.runs import last_runs

#: What is due once a minute and was not done after this long is late.
LATE = timedelta(minutes=10)
#: A task of the queue `slow` may wait so many times as long as another one.
SLOWER = 6
MEGABYTE = 1024 * 1024


def database() -> str:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except (DatabaseError, InterfaceError):
        connection.close()
        return gettext("The database does not answer.")
    return ""


class Migrations:
    """Asked of the database until nothing is missing: a process never gets more of them."""

    def __init__(self) -> None:
        self.complete = False

    def __call__(self) -> str:
        if not self.complete:
            executor = MigrationExecutor(connection)
            plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
            if plan:
                return ngettext(
                    "%(count)d migration is missing: run manage.py migrate.",
                    "%(count)d migrations are missing: run manage.py migrate.",
                    len(plan),
                ) % {"count": len(plan)}
            self.complete = True
        return ""


def disk() -> str:
    free = shutil.disk_usage(settings.DATA_DIR).free
    if free >= env.health_disk_mb * MEGABYTE:
        return ""
    return gettext("Only %(size)s are free on the disk of the data folder.") % {
        "size": filesizeformat(free)
    }


def queue() -> str:
    """Rebuilds wait for each other: tasks of the queue `slow` may wait six times as long."""
    waited = max(
        (count.oldest / (SLOWER if count.name == "slow" else 1) for count in queue_counts()),
        default=0,
    )
    minutes = int(waited // 60)
    if minutes < env.health_queue_minutes:
        return ""
    return ngettext(
        "A task has waited for %(count)d minute: does a worker run?",
        "A task has waited for %(count)d minutes: does a worker run?",
        minutes,
    ) % {"count": minutes}


def workers() -> str:
    """None, or none that gave a sign of life within the time of its lease."""
    if any(worker.silent < timing().lease for worker in workers_alive()):
        return ""
    return gettext("No worker runs: nothing is indexed, no mail leaves.")


def failed() -> str:
    count = tasks_in(State.FAILED).count()
    if not count:
        return ""
    return ngettext(
        "%(count)d task has failed: its reason stands below.",
        "%(count)d tasks have failed: their reasons stand below.",
        count,
    ) % {"count": count}


def schedule() -> str:
    """Jobs that failed last, and jobs that nothing has queued though they are due."""
    runs = ScheduledRun.State
    newest, ended = last_runs(*runs), last_runs(runs.OK, runs.FAILED)
    due_before = timezone.now() - LATE
    late, failed = [], []
    for job in jobs():
        known, run = newest.get(job.name), ended.get(job.name)
        if known is None or known.due_at < job.rule.latest(due_before):
            late.append(str(job.label))
        if run and run.state == runs.FAILED:
            failed.append(str(job.label))
    sentences = []
    if late:
        sentences.append(
            gettext("Due and not queued: %(jobs)s. Does a worker run?") % {"jobs": ", ".join(late)}
        )
    if failed:
        sentences.append(gettext("Failed last: %(jobs)s.") % {"jobs": ", ".join(failed)})
    return " ".join(sentences)


def publishing() -> str:
    """Pages whose hour is long over: none should wait longer than a minute or two."""
    late = len(revisions_due(timezone.now() - LATE))
    if not late:
        return ""
    return ngettext(
        "%(count)d scheduled page is not public though its hour has come.",
        "%(count)d scheduled pages are not public though their hour has come.",
        late,
    ) % {"count": late}


def mails() -> str:
    """Mails that failed or may not have arrived, of which nobody has said that they may rest."""
    count = open_mails().count()
    if not count:
        return ""
    return ngettext(
        "%(count)d mail has failed or is uncertain: decide about it under Reports.",
        "%(count)d mails have failed or are uncertain: decide about them under Reports.",
        count,
    ) % {"count": count}


def register_checks() -> None:
    for check in (
        Check("database", _("Database"), database, gates=True),
        Check("migrations", _("Migrations"), Migrations(), gates=True),
        Check("queue", _("Queue"), queue, gates=True),
        Check("disk", _("Disk"), disk, gates=True),
        Check("workers", _("Workers"), workers),
        Check("failed", _("Failed tasks"), failed),
        Check("schedule", _("Schedule"), schedule),
        Check("publishing", _("Scheduled publishing"), publishing),
        Check("mails", _("Outgoing mails"), mails),
    ):
        register_health(check)
