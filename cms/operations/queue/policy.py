"""What is promised for a task: attempts, pauses between them, a time limit.

`task()` keeps it by the task's path, since the library's own decorator takes no arguments of ours
in Django 6. Tasks of others (Wagtail's) have the default policy.
"""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from django.utils.module_loading import import_string
from django_tasks.base import Task
from django_tasks.base import task as library_task

from cms.operations.queue.timing import timing

P = ParamSpec("P")
T = TypeVar("T")

#: Seconds: no pause between two attempts is longer.
LONGEST_PAUSE = 15 * 60
#: No power of three beyond this one is ever needed.
STEPS = 12


@dataclass(frozen=True)
class Policy:
    """`attempts` None: without end. `limit` in seconds."""

    attempts: int | None = 5
    limit: float = 60

    def may_try_again(self, attempt: int) -> bool:
        return self.attempts is None or attempt < self.attempts

    def pause(self, attempt: int) -> float:
        """Seconds until the next attempt: 5, 15, 45 …, shortened by up to a half by chance, so
        that what failed together does not come back together."""
        full = timing().backoff * 3 ** min(attempt - 1, STEPS)
        return min(full, LONGEST_PAUSE) * random.uniform(0.5, 1)  # noqa: S311  (no secret)


DEFAULT = Policy()
POLICIES: dict[str, Policy] = {}


class Retry(Exception):
    """Raised by a task that asks for another attempt in `after` seconds; `reason` is shown.

    It counts as an attempt. The pause is the policy's where none is given.
    """

    def __init__(self, *, after: float | None = None, reason: str = "") -> None:
        super().__init__(reason)
        self.after = after


def task(
    *,
    queue: str = "default",
    priority: int = 0,
    attempts: int | None = 5,
    limit: float = 60,
    takes_context: bool = False,
) -> Callable[[Callable[..., T]], Task[Any, T]]:
    """Make a function a task of the queue: `@task(queue="slow", attempts=3, limit=600)`.

    A task runs at least once, so it is idempotent and takes ids. `queue="slow"` is left alone by
    the first of several workers; priorities run from -100 to 100, the highest first.
    """

    def wrap(function: Callable[..., T]) -> Task[Any, T]:
        make: Any = library_task  # its overloads ask for a literal `takes_context`
        made: Task[Any, T] = make(queue_name=queue, priority=priority, takes_context=takes_context)(
            function
        )
        POLICIES[made.module_path] = Policy(attempts, limit)
        return made

    return wrap


def policy_of(path: str) -> Policy:
    """The policy of the task at `path`, whose module may not have been imported yet."""
    if path not in POLICIES:
        with suppress(ImportError):
            import_string(path)
    return POLICIES.get(path, DEFAULT)
