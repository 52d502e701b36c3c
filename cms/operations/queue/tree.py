"""The parent of the workers: starts them, replaces those that end, passes signals on.

It loads Django once and forks, and keeps no connection and no thread. The children stand in
process groups of their own, so that Ctrl-C reaches the parent alone; they end with it by the
kernel's signal, and where there is none when the pipe closes that only the parent holds open.
"""

import gc
import logging
import os
import signal
import time
from dataclasses import dataclass

from django.db import connections

from cms.operations.queue.host import end_with_parent, host
from cms.operations.queue.loop import DONE, FRESH, Loop
from cms.operations.queue.stopping import Stop

logger = logging.getLogger(__name__)

#: Seconds before a worker is replaced that ended right after its start, and what counts as that.
PAUSE, YOUNG = 2, 5
#: Seconds from the signal "at once" to the end by force.
AT_ONCE = 2


@dataclass
class Child:
    number: int
    pid: int
    since: float


class Tree:
    """`processes` workers, numbered from 1. The first of several leaves the slow queue alone."""

    def __init__(self, processes: int) -> None:
        self.processes = processes
        self.children: dict[int, Child] = {}
        #: when each missing worker may be started, by its number
        self.missing = dict.fromkeys(range(1, processes + 1), 0.0)
        self.told = 0
        self.forced_at = 0.0
        self.ear, self.mouth = os.pipe()

    def run(self) -> int:
        """Until asked to stop and all workers have ended; the exit code."""
        host()  # looked up once, before the fork
        connections.close_all()
        self.stop = Stop(signal.SIGCHLD)
        gc.freeze()  # the children share these pages for as long as nothing writes to them
        clean = True
        while self.children or not self.stop.asked:
            clean = self.collect() and clean
            if self.stop.asked:
                self.pass_on()
            else:
                self.fill()
            self.stop.wait(1)
        return 0 if clean else 1

    def fill(self) -> None:
        """Start the workers that are missing and due."""
        now = time.monotonic()
        for number in [number for number, due in self.missing.items() if due <= now]:
            del self.missing[number]
            self.start(number)

    def start(self, number: int) -> None:
        pid = os.fork()
        if pid == 0:
            os._exit(self.work(number))
        os.setpgid(pid, pid)
        self.children[pid] = Child(number, pid, time.monotonic())

    def work(self, number: int) -> int:
        """The life of a child; its exit code."""
        try:
            os.setpgid(0, 0)
            end_with_parent()
            os.close(self.mouth)
            stop = Stop()
            stop.succeed(self.stop)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            slow = self.processes == 1 or number > 1
            label = f"{number}/{self.processes}"
            return Loop(label, stop, slow=slow, parent=self.ear).run()
        except BaseException:
            logger.exception("worker failed", extra={"worker": number})
            return 1

    def collect(self) -> bool:
        """Note which children ended; whether all of them were asked to."""
        clean = True
        while self.children:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                break
            child = self.children.pop(pid, None)
            if child is None:
                continue  # somebody else's
            code = os.waitstatus_to_exitcode(status)
            if code not in {DONE, FRESH}:
                clean = not self.stop.asked
                logger.warning("worker ended", extra={"worker": child.number, "code": code})
            now = time.monotonic()
            young = code != FRESH and now - child.since < YOUNG
            self.missing[child.number] = now + PAUSE if young else now
        return clean

    def pass_on(self) -> None:
        """One signal to each child for the first and for the second one that came here."""
        wanted = min(self.stop.asked, 2)
        if self.told < wanted:
            self.told = wanted
            self.forced_at = time.monotonic() + AT_ONCE if self.stop.at_once else 0.0
            self.signal(signal.SIGTERM)
        if self.forced_at and time.monotonic() > self.forced_at:
            self.signal(signal.SIGKILL)

    def signal(self, number: signal.Signals) -> None:
        for pid in self.children:
            os.kill(pid, number)
