"""The facts of a holding, grouped as an editor asks: what, who, when, which number, who may."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel

from cms.core.admin.panels import FactPanel, FactRowsPanel
from resources.holdings.choosing import PUBLISHERS, ChosenPagePanel


def row(*names: str) -> FieldRowPanel:
    return FieldRowPanel([FactPanel(name) for name in names])


def files_panel() -> FactRowsPanel:
    return FactRowsPanel(
        "files", heading=_("Files"), label=_("file"),
        help_text=_("One row for each file. The page shows them by language and format."),
    )  # fmt: skip


def holding_panels(*first: Any) -> list[Any]:
    """Groups of facts; `first` are the panels of the type itself, beside its kind."""
    return [
        MultiFieldPanel(
            [FactPanel("kind"), *first, row("issued", "language_of_original"),
             row("edition", "pages"), FactPanel("cover")],
            heading=_("What"),
        ),
        FactRowsPanel("contributors", heading=_("Who made it"), label=_("contributor")),
        MultiFieldPanel(
            [ChosenPagePanel("publisher", page_types=PUBLISHERS), FactPanel("publisher_name"),
             row("series", "series_number")],
            heading=_("Publisher and series"),
        ),
        MultiFieldPanel(
            [row("isbn", "issn"), row("doi", "reference")], heading=_("Numbers"),
            help_text=_("Only what the work really has."),
        ),
        MultiFieldPanel(
            [row("access", "embargo_until"), row("licence", "rights_holder")],
            heading=_("Who may read and use it"),
        ),
        MultiFieldPanel(
            [row("coverage_from", "coverage_to")], heading=_("The period it speaks of"),
            classname="collapsed",
        ),
        FactRowsPanel("relations", heading=_("Related works"), label=_("relation")),
    ]  # fmt: skip
