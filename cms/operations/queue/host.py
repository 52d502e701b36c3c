"""Processes of this machine: who they are, whether they live, and how to end the right one."""

import ctypes
import os
import select
import signal
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

#: Fields of /proc/<pid>/stat after the name in brackets: state, and ticks from boot to start.
STATE, STARTED = 0, 19


#: Linux' prctl option: the signal that a child gets when its parent is gone.
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None


class Process(NamedTuple):
    state: str
    started: int


@cache
def host() -> str:
    """Where a process number means something: one boot of one kernel and one process namespace.

    A name of its own for every process where that cannot be known: then leases alone decide.
    """
    if sys.platform != "linux":
        return token_hex(8)
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    return f"{boot} {os.readlink('/proc/self/ns/pid')}"


def process(pid: int) -> Process | None:
    """The living process of that number; None also for one that only waits to be collected."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[STATE] in "ZX" else Process(fields[STATE], int(fields[STARTED]))


def started(pid: int) -> int:
    """Clock ticks from boot to the start of a process; 0 where it is gone or cannot be known."""
    found = process(pid)
    return found.started if found else 0


def is_gone(pid: int, begun: int) -> bool:
    """Whether the process that began then has ended."""
    found = process(pid)
    return found.started != begun if found else not _is_hidden(pid)


def _is_hidden(pid: int) -> bool:
    """Whether the number is that of another user's process, which /proc may not show."""
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True
    except ProcessLookupError:
        return False
    return False  # our own, and a zombie


def is_stopped(pid: int, begun: int) -> bool:
    """Whether the process was frozen by a signal (SIGSTOP)."""
    found = process(pid)
    return found is not None and found.started == begun and found.state in "Tt"


def kill(pid: int, begun: int) -> bool:
    """End the process of that number that began then; whether it may count as gone.

    One that is not ours to end counts as gone: its lease decides, as on another machine. The
    descriptor holds on to the process that was looked at, so that no other is hit.
    """
    if sys.platform != "linux":
        return False
    with suppress(ProcessLookupError):
        handle = os.pidfd_open(pid)
        try:
            if is_gone(pid, begun):
                return True
            signal.pidfd_send_signal(handle, signal.SIGKILL)
            return _wait(handle)
        except PermissionError:
            return True
        finally:
            os.close(handle)
    return True


def _wait(handle: int) -> bool:
    """Whether the process ended within two seconds; its descriptor becomes readable then."""
    return bool(select.select([handle], [], [], 2)[0])


def end_with_parent() -> None:
    """In a child: also a task that holds the interpreter outlives no parent."""
    if LIBC:
        LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
