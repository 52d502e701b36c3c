"""What the admin and the health checks show of the queue: tasks by state, reasons, workers."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Min, Q, TextChoices
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django_tasks import TaskResultStatus as Status
from django_tasks.utils import get_module_path
from django_tasks_db.models import DBTaskResult, get_date_max

from cms.operations.models import Worker
from cms.operations.queue.fence import Row
from cms.operations.queue.limits import TimeLimitExceeded
from cms.operations.queue.policy import Retry
from cms.operations.queue.watch import WorkerGone


class State(TextChoices):
    """The state of a task as people see it."""

    WAITING = "waiting", pgettext_lazy("state of a task", "waiting")
    LATER = "later", pgettext_lazy("state of a task", "waits for its next attempt")
    RUNNING = "running", pgettext_lazy("state of a task", "running")
    DONE = "done", pgettext_lazy("state of a task", "done")
    OBSOLETE = "obsolete", pgettext_lazy("state of a task", "obsolete")
    FAILED = "failed", pgettext_lazy("state of a task", "failed")


#: Each state in the library's columns.
CONDITIONS = {
    State.WAITING: Q(status=Status.READY, exception_class_path=""),
    State.LATER: Q(status=Status.READY) & ~Q(exception_class_path=""),
    State.RUNNING: Q(status=Status.RUNNING),
    State.DONE: Q(status=Status.SUCCESSFUL, exception_class_path=""),
    State.OBSOLETE: Q(status=Status.SUCCESSFUL) & ~Q(exception_class_path=""),
    State.FAILED: Q(status=Status.FAILED),
}


def tasks_in(state: State) -> Any:
    """The tasks in a state, the latest first."""
    return DBTaskResult.objects.filter(CONDITIONS[state]).order_by("-enqueued_at")


def state_of(row: Row) -> State:
    told = bool(row.exception_class_path)
    return {
        Status.READY: State.LATER if told else State.WAITING,
        Status.RUNNING: State.RUNNING,
        Status.SUCCESSFUL: State.OBSOLETE if told else State.DONE,
        Status.FAILED: State.FAILED,
    }[Status(row.status)]


def reason_of(row: Row) -> str:
    """Why a task failed, waits again or is obsolete, in one line; empty where nothing is told.

    Our own faults in the reader's language, those of the task's code as Python words them.
    """
    path = row.exception_class_path
    if path == get_module_path(WorkerGone):
        return gettext("The process that ran it ended before the task did.")
    if path == get_module_path(TimeLimitExceeded):
        return gettext("It ran longer than it may.")
    lines = row.traceback.strip().splitlines()
    if path == get_module_path(Retry):
        return " ".join(lines)
    return lines[-1] if lines else path


@dataclass(frozen=True)
class QueueCount:
    """Tasks of one queue by state; `oldest`: seconds that the first one that may run waits."""

    name: str
    waiting: int
    later: int
    running: int
    failed: int
    oldest: float


@dataclass(frozen=True)
class LivingWorker:
    """`silent`: seconds since its last sign of life."""

    label: str
    host: str
    pid: int
    silent: float


def queue_counts() -> list[QueueCount]:
    """Queues that hold an unfinished or failed task, by name, in one query."""
    now = timezone.now()
    at_once = Q(run_after=get_date_max())
    rows = (
        DBTaskResult.objects.exclude(status=Status.SUCCESSFUL)
        .order_by()
        .values("queue_name")
        .annotate(
            **{
                state.value: Count("pk", filter=CONDITIONS[state])
                for state in (State.WAITING, State.LATER, State.RUNNING, State.FAILED)
            },
            enqueued=Min("enqueued_at", filter=Q(status=Status.READY) & at_once),
            due=Min("run_after", filter=Q(status=Status.READY, run_after__lte=now) & ~at_once),
        )
        .order_by("queue_name")
    )
    return [_counted(dict(row), now) for row in rows]


def _counted(row: dict[str, Any], now: Any) -> QueueCount:
    since = [moment for moment in (row.pop("enqueued"), row.pop("due")) if moment]
    oldest = max(((now - moment).total_seconds() for moment in since), default=0.0)
    return QueueCount(name=row.pop("queue_name"), oldest=max(oldest, 0.0), **row)


def workers_alive() -> list[LivingWorker]:
    """Every worker that holds a lease, with its silence by the database's clock."""
    rows: Any = Worker.objects.annotate(now=Now())
    return [
        LivingWorker(row.label, row.host, row.pid, (row.now - row.beat_at).total_seconds())
        for row in rows
    ]
