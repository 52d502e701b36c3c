"""The workflow's task of four eyes: what one person wrote, another one publishes."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import AbstractGroupApprovalTask, TaskState


class FourEyesTask(AbstractGroupApprovalTask):
    """Approval by a moderator who neither submitted the page nor made the revision in review."""

    class Meta:
        verbose_name = gettext_lazy("Approval by a second person")
        verbose_name_plural = gettext_lazy("Approvals by a second person")

    def get_actions(self, obj: Any, user: Any) -> list[Any]:
        actions: list[Any] = super().get_actions(obj, user)
        state = getattr(obj, "current_workflow_task_state", None)
        if state is not None and is_own_work(state, user):
            return [action for action in actions if action[0] != "approve"]
        return actions

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        if action_name == "approve" and is_own_work(task_state, user):
            raise PermissionDenied(
                _("You wrote or submitted this yourself: ask another moderator to approve it.")
            )
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        return _("A moderator approves what another person wrote; nobody approves their own work.")


def is_own_work(task_state: TaskState, user: Any) -> bool:
    """Whether `user` submitted what is in review or wrote its revision. Nobody is exempt here."""
    writers = {task_state.workflow_state.requested_by_id, task_state.revision.user_id}
    return user is not None and user.pk in writers
