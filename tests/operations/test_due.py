"""Each due time is queued exactly once; what was missed is made up for once; nothing overlaps."""

from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django_tasks_db.models import DBTaskResult

from cms.operations.models import ScheduledRun
from cms.operations.schedule import due, registry
from cms.operations.schedule.due import Clockwork, run_now
from cms.operations.schedule.registry import Job, register_job
from cms.operations.schedule.rules import Daily, Every
from cms.operations.waiting import run_waiting
from tests.operations.counted import broken, seven

pytestmark = pytest.mark.django_db
NOON = datetime(2031, 3, 12, 11, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def job(monkeypatch):
    """The only job there is; hourly."""
    monkeypatch.setattr(registry, "_jobs", {})
    job = Job("seven", "Seven", Every(60), seven)
    register_job(job)
    DBTaskResult.objects.all().delete()
    return job


def look(time_machine, moment, clockwork=None):
    time_machine.move_to(moment, tick=False)
    (clockwork or Clockwork()).tick()


def states():
    return list(ScheduledRun.objects.order_by("due_at").values_list("due_at", "state", "reason"))


def seen(time_machine):
    look(time_machine, NOON)


def test_a_new_job_is_noted_and_not_run(job, time_machine):
    seen(time_machine)
    assert states() == [(NOON, "skipped", "first_sight")]
    assert not DBTaskResult.objects.exists()


def test_a_due_time_is_queued_once_however_many_workers_look(job, time_machine):
    seen(time_machine)
    workers = [Clockwork() for _ in range(3)]
    for second in range(3):
        for clockwork in workers:
            look(time_machine, NOON + HOUR + timedelta(seconds=second), clockwork)
    assert states()[1:] == [(NOON + HOUR, "queued", "")]
    assert [row.task_path for row in DBTaskResult.objects.all()] == [seven.module_path]
    assert ScheduledRun.objects.last().task == DBTaskResult.objects.get().pk


def test_of_missed_times_only_the_latest_is_made_up_for(job, time_machine):
    seen(time_machine)
    look(time_machine, NOON + 7.5 * HOUR)
    assert states()[1:] == [(NOON + 7 * HOUR, "queued", "")]


def test_a_run_is_skipped_and_said_so_while_the_one_before_is_open(job, time_machine, caplog):
    seen(time_machine)
    look(time_machine, NOON + HOUR)
    look(time_machine, NOON + 2 * HOUR)
    assert states()[1:] == [
        (NOON + HOUR, "queued", ""), (NOON + 2 * HOUR, "skipped", "still_open"),
    ]  # fmt: skip
    assert "the one before is still open" in caplog.text
    run_waiting()
    look(time_machine, NOON + 3 * HOUR)
    assert states()[-1] == (NOON + 3 * HOUR, "queued", "")


def test_a_clock_that_is_put_back_queues_nothing(job, time_machine):
    seen(time_machine)
    look(time_machine, NOON + 3 * HOUR)
    run_waiting()
    for back in (HOUR, 2 * HOUR, 3 * HOUR):
        look(time_machine, NOON + back + timedelta(minutes=5))
    assert len(states()) == 2
    look(time_machine, NOON + 4 * HOUR)
    assert states()[-1] == (NOON + 4 * HOUR, "queued", "")


def test_a_clock_that_was_wrong_by_years_does_not_stop_a_job(job, time_machine):
    look(time_machine, NOON.replace(year=2041))
    look(time_machine, NOON)
    assert (NOON, "queued", "") in states()


def test_row_and_task_are_one_transaction(job, time_machine, monkeypatch):
    seen(time_machine)

    def cut(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(type(seven), "enqueue", cut)
        look(time_machine, NOON + HOUR)
    assert len(states()) == 1
    look(time_machine, NOON + HOUR)
    assert states()[1:] == [(NOON + HOUR, "queued", "")]
    assert DBTaskResult.objects.count() == 1


def test_a_worker_that_comes_second_leaves_the_row_of_the_first(job, time_machine):
    """Both looked before either wrote: the keys of the table decide."""
    seen(time_machine)
    time_machine.move_to(NOON + HOUR, tick=False)
    due.run_queue(job=job, due=NOON + HOUR)
    with pytest.raises(due.IntegrityError):
        due.run_queue(job=job, due=NOON + HOUR)
    with pytest.raises(due.IntegrityError):
        due.run_queue(job=job, due=NOON + 2 * HOUR)
    assert DBTaskResult.objects.count() == 1


def test_what_became_of_a_run_is_told_by_its_task(job, time_machine):
    seen(time_machine)
    look(time_machine, NOON + HOUR)
    run_waiting()
    look(time_machine, NOON + HOUR)
    run = ScheduledRun.objects.get(state="ok")
    assert (run.count, run.reason) == (7, "")
    assert run.started_at and run.finished_at


def test_a_run_whose_task_failed_or_is_gone_has_failed(job, time_machine, monkeypatch):
    seen(time_machine)
    monkeypatch.setattr(registry, "_jobs", {"seven": Job("seven", "Seven", Every(60), broken)})
    look(time_machine, NOON + HOUR)
    run_waiting()
    look(time_machine, NOON + 2 * HOUR)
    DBTaskResult.objects.filter(status="READY").delete()
    look(time_machine, NOON + 2 * HOUR)
    assert states()[1:] == [
        (NOON + HOUR, "failed", "builtins.RuntimeError"), (NOON + 2 * HOUR, "failed", "task_gone"),
    ]  # fmt: skip


def test_run_now_queues_beside_the_rule_and_refuses_while_one_is_open(job, time_machine):
    seen(time_machine)
    time_machine.move_to(NOON + HOUR / 2, tick=False)
    run = run_now(job=job)
    assert run.due_at == NOON + HOUR / 2
    assert DBTaskResult.objects.get().pk == ScheduledRun.objects.get(state="queued").task
    assert run_now(job=job) is None
    run_waiting()
    look(time_machine, NOON + HOUR)
    assert states()[-1] == (NOON + HOUR, "queued", "")


def test_an_idle_look_costs_one_query(job, time_machine):
    clockwork = Clockwork()
    look(time_machine, NOON, clockwork)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        look(time_machine, NOON + timedelta(minutes=1), clockwork)
    assert len(queries) == 1


@pytest.mark.parametrize("day", [datetime(2027, 3, 28), datetime(2027, 10, 31)])
def test_a_nightly_job_runs_once_in_the_night_of_a_clock_change(
    job, time_machine, monkeypatch, day
):
    nightly = Job("seven", "Seven", Daily(time(2, 30)), seven)
    monkeypatch.setattr(registry, "_jobs", {"seven": nightly})
    start = day.replace(tzinfo=UTC) - timedelta(hours=3)
    clockwork = Clockwork()
    look(time_machine, start, clockwork)
    for minute in range(0, 10 * 60, 5):
        look(time_machine, start + timedelta(minutes=minute), clockwork)
        run_waiting()
    assert [state for _due, state, _reason in states()] == ["skipped", "ok"]


def test_two_jobs_never_share_a_name(job):
    with pytest.raises(ValueError, match="two jobs are named seven"):
        register_job(Job("seven", "Other", Every(5), broken))
