"""The other jobs: drift of facts, review dates, and what housekeeping takes away and leaves."""

import os
import time
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.users.models import UserProfile

from cms.core.facts.drift import drift_everywhere
from cms.operations.jobs import cleaning, files
from cms.operations.jobs.batches import delete_in_batches
from cms.operations.jobs.tasks import keep_house, remind_of_reviews, repair_facts
from cms.operations.models import ScheduledRun
from cms.operations.schedule.registry import jobs
from tests.factories.pages import (
    StandardPageFactory,
    fresh,
    home_in,
    make_document,
    make_event,
    make_image,
    translated,
)

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def test_every_job_is_registered_with_words_and_a_rule():
    assert {job.name for job in jobs()} >= {"publishing", "facts", "reviews", "housekeeping"}
    for job in jobs():
        assert str(job.label) and job.rule.said() and job.told(3)


def test_facts_that_a_bulk_write_broke_are_put_right_and_said(locales, caplog):
    event = make_event(slug="ules")
    english = translated(event)
    type(event)._base_manager.filter(pk=english.pk).update(capacity=99)
    assert drift_everywhere()
    assert repair_facts.call() == 1
    assert fresh(english).capacity == fresh(event).capacity
    assert not drift_everywhere()
    assert "were put right" in caplog.text
    assert repair_facts.call() == 0


def due_page(days, **values):
    return StandardPageFactory(
        parent=home_in("hu"), review_by=timezone.localdate() + days * DAY, **values
    )


def test_editors_are_told_once_a_week_of_pages_that_are_due(locales, users):
    due_page(-3, title="Lejárt", slug="a")
    due_page(5, title="Közeli", slug="b")
    due_page(30, title="Távoli", slug="c")
    due_page(-3, title="Vázlat", slug="d", live=False)
    due_page(-3, title="Visszavont", slug="e", withdrawn_at=timezone.now())
    assert remind_of_reviews.call() == len(mail.outbox) == 3
    told = {message.to[0]: message for message in mail.outbox}
    assert set(told) == {"a@example.org", "e@example.org", "m@example.org"}, (
        "who may not change these pages is not told of them"
    )
    text = told["e@example.org"].body
    assert text.index("Lejárt") < text.index("Közeli")
    for other in ("Távoli", "Vázlat", "Visszavont"):
        assert other not in text
    assert "/admin/pages/" in text
    assert told["e@example.org"].extra_headers["Auto-Submitted"] == "auto-generated"


def test_a_reminder_speaks_the_language_of_the_editors_admin(locales, users):
    due_page(1, title="Közeli", slug="b")
    UserProfile.objects.create(user=users["editor"], preferred_language="tr")
    remind_of_reviews.call()
    subjects = {message.to[0]: message.subject for message in mail.outbox}
    assert subjects["e@example.org"] == "1 sayfanın gözden geçirilme zamanı geldi"
    assert subjects["a@example.org"] == "1 oldal felülvizsgálata esedékes"


def test_nobody_is_written_to_while_nothing_is_due(locales, users):
    assert remind_of_reviews.call() == 0
    assert not mail.outbox


def aged(name):
    path, before = default_storage.path(name), time.time() - 3 * 24 * 3600
    os.utime(path, (before, before))
    return name


def test_files_that_no_row_names_are_deleted_after_a_day():
    document, image = make_document(), make_image()
    image.get_rendition("width-20")
    named = [document.file.name, image.file.name, image.renditions.get().file.name]
    orphans = [
        aged(default_storage.save(f"{folder}/arva.bin", ContentFile(b"x")))
        for folder in ("documents", "original_images", "images")
    ]
    for name in named:
        aged(name)
    young = default_storage.save("documents/most.bin", ContentFile(b"x"))
    assert {name for _storage, name in files.orphan_files()} >= set(orphans)
    assert files.orphan_files_delete() >= 3
    assert not any(map(default_storage.exists, orphans))
    assert all(map(default_storage.exists, [*named, young]))
    assert not list(files.orphan_files())


def test_only_sessions_that_have_ended_are_cleared():
    now = timezone.now()
    for key, ends in (("old", now - DAY), ("new", now + DAY)):
        Session.objects.create(session_key=key, session_data="", expire_date=ends)
    assert cleaning.sessions_clear() == 1
    assert Session.objects.get().session_key == "new"


def test_old_runs_go_and_the_newest_of_each_job_stays():
    now = timezone.now()
    for name, state, days in (
        ("publishing", "ok", 3), ("publishing", "ok", 1), ("publishing", "failed", 4),
        ("publishing", "failed", 91), ("facts", "ok", 89), ("facts", "ok", 91), ("gone", "ok", 400),
        ("facts", "skipped", 92),
    ):  # fmt: skip
        ScheduledRun.objects.create(name=name, state=state, due_at=now - days * DAY)
    assert cleaning.runs_clear() == 4
    left = {(run.name, run.state, (now - run.due_at).days) for run in ScheduledRun.objects.all()}
    assert left == {
        ("publishing", "ok", 1), ("publishing", "failed", 4), ("facts", "ok", 89),
        ("gone", "ok", 400),
    }  # fmt: skip


def test_rows_go_in_short_transactions(monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("cms.operations.jobs.batches.AT_ONCE", 2)
    now = timezone.now()
    for number in range(5):
        ScheduledRun.objects.create(name="a", state="ok", due_at=now - number * DAY)
    # three batches: keys, savepoint, delete, release; then one look that finds nothing
    with django_assert_num_queries(3 * 4 + 1):
        assert delete_in_batches(ScheduledRun.objects.all()) == 5


def test_housekeeping_says_how_much_it_took_away():
    Session.objects.create(session_key="old", session_data="", expire_date=timezone.now() - DAY)
    assert keep_house.call() >= 1
