"""What the queue may cost: queries, CPU of an idle worker, the length of a task's transactions."""

import os
import time

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from cms.operations.models import Worker
from cms.operations.queue.host import host
from cms.operations.queue.lease import register
from cms.operations.queue.loop import Loop
from cms.operations.queue.stopping import Stop
from cms.operations.queue.watch import Watch
from cms.operations.waiting import run_waiting, unbounded
from tests.factories.pages import make_document, make_event, translated
from tests.operations.queue import work
from tests.operations.queue.conftest import effects, finished

pytestmark = pytest.mark.django_db


class NeverAsked(Stop):
    """Leaves the signals of the test process alone."""

    def __init__(self):
        self.asked = 0
        self.in_task = False


@pytest.fixture
def loop(database):
    loop = Loop("1/1", NeverAsked(), slow=True)
    loop.worker_id = register("1/1").pk
    loop._bounds = unbounded
    return loop


def statements(captured):
    """Without those that begin or end a transaction."""
    return [
        query["sql"]
        for query in captured.captured_queries
        if not query["sql"].startswith(("BEGIN", "COMMIT"))
    ]


def test_an_idle_look_is_one_query(loop):
    with CaptureQueriesContext(connection) as captured:
        assert not loop._work()
    assert len(statements(captured)) == 1
    assert statements(captured)[0].startswith("SELECT")


def test_a_look_that_finds_a_task_is_two_queries_and_one_closes_it(loop):
    work.do_nothing.enqueue()
    loop.busy = True
    with CaptureQueriesContext(connection) as captured:
        assert loop._work()
    assert len(statements(captured)) == 3
    assert not DBTaskResult.objects.filter(status="READY").exists()


def test_a_look_after_healthy_workers_is_one_query(database):
    watch = Watch(register("me"))
    register("other")
    watch.looks = 1
    with CaptureQueriesContext(connection) as captured:
        watch.look()
    assert len(statements(captured)) == 1


def test_an_idle_worker_costs_a_hundredth_of_a_core(workers):
    tree = workers.start(2, poll=0.5, beat=5, lease=30)
    time.sleep(1)
    before = cpu_seconds(tree)
    time.sleep(4)
    assert (cpu_seconds(tree) - before) / 4 / 2 <= 0.01


def cpu_seconds(tree):
    """User and system time of all its workers."""
    total = 0
    for pid in tree.workers():
        with open(f"/proc/{pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / os.sysconf("SC_CLK_TCK")


class Transactions:
    """Seconds of each outermost `atomic` block of a task."""

    def __init__(self, monkeypatch):
        self.seconds = []
        depth = []
        enter, leave = transaction.Atomic.__enter__, transaction.Atomic.__exit__

        def timed_enter(block):
            depth.append(time.monotonic())
            return enter(block)

        def timed_exit(block, *error):
            try:
                return leave(block, *error)
            finally:
                begun = depth.pop()
                if not depth:
                    self.seconds.append(time.monotonic() - begun)

        monkeypatch.setattr(transaction.Atomic, "__enter__", timed_enter)
        monkeypatch.setattr(transaction.Atomic, "__exit__", timed_exit)


def test_no_task_holds_a_transaction_for_a_second(locales, monkeypatch):
    translated(make_event())
    make_document().delete()
    transactions = Transactions(monkeypatch)
    done = run_waiting()
    assert done.ran > 5
    assert not done.failed
    assert max(transactions.seconds) < 1


def test_the_measure_sees_a_long_transaction(database, monkeypatch):
    transactions = Transactions(monkeypatch)
    work.hold_transaction.enqueue(1.1)
    run_waiting()
    assert max(transactions.seconds) > 1


def test_a_worker_waits_for_a_long_write_of_another(workers, shared):
    """The library's worker ends with exit code 1 here."""
    tree = workers.start(2)
    before = tree.workers()
    with transaction.atomic():
        result = work.write.enqueue("after")
        time.sleep(1.5)
    assert finished(result)[0].status == "SUCCESSFUL"
    assert tree.workers() == before
    assert effects("after") == ["done"]


def test_a_lease_tells_process_and_host(database):
    worker = Worker.objects.get(pk=register("1/2").pk)
    assert (worker.pid, worker.host) == (os.getpid(), host())
    assert worker.pid_started > 0
    assert str(worker) == f"1/2 ({os.getpid()})"
