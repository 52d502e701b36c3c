"""The actions on live facts of services, and their forms."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.core.admin.action_forms import ActionForm
from cms.core.registries import FactAction, register_fact_action
from network.action_forms import StatusForm
from network.models import ServicePage

Status = ServicePage.Status


class CloseForm(ActionForm):
    needs_reason = True
    closed_from = forms.DateField(label=_("Closed from"), widget=AdminDateInput)
    closed_until = forms.DateField(
        label=_("Closed until"), required=False, widget=AdminDateInput,
        help_text=_("The last closed day: after it the service is open again by itself."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["closed_from"].initial = self.page.closed_from or timezone.localdate()
        self.fields["closed_until"].initial = self.page.closed_until

    def clean(self) -> Any:
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("closed_from"), cleaned.get("closed_until")
        if first and last and last < first:
            self.add_error("closed_until", _("The last closed day is before the first."))
        elif last and last < timezone.localdate():
            self.add_error("closed_until", _("This day is over: nothing would be closed."))
        return cleaned

    def changes(self) -> dict[str, Any]:
        days = {name: self.cleaned_data[name] for name in ("closed_from", "closed_until")}
        return {"status": Status.CLOSED, **days}


class ReopenForm(ActionForm):
    def changes(self) -> dict[str, Any]:
        return {"status": Status.ACTIVE, "closed_from": None, "closed_until": None}


class ServiceStatusForm(StatusForm):
    """Closing for a time has days and a reason: it is an action of its own."""

    needs_reason = True
    model = ServicePage

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["status"]
        field.choices = [choice for choice in Status.choices if choice[0] != Status.CLOSED]

    def changes(self) -> dict[str, Any]:
        return {**super().changes(), "closed_from": None, "closed_until": None}


class VerifiedTodayForm(ActionForm):
    explains = False

    def changes(self) -> dict[str, Any]:
        return {"verified_on": timezone.localdate()}


def register_service_actions() -> None:
    for action in (
        FactAction("service_close", _("Close for a time"), CloseForm, (ServicePage,),
                   icon="lock", applies=lambda page: page.is_offered),
        FactAction("service_reopen", _("Open again"), ReopenForm, (ServicePage,),
                   icon="lock-open", applies=lambda page: page.status == Status.CLOSED),
        FactAction("service_verified", _("Verified today"), VerifiedTodayForm, (ServicePage,),
                   icon="check"),
        FactAction("service_status", _("Change status"), ServiceStatusForm, (ServicePage,)),
    ):  # fmt: skip
        register_fact_action(action)
