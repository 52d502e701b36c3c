"""The facts of an event, grouped as an editor asks: what, when, where, for whom, how to join."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel

from cms.core.admin.panels import FactPanel, LiveFactPanel


def event_fact_panels() -> list[Any]:
    return [
        MultiFieldPanel(
            [FactPanel("kind"), FactPanel("roundtable"), FactPanel("number_in_series"),
             LiveFactPanel("status"), LiveFactPanel("postponed_from"),
             LiveFactPanel("minutes_state")],
            heading=_("What"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FactPanel("starts_at"), FactPanel("ends_at")]), FactPanel("all_day")],
            heading=_("When"), help_text=_("Budapest time."),
        ),
        MultiFieldPanel(
            [FactPanel("mode"), FactPanel("place"), FactPanel("room"), FactPanel("online_url")],
            heading=_("Where"),
        ),
        MultiFieldPanel(
            [FactPanel("languages_spoken"), FactPanel("interpretation")],
            heading=_("Languages"), classname="collapsed",
        ),
        MultiFieldPanel(
            [FieldRowPanel([FactPanel("step_free"), FactPanel("hearing_loop")]),
             FieldRowPanel([FactPanel("childcare"), FactPanel("quiet_room")])],
            heading=_("Accessibility"),
        ),
        MultiFieldPanel(
            [FactPanel("capacity"), FactPanel("registration"), FactPanel("registration_url")],
            heading=_("Taking part"),
        ),
    ]  # fmt: skip
