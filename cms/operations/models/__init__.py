"""The tables of the room: who works on the queue."""

from cms.operations.models.worker import Worker

__all__ = ["Worker"]
