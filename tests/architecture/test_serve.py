"""The supervisor with real children: signals, a child that ends, nothing left behind."""

import os
import signal
import subprocess
import sys
import time

import pytest

from cms.env import ROOT

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)",
]
ENDS = [sys.executable, "-c", "raise SystemExit(3)"]
PROGRAM = """
import sys
from cms import serve
serve.GRACE = 1
supervisor = serve.Supervisor({{"web server": {first}, "queue worker": {second}}})
print(*(child.pid for child in supervisor.children.values()), flush=True)
sys.exit(supervisor.run())
"""


def supervise(first, second):
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM.format(first=first, second=second)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def children(process):
    return [int(number) for number in process.stdout.readline().split()]


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def gone(pids):
    deadline = time.monotonic() + 5
    while any(map(alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not any(map(alive, pids))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_both_cleanly(number):
    process = supervise(SLEEPER, SLEEPER)
    pids = children(process)
    process.send_signal(number)
    assert process.wait(10) == 0
    assert gone(pids)


def test_a_child_that_ends_takes_the_other_along():
    process = supervise(SLEEPER, ENDS)
    pids = children(process)
    assert process.wait(10) == 1
    assert process.stderr.read() == "The queue worker ended with 3: stopping.\n"
    assert gone(pids)


def test_a_child_that_does_not_stop_is_killed_and_said_so():
    process = supervise(STUBBORN, SLEEPER)
    pids = children(process)
    time.sleep(0.3)  # until the child ignores the signal
    process.terminate()
    assert process.wait(10) == 1
    assert gone(pids)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's signal at a parent's death")
def test_children_end_with_a_killed_supervisor():
    process = supervise(SLEEPER, SLEEPER)
    pids = children(process)
    os.kill(process.pid, signal.SIGKILL)
    process.wait(10)
    assert gone(pids)
