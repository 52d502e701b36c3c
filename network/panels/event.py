"""The panels of an event, grouped as an editor asks: what, when, where, for whom, how to join."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cms.core.admin.panels import FactPanel, FactRowsPanel, LiveFactPanel
from cms.core.models import BasePage


def event_text_panels() -> list[Any]:
    return [
        *BasePage.text_panels,
        FieldPanel("series"),
        FieldPanel("location_hints"),
        FactRowsPanel("agenda", heading=_("Agenda"), label=_("agenda item")),
        FieldPanel("minutes_text"),
    ]


def event_fact_panels() -> list[Any]:
    return [*_what_and_when(), *_for_whom()]


def _what_and_when() -> list[Any]:
    return [
        MultiFieldPanel(
            [FactPanel("kind"), FactPanel("roundtable"), FactPanel("number_in_series"),
             LiveFactPanel("status"), LiveFactPanel("postponed_from")],
            heading=_("What"),
            help_text=_("Cancelling and postponing stand in the menu at the top of the page."),
        ),
        FactRowsPanel("organisers", heading=_("Who holds it"), label=_("organiser")),
        MultiFieldPanel(
            [FieldRowPanel([FactPanel("starts_at"), FactPanel("ends_at")]), FactPanel("all_day")],
            heading=_("When"),
            help_text=_("Budapest time. Readers of a public event are told what moved."),
        ),
        MultiFieldPanel(
            [FactPanel("mode"), FactPanel("place"), FactPanel("room"), FactPanel("online_url"),
             FactPanel("online_url_visibility")],
            heading=_("Where"),
            help_text=_("In person needs a place, online an address, before it is published."),
        ),
    ]  # fmt: skip


def _for_whom() -> list[Any]:
    return [
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
            [FactPanel("capacity"), FactPanel("registration"), FactPanel("registration_url"),
             FieldRowPanel([FactPanel("registration_opens"), FactPanel("registration_closes")])],
            heading=_("Taking part"),
            help_text=_("A link to register is shown while registration is open, and never after."),
        ),
        MultiFieldPanel(
            [FactPanel("minutes_files"), LiveFactPanel("minutes_state"),
             LiveFactPanel("minutes_approved_on")],
            heading=_("Minutes"),
            help_text=_("Text and files are shown when a moderator sets them to approved."),
        ),
    ]  # fmt: skip
