"""Forms of the actions on events and bodies."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.core.admin.action_forms import ActionForm
from cms.core.facts.change import Rows
from network.models import AgendaItem, EventPage, RoundtablePage


class CancelForm(ActionForm):
    needs_reason = True

    def changes(self) -> dict[str, Any]:
        return {"status": EventPage.Status.CANCELLED}


class PostponeForm(ActionForm):
    needs_reason = True

    def changes(self) -> dict[str, Any]:
        return {"status": EventPage.Status.POSTPONED, "postponed_from": self.page.starts_at}


class StatusForm(ActionForm):
    status = forms.ChoiceField(label=_("Status"))
    model: Any = EventPage

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["status"]
        field.choices, field.initial = self.model.Status.choices, self.page.status

    def changes(self) -> dict[str, Any]:
        return {"status": self.cleaned_data["status"]}


class BodyStatusForm(StatusForm):
    model = RoundtablePage


class MinutesForm(ActionForm):
    minutes_state = forms.ChoiceField(label=_("Minutes"), choices=EventPage.Minutes.choices)

    def changes(self) -> dict[str, Any]:
        return {"minutes_state": self.cleaned_data["minutes_state"]}


class OutcomeForm(ActionForm):
    """What came of one agenda item."""

    row = forms.ChoiceField(label=_("Agenda item"))
    outcome = forms.ChoiceField(label=_("Outcome"), choices=AgendaItem.Outcome.choices)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = AgendaItem.objects.filter(page_id=self.page.pk)
        field: Any = self.fields["row"]
        field.choices = [(str(row.translation_key), row.title) for row in rows]

    def row_changes(self) -> Rows:
        values = {"outcome": self.cleaned_data["outcome"]}
        return {"agenda": {self.cleaned_data["row"]: values}}
