"""`/-/live` and `/-/ready`: cheap, never cached, a sentence for each check that really fails."""

import json
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.db import connection, connections
from django.db.migrations.recorder import MigrationRecorder
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from cms.env import env
from cms.operations.health import checks, registry
from cms.operations.health.middleware import HealthMiddleware
from cms.operations.health.registry import Check, findings, register_health
from cms.operations.models import ScheduledRun, Worker
from cms.operations.schedule.due import Clockwork
from tests.factories.pages import StandardPageFactory, fresh, home_in
from tests.operations.counted import broken, seven

pytestmark = pytest.mark.django_db
GATES = {"database", "migrations", "queue", "disk"}
#: An hour at which no job but those of every minute falls due.
NOON = datetime(2027, 3, 10, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def asked_anew(monkeypatch):
    """No answer is kept from another test; sentences in English."""
    monkeypatch.setattr("cms.operations.health.middleware.KEPT", -1)
    DBTaskResult.objects.all().delete()
    with translation.override("en"):
        yield


def ready(client, **headers):
    answer = client.get("/-/ready", headers={"accept-language": "en", **headers})
    return answer.status_code, json.loads(answer.content)["checks"]


def waits(task, **ago):
    result = task.enqueue()
    moment = timezone.now() - timedelta(**ago)
    DBTaskResult.objects.filter(pk=result.id).update(enqueued_at=moment)
    return result


def test_live_asks_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/-/live")
    assert (answer.status_code, answer.json()) == (200, {"live": True})


def test_a_site_that_is_well_is_ready(client):
    assert ready(client) == (200, dict.fromkeys(GATES, "ok"))


@pytest.mark.parametrize("address", ["/-/live", "/-/ready"])
def test_neither_is_cached_or_sets_a_cookie_or_takes_a_post(client, address):
    answer = client.get(address)
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert "Content-Security-Policy" in answer and answer["X-Request-ID"]
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200


def test_a_probe_knows_neither_host_names_nor_tls(client, settings):
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["example.org"], True
    assert client.get("/-/ready", headers={"host": "10.0.0.7:8000"}).status_code == 200


def test_whoever_asks_is_told_the_same(client, users):
    as_nobody = ready(client)
    for user in users.values():
        client.force_login(user)
        assert ready(client) == as_nobody
    assert set(as_nobody[1]) == GATES, "what is for operators is not told to everybody"


def test_ready_costs_little_however_often_it_is_asked(rf, monkeypatch):
    monkeypatch.setattr("cms.operations.health.middleware.KEPT", 60)
    middleware = HealthMiddleware(lambda request: None)
    middleware(rf.get("/-/ready"))
    with CaptureQueriesContext(connection) as queries:
        for _ in range(20):
            assert middleware(rf.get("/-/ready")).status_code == 200
    assert len(queries) == 0
    monkeypatch.setattr("cms.operations.health.middleware.KEPT", -1)
    with CaptureQueriesContext(connection) as queries:
        middleware(rf.get("/-/ready"))
    assert len(queries) <= 2


def test_the_sentence_speaks_the_callers_language(client, monkeypatch):
    monkeypatch.setattr(env, "health_disk_mb", 10**12)
    asked = [{"accept-language": code} for code in ("en", "hu", "ar")]
    assert len({ready(client, **headers)[1]["disk"] for headers in asked}) == 3


def test_a_database_that_is_away_is_said(client, monkeypatch):
    settings_dict = {**connections["default"].settings_dict, "NAME": "/nowhere/at/all.sqlite3"}
    if connection.vendor == "postgresql":
        settings_dict |= {"NAME": "nowhere", "HOST": "127.0.0.1", "PORT": "1"}
    away = type(connections["default"])(settings_dict, "default")
    monkeypatch.setattr(checks, "connection", away)
    status, found = ready(client)
    assert (status, found["database"]) == (503, "The database does not answer.")


def test_missing_migrations_are_said(client, monkeypatch):
    recorder = MigrationRecorder(connection)
    recorder.record_unapplied("operations", "0002_scheduled_run")
    monkeypatch.setitem(
        registry._checks, "migrations",
        Check("migrations", "Migrations", checks.Migrations(), gates=True),
    )  # fmt: skip
    status, found = ready(client)
    assert status == 503
    assert found["migrations"] == "1 migration is missing: run manage.py migrate."
    recorder.record_applied("operations", "0002_scheduled_run")
    assert ready(client)[0] == 200


def test_a_task_that_waits_too_long_is_said(client):
    waits(seven, minutes=9)
    assert ready(client)[0] == 200
    waits(seven, minutes=25)
    status, found = ready(client)
    assert status == 503
    assert found["queue"] == "A task has waited for 25 minutes: does a worker run?"


def test_rebuilds_may_wait_longer(client):
    waits(seven.using(queue_name="slow"), minutes=50)
    assert ready(client)[0] == 200
    waits(seven.using(queue_name="slow"), minutes=61)
    assert ready(client)[0] == 503


def test_a_full_disk_is_said(client, monkeypatch):
    free = shutil.disk_usage(settings.DATA_DIR).free
    monkeypatch.setattr(env, "health_disk_mb", free // checks.MEGABYTE + 1000)
    status, found = ready(client)
    assert status == 503
    assert found["disk"].startswith("Only ") and str(settings.DATA_DIR) not in found["disk"]


def test_a_check_that_breaks_is_a_finding_and_shows_nothing_of_itself(client, monkeypatch):
    monkeypatch.setattr(registry, "_checks", dict(registry._checks))

    def breaks():
        raise RuntimeError("secret of a@example.org")

    register_health(Check("own", "Own", breaks, gates=True))
    status, found = ready(client)
    assert (status, found["own"]) == (503, "This could not be checked.")
    with pytest.raises(ValueError, match="two health checks are named own"):
        register_health(Check("own", "Other", lambda: ""))


def found(name):
    return next(finding.sentence for finding in findings() if finding.check.name == name)


def test_without_a_worker_it_is_said():
    assert found("workers") == "No worker runs: nothing is indexed, no mail leaves."
    worker = Worker.objects.create(
        host="a", pid=1, pid_started=1, label="1/1", beat_at=timezone.now()
    )
    assert found("workers") == ""
    worker.beat_at -= timedelta(minutes=5)
    worker.save()
    assert found("workers") != ""


def test_failed_tasks_are_counted():
    assert found("failed") == ""
    result = broken.enqueue()
    DBTaskResult.objects.filter(pk=result.id).update(status="FAILED")
    assert found("failed") == "1 task has failed: its reason stands below."


def test_a_schedule_that_nobody_looks_at_is_said(time_machine):
    time_machine.move_to(NOON)
    assert found("schedule").startswith("Due and not queued: ")
    Clockwork().tick()
    assert found("schedule") == ""
    time_machine.shift(timedelta(minutes=20))
    assert found("schedule") == "Due and not queued: Scheduled publishing. Does a worker run?"
    time_machine.shift(timedelta(minutes=-20))
    ScheduledRun.objects.create(
        name="facts", state="failed", due_at=timezone.now(), finished_at=timezone.now()
    )
    assert found("schedule") == "Failed last: Facts of translations."


def test_a_page_that_is_not_public_at_its_hour_is_said(locales, time_machine):
    time_machine.move_to(timezone.now())
    page = StandardPageFactory(parent=home_in("hu"), live=False, slug="holnap")
    page = fresh(page)
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision().publish()
    time_machine.shift(timedelta(minutes=65))
    assert found("publishing") == ""
    time_machine.shift(timedelta(minutes=10))
    assert found("publishing").startswith("1 scheduled page is not public")
