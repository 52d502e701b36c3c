"""The operators' panel: administrators alone, actions by POST alone, plain sentences."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult
from wagtail.users.models import UserProfile

from cms.operations.models import ScheduledRun, Worker
from cms.operations.schedule.registry import jobs
from cms.operations.waiting import run_waiting
from tests.operations.counted import broken, seven

pytestmark = pytest.mark.django_db
PANEL = "/admin/operations/"


@pytest.fixture
def admin(client, users):
    DBTaskResult.objects.all().delete()
    profile = UserProfile.get_for_user(users["administrator"])
    profile.preferred_language = "hu"
    profile.save()
    client.force_login(users["administrator"])
    return client


def shown(client):
    return BeautifulSoup(client.get(PANEL).content, "html.parser")


def section(client, name):
    return shown(client).find("section", id=f"{name}-section").get_text(" ", strip=True)


def failed_task():
    result = broken.enqueue()
    run_waiting()
    return DBTaskResult.objects.get(pk=result.id)


@pytest.mark.parametrize("role", ["editor", "moderator", "english"])
def test_nobody_but_administrators(client, users, role):
    task = failed_task()
    client.force_login(users[role])
    for answer in (
        client.get(PANEL),
        client.post(reverse("operations_job_run", args=["facts"])),
        client.post(reverse("operations_task_again", args=[task.pk])),
    ):
        assert answer.status_code == 302 and answer["Location"] == "/admin/"
    assert not ScheduledRun.objects.exists()
    task.refresh_from_db()
    assert task.status == "FAILED"
    assert PANEL not in client.get("/admin/").content.decode()


def test_actions_take_a_post_alone(admin):
    assert admin.get(reverse("operations_job_run", args=["facts"])).status_code == 405
    address = reverse("operations_task_again", args=[failed_task().pk])
    assert admin.get(address).status_code == 405
    assert admin.post(PANEL).status_code == 405


def test_it_stands_among_the_reports(admin):
    assert PANEL in admin.get("/admin/").content.decode()


def test_health_is_told_in_plain_sentences(admin):
    assert "Egy feldolgozó sem fut" in section(admin, "health")


def test_workers_and_what_they_are_at(admin):
    worker = Worker.objects.create(
        host="a", pid=4711, pid_started=1, label="1/2", beat_at=timezone.now()
    )
    result = seven.enqueue()
    DBTaskResult.objects.filter(pk=result.id).update(
        status="RUNNING", started_at=timezone.now(), worker_ids=[f"{worker.pk}-abcd"]
    )
    text = section(admin, "workers")
    assert "1/2" in text and "4711" in text and "counted.seven" in text


def test_the_queue_shows_numbers_and_reasons_without_personal_data(admin):
    task = failed_task()
    seven.using(queue_name="slow").enqueue()
    task.traceback = "Traceback\n  line\nValueError: nobody at anna@example.org"
    task.save()
    text = section(admin, "queue")
    assert "slow 1 0 0 0" in text
    assert "ValueError: nobody at (e-mail)" in text and "anna" not in text


def test_a_failed_task_without_an_end_is_shown_too(admin):
    """A row that a restore or a hand brought."""
    task = failed_task()
    task.finished_at = None
    task.save()
    assert "counted.broken" in section(admin, "queue")


def test_a_failed_task_runs_again(admin):
    task = failed_task()
    answer = admin.post(reverse("operations_task_again", args=[task.pk]), follow=True)
    assert "A feladat újra lefut." in answer.content.decode()
    task.refresh_from_db()
    assert task.status == "READY"
    answer = admin.post(reverse("operations_task_again", args=[task.pk]), follow=True)
    assert "már nincs a sikertelenek között" in answer.content.decode()


def test_every_job_stands_there_with_when_and_next(admin):
    text = section(admin, "schedule")
    with translation.override("hu"):
        for job in jobs():
            assert str(job.label) in text and job.rule.said() in text


def test_last_result_duration_and_what_was_skipped(admin):
    now = timezone.now()
    ScheduledRun.objects.create(
        name="facts", state="ok", count=3, due_at=now - timedelta(hours=5),
        started_at=now - timedelta(hours=5), finished_at=now - timedelta(hours=5, seconds=-42),
    )  # fmt: skip
    ScheduledRun.objects.create(
        name="facts", state="skipped", reason="still_open", due_at=now - timedelta(hours=1)
    )
    text = section(admin, "schedule")
    assert "0:00:42" in text
    assert "3 oldal helyreállítva" in text
    assert "Az előző futás még nem fejeződött be." in text


def test_run_now_queues_the_job_and_refuses_while_it_is_open(admin):
    address = reverse("operations_job_run", args=["facts"])
    answer = admin.post(address, follow=True)
    assert "Sorba állítva: A fordítások tényei." in answer.content.decode()
    run = ScheduledRun.objects.get(name="facts")
    assert DBTaskResult.objects.get(pk=run.task).task_path.endswith("repair_facts")
    answer = admin.post(address, follow=True)
    assert "Az előző futás még nem fejeződött be" in answer.content.decode()
    run_waiting()
    assert "kész" in section(admin, "schedule")
    unknown = reverse("operations_job_run", args=["nincs-ilyen"])
    assert admin.post(unknown, follow=True).status_code == 404
