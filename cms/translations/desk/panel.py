"""What waits for somebody at the desk, on the admin's home."""

from typing import Any

from django.db.models import F, Q
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from cms.languages import SOURCE
from cms.translations.may import roles_of
from cms.translations.models import TranslationState
from cms.translations.models.states import TO_DO
from cms.translations.reports.inbox import reports_in

Status = TranslationState.Status
MOST = 10


class DeskPanel(Component):
    order = 5
    template_name = "translations/desk/panel.html"

    def __init__(self, user: Any) -> None:
        self.user = user

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"tasks": tasks_of(self.user), "reports": reports_of(self.user)}


def reports_of(user: Any) -> int:
    """How many errors readers have reported that nobody has mended yet: one query."""
    roles = roles_of(user)
    return reports_in(roles.translates | roles.reviews).count()


def tasks_of(user: Any) -> list[tuple[TranslationState, str]]:
    """States with the titles of their source pages, those with the nearest day first: two queries.

    What was given to somebody else is not among them.
    """
    roles = roles_of(user)
    mine = Q(locale__in=roles.translates | roles.reviews, status__in=TO_DO) & (
        Q(assignee=None) | Q(assignee=user)
    )
    theirs = Q(locale__in=roles.reviews, status=Status.REVIEW)
    states = list(
        TranslationState.objects.filter(mine | theirs, translation__enabled=True)
        .select_related("translation", "locale")
        .order_by(F("due").asc(nulls_last=True), "since")[:MOST]
    )
    titles = dict(
        Page.objects.filter(
            translation_key__in=[state.translation_key for state in states],
            locale__language_code=SOURCE,
        ).values_list("translation_key", "title")
    )
    return [
        (state, titles[state.translation_key])
        for state in states
        if state.translation_key in titles
    ]
