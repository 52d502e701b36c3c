"""The time limit of a task: an exception at the limit, the end of its process a little later.

The exception ends Python code that waits or loops. Code that holds the interpreter (one long C
call, one SQL statement of SQLite) is ended by the fault handler's own thread, which needs no
interpreter and prints where it stood.
"""

import faulthandler
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from cms.operations.queue.timing import timing

#: Seconds between two exceptions: a task may catch the first one.
AGAIN = 1


class TimeLimitExceeded(BaseException):
    """The task ran longer than its limit. Not an Exception: tasks that catch those still end."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TimeLimitExceeded after `seconds`; in the main thread of a process only."""
    armed = True

    def expire(number: int, frame: FrameType | None) -> None:
        if armed:
            raise TimeLimitExceeded

    signal.signal(signal.SIGALRM, expire)
    faulthandler.dump_traceback_later(seconds + timing().hard_end, exit=True)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        armed = False
        disarm()


def disarm() -> None:
    """Take both limits off; once more by whoever caught an exception of the very last moment."""
    signal.setitimer(signal.ITIMER_REAL, 0)
    faulthandler.cancel_dump_traceback_later()
