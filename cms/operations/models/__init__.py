"""The tables of the room: who works on the queue, and the runs of scheduled jobs."""

from cms.operations.models.scheduled_run import ScheduledRun
from cms.operations.models.worker import Worker

__all__ = ["ScheduledRun", "Worker"]
