"""Forms of the actions on recommendations and their items."""

from typing import Any
from uuid import UUID

from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser

from cms.core.admin.action_forms import ActionForm
from cms.core.facts.pin import source_of
from cms.languages import SOURCE
from resources.recommendations import rules, services
from resources.recommendations.codes import (
    Happening,
    Implementation,
    Position,
    Response,
    State,
    Teller,
)
from resources.recommendations.services import Entry, on_day

KIND_OF_ANSWER = {
    Response.ACKNOWLEDGED: Happening.ACKNOWLEDGED,
    Response.ANSWERED: Happening.RESPONSE,
    Response.NO_ANSWER: Happening.RESPONSE,
}


def day_field(label: Any, **kwargs: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=AdminDateInput(), **kwargs)


class DocumentForm(ActionForm):
    """What a rule refuses stands as a sentence in the form, before anything is written."""

    def __init__(self, *args: Any, page: Any, **kwargs: Any) -> None:
        source = page if page.is_facts_source else source_of(page)
        super().__init__(*args, page=source, **kwargs)

    def refuse(self, sentence: str, name: str | None = None) -> None:
        if sentence:
            self.add_error(name, ValidationError(sentence))


class AdoptForm(DocumentForm):
    adopted_on = day_field(_("Adopted on"))
    adopted_in: Any = forms.ModelChoiceField(
        label=_("At the meeting"), queryset=None, required=False,
        help_text=_("The Hungarian page of the meeting, where it has one here."),
    )  # fmt: skip
    field_order = ["adopted_on", "adopted_in"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meetings = apps.get_model("network", "EventPage")
        chosen: Any = self.fields["adopted_in"]
        chosen.queryset = meetings.objects.filter(locale__language_code=SOURCE)
        chosen.widget = AdminPageChooser(target_models=[meetings])

    def clean_adopted_on(self) -> Any:
        on = self.cleaned_data["adopted_on"]
        self.refuse(rules.adoption_refusal(self.page, on), "adopted_on")
        return on

    def apply(self, *, user: Any) -> None:
        services.document_adopt(
            page=self.page, on=self.cleaned_data["adopted_on"], user=user,
            meeting=self.cleaned_data["adopted_in"], entry=Entry(notes=self.texts()),
        )  # fmt: skip


class SendForm(DocumentForm):
    sent_on = day_field(_("Sent on"))
    sent_ref = forms.CharField(label=_("File number"), max_length=60, required=False)
    days = forms.IntegerField(
        label=_("Days to answer"), min_value=1, max_value=730, required=False,
        help_text=_("Nothing here: each addressee has the days that its record says."),
    )  # fmt: skip
    field_order = ["sent_on", "sent_ref", "days"]

    def clean_sent_on(self) -> Any:
        on = self.cleaned_data["sent_on"]
        items = list(services.items_of(self.page).values())
        self.refuse(rules.sending_refusal(self.page, items, on), "sent_on")
        return on

    def apply(self, *, user: Any) -> None:
        services.document_send(
            page=self.page, on=self.cleaned_data["sent_on"], user=user,
            file_number=self.cleaned_data["sent_ref"], days=self.cleaned_data["days"],
            entry=Entry(notes=self.texts()),
        )  # fmt: skip


class StateForm(DocumentForm):
    needs_reason = True
    state = forms.ChoiceField(label=_("State"))
    field_order = ["state"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["state"]
        choices.choices = [
            (state.value, state.label)
            for state in rules.NEXT_STATES.get(self.page.state, ())
            if not rules.state_refusal(self.page, state)
        ]

    def apply(self, *, user: Any) -> None:
        services.document_state(page=self.page, state=self.cleaned_data["state"], user=user)


class ItemForm(DocumentForm):
    """One item of the document; a subclass says what changes, and how the history calls it."""

    by = Teller.SECRETARIAT
    row = forms.ChoiceField(label=_("Item"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = services.items_of(self.page)
        chosen: Any = self.fields["row"]
        chosen.choices = [(str(key), str(item)) for key, item in self.items.items()]
        self.start_with(self.items.get(self._asked()))

    def _asked(self) -> Any:
        """The item that the address or the form names; nothing that is no item's key."""
        value = self.data.get("row") if self.is_bound else self.initial.get("row")
        try:
            return UUID(str(value))
        except ValueError:
            return None

    def start_with(self, item: Any) -> None:
        """Show how the item stands now."""
        for name in self.fields if item is not None else ():
            if name in item.live_fields:
                self.initial[name] = getattr(item, name)

    def item_changes(self) -> dict[str, Any]:
        raise NotImplementedError

    def happening(self) -> str:
        raise NotImplementedError

    def entry(self) -> Entry:
        return Entry(notes=self.texts(), by=self.by)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return data
        item, changes = self.items[UUID(data["row"])], self.item_changes()
        if all(getattr(item, name) == value for name, value in changes.items()):
            self.refuse(str(_("It stands like this already: nothing would change.")))
        self.refuse(rules.item_refusal(self.page, item, changes))
        return data

    def apply(self, *, user: Any) -> None:
        services.item_change(
            page=self.page, item_key=UUID(self.cleaned_data["row"]), kind=self.happening(),
            changes=self.item_changes(), user=user, entry=self.entry(),
        )  # fmt: skip


class AnswerForm(ItemForm):
    by = Teller.ADDRESSEE
    response_state = forms.ChoiceField(
        label=_("What came"), choices=[(state.value, state.label) for state in KIND_OF_ANSWER]
    )
    received_on = day_field(_("Received on"), initial=timezone.localdate)
    position = forms.ChoiceField(
        label=_("Position of the addressee"), choices=Position.choices, required=False,
        help_text=_("Only with an answer."),
    )  # fmt: skip
    file_number = forms.CharField(
        label=_("File number of the answer"), max_length=60, required=False
    )
    field_order = ["row", "response_state", "received_on", "position", "file_number"]

    def start_with(self, item: Any) -> None:
        self.initial.setdefault("response_state", Response.ANSWERED)

    def clean_received_on(self) -> Any:
        on = self.cleaned_data["received_on"]
        self.refuse(rules.received_refusal(self.page, on), "received_on")
        return on

    def item_changes(self) -> dict[str, Any]:
        changes = {"response_state": self.cleaned_data["response_state"]}
        position = self.cleaned_data.get("position") or Position.NONE
        return changes if position == Position.NONE else {**changes, "position": position}

    def happening(self) -> str:
        return KIND_OF_ANSWER[Response(self.cleaned_data["response_state"])]

    def entry(self) -> Entry:
        came = self.cleaned_data["response_state"] != Response.NO_ANSWER
        return Entry(
            at=on_day(self.cleaned_data["received_on"]), notes=self.texts(),
            by=Teller.ADDRESSEE if came else Teller.SECRETARIAT,
            file_number=self.cleaned_data["file_number"],
        )  # fmt: skip


class PositionForm(ItemForm):
    needs_reason = True
    by = Teller.ADDRESSEE
    position = forms.ChoiceField(label=_("Position of the addressee"), choices=Position.choices)
    field_order = ["row", "position"]

    def item_changes(self) -> dict[str, Any]:
        return {"position": self.cleaned_data["position"]}

    def happening(self) -> str:
        return Happening.POSITION


class ImplementationForm(ItemForm):
    needs_reason = True
    implementation = forms.ChoiceField(label=_("Implementation"), choices=Implementation.choices)
    next_review_on = day_field(_("Next review"), required=False)
    field_order = ["row", "implementation", "next_review_on"]

    def item_changes(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("implementation", "next_review_on")}

    def happening(self) -> str:
        return Happening.IMPLEMENTATION


class DeadlineForm(ItemForm):
    needs_reason = True
    response_due = day_field(_("Answer due"))
    field_order = ["row", "response_due"]

    def item_changes(self) -> dict[str, Any]:
        return {"response_due": self.cleaned_data["response_due"]}

    def happening(self) -> str:
        return Happening.DEADLINE


#: The states in which an answer or a deadline makes sense.
AFTER_SENDING = (State.SENT, State.CLOSED)
AFTER_ADOPTION = (State.ADOPTED, *AFTER_SENDING)
