"""Mails of the review: to the language's reviewers, and back to whoever sent a translation.

Wagtail's own write only to the requester and the administrators, with links into screens that are
closed to a translator: they keep to what is not ours.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.admin import mail
from wagtail.models import TaskState, WorkflowState

from cms.languages import BY_CODE
from cms.translations.mails.people import desk_of
from cms.translations.managed import translation_of
from cms.translations.models import LocaleReviewTask
from cms.translations.releases.active import active_release

User = get_user_model()


def is_ours(state: WorkflowState) -> bool:
    """Whether a workflow's run is a review of a translation."""
    task = state.current_task_state
    return task is not None and isinstance(task.task.specific, LocaleReviewTask)


class NotOurs:
    """For Wagtail's own notifiers."""

    def can_handle(self, instance: Any, **kwargs: Any) -> bool:
        return super().can_handle(instance, **kwargs) and not is_ours(instance)  # type: ignore[misc]


class PageSubmitted(NotOurs, mail.WorkflowStateSubmissionEmailNotifier): ...


class PageApproved(NotOurs, mail.WorkflowStateApprovalEmailNotifier): ...


class PageSentBack(NotOurs, mail.WorkflowStateRejectionEmailNotifier): ...


class Ours:
    """Templates `translations/email/translation_<notification>`; the button leads to the desk."""

    template_directory = "translations/email/"

    def get_template_base_prefix(self, instance: Any, **kwargs: Any) -> str:
        return "translation_"

    def get_context(self, instance: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(instance, **kwargs)  # type: ignore[misc]
        found = translation_of(context["page"])
        code = context["page"].locale.language_code
        desk = desk_of(found) if found else reverse("desk:index")
        waits = found is not None and active_release(found.source_id) is not None
        return {**context, "desk": desk, "language": BY_CODE[code].name, "waits": waits}


class TranslationApproved(Ours, mail.WorkflowStateApprovalEmailNotifier):
    def can_handle(self, instance: WorkflowState, **kwargs: Any) -> bool:
        return is_ours(instance)


class TranslationSentBack(Ours, mail.WorkflowStateRejectionEmailNotifier):
    def can_handle(self, instance: WorkflowState, **kwargs: Any) -> bool:
        return is_ours(instance)


class TranslationSubmitted(Ours, mail.BaseGroupApprovalTaskStateEmailNotifier):
    """To all reviewers of the language but whoever sent it; also where it comes a second time."""

    notification = "submitted"

    def can_handle(self, instance: TaskState, **kwargs: Any) -> bool:
        return isinstance(instance.task.specific, LocaleReviewTask)

    def get_recipient_users(self, task_state: TaskState, **kwargs: Any) -> Any:
        locale_id = task_state.revision.content_object.locale_id
        sent_by = kwargs.get("user")
        reviewers = User._default_manager.filter(groups__reviews__locale_id=locale_id).distinct()
        return reviewers.exclude(pk=sent_by.pk) if sent_by else reviewers

    def get_context(self, instance: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(instance, **kwargs)
        made = instance.revision.translation_revision
        return {**context, "sent_by": kwargs.get("user"), "by_name": made.by_name}
