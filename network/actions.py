"""The actions on live facts of events and bodies."""

from django.utils.translation import gettext_lazy as _

from cms.core.registries import FactAction, register_fact_action
from network import action_forms as forms
from network.models import EventPage, RoundtablePage

OVER = {EventPage.Status.CANCELLED, EventPage.Status.HELD}


def register_actions() -> None:
    for action in (
        FactAction("cancel", _("Cancel the event"), forms.CancelForm, (EventPage,), icon="cross",
                   applies=lambda page: page.status not in OVER),
        FactAction("postpone", _("Postpone"), forms.PostponeForm, (EventPage,), icon="date",
                   applies=lambda page: page.status not in OVER),
        FactAction("event_status", _("Change status"), forms.StatusForm, (EventPage,)),
        FactAction("minutes", _("State of the minutes"), forms.MinutesForm, (EventPage,)),
        FactAction("outcome", _("Outcome of an agenda item"), forms.OutcomeForm, (EventPage,),
                   relation="agenda", applies=lambda page: page.agenda.exists()),
        FactAction("body_status", _("Change status"), forms.BodyStatusForm, (RoundtablePage,)),
    ):  # fmt: skip
        register_fact_action(action)
