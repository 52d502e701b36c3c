"""The organisations that hold an event."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from cms.core.admin.panels import FactPanel
from cms.core.facts.rows import FactRow
from network.models.event import EventPage
from network.relations import clean_sources


class EventOrganiser(FactRow):
    page = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="organisers")
    organisation = models.ForeignKey(
        "network.OrganisationPage", verbose_name=_("organisation"), on_delete=models.CASCADE,
        related_name="+",
    )  # fmt: skip

    shared_fields = ("sort_order", "organisation")
    panels = [FactPanel("organisation")]

    class Meta(FactRow.Meta):
        verbose_name = _("organiser")

    def __str__(self) -> str:
        return str(self.organisation)

    def clean(self) -> None:
        super().clean()
        clean_sources(self, "organisation")
