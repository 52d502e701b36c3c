"""The panels of a person: the name, what they do, and what they agreed to."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from cms.core.admin.panels import FactPanel, LiveFactPanel


def person_text_panels() -> list[Any]:
    return [
        FieldPanel("position", help_text=_("What the person does, and where: one line.")),
        FieldPanel("summary"),
        FieldPanel("body", heading=_("Biography")),
    ]


def person_fact_panels() -> list[Any]:
    return [
        MultiFieldPanel(
            [FieldRowPanel([FactPanel("family_name"), FactPanel("family_name_first")]),
             FieldRowPanel([FactPanel("name_original"), FactPanel("name_original_language")])],
            heading=_("Name"),
            help_text=_("The title of the page is the name as readers see it."),
        ),
        MultiFieldPanel([FactPanel("languages")], heading=_("Languages spoken")),
        MultiFieldPanel(
            [FactPanel("photo"), LiveFactPanel("photo_consent_on"),
             LiveFactPanel("hidden_on_request")],
            heading=_("Photo and consent"),
            help_text=_("Moderators record and withdraw consent at once, in the page's menu."),
        ),
    ]  # fmt: skip
