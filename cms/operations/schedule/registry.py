"""The registry of jobs: a room adds its own in `AppConfig.ready()`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cms.operations.schedule.rules import Rule


def nothing_told(count: int) -> str:
    return ""


@dataclass(frozen=True)
class Job:
    """A task without arguments that is queued whenever its rule says so.

    `told(count)` says what the number means that the task returns, in the active language.
    `keep_days`: how long a run that went well stays in the list.
    """

    name: str
    label: Any
    rule: Rule
    task: Any
    told: Callable[[int], str] = nothing_told
    keep_days: int = 90


_jobs: dict[str, Job] = {}


def register_job(job: Job) -> None:
    """Raises ValueError where another job has the name: its runs would count for both."""
    known = _jobs.setdefault(job.name, job)
    if known is not job and known.task is not job.task:
        raise ValueError(f"two jobs are named {job.name}")


def jobs() -> list[Job]:
    """In the order in which the rooms registered them."""
    return list(_jobs.values())


def job_named(name: str) -> Job:
    """Raises LookupError for a name that nobody registered."""
    return _jobs[name]
