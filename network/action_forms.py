"""Forms of the actions on events and bodies."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.core.admin.action_forms import ActionForm
from cms.core.facts.change import Rows
from network.models import AgendaItem, EventPage, RoundtablePage

PUBLIC_MINUTES = {EventPage.Minutes.APPROVED, EventPage.Minutes.CORRECTED}
VOTES = ("votes_for", "votes_against", "votes_abstained")


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
    approved_on = forms.DateField(
        label=_("Approved on"), required=False, widget=AdminDateInput(),
        help_text=_("Needed once they are approved: from then on readers see them."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes_state"].initial = self.page.minutes_state
        self.fields["approved_on"].initial = self.page.minutes_approved_on

    def clean(self) -> Any:
        cleaned = super().clean() or self.cleaned_data
        day = cleaned.get("approved_on")
        if cleaned.get("minutes_state") in PUBLIC_MINUTES and "approved_on" not in self.errors:
            if day is None:
                self.add_error("approved_on", _("Give the day on which they were approved."))
            elif day > timezone.localdate():
                self.add_error("approved_on", _("This day is still to come."))
        return cleaned

    def changes(self) -> dict[str, Any]:
        state = self.cleaned_data["minutes_state"]
        day = self.cleaned_data["approved_on"] if state in PUBLIC_MINUTES else None
        return {"minutes_state": state, "minutes_approved_on": day}


class OutcomeForm(ActionForm):
    """What came of one agenda item, and how many voted how."""

    row = forms.ChoiceField(label=_("Agenda item"))
    outcome = forms.ChoiceField(label=_("Outcome"), choices=AgendaItem.Outcome.choices)
    votes_for = forms.IntegerField(label=_("Votes for"), required=False, min_value=0, max_value=999)
    votes_against = forms.IntegerField(
        label=_("Votes against"), required=False, min_value=0, max_value=999
    )
    votes_abstained = forms.IntegerField(
        label=_("Abstained"), required=False, min_value=0, max_value=999
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = {str(row.translation_key): row for row in self.page.agenda.all()}
        field: Any = self.fields["row"]
        field.choices = [(key, row.title) for key, row in rows.items()]
        if row := rows.get(str(self.initial.get("row"))):
            for name in ("outcome", *VOTES):
                self.fields[name].initial = getattr(row, name)

    def row_changes(self) -> Rows:
        values = {name: self.cleaned_data[name] for name in ("outcome", *VOTES)}
        return {"agenda": {self.cleaned_data["row"]: values}}
