"""Real workers: tasks run, killed ones start again, frozen ones are ended, nothing runs twice."""

import os
import signal
import time

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from cms.operations.models import Worker
from tests.operations.queue import work
from tests.operations.queue.conftest import effects, finished, row_of, until
from tests.operations.queue.nursery import stat

# the database is a copy; the mark has the tables made that it is a copy of
pytestmark = pytest.mark.django_db

#: Seconds that the text gives one machine (with short times of a lease here).
SOON = 10


def pid_of(row):
    return Worker.objects.get(pk=row.worker_ids[-1].rpartition("-")[0]).pid


def started(result):
    until(lambda: "started" in effects(result.args[0]))
    return row_of(result)


def test_what_is_queued_runs_once(workers):
    workers.start(2)
    results = [work.write.enqueue(f"task {number}") for number in range(20)]
    rows = finished(*results)
    assert [row.status for row in rows] == ["SUCCESSFUL"] * 20
    assert [row.return_value for row in rows] == [f"task {number}" for number in range(20)]
    assert [effects(f"task {number}") for number in range(20)] == [["done"]] * 20


def test_a_killed_workers_task_starts_again(workers):
    tree = workers.start(2)
    result = work.start_and_sleep.enqueue("killed", 1.5)
    victim = pid_of(started(result))
    os.kill(victim, signal.SIGKILL)
    killed = time.monotonic()
    until(lambda: effects("killed").count("started") == 2)
    assert time.monotonic() - killed < SOON
    assert finished(result)[0].status == "SUCCESSFUL"
    assert effects("killed") == ["started", "started", "done"]
    until(lambda: len(tree.workers()) == 2)
    assert victim not in tree.workers()


def test_a_killed_trees_task_starts_again_with_the_next_one(workers):
    tree = workers.start(2)
    result = work.start_and_sleep.enqueue("tree", 1.5)
    started(result)
    tree.kill()
    assert tree.wait()
    workers.start(1)
    assert finished(result)[0].status == "SUCCESSFUL"
    assert effects("tree") == ["started", "started", "done"]
    assert Worker.objects.count() == 1


@pytest.mark.parametrize("task", [work.start_and_sleep, work.hold_the_interpreter])
def test_workers_end_with_a_killed_parent(workers, task):
    tree = workers.start(2, hard_end=60)
    started(task.enqueue("orphan", *[30][: task is work.start_and_sleep]))
    tree.signal(signal.SIGKILL)
    assert tree.wait(5)


def test_a_task_that_kills_its_worker_fails_after_its_attempts(workers):
    workers.start(2)
    (row,) = finished(work.kill_own_process.enqueue("killer"))
    assert row.status == "FAILED"
    assert row.exception_class_path.endswith(".WorkerGone")
    assert effects("killer") == ["started", "started"]


def test_a_frozen_worker_is_ended_before_its_task_starts_again(workers):
    workers.start(2)
    result = work.freeze.enqueue("frozen")
    victim = pid_of(started(result))
    until(lambda: effects("frozen").count("started") == 2)
    assert stat(victim) is None
    assert finished(result)[0].status == "SUCCESSFUL"
    assert effects("frozen") == ["started", "started", "done"]


def test_a_worker_frozen_inside_a_write_lets_the_others_go_on(workers):
    workers.start(2)
    frozen, beside = work.freeze_in_transaction.enqueue("inside"), work.write.enqueue("beside")
    rows = finished(frozen, beside)
    assert [row.status for row in rows] == ["SUCCESSFUL"] * 2
    assert effects("inside") == ["done"]
    assert effects("beside") == ["done"]


def test_on_another_machine_a_frozen_worker_wakes_to_nothing(workers):
    workers.start(2)
    result = work.freeze.enqueue("woken")
    row = started(result)
    victim = pid_of(row)
    # as if it ran elsewhere: nobody here can end it
    Worker.objects.filter(pid=victim).update(host="elsewhere")
    (row,) = finished(result)
    assert stat(victim)[0] == "T"
    os.kill(victim, signal.SIGCONT)
    until(lambda: stat(victim) is None)
    assert row_of(result).worker_ids == row.worker_ids
    assert effects("woken").count("done") == 1


def test_a_task_of_a_stock_worker_that_was_killed_is_taken_over(workers):
    result = work.write.enqueue("stock")
    DBTaskResult.objects.update(status="RUNNING", worker_ids=["stock"])
    workers.start(1)
    assert finished(result)[0].status == "SUCCESSFUL"


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="a server cuts connections")
def test_all_connections_cut(workers):
    workers.start(3)
    results = [work.write.enqueue(f"cut {number}", 0.2) for number in range(40)]
    for _ in range(4):
        time.sleep(0.7)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
    rows = finished(*results)
    assert {row.status for row in rows} == {"SUCCESSFUL"}
    assert [effects(f"cut {number}") for number in range(40)] == [["done"]] * 40
