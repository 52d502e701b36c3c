"""The roundtable itself and its working groups."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from cms.core.admin.panels import FactPanel, LiveFactPanel
from cms.core.blocks import DocumentListBlock
from cms.core.library import LibraryFields
from cms.core.models import BasePage, Contact
from network.bodies import body_context
from network.relations import clean_sources
from network.selectors import roundtable_context


class RoundtablePage(BasePage):
    class Kind(models.TextChoices):
        PLENARY = "plenary", _("Plenary")
        WORKING_GROUP = "working_group", _("Working group")
        STEERING = "steering", _("Steering group")
        EXPERTS = "expert_panel", _("Expert panel")

    class Status(models.TextChoices):
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("Paused")
        CLOSED = "closed", _("Closed")
        MERGED = "merged", _("Merged into another body")

    parent_page_types = ["home.HomePage", "network.RoundtablePage"]
    subpage_types = ["network.RoundtablePage"]

    mandate = RichTextField(
        _("mandate"), blank=True, features=["bold", "italic", "ol", "ul", "link"]
    )
    meeting_rhythm = models.CharField(_("how often it meets"), max_length=160, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind.choices, default=Kind.PLENARY)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    parent_body = models.ForeignKey(
        "self", verbose_name=_("part of"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    successor = models.ForeignKey(
        "self", verbose_name=_("successor"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
        help_text=_("The body that goes on with its work after it ended."),
    )  # fmt: skip
    secretariat = models.ForeignKey(
        Contact, verbose_name=_("secretariat"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="+",
    )  # fmt: skip
    rules = StreamField(
        [("documents", DocumentListBlock())], verbose_name=_("rules of procedure"), blank=True
    )
    status = models.CharField(
        _("status"), max_length=8, choices=Status.choices, default=Status.ACTIVE
    )

    text_fields = (*BasePage.text_fields, "mandate", "meeting_rhythm")
    shared_fields = (
        *BasePage.shared_fields, "kind", "founded_on", "ended_on", "parent_body", "successor",
        "secretariat", "rules",
    )  # fmt: skip
    live_fields = (*BasePage.live_fields, "status")
    shown_with = (*BasePage.shown_with, "secretariat", "secretariat__place")
    related_pages = (*BasePage.related_pages, "parent_body", "successor")
    library_kind = "body"
    schema_type = "GovernmentOrganization"
    facts_template = "network/roundtable_facts_alone.html"
    facts_styles = ("pages/network",)
    search_fields = [*BasePage.search_fields, index.SearchField("mandate")]
    text_panels = [
        FieldPanel("summary"), FieldPanel("mandate"), FieldPanel("meeting_rhythm"),
        FieldPanel("body"),
    ]  # fmt: skip
    fact_panels = [
        MultiFieldPanel(
            [FactPanel("kind"), FactPanel("founded_on"), FactPanel("ended_on"),
             LiveFactPanel("status")],
            heading=_("The body"),
        ),
        MultiFieldPanel(
            [FactPanel("parent_body"), FactPanel("successor"), FactPanel("secretariat"),
             FactPanel("rules")],
            heading=_("Where it belongs"),
            help_text=_("Working groups beneath this page show by themselves."),
        ),
    ]  # fmt: skip

    class Meta:
        verbose_name = _("roundtable or working group")
        verbose_name_plural = _("roundtables and working groups")

    def library_fields(self) -> LibraryFields:
        return LibraryFields(self.library_kind, self.title, self.summary, issued=self.founded_on)

    def clean(self) -> None:
        super().clean()
        if self.founded_on and self.ended_on and self.ended_on < self.founded_on:
            raise ValidationError({"ended_on": _("A body cannot end before it is founded.")})
        clean_sources(self, "parent_body", "successor")
        if self.pk and self.parent_body_id == self.pk:
            raise ValidationError({"parent_body": _("A body cannot be part of itself.")})
        if self.pk and self.successor_id == self.pk:
            raise ValidationError({"successor": _("A body cannot succeed itself.")})

    def shown_context(self, request: HttpRequest) -> dict[str, Any]:
        return {**roundtable_context(self), **body_context(self, request)}
