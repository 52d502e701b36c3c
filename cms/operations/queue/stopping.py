"""Signals of a worker: the first one lets its task finish, the second one breaks it off.

Python's handlers only count; a self-pipe ends a wait, since `sleep` and events of threads are not
safe to use from a handler.
"""

import os
import select
import signal
from types import FrameType

SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGQUIT)


class Stopped(BaseException):
    """Raised inside a task by the second signal."""


class Stop:
    """How often somebody asked this process to stop."""

    def __init__(self, *woken_by: signal.Signals) -> None:
        self.asked = 0
        #: whether a task runs that the second signal may break off
        self.in_task = False
        self.ear, self.mouth = os.pipe()
        for end in (self.ear, self.mouth):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self.mouth, warn_on_full_buffer=False)
        for number in SIGNALS:
            signal.signal(number, self.ask)
        for number in woken_by:
            signal.signal(number, self.wake)

    @property
    def at_once(self) -> bool:
        return self.asked > 1

    def ask(self, number: int, frame: FrameType | None) -> None:
        self.asked += 1
        if self.at_once and self.in_task:
            raise Stopped

    def wake(self, number: int, frame: FrameType | None) -> None:
        """A handler that does nothing: the self-pipe has its byte already."""

    def wait(self, seconds: float) -> None:
        """Until a signal comes, at most `seconds`."""
        if select.select([self.ear], [], [], seconds)[0]:
            os.read(self.ear, 512)

    def succeed(self, parents: "Stop") -> None:
        """In a child that was forked: what its parent's handlers took for it counts too."""
        self.asked += parents.asked
        os.close(parents.ear)
        os.close(parents.mouth)
