"""Rows of the queue."""

from django_tasks_db.models import DBTaskResult

from cms.operations.jobs.tasks import repair_facts


def failed_task() -> DBTaskResult:
    result = repair_facts.enqueue()
    DBTaskResult.objects.filter(pk=result.id).update(status="FAILED")
    return DBTaskResult.objects.get(pk=result.id)
