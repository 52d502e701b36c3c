"""Ordinary pages: about the project, legal pages, the accessibility statement, with funding."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from cms.core.admin.panels import FactPanel, FactRowsPanel
from cms.core.blocks import sections_of
from cms.core.children import child_rows
from cms.core.facts.rows import FactRow
from cms.core.library import LibraryFields
from cms.core.models import BasePage, SiteImage


class StandardPage(BasePage):
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]

    text_panels = [
        *BasePage.text_panels,
        FactRowsPanel("funding", heading=_("Funding"), label=_("funding record")),
    ]

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")

    def library_fields(self) -> LibraryFields:
        return LibraryFields(kind=self.library_kind, title=self.title, summary=self.summary)

    def shown_context(self, request: HttpRequest) -> dict[str, Any]:
        funding = child_rows(self, "funding", "locale", "logo")
        return {"funding": funding, "sections": sections_of(self.body)}


class FundingRecord(FactRow):
    """Who pays for a project and what must be said of it."""

    page = ParentalKey(StandardPage, on_delete=models.CASCADE, related_name="funding")
    programme = models.CharField(_("programme"), max_length=160)
    funder = models.CharField(_("managed by"), max_length=160, blank=True)
    implementer = models.CharField(_("implemented by"), max_length=160, blank=True)
    partner = models.CharField(_("professional partner"), max_length=160, blank=True)
    obligatory_text = models.TextField(_("obligatory text"), blank=True)
    award_number = models.CharField(_("award number"), max_length=60, blank=True)
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("to"), null=True, blank=True)
    logo = models.ForeignKey(
        SiteImage, verbose_name=_("logo"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip

    text_fields = ("programme", "funder", "implementer", "partner", "obligatory_text")
    shared_fields = ("sort_order", "award_number", "starts_on", "ends_on", "logo")
    panels = [
        *(FieldPanel(name) for name in text_fields),
        *(FactPanel(name) for name in shared_fields[1:]),
    ]

    class Meta(FactRow.Meta):
        verbose_name = _("funding record")

    def __str__(self) -> str:
        return str(self.programme)
