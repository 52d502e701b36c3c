"""The queue: tasks that are never lost and, on one machine, never run twice at once.

The rows are django-tasks-db's; the worker is ours (docs/decisions/0008). A task is queued with
`my_task.enqueue(…)` in the transaction that causes it.
"""

from cms.operations.queue.fence import LeaseLost, fenced
from cms.operations.queue.policy import Retry, task
from cms.operations.queue.ticks import on_tick

__all__ = ["LeaseLost", "Retry", "fenced", "on_tick", "task"]
