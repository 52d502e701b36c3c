"""One attempt at a claimed task: the call, what became of it, and the row that says so."""

import logging
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from enum import Enum
from traceback import format_exception
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone, translation
from django_tasks import TaskContext, TaskResultStatus
from django_tasks.signals import task_finished, task_started
from django_tasks.utils import get_module_path, normalize_json

from cms.operations.queue.fence import LeaseLost, Row, close, current
from cms.operations.queue.policy import Policy, Retry, policy_of
from cms.operations.queue.stopping import Stopped
from cms.settings.logs import logged_as_task

logger = logging.getLogger(__name__)

Bounds = Callable[[float], AbstractContextManager[Any]]

#: Seconds between attempts to write an outcome while the database is away or busy.
PATIENCE = (0.2, 1, 3)


class Outcome(Enum):
    SUCCESSFUL = "successful"
    #: what the task was about is gone meanwhile
    OBSOLETE = "obsolete"
    #: asked for a later attempt
    LATER = "later"
    #: failed and is tried again
    AGAIN = "again"
    FAILED = "failed"
    #: another worker has it
    LOST = "lost"


def run(row: Row, bounds: Bounds) -> Outcome:
    """Run a claimed task within `bounds(limit)` and close its row.

    Raises Stopped and KeyboardInterrupt, after the row waits again, and OperationalError where
    the outcome cannot be written.
    """
    mine = current.set(row)
    try:
        with logged_as_task(str(row.pk)):
            return _run(row, policy_of(row.task_path), bounds)
    finally:
        current.reset(mine)


def _run(row: Row, policy: Policy, bounds: Bounds) -> Outcome:
    try:
        with bounds(policy.limit), translation.override(settings.LANGUAGE_CODE):
            value = _call(row)
        return _end(row, Outcome.SUCCESSFUL, return_value=value)
    except LeaseLost:
        return _lost(row)
    except (Stopped, KeyboardInterrupt):
        put_back(row)
        raise
    except ObjectDoesNotExist as error:
        return _end(row, Outcome.OBSOLETE, error=error)
    except BaseException as error:  # noqa: BLE001  (whatever a task raises is its outcome)
        return _failed(row, policy, error)


def _call(row: Row) -> Any:
    result = row.task_result
    task = result.task
    task_started.send(type(task.get_backend()), task_result=result)
    # a result of the database's backend is one of the library's in all but its type
    context = [TaskContext(task_result=cast(Any, result))] if task.takes_context else []
    return normalize_json(task.call(*context, *result.args, **result.kwargs))


def _failed(row: Row, policy: Policy, error: BaseException) -> Outcome:
    attempt = len(row.worker_ids)
    if not policy.may_try_again(attempt):
        return _end(row, Outcome.FAILED, error=error)
    after = error.after if isinstance(error, Retry) else None
    if not settle(row, **waits_again(policy, attempt, after), **told(error)):
        return _lost(row)
    about = {"task": str(row.pk), "path": row.task_path, "attempt": attempt}
    logger.warning("task is tried again", extra={**about, "error": get_module_path(type(error))})
    return Outcome.LATER if isinstance(error, Retry) else Outcome.AGAIN


def _end(
    row: Row, outcome: Outcome, *, return_value: Any = None,
    error: BaseException | None = None,
) -> Outcome:  # fmt: skip
    failed = outcome is Outcome.FAILED
    status = TaskResultStatus.FAILED if failed else TaskResultStatus.SUCCESSFUL
    values = {"status": status, "finished_at": timezone.now(), "return_value": return_value}
    if not settle(row, **values, **told(error)):
        return _lost(row)
    announce(row)
    return outcome


def announce(row: Row) -> None:
    """Tell the receivers of the library's signal, unless the task's code is gone."""
    try:
        result = row.task_result
    except ImportError:
        logger.exception("task has no code", extra={"task": str(row.pk), "path": row.task_path})
        return
    task_finished.send_robust(type(result.task.get_backend()), task_result=result)


def _lost(row: Row) -> Outcome:
    logger.warning("result refused", extra={"task": str(row.pk), "path": row.task_path})
    return Outcome.LOST


def waits_again(policy: Policy, attempt: int, after: float | None = None) -> dict[str, Any]:
    """Values of a row that waits for its next attempt, `after` seconds or the policy's pause."""
    pause = policy.pause(attempt) if after is None else after
    return {
        "status": TaskResultStatus.READY,
        "run_after": timezone.now() + timedelta(seconds=pause),
    }


def told(error: BaseException | None) -> dict[str, str]:
    """Values of a row that say why; a request for a later attempt is told by its reason alone."""
    if error is None:
        return {"exception_class_path": "", "traceback": ""}
    lines = [str(error)] if isinstance(error, Retry) else format_exception(error)
    return {"exception_class_path": get_module_path(type(error)), "traceback": "".join(lines)}


def put_back(row: Row) -> bool:
    """The row of a task that was broken off waits again, as if it had not been claimed."""
    return settle(row, status=TaskResultStatus.READY, worker_ids=row.worker_ids[:-1])


def settle(row: Row, **values: Any) -> bool:
    """Close a row, also on a connection that was cut meanwhile: the write can be repeated."""
    for pause in PATIENCE:
        try:
            return close(row, **values)
        except (OperationalError, InterfaceError):
            if connection.in_atomic_block:
                raise
            connection.close()
            time.sleep(pause)
    return close(row, **values)
