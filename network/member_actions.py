"""The actions on live facts of organisations and people."""

from django.utils.translation import gettext_lazy as _

from cms.core.registries import FactAction, register_fact_action
from network import member_action_forms as forms
from network.models import OrganisationPage, PersonPage


def register_member_actions() -> None:
    for action in (
        FactAction("organisation_status", _("Change status"), forms.OrganisationStatusForm,
                   (OrganisationPage,)),
        FactAction("verified", _("Verified today"), forms.VerifiedForm, (OrganisationPage,),
                   icon="check"),
        FactAction("photo_consent", _("Record consent to the photo"), forms.ConsentForm,
                   (PersonPage,), icon="image", applies=lambda page: not page.photo_consent_on),
        FactAction("no_photo_consent", _("Withdraw consent to the photo"), forms.NoConsentForm,
                   (PersonPage,), icon="image", applies=lambda page: page.photo_consent_on),
        FactAction("hide_person", _("Hide on request"), forms.HideForm, (PersonPage,),
                   icon="view", applies=lambda page: not page.hidden_on_request),
        FactAction("show_person", _("Show again"), forms.ShowForm, (PersonPage,),
                   icon="view", applies=lambda page: page.hidden_on_request),
    ):  # fmt: skip
        register_fact_action(action)
