"""The lease of this process: a row that a thread renews, and the end of the process without it.

A second thread does nothing but look at the clock and at the parent, since the first one may hang
in a connection that answers no more.
"""

import logging
import os
import select
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from django.db import Error, connection
from django.db.models import F
from django.db.models.functions import Now

from cms.operations.models import Worker
from cms.operations.queue.host import host, started
from cms.operations.queue.timing import timing
from cms.operations.queue.watch import Watch

logger = logging.getLogger(__name__)

#: Exit codes of a worker that ended itself: its parent starts another one.
LOST, ORPHAN = 75, 76
#: Seconds between two looks at clock and parent.
GUARD = 0.5
#: Milliseconds that the thread waits for SQLite's write lock: the next beat comes soon enough.
BUSY = 3_000


def register(label: str) -> Worker:
    """A new row for this process, told by the database's clock."""
    pid = os.getpid()
    return Worker.objects.create(
        host=host(), pid=pid, pid_started=started(pid), label=label, beat_at=Now()
    )


class Lease:
    """Renews the row of `worker` until `release`, and looks after the other workers."""

    def __init__(self, worker: Worker, parent: int | None = None) -> None:
        self.worker = worker
        #: the end of a pipe that closes when the parent is gone
        self.parent = parent
        self.renewed = time.monotonic()
        #: steps in a row that the database did not let through
        self.missed = 0
        self.over = threading.Event()
        self.threads = [threading.Thread(target=self._beat, daemon=True)]
        self.threads.append(threading.Thread(target=self._guard, daemon=True))

    def hold(self) -> None:
        for thread in self.threads:
            thread.start()

    def release(self) -> None:
        self.over.set()
        for thread in self.threads:
            thread.join(timing().own_end)
        with suppress(Error):  # the database is away: the others find the process gone
            Worker.objects.filter(pk=self.worker.pk).delete()

    def renew(self) -> None:
        """One beat. Ends the process where the row is gone: its tasks are others' now."""
        values = {"beat": F("beat") + 1, "beat_at": Now(), "suspect_at": None}
        if not Worker.objects.filter(pk=self.worker.pk).update(**values):
            end(LOST, "lease lost", self.worker.pk)
        self.renewed = time.monotonic()

    def _beat(self) -> None:
        watch = Watch(self.worker)
        while True:
            for step in (self.renew, watch.look):
                self._try(step)
            if self.over.wait(timing().beat):
                break
        connection.close()

    def _try(self, step: Callable[[], object]) -> None:
        try:
            _be_brief()
            step()
        except Error as error:
            self.missed += 1
            # SQLite was busy for a moment: told where it is so for two steps in a row
            level = logging.WARNING if self.missed > 1 else logging.DEBUG
            logger.log(level, "lease waits for the database", extra={"error": str(error).strip()})
            connection.close()
        else:
            self.missed = 0

    def _guard(self) -> None:
        while not self.over.wait(0 if self.parent else GUARD):
            if self.parent and select.select([self.parent], [], [], GUARD)[0]:
                end(ORPHAN, "parent is gone", self.worker.pk)
            # SQLite has one machine: a silent process is killed there before others go on
            silent = time.monotonic() - self.renewed
            if connection.vendor != "sqlite" and silent > timing().own_end:
                end(LOST, "lease not renewed", self.worker.pk)


def _be_brief() -> None:
    """Again each time: an error closes the connection, and a new one waits long."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA busy_timeout = {BUSY}")


def end(code: int, reason: str, worker: str) -> None:
    """End this process in the middle of whatever it does."""
    logger.error(reason, extra={"worker": worker, "pid": os.getpid()})
    os._exit(code)
