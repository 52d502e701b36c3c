"""What the end of the workflow does: it publishes exactly the revision that was approved.

Loaded while `wagtail.models` loads, so nothing of Wagtail is imported here.
"""

from typing import Any


def publish_reviewed(workflow_state: Any, user: Any = None) -> None:
    """Wagtail's own publishes the latest revision, whoever made it; moderators hold no right to
    publish past the workflow, and the task has asked whether this one may approve."""
    revision = workflow_state.current_task_state.revision
    revision.publish(user=user, skip_permission_checks=True)
