"""What people and the schedule do to tasks: run a failed one again, delete old ones."""

import logging
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

logger = logging.getLogger(__name__)

#: Days that finished tasks are kept; failed ones may still be run again.
DONE_DAYS, FAILED_DAYS = 7, 90
#: Rows in one statement: a write of some milliseconds, so that nobody waits for SQLite's lock.
AT_ONCE = 500


def task_run_again(*, task_id: Any) -> bool:
    """Let a failed task start anew, with all its attempts; False where it is not failed (now)."""
    failed = DBTaskResult.objects.filter(pk=task_id, status=TaskResultStatus.FAILED)
    return bool(
        failed.update(
            status=TaskResultStatus.READY,
            run_after=get_date_max(),
            worker_ids=[],
            started_at=None,
            finished_at=None,
            exception_class_path="",
            traceback="",
        )
    )


def tasks_prune(*, done_days: float = DONE_DAYS, failed_days: float = FAILED_DAYS) -> int:
    """Delete finished tasks of all queues that ended longer ago than that; how many."""
    now = timezone.now()
    old = Q(
        status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - timedelta(days=done_days)
    ) | Q(status=TaskResultStatus.FAILED, finished_at__lt=now - timedelta(days=failed_days))
    deleted = 0
    found = list(DBTaskResult.objects.filter(old).order_by().values_list("pk", flat=True))
    for start in range(0, len(found), AT_ONCE):
        some = DBTaskResult.objects.filter(pk__in=found[start : start + AT_ONCE])
        # again by state: a failed task may have been started anew meanwhile
        deleted += some.filter(old).delete()[0]
    logger.info("tasks pruned", extra={"deleted": deleted})
    return deleted
