"""The panels of a service: what it is, how one gets it, where, when, in which languages."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cms.core.admin.panels import FactPanel, FactRowsPanel, LiveFactPanel


def service_text_panels() -> list[Any]:
    return [
        FieldPanel("summary"),
        FieldPanel("body", heading=_("Description")),
        MultiFieldPanel(
            [FieldPanel("eligibility"), FieldPanel("how_to_apply"), FieldPanel("what_to_expect"),
             FieldPanel("fees"), FieldPanel("complaints")],
            heading=_("How one gets it"),
            help_text=_("Write as you would say it to somebody who needs it: short, in order."),
        ),
        FactRowsPanel(
            "required", heading=_("What one brings"),
            label=pgettext_lazy("that one brings", "document"),
            help_text=_("With the form to fill in, where there is one."),
        ),
        FactRowsPanel("languages", heading=_("Languages"), label=_("language")),
        FactRowsPanel("phones", heading=_("Telephones"), label=_("telephone")),
        FactRowsPanel(
            "places", heading=_("Places"), label=_("place"),
            help_text=_("A place whose address is not public (a shelter) appears nowhere."),
        ),
    ]  # fmt: skip


def service_fact_panels() -> list[Any]:
    return [
        FactRowsPanel("providers", heading=_("Who offers it"), label=_("organisation")),
        MultiFieldPanel(
            [FactPanel("for_whom"), FactPanel("emergency"), FactPanel("anonymous")],
            heading=_("For whom"),
        ),
        MultiFieldPanel(
            [FactPanel("cost"), FactPanel("registration"), FactPanel("appointment_url"),
             FactPanel("interpreter_notice_days"), FactPanel("website")],
            heading=_("Cost and registration"),
        ),
        FactRowsPanel(
            "hours", heading=_("Opening hours"), label=_("hours"),
            help_text=_("One row for each span of a day; a break at noon makes two rows."),
        ),
        FactRowsPanel(
            "exceptions", heading=_("Different opening hours"), label=_("day"),
            help_text=_("Holidays, or a day with other hours."),
        ),
        MultiFieldPanel(
            [LiveFactPanel("status"),
             FieldRowPanel([LiveFactPanel("closed_from"), LiveFactPanel("closed_until")]),
             LiveFactPanel("verified_on")],
            heading=_("How it stands now"),
            help_text=_("Moderators change these at once, in the page's menu."),
        ),
    ]  # fmt: skip
