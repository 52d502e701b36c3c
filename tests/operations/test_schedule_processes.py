"""Real processes that are killed: no page is lost, no due time is queued twice."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Revision

from cms.env import ROOT
from cms.operations.jobs.tasks import publish_due, publish_revision
from cms.operations.models import ScheduledRun, Worker
from tests.factories.pages import StandardPageFactory, fresh, home_in
from tests.operations.counted import note_once
from tests.operations.queue.copy import database_copy
from tests.operations.queue.nursery import children
from tests.snapshots import put_back

HOUR = timedelta(hours=1)
#: Seconds for which the workers of the second test are killed.
SIEGE = 8


@pytest.fixture(scope="module")
def copy(snapshot, django_db_blocker, tmp_path_factory):
    """With the pages that migrations made, which a transactional test before may have flushed."""
    folder = tmp_path_factory.mktemp("schedule")
    with django_db_blocker.unblock():
        put_back(snapshot)
        with database_copy(folder) as copy:
            yield copy


@pytest.fixture
def start(copy, django_db_blocker, tmp_path):
    """Starts a program of `schedule_process`; whatever still runs is killed at the end."""
    started = []

    def run(name):
        variables = {
            "DATABASE_URL": copy.url, "DATA_DIR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "tests.operations.queue.settings",
        }  # fmt: skip
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.operations.schedule_process", name, str(tmp_path)],
            cwd=ROOT, env=os.environ | variables, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        started.append(process)
        return process

    with django_db_blocker.unblock(), copy.lead():
        for model in (DBTaskResult, Worker, ScheduledRun):
            model.objects.all().delete()
        yield run
        for process in started:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def until(condition, seconds=40):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "did not come in time"
        time.sleep(0.05)


def overdue(slug):
    """A page that was to go live an hour ago."""
    page = StandardPageFactory(parent=home_in("hu"), live=False, slug=slug)
    page = fresh(page)
    page.go_live_at = timezone.now() + HOUR
    revision = page.save_revision()
    revision.publish()
    revision.refresh_from_db()
    revision.approved_go_live_at = timezone.now() - HOUR
    revision.content = {**revision.content, "go_live_at": revision.approved_go_live_at.isoformat()}
    revision.save()
    return fresh(page)


def hours():
    return Revision.objects.filter(approved_go_live_at__isnull=False)


def test_wagtails_own_command_loses_a_page_that_it_is_killed_over(start, tmp_path):
    """Why ours replaces it: should this one fail, Wagtail has mended it."""
    page = overdue("elveszett")
    assert start("stock").wait(40) == -signal.SIGKILL
    assert start("stock").wait(40) == 0
    assert not fresh(page).live and not hours().exists(), "nothing will publish it any more"
    page.delete()


def test_ours_publishes_it_after_the_kill(start, tmp_path):
    pages = [overdue(f"mentett-{number}") for number in range(3)]
    workers = start("workers")
    until(lambda: Worker.objects.count() == 2)
    publish_due.enqueue()
    until(lambda: all(fresh(page).live for page in pages))
    assert (tmp_path / "killed").exists(), "a worker was killed at that spot"
    assert not hours().exists()
    rows = DBTaskResult.objects.filter(task_path=publish_revision.module_path)
    until(lambda: set(rows.values_list("status", flat=True)) == {"SUCCESSFUL"})
    assert sorted(len(row.worker_ids) for row in rows) == [1, 1, 2], "one of them took two attempts"
    assert workers.poll() is None
    for page in pages:
        page.delete()


def test_each_due_time_is_queued_once_while_workers_are_killed(start):
    parent = start("seconds")
    until(lambda: len(children(parent.pid)) == 3 and Worker.objects.count() >= 3)
    end = time.monotonic() + SIEGE
    killed = 0
    while time.monotonic() < end:
        time.sleep(0.7)
        for child in children(parent.pid)[:1]:
            os.kill(child, signal.SIGKILL)
            killed += 1
    assert killed >= 5
    queued = ScheduledRun.objects.filter(task__isnull=False)
    count = queued.count()
    until(lambda: queued.count() >= count + 2)  # it goes on by itself
    parent.terminate()
    assert parent.wait(20) == 0
    runs = list(ScheduledRun.objects.order_by("due_at"))
    tasks = DBTaskResult.objects.filter(task_path=note_once.module_path)
    assert {run.task for run in runs if run.task} == set(tasks.values_list("pk", flat=True))
    assert len({run.due_at for run in runs}) == len(runs)
    assert {run.reason for run in runs if not run.task} <= {"first_sight", "still_open"}
    done = [row for row in tasks if row.status == "SUCCESSFUL"]
    assert len(done) >= SIEGE / 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT attempt FROM effect WHERE name = 'seconds'")
        attempts = [attempt for (attempt,) in cursor.fetchall()]
    last = {row.worker_ids[-1] for row in done}
    assert last <= set(attempts) and len(attempts) == len(set(attempts))
