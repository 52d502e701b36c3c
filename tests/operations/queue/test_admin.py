"""What people see and do: states, reasons, counts, workers, run again, prune."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db.models import F
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from cms.operations.models import Worker
from cms.operations.queue.lease import register
from cms.operations.queue.selectors import (
    State,
    queue_counts,
    reason_of,
    state_of,
    tasks_in,
    workers_alive,
)
from cms.operations.queue.services import task_run_again
from cms.operations.waiting import run_waiting
from tests.operations.queue import work
from tests.operations.queue.conftest import effects, row_of

pytestmark = pytest.mark.django_db


def failed(name="failing"):
    result = work.fail.enqueue(name)
    for _ in range(3):
        DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())
        run_waiting()
    return result


def test_tasks_by_state(database):
    failing = failed()
    done, gone = work.write.enqueue("done"), work.about_nothing.enqueue("gone")
    later = work.ask_for_later.enqueue("later")
    run_waiting()
    waiting, running = work.write.enqueue("waiting"), work.write.enqueue("running")
    DBTaskResult.objects.filter(pk=running.id).update(status="RUNNING")
    expected = {
        State.WAITING: waiting, State.RUNNING: running, State.LATER: later, State.DONE: done,
        State.OBSOLETE: gone, State.FAILED: failing,
    }  # fmt: skip
    for state, result in expected.items():
        assert [str(row.pk) for row in tasks_in(state)] == [result.id]
        assert state_of(row_of(result)) is state


def test_a_failed_task_is_run_again_with_all_its_attempts(database):
    result = failed()
    assert task_run_again(task_id=result.id)
    row = row_of(result)
    assert (state_of(row), row.worker_ids, row.finished_at) == (State.WAITING, [], None)
    assert not task_run_again(task_id=result.id)
    assert run_waiting().ran == 1
    assert state_of(row_of(result)) is State.LATER
    assert effects("failing") == ["started"] * 4


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("cms.operations.queue.watch.WorkerGone", "A folyamat"),
        ("cms.operations.queue.limits.TimeLimitExceeded", "Tovább futott"),
    ],
)
def test_own_faults_are_told_in_the_readers_language(database, fault, words):
    result = work.write.enqueue("told")
    DBTaskResult.objects.update(status="FAILED", exception_class_path=fault, traceback="x")
    assert reason_of(row_of(result)).startswith(words)
    with translation.override("en"):
        assert "It" in reason_of(row_of(result)) or "process" in reason_of(row_of(result))


def test_counts_of_each_queue_and_the_oldest_that_waits(database):
    failed()
    for name in ("a", "b"):
        work.rebuild.enqueue(name, 0)
    work.write.using(run_after=timezone.now() + timedelta(hours=1)).enqueue("in an hour")
    slow = DBTaskResult.objects.filter(queue_name="slow")
    slow.update(enqueued_at=F("enqueued_at") - timedelta(minutes=2))
    default, rebuilds = queue_counts()
    assert (default.name, default.failed, default.waiting, default.oldest) == ("default", 1, 1, 0)
    assert (rebuilds.name, rebuilds.waiting, rebuilds.running) == ("slow", 2, 0)
    assert 120 <= rebuilds.oldest < 150


def test_workers_and_their_silence(database):
    register("1/1")
    Worker.objects.update(beat_at=timezone.now() - timedelta(seconds=20))
    (worker,) = workers_alive()
    assert worker.label == "1/1"
    assert 19 < worker.silent < 40


def test_old_tasks_of_all_queues_are_pruned(database, capsys):
    kept = [failed("kept"), work.write.enqueue("young")]
    work.rebuild.enqueue("old", 0)
    run_waiting()
    waiting = work.write.enqueue("waits")
    month_ago = timezone.now() - timedelta(days=30)
    DBTaskResult.objects.exclude(pk__in=[kept[1].id, waiting.id]).update(finished_at=month_ago)
    call_command("prune_tasks")
    assert capsys.readouterr().out == "1 tasks deleted.\n"
    left = {str(pk) for pk in DBTaskResult.objects.values_list("pk", flat=True)}
    assert left == {kept[0].id, kept[1].id, waiting.id}
    call_command("prune_tasks", failed_days=7, done_days=7)
    assert DBTaskResult.objects.count() == 2
