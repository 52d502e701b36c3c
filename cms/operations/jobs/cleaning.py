"""Rows that nobody needs any more: ended sessions, old runs of jobs, tasks that went well."""

from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from cms.operations.jobs.batches import delete_in_batches
from cms.operations.models import ScheduledRun
from cms.operations.schedule.registry import jobs

#: A run that failed or was skipped, and runs of a job that is no longer there.
KEPT = timedelta(days=90)


def sessions_clear() -> int:
    """Delete the sessions that have ended; where they lie in the database only."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    if not hasattr(store, "get_model_class"):
        return 0
    return delete_in_batches(
        store.get_model_class()._base_manager.filter(expire_date__lt=timezone.now())
    )


def runs_clear() -> int:
    """Delete old runs, each job's newest one aside: it says what was made up for last."""
    now = timezone.now()
    newer = ScheduledRun.objects.filter(name=OuterRef("name"), due_at__gt=OuterRef("due_at"))
    old = Q(due_at__lt=now - KEPT)
    for job in jobs():
        went_well = Q(name=job.name, state=ScheduledRun.State.OK)
        old |= went_well & Q(due_at__lt=now - timedelta(days=job.keep_days))
    ended = ScheduledRun.objects.exclude(state=ScheduledRun.State.QUEUED)
    return delete_in_batches(ended.filter(old).filter(Exists(newer)))
