"""Waiting tasks after a load: equal ones run once, and what failed is known."""

import pytest
from django_tasks_db.models import DBTaskResult
from wagtail.tasks import update_reference_index_task

from cms.operations.waiting import drop_repeated

pytestmark = pytest.mark.django_db


def enqueue(pk):
    update_reference_index_task.enqueue("home", "homepage", str(pk))


def test_of_equal_tasks_the_last_one_stays(locales):
    DBTaskResult.objects.all().delete()
    for pk in (1, 2, 1, 1):
        enqueue(pk)
    last = DBTaskResult.objects.ready().order_by("-enqueued_at").first()
    assert drop_repeated() == 2
    assert DBTaskResult.objects.ready().count() == 2
    assert DBTaskResult.objects.filter(pk=last.pk).exists()


def test_what_ran_already_is_no_reason_to_drop_a_task(locales):
    DBTaskResult.objects.all().delete()
    enqueue(1)
    DBTaskResult.objects.filter(status="READY").update(status="SUCCESSFUL")
    enqueue(1)
    assert drop_repeated() == 0
