"""Whether a translated page is closed to someone now, by a lock of its own or by its review."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import TaskState

NOT_READ: Any = object()


def lock_on(page: Any, user: Any, state: Any = NOT_READ) -> str:
    """A sentence that says who holds the page; empty where it is open to `user`.

    `state` is the page's task in review, where the caller has read it already.
    """
    if page.locked and (user.pk is None or page.locked_by_id != user.pk):
        return _("This page is locked: ask whoever locked it.")
    if state is NOT_READ:
        state = page.current_workflow_task_state
    task = state.task if state and state.status == TaskState.STATUS_IN_PROGRESS else None
    if task is not None and task.specific.locked_for_user(page, user):
        return _("This translation is in review: it is open again once the reviewer is through.")
    return ""


def refuse_locked(page: Any, user: Any) -> None:
    """Raises ValidationError with the sentence of `lock_on`."""
    if sentence := lock_on(page, user):
        raise ValidationError(sentence)
