"""The admin's home: what is in review, what is due for review, what changed last."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState

from cms.core.registries import page_types
from cms.languages import SOURCE

MOST = 8
AHEAD = timedelta(days=30)


class WelcomePanel(Component):
    order = 10
    template_name = "core/admin/welcome.html"

    def __init__(self, user: Any) -> None:
        self.user = user

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {
            "user": self.user,
            "in_review": in_review(),
            "due": due_for_review(timezone.localdate()),
            "newest": newest_changes(),
        }


def welcome_panels(request: Any) -> list[Any]:
    return [WelcomePanel(request.user)]


def in_review() -> list[Any]:
    """Pages that wait for an approval, the longest waiting first."""
    states = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    rows = states.select_related("workflow_state__requested_by", "revision").order_by("started_at")
    return list(rows[:MOST])


def due_for_review(today: date) -> list[Any]:
    """Source-language pages whose review day is past or near, the most urgent first."""
    pages: list[Any] = []
    for model in page_types():
        due = model.objects.filter(
            locale__language_code=SOURCE, review_by__lte=today + AHEAD, live=True
        )
        pages += due.order_by("review_by")[:MOST]
    return sorted(pages, key=lambda page: page.review_by)[:MOST]


def newest_changes() -> list[Any]:
    pages = Page.objects.filter(depth__gt=1, latest_revision_created_at__isnull=False)
    return list(pages.select_related("locale").order_by("-latest_revision_created_at")[:MOST])
