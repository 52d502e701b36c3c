"""What became of the runs: their tasks tell it, also where a killed worker could not."""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Max, Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from cms.operations.models import ScheduledRun

FINISHED = {TaskResultStatus.SUCCESSFUL, TaskResultStatus.FAILED}
State, Reason = ScheduledRun.State, ScheduledRun.Reason


def open_runs() -> Any:
    return ScheduledRun.objects.filter(state=State.QUEUED)


def open_run(name: str) -> ScheduledRun | None:
    return open_runs().filter(name=name).first()


def runs_settle() -> None:
    """Close every open run whose task has ended. One query where none is open, else two."""
    runs = {run.task: run for run in open_runs()}
    if not runs:
        return
    tasks = {task.pk: task for task in DBTaskResult.objects.filter(pk__in=list(runs))}
    for pk, run in runs.items():
        values = _outcome(tasks.get(pk))
        if values:
            # another worker may be at it: what it wrote stays
            open_runs().filter(pk=run.pk).update(**values)


def _outcome(task: Any) -> dict[str, Any]:
    """The values of a run whose task has ended; empty while it has not."""
    if task is None:
        return {
            "state": State.FAILED, "reason": Reason.TASK_GONE, "finished_at": timezone.now(),
        }  # fmt: skip
    if task.status not in FINISHED:
        return {}
    values = {"started_at": task.started_at, "finished_at": task.finished_at}
    if task.status == TaskResultStatus.SUCCESSFUL:
        count = task.return_value if isinstance(task.return_value, int) else None
        reason = Reason.OBSOLETE if task.exception_class_path else ""
        return {"state": State.OK, "reason": reason, "count": count, **values}
    return {"state": State.FAILED, "reason": task.exception_class_path[:200], **values}


def last_runs(*states: str) -> dict[str, ScheduledRun]:
    """The newest run in one of the states, by the name of its job."""
    runs = ScheduledRun.objects.filter(state__in=states)
    newest = runs.order_by().values_list("name").annotate(Max("due_at"))
    which = [Q(name=name, due_at=due) for name, due in newest]
    return {run.name: run for run in (runs.filter(reduce(or_, which)) if which else ())}
