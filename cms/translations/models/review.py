"""The one task of the review of translations: the page's language says who may approve."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Task, TaskState

from cms.translations.may import may


class LocaleReviewTask(Task):
    class Meta:
        verbose_name = gettext_lazy("Review by the language's reviewers")
        verbose_name_plural = gettext_lazy("Reviews by the languages' reviewers")

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        """Reviewers work at the desk: a task opens no screen of the admin to them."""
        return False

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return not may(user, "review", obj.locale_id)

    def get_actions(self, obj: Any, user: Any) -> list[Any]:
        """None in Wagtail's own screens: approving and sending back are at the desk."""
        return []

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        if not may(user, "review", task_state.revision.content_object.locale_id):
            raise PermissionDenied(_("Only reviewers of the language may do this."))
        return super().on_action(task_state, user, action_name, **kwargs)

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> Any:
        return TaskState.objects.none()

    @classmethod
    def get_description(cls) -> str:
        return _("A reviewer of the page's language approves its translation.")
