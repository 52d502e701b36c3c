"""Review: a snapshot is sent, compared, approved or sent back; exactly it is published."""

from contextlib import nullcontext
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState
from wagtail_localize.models import Translation

from cms.core.finish import publication_held
from cms.translations.drafts import revision_make
from cms.translations.fallback import is_fallback_allowed
from cms.translations.languages import review_make
from cms.translations.locks import refuse_locked
from cms.translations.managed import locked, page_of
from cms.translations.may import may_work
from cms.translations.models import LocaleReviewTask, TranslationRevision
from cms.translations.outside.guest import account_of
from cms.translations.releases.active import active_release
from cms.translations.segments.read import lines_of
from cms.translations.standing import states_refresh


def review_send(*, translation: Translation, user: Any) -> WorkflowState:
    """Make a snapshot of what is translated and hand it to the reviewers of the language.

    Raises PermissionDenied for whom the language is not theirs, ValidationError where texts are
    missing or do not fit, or where the page is locked or in review.
    """
    with transaction.atomic():
        row = locked(translation)
        _refuse(user, "translate", row)
        page = page_of(row)
        refuse_locked(page, user)
        made = revision_make(translation=row, user=user)
        if not made.is_complete:
            raise ValidationError(_("Some texts are not translated yet."))
        page.refresh_from_db()
        waiting = page.current_workflow_state
        if waiting is not None and waiting.status == WorkflowState.STATUS_NEEDS_CHANGES:
            waiting.resume(user=account_of(user))
            state: WorkflowState = waiting
        else:
            state = review_make().start(page, account_of(user))
        states_refresh(page.translation_key)
    return state


def review_approve(*, translation: Translation, user: Any, revision_id: int) -> None:
    """Publish the revision that the reviewer saw; what was edited since becomes part of it.

    While a release is prepared, it is kept for that.

    Raises PermissionDenied, and ValidationError where the page is locked or another one is in
    review by now.
    """
    with transaction.atomic():
        row = locked(translation)
        _refuse(user, "review", row)
        page = page_of(row)
        refuse_locked(page, user)
        task = _task_in_review(page, revision_id)
        made = TranslationRevision.objects.get(revision_id=task.revision_id)
        if not made.says(lines_of(row.source_id, row.target_locale_id)):
            made = revision_make(translation=row, user=user)
            task.revision = made.revision
            task.save(update_fields=["revision"])
        may_stay = not made.has_fallbacks or is_fallback_allowed(page.translation_key)
        if not made.is_complete or not may_stay:
            raise ValidationError(_("Some texts are not translated yet."))
        made.reviewed_at, made.reviewed_by = timezone.now(), user
        made.save(update_fields=["reviewed_at", "reviewed_by"])
        held = publication_held() if active_release(row.source_id) else nullcontext()
        with held:
            task.task.specific.on_action(task, user, "approve")
        states_refresh(page.translation_key)


def review_reject(*, translation: Translation, user: Any, revision_id: int, reason: str) -> None:
    """Send back with a reason. Raises as `review_approve`, and ValidationError for no reason."""
    if not reason.strip():
        raise ValidationError(_("Say what is to be changed."))
    with transaction.atomic():
        row = locked(translation)
        _refuse(user, "review", row)
        page = page_of(row)
        task = _task_in_review(page, revision_id)
        task.task.specific.on_action(task, user, "reject", comment=reason.strip())
        states_refresh(page.translation_key)


def review_task(page: Any) -> TaskState | None:
    """What waits for a reviewer, if anything does."""
    state = page.current_workflow_task_state
    return state if state and state.status == TaskState.STATUS_IN_PROGRESS else None


def _task_in_review(page: Any, revision_id: int) -> TaskState:
    task = review_task(page)
    if task is None or not isinstance(task.task.specific, LocaleReviewTask):
        raise ValidationError(_("This translation is not in review any more."))
    if task.revision_id != revision_id:
        raise ValidationError(_("Another version is in review by now: read that one first."))
    return task


def _refuse(user: Any, doing: Any, translation: Translation) -> None:
    if not may_work(user, doing, translation):
        raise PermissionDenied(_("This language is not yours to work on."))
