"""The facts of a recommendation, grouped as an editor asks: which document, how far, by whom."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel

from cms.core.admin.panels import FactPanel, FactRowsPanel, LiveFactPanel


def recommendation_fact_panels() -> list[Any]:
    return [
        MultiFieldPanel(
            [FieldRowPanel([FactPanel("reference"), FactPanel("kind")]), FactPanel("roundtable"),
             FactPanel("files")],
            heading=_("Which document"),
        ),
        MultiFieldPanel(
            [LiveFactPanel("state", read_only=True),
             FieldRowPanel([LiveFactPanel("adopted_on", read_only=True),
                            LiveFactPanel("adopted_in", read_only=True)]),
             FieldRowPanel([LiveFactPanel("sent_on", read_only=True),
                            LiveFactPanel("sent_ref", read_only=True)])],
            heading=_("How far it is"),
            help_text=_("Moderators change this at once in the menu of the published page: "
                        "adopt, mark as sent, change the state, withdraw."),
        ),
        FactRowsPanel("signatories", heading=_("Signatories"), label=_("signatory")),
    ]  # fmt: skip
