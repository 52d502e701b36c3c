"""Which process is meant: by number and start, never another one; whose it is."""

import os
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from cms.env import ROOT
from cms.operations.queue.host import is_gone, kill, started

SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def sleeper():
    with subprocess.Popen(SLEEPER) as process:
        yield process
        process.kill()


def test_a_number_that_is_used_again_is_another_process(sleeper):
    begun = started(sleeper.pid)
    assert not is_gone(sleeper.pid, begun)
    assert is_gone(sleeper.pid, begun - 1)
    assert kill(sleeper.pid, begun - 1)
    assert sleeper.poll() is None


def test_the_right_process_is_ended_and_a_zombie_is_gone(sleeper):
    begun = started(sleeper.pid)
    assert kill(sleeper.pid, begun)
    assert is_gone(sleeper.pid, begun)
    assert sleeper.wait() == -9


@pytest.mark.skipif(os.getuid() != 0, reason="root alone may become another user")
def test_a_process_that_is_not_ours_to_end_is_left_alone(sleeper):
    program = f"""
import os, django
django.setup()
from cms.operations.queue.host import kill
os.setuid(65534)
print(kill({sleeper.pid}, {started(sleeper.pid)}))
"""
    command = [sys.executable, "-c", program]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.stdout == "True\n", told.stderr
    assert sleeper.poll() is None


def test_no_workers_is_one_sentence():
    with pytest.raises(CommandError, match="at least 1"):
        call_command("worker", processes=0)
