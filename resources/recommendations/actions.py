"""The actions on live facts of recommendations and their items."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.core.registries import FactAction, register_fact_action
from resources.models import RecommendationPage
from resources.recommendations import action_forms as forms
from resources.recommendations import rules
from resources.recommendations.codes import State


def register_actions() -> None:
    page = (RecommendationPage,)
    for action in (
        FactAction("recommendation_adopt", _("Adopt"), forms.AdoptForm, page, icon="check",
                   applies=lambda page: page.state in rules.BEFORE_ADOPTION),
        FactAction("recommendation_send", _("Mark as sent"), forms.SendForm, page, icon="mail",
                   applies=lambda page: page.state == State.ADOPTED),
        FactAction("recommendation_state", _("Change state"), forms.StateForm, page,
                   applies=lambda page: page.state in rules.NEXT_STATES),
        _on_items("item_answer", _("Answer arrived"), forms.AnswerForm, "download",
                  forms.AFTER_SENDING),
        _on_items("item_position", _("Change position"), forms.PositionForm, "edit",
                  forms.AFTER_SENDING),
        _on_items("item_deadline", _("Set deadline"), forms.DeadlineForm, "date",
                  forms.AFTER_SENDING),
        _on_items("item_implementation", _("Change implementation"), forms.ImplementationForm,
                  "tick", forms.AFTER_ADOPTION),
    ):  # fmt: skip
        register_fact_action(action)


def _on_items(name: str, label: Any, form: Any, icon: str, states: tuple[str, ...]) -> FactAction:
    """An action on items. Its explanation stands in the item's history, so it makes no act."""
    return FactAction(
        name, label, form, (RecommendationPage,), act="", icon=icon, relation="items",
        applies=lambda page: page.state in states and page.items.exists(),
    )  # fmt: skip
