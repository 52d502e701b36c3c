"""Forms of the actions on organisations and people."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from cms.core.admin.action_forms import ActionForm
from network.action_forms import StatusForm
from network.models import OrganisationPage


class OrganisationStatusForm(StatusForm):
    needs_reason = True
    model = OrganisationPage


class VerifiedForm(ActionForm):
    explains = False
    verified_by = forms.ChoiceField(
        label=_("Verified"), choices=OrganisationPage.VerifiedBy.choices,
        help_text=_("Everything on the page is true today; readers see the day."),
    )  # fmt: skip

    def changes(self) -> dict[str, Any]:
        return {
            "verified_on": timezone.localdate(),
            "verified_by": self.cleaned_data["verified_by"],
        }


class HideForm(ActionForm):
    explains = False

    def changes(self) -> dict[str, Any]:
        return {"hidden_on_request": True}


class ShowForm(ActionForm):
    explains = False

    def changes(self) -> dict[str, Any]:
        return {"hidden_on_request": False}


class ConsentForm(ActionForm):
    explains = False
    photo_consent_on = forms.DateField(
        label=_("Consent given on"), widget=AdminDateInput,
        help_text=_("Keep the written consent outside the site."),
    )  # fmt: skip

    def clean_photo_consent_on(self) -> Any:
        day = self.cleaned_data["photo_consent_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(
                _("Give the day on which consent was given, not a later one.")
            )
        return day

    def changes(self) -> dict[str, Any]:
        return {"photo_consent_on": self.cleaned_data["photo_consent_on"]}


class NoConsentForm(ActionForm):
    explains = False

    def changes(self) -> dict[str, Any]:
        return {"photo_consent_on": None}
