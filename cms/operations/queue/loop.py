"""The life of a worker process: ticks, a task, the next one, a pause where nothing waits."""

import logging

from django.db import (
    Error,
    InterfaceError,
    OperationalError,
    close_old_connections,
    connection,
    connections,
)  # fmt: skip

from cms.operations.queue import attempt
from cms.operations.queue.claim import claim, ready
from cms.operations.queue.lease import Lease, register
from cms.operations.queue.limits import TimeLimitExceeded, disarm, limited
from cms.operations.queue.stopping import Stop, Stopped
from cms.operations.queue.ticks import Ticks
from cms.operations.queue.timing import timing

logger = logging.getLogger(__name__)

#: Exit codes: asked to end; ended so that a fresh process goes on.
DONE, FRESH = 0, 77
#: Seconds before the next try where the database is away.
AWAY = 1


class Loop:
    """One worker; `slow` says whether it takes tasks of the slow queue."""

    def __init__(self, label: str, stop: Stop, *, slow: bool, parent: int | None = None) -> None:
        self.label = label
        self.stop = stop
        self.slow = slow
        self.parent = parent
        self.ticks = Ticks()
        self.worker_id = ""
        #: whether the last look found a task: the next one is likely to wait
        self.busy = False
        self.used_up = False

    def run(self) -> int:
        """Work until asked to stop; the exit code."""
        lease = self._enter()
        if lease is None:
            return DONE
        while not self.stop.asked and not self.used_up:
            self._turn()
        lease.release()
        connections.close_all()
        return FRESH if self.used_up else DONE

    def _enter(self) -> Lease | None:
        """The lease, as soon as the database gives one."""
        while not self.stop.asked:
            try:
                lease = Lease(register(self.label), self.parent)
            except Error as error:
                self._wait_for_database(error)
            else:
                self.worker_id = lease.worker.pk
                lease.hold()
                return lease
        return None

    def _turn(self) -> None:
        try:
            close_old_connections()
            self.ticks.run()
            self.busy = self._work()
        except (OperationalError, InterfaceError) as error:
            self._wait_for_database(error)
        else:
            if not self.busy:
                self.stop.wait(timing().poll)

    def _wait_for_database(self, error: Exception) -> None:
        logger.warning("worker waits for the database", extra={"error": str(error).strip()})
        connection.close()
        self.stop.wait(AWAY)

    def _work(self) -> bool:
        """Run the next task; False where none waits. One query then, two to take one."""
        rows = ready(slow=self.slow)
        if not self.busy and not rows.exists():
            return False
        row = claim(rows, self.worker_id)
        if row is None:
            return False
        self.stop.in_task = True
        try:
            if self.stop.at_once:
                attempt.put_back(row)
            else:
                attempt.run(row, self._bounds)
        except Stopped:
            logger.warning("task broken off", extra={"task": str(row.pk), "path": row.task_path})
        finally:
            self.stop.in_task = False
        return True

    def _bounds(self, seconds: float) -> "Bounded":
        return Bounded(self, seconds)


class Bounded:
    """The time limit of one attempt; after it the process is not used again."""

    def __init__(self, loop: Loop, seconds: float) -> None:
        self.loop = loop
        self.limit = limited(seconds)

    def __enter__(self) -> None:
        self.limit.__enter__()

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        self.limit.__exit__(kind, *rest)  # type: ignore[arg-type]
        if kind is not None and issubclass(kind, TimeLimitExceeded):
            # broken off anywhere, its connection included
            disarm()
            connections.close_all()
            self.loop.used_up = True
