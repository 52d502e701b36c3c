"""Rows that several page types of this room have: an organisation, a place with a note."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.core.admin.panels import FactPanel
from cms.core.facts.rows import FactRow
from cms.core.models import Place
from network.relations import clean_sources


class OrganisationRow(FactRow):
    organisation = models.ForeignKey(
        "network.OrganisationPage", verbose_name=_("organisation"), on_delete=models.CASCADE,
        related_name="+",
    )  # fmt: skip

    shared_fields = ("sort_order", "organisation")
    panels = [FactPanel("organisation")]

    class Meta(FactRow.Meta):
        abstract = True

    def __str__(self) -> str:
        return str(self.organisation)

    def clean(self) -> None:
        super().clean()
        clean_sources(self, "organisation")


class PlaceRow(FactRow):
    place = models.ForeignKey(
        Place, verbose_name=_("place"), on_delete=models.PROTECT, related_name="+"
    )
    note = models.CharField(_("note"), max_length=160, blank=True)

    text_fields = ("note",)
    shared_fields = ("sort_order", "place")
    panels = [FactPanel("place"), FieldPanel("note")]

    class Meta(FactRow.Meta):
        abstract = True
        verbose_name = _("place")

    def __str__(self) -> str:
        return str(self.place)
