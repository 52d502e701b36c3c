"""Scheduled publishing and taking down: one task and one transaction each, asked again by then."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageLogEntry, Revision

from cms.operations.jobs import publishing
from cms.operations.jobs.tasks import expire_object, publish_due, publish_revision
from cms.operations.waiting import run_waiting
from tests.factories.pages import (
    StandardPageFactory,
    fresh,
    home_in,
    published,
    reviewed,
    translated,
)

pytestmark = pytest.mark.django_db
SOON = timedelta(hours=1)


@pytest.fixture(autouse=True)
def empty_queue(locales, time_machine):
    time_machine.move_to(timezone.now())
    run_waiting()
    DBTaskResult.objects.all().delete()


def scheduled(slug="holnap", live=False, title="Új cím"):
    """A page whose revision goes live in an hour."""
    page = StandardPageFactory(parent=home_in("hu"), live=False, slug=slug)
    if live:
        page = published(page)
    page = fresh(page)
    page.title, page.go_live_at = title, timezone.now() + SOON
    page.save_revision().publish()
    return fresh(page)


def queued(task):
    return DBTaskResult.objects.filter(task_path=task.module_path)


def due():
    """What the schedule does each minute, and the tasks that it queues."""
    count = publish_due.call()
    run_waiting()
    return count


def test_a_draft_goes_live_at_its_hour_and_not_before(time_machine):
    page = scheduled()
    assert due() == 0
    assert not fresh(page).live
    time_machine.shift(SOON * 2)
    assert due() == 1
    assert fresh(page).live and not Revision.objects.filter(approved_go_live_at__isnull=False)
    entry = PageLogEntry.objects.filter(page=page).first()
    assert entry.action == "wagtail.publish.scheduled"


def test_a_change_of_a_public_page_waits_for_its_hour(time_machine):
    page = scheduled(live=True)
    assert fresh(page).title != "Új cím"
    time_machine.shift(SOON * 2)
    due()
    assert fresh(page).title == "Új cím"


def test_a_page_is_taken_down_at_its_end(time_machine):
    page = StandardPageFactory(parent=home_in("hu"), expire_at=timezone.now() + SOON)
    english = translated(page)
    time_machine.shift(SOON * 2)
    assert due() == 2, "the page and its translation"
    assert not fresh(page).live and fresh(page).expired
    assert not fresh(english).live, "a translation is public only while its source is"
    assert due() == 0


def test_nothing_is_queued_twice(time_machine):
    scheduled()
    time_machine.shift(SOON * 2)
    assert publish_due.call() == 1
    assert publish_due.call() == 0
    assert queued(publish_revision).count() == 1


def test_what_an_editor_changed_meanwhile_is_asked_again(time_machine):
    page = scheduled()
    time_machine.shift(SOON * 2)
    revision = fresh(page).scheduled_revision
    publish_due.call()
    revision.approved_go_live_at = None  # Wagtail's "cancel scheduled publish"
    revision.save()
    run_waiting()
    assert not fresh(page).live
    assert publishing.revision_publish(revision_id=revision.pk) is False


def test_an_end_that_was_put_off_meanwhile_is_asked_again(time_machine):
    page = StandardPageFactory(parent=home_in("hu"), expire_at=timezone.now() + SOON)
    time_machine.shift(SOON * 2)
    publish_due.call()
    type(page)._base_manager.filter(pk=page.pk).update(expire_at=timezone.now() + SOON)
    run_waiting()
    assert fresh(page).live
    assert queued(expire_object).get().return_value is False


def test_a_task_that_runs_twice_publishes_once(time_machine):
    page = scheduled()
    time_machine.shift(SOON * 2)
    revision = fresh(page).scheduled_revision
    assert publishing.revision_publish(revision_id=revision.pk) is True
    assert publishing.revision_publish(revision_id=revision.pk) is False
    scheduled_entries = PageLogEntry.objects.filter(action="wagtail.publish.scheduled", page=page)
    assert scheduled_entries.count() == 1


def test_a_page_that_is_gone_is_nobodys_fault(time_machine):
    page = scheduled()
    time_machine.shift(SOON * 2)
    publish_due.call()
    page.delete()
    assert not run_waiting().failed


def test_a_translation_waits_for_its_source_and_queues_nothing_meanwhile(time_machine):
    source = published(StandardPageFactory(parent=home_in("hu"), slug="ujra"))
    english = translated(source, publish=False)
    revision = reviewed(english)
    revision.approved_go_live_at = timezone.now() + SOON
    revision.save()
    source.unpublish()
    time_machine.shift(SOON * 2)
    assert due() == 0
    assert fresh(english).scheduled_revision and not fresh(english).live
    published(fresh(source))
    assert due() == 1
    assert fresh(english).live


def test_a_page_that_cannot_be_published_is_one_failed_task_tried_each_hour(time_machine):
    page = scheduled(slug="rossz")
    revision = fresh(page).scheduled_revision
    revision.content = {**revision.content, "title": ""}  # refused by every save
    revision.save()
    other = scheduled(slug="jo")
    time_machine.shift(SOON * 2)
    due()
    assert fresh(other).live and not fresh(page).live, "a bad page stops no other"
    for _attempt in range(10):
        time_machine.shift(timedelta(minutes=20))
        run_waiting()
    assert [row.status for row in queued(publish_revision).exclude(status="SUCCESSFUL")] == [
        "FAILED"
    ]
    failed_at = queued(publish_revision).get(status="FAILED").finished_at
    time_machine.move_to(failed_at + timedelta(minutes=30))
    assert publish_due.call() == 0
    time_machine.move_to(failed_at + timedelta(minutes=61))
    assert publish_due.call() == 1
    assert queued(publish_revision).exclude(status="SUCCESSFUL").get().status == "READY"


def test_the_command_does_the_same_by_hand(time_machine, capsys):
    page = scheduled()
    time_machine.shift(SOON * 2)
    call_command("publish_scheduled", dry_run=True)
    assert not fresh(page).live
    call_command("publish_scheduled")
    assert fresh(page).live
    said = capsys.readouterr().out.splitlines()
    assert said == ["1 to publish, 0 to take down.", "1 published, 0 taken down."]
