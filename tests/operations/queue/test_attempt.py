"""What becomes of an attempt: done, obsolete, tried again, failed, refused; in one process."""

import random
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.operations.queue import LeaseLost, fenced
from cms.operations.queue.attempt import Outcome, run
from cms.operations.queue.claim import claim, ready
from cms.operations.queue.fence import current
from cms.operations.queue.policy import DEFAULT, Policy, policy_of
from cms.operations.queue.selectors import State, reason_of, state_of
from cms.operations.waiting import run_waiting, unbounded
from tests.operations.queue import work
from tests.operations.queue.conftest import effects, row_of

pytestmark = pytest.mark.django_db


def attempt():
    """Claim the next task and run it, also where it is to wait longer."""
    DBTaskResult.objects.filter(status="READY", run_after__year__lt=9999).update(
        run_after=timezone.now()
    )
    return run(claim(ready(), "worker"), unbounded)


def test_a_task_that_fails_waits_longer_each_time_then_fails(database):
    result = work.fail.enqueue("failing")
    pauses = []
    for _ in range(2):
        assert attempt() is Outcome.AGAIN
        row = row_of(result)
        assert state_of(row) is State.LATER
        assert reason_of(row) == "ValueError: nothing is right"
        pauses.append(row.run_after - timezone.now())
    assert timedelta(seconds=2) < pauses[0] <= timedelta(seconds=5)
    assert timedelta(seconds=7) < pauses[1] <= timedelta(seconds=15)
    assert attempt() is Outcome.FAILED
    row = row_of(result)
    assert (state_of(row), len(row.worker_ids)) == (State.FAILED, 3)
    assert effects("failing") == ["started"] * 3


def test_pauses_differ_and_have_an_end():
    random.seed(1)
    assert len({Policy().pause(1) for _ in range(20)}) == 20
    assert max(Policy(attempts=None).pause(10_000) for _ in range(50)) <= 15 * 60


def test_a_task_asks_for_a_later_attempt_without_end(database):
    result = work.ask_for_later.enqueue("later")
    assert attempt() is Outcome.LATER
    assert row_of(result).run_after <= timezone.now() + timedelta(seconds=0.1)
    assert reason_of(row_of(result)) == "the other side is busy"
    assert [attempt(), attempt()] == [Outcome.LATER, Outcome.SUCCESSFUL]
    assert reason_of(row_of(result)) == ""


def test_a_task_about_what_is_gone_is_obsolete(database):
    result = work.about_nothing.enqueue("gone")
    assert attempt() is Outcome.OBSOLETE
    row = row_of(result)
    assert state_of(row) is State.OBSOLETE
    assert "ContentType matching query does not exist" in reason_of(row)
    assert not DBTaskResult.objects.failed().exists()


def test_a_task_whose_code_is_gone_is_tried_again_then_fails(database):
    result = work.write.enqueue("code")
    DBTaskResult.objects.update(task_path="tests.operations.queue.work.nothing")
    assert policy_of("tests.operations.queue.work.nothing") == DEFAULT
    outcomes = [attempt() for _ in range(5)]
    assert outcomes == [Outcome.AGAIN] * 4 + [Outcome.FAILED]
    assert "ImportError" in row_of(result).traceback


def test_what_is_more_urgent_comes_first(database):
    work.write.enqueue("first in")
    urgent = work.send.enqueue("urgent")
    assert str(claim(ready(), "worker").pk) == urgent.id


def test_the_policy_of_a_task_is_known_before_its_module_is():
    assert policy_of(work.kill_own_process.module_path) == Policy(attempts=2)
    assert policy_of(work.swallow.module_path) == Policy(attempts=1, limit=1)
    assert policy_of("wagtail.tasks.update_reference_index_task") == DEFAULT


def test_the_number_of_the_attempt_is_known_to_the_task(database):
    work.count_attempt.enqueue("count")
    attempt()
    assert effects("count") == ["1"]


def test_a_result_is_refused_once_another_has_the_task(database):
    result = work.write.enqueue("mine")
    row = claim(ready(), "first")
    DBTaskResult.objects.update(worker_ids=["first-x", "second-x"])
    assert run(row, unbounded) is Outcome.LOST
    assert row_of(result).status == "RUNNING"
    assert row_of(result).worker_ids == ["first-x", "second-x"]
    assert effects("mine") == []


def test_what_is_fenced_cannot_be_written_after_the_loss(database):
    work.write.enqueue("fence")
    row = claim(ready(), "first")
    mine = current.set(row)
    with fenced():
        work.note("fence", "held")
    DBTaskResult.objects.update(status="SUCCESSFUL")
    with pytest.raises(LeaseLost), fenced():
        work.note("fence", "lost")
    current.reset(mine)
    assert effects("fence") == ["held"]


def test_outside_a_worker_fenced_is_a_transaction(database):
    with pytest.raises(ValueError, match="undo"), fenced():
        work.note("plain", "undone")
        raise ValueError("undo")
    assert effects("plain") == []


def test_a_task_is_queued_with_its_cause_or_not_at_all(database):
    with pytest.raises(ValueError, match="undo"), transaction.atomic():
        work.write.enqueue("undone")
        raise ValueError("undo")
    assert not DBTaskResult.objects.exists()


def test_waiting_tasks_run_here_and_failures_are_told(database):
    for task in (work.write, work.about_nothing, work.fail):
        task.enqueue("here")
    done = run_waiting()
    assert (done.ran, done.failed) == (3, [work.fail.module_path])


def test_the_language_of_one_task_is_not_that_of_the_next(database):
    from django.utils import translation

    with translation.override("ar"):
        work.tell_language.enqueue("language")
        attempt()
    assert effects("language") == ["hu"]
