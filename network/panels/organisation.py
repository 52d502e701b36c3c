"""The panels of an organisation: who it is, how to reach it, where, in which languages."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cms.core.admin.panels import FactPanel, FactRowsPanel, LiveFactPanel


def organisation_text_panels() -> list[Any]:
    return [
        FieldPanel("summary"),
        FieldPanel("alternative_names"),
        FieldPanel("body", heading=_("Description")),
        FieldPanel(
            "how_to_reach",
            help_text=_("In words: which door, which bell, whom to ask for. No hidden address."),
        ),
        FactRowsPanel(
            "languages", heading=_("Languages spoken"), label=_("language"),
            help_text=_("The languages in which people are helped here."),
        ),
        FactRowsPanel(
            "reach", heading=_("E-mails and telephones"), label=_("e-mail or telephone"),
            help_text=_("A note says when it is answered, or by whom."),
        ),
        FactRowsPanel(
            "places", heading=_("Places"), label=_("place"),
            help_text=_("A place whose address is not public (a shelter) appears nowhere."),
        ),
    ]  # fmt: skip


def organisation_fact_panels() -> list[Any]:
    return [
        MultiFieldPanel(
            [FactPanel("kind"), FactPanel("logo"), FactPanel("website"),
             FieldRowPanel([FactPanel("founded_year"), FactPanel("member_since")])],
            heading=_("Who it is"),
        ),
        MultiFieldPanel(
            [LiveFactPanel("status"),
             FieldRowPanel([LiveFactPanel("verified_on"), LiveFactPanel("verified_by")])],
            heading=_("How true this is"),
            help_text=_("Moderators change these at once, in the page's menu."),
        ),
        MultiFieldPanel(
            [FactPanel("communities")], heading=_("Whom it serves"),
            help_text=_("Fields of work are the topics, under “About this page”."),
        ),
        MultiFieldPanel(
            [FactPanel("service_area"), FactPanel("service_districts")], heading=_("Where it works")
        ),
    ]  # fmt: skip
