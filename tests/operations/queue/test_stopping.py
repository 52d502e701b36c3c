"""Signals to real workers: the first lets tasks finish, the second breaks them off."""

import os
import signal
import time

import pytest

from cms.operations.models import Worker
from tests.operations.queue import work
from tests.operations.queue.conftest import effects, row_of, until
from tests.operations.queue.test_worker import started

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_first_signal_lets_a_task_finish(workers, number):
    tree = workers.start(2)
    result = work.start_and_sleep.enqueue("finishing", 1)
    started(result)
    next_one = work.write.enqueue("next", 0)
    until(lambda: row_of(next_one).status == "SUCCESSFUL")
    tree.signal(number)
    assert tree.wait()
    assert row_of(result).status == "SUCCESSFUL"
    assert effects("finishing") == ["started", "done"]
    assert not Worker.objects.exists()
    left = work.write.enqueue("left", 0)
    time.sleep(0.3)
    assert row_of(left).status == "READY"


def test_the_second_signal_puts_the_task_back(workers):
    tree = workers.start(2)
    result = work.start_and_sleep.enqueue("broken off", 30)
    started(result)
    tree.signal(signal.SIGTERM)
    time.sleep(0.5)
    assert not tree.is_gone()
    tree.signal(signal.SIGTERM)
    assert tree.wait(5)
    row = row_of(result)
    assert (row.status, row.worker_ids) == ("READY", [])
    assert effects("broken off") == ["started"]


def test_the_second_signal_ends_what_does_not_listen(workers):
    tree = workers.start(1, hard_end=60)
    result = work.hold_the_interpreter.enqueue("deaf")
    started(result)
    for _ in range(2):
        tree.signal(signal.SIGTERM)
        time.sleep(0.3)
    assert tree.wait(5)
    assert row_of(result).status == "RUNNING"  # taken over by the next workers


def test_ctrl_c_reaches_the_parent_alone(workers):
    tree = workers.start(2)
    assert os.getpgid(tree.pid) == tree.pid
    assert {os.getpgid(pid) for pid in tree.workers()} == set(tree.workers())
    result = work.start_and_sleep.enqueue("kept", 0.7)
    started(result)
    os.killpg(tree.pid, signal.SIGINT)
    assert tree.wait()
    assert effects("kept") == ["started", "done"]


def test_a_worker_that_ends_is_replaced(workers):
    tree = workers.start(2)
    before = tree.workers()
    os.kill(before[0], signal.SIGKILL)
    until(lambda: len(tree.workers()) == 2 and before[0] not in tree.workers())
    assert before[1] in tree.workers()


def test_the_first_of_several_leaves_slow_work_to_the_others(workers):
    workers.start(2)
    first = Worker.objects.get(label="1/2").pk
    rebuilds = [work.rebuild.enqueue(f"rebuild {number}", 0.8) for number in range(3)]
    until(lambda: row_of(rebuilds[0]).status == "RUNNING")
    mail = work.send.enqueue("mail")
    until(lambda: row_of(mail).status == "SUCCESSFUL", 2)
    assert row_of(mail).worker_ids[0].startswith(first)
    assert row_of(rebuilds[2]).status == "READY"
    until(lambda: row_of(rebuilds[2]).status == "SUCCESSFUL")
    assert not any(row_of(rebuild).worker_ids[0].startswith(first) for rebuild in rebuilds)


def test_a_lone_worker_takes_slow_work_too(workers):
    workers.start(1)
    result = work.rebuild.enqueue("alone", 0)
    until(lambda: row_of(result).status == "SUCCESSFUL")
