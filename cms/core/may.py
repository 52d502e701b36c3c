"""Who may change live facts: administrators, and those who approve the page in its workflow."""

from typing import Any

from cms.core.models.workflow import FourEyesTask


def may_publish(user: Any, page: Any) -> bool:
    """Whether `user` publishes pages here, past the workflow or as a moderator through it."""
    if not user.is_active:
        return False
    if user.is_superuser or page.permissions_for_user(user).can_publish():
        return True
    workflow = page.get_workflow()
    if workflow is None or not page.permissions_for_user(user).can_edit():
        return False
    tasks = FourEyesTask.objects.filter(workflow_tasks__workflow=workflow, active=True)
    return tasks.filter(groups__in=user.groups.all()).exists()
