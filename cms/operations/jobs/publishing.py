"""Scheduled publishing and taking down: one short transaction for each page or record.

Wagtail's own `publish_scheduled` clears the hour of a revision in one statement and makes the page
live in a later one: killed between the two it has lost the page (wagtail/actions/
publish_revision.py). Here both are one transaction, entered under the lock of the object's row,
where what was read before is asked again.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from cms.core.facts.live import live_refusal
from cms.core.facts.mixin import SCHEDULED

SCHEDULED_END = "wagtail.unpublish.scheduled"


def draft_models() -> list[Any]:
    """Every model whose objects can be scheduled; all page types are one, `Page`."""
    others = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    return [Page, *(model for model in others if not issubclass(model, Page))]


def revisions_due(now: datetime) -> list[Any]:
    """Revisions whose hour has come, the earliest first.

    A translation whose source is not public yet is not among them: it stays scheduled.
    """
    due = Revision.objects.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at")
    return [revision for revision in due if not live_refusal(revision.content_object)]


def expired(now: datetime) -> Iterator[tuple[str, Any]]:
    """(label of the model, key) of every live object whose end has come."""
    for model in draft_models():
        gone = model._base_manager.filter(live=True, expire_at__lte=now).order_by("expire_at")
        yield from ((model._meta.label, pk) for pk in gone.values_list("pk", flat=True))


def revision_publish(*, revision_id: int) -> bool:
    """Publish a revision whose hour has come; whether it was still to be done."""
    with transaction.atomic():
        revision = Revision.objects.filter(pk=revision_id).first()
        target = revision and revision.content_object
        if target is None or not _locked(target):
            return False
        due = Revision.objects.filter(approved_go_live_at__lte=timezone.now())
        # anew under the lock: an editor may have published, cancelled or put it off meanwhile
        revision = due.select_for_update(of=("self",)).filter(pk=revision_id).first()
        if revision is None:
            return False
        revision.publish(log_action=SCHEDULED)
        return not Revision.objects.filter(
            pk=revision_id, approved_go_live_at__lte=timezone.now()
        ).exists()


def object_expire(*, label: str, pk: Any) -> bool:
    """Take an object down whose end has come; whether it was still to be done."""
    model = apps.get_model(label)
    with transaction.atomic():
        target = _specific(model._base_manager.filter(pk=pk))
        if target is None or not _locked(target):
            return False
        due = model._base_manager.filter(pk=pk, live=True, expire_at__lte=timezone.now())
        target = _specific(due)
        if target is None:
            return False
        target.unpublish(set_expired=True, log_action=SCHEDULED_END)
        return True


def _specific(rows: Any) -> Any:
    found = rows.first()
    return found.specific if isinstance(found, Page) else found


def _locked(target: Any) -> bool:
    """Lock the row of its own type, which every save of a page locks first."""
    rows = type(target)._base_manager.select_for_update(of=("self",)).filter(pk=target.pk)
    return bool(rows.values_list("pk").first())
