"""Recommendations, opinions, positions, open letters and reports, with their list."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.core.admin.panels import FactRowsPanel
from cms.core.blocks import DocumentListBlock
from cms.core.facts.rows import FactRow
from cms.core.library import LibraryFields
from cms.core.listing import Facet, Listing, listing_of
from cms.core.models import BasePage, ListPage
from cms.core.outlets import PAGE_PDF
from cms.core.pdf import PdfSection
from resources.holdings.choosing import PUBLISHERS, ChosenPagePanel, check_chosen
from resources.recommendations.as_pdf import recommendation_sections
from resources.recommendations.codes import GONE, Kind, State
from resources.recommendations.forms import RecommendationForm
from resources.recommendations.listed import ItemsRead, recommendation_facets, recommendations
from resources.recommendations.panels import recommendation_fact_panels
from resources.recommendations.references import (
    is_reference,
    reference_hold,
    reference_refusal,
    twice_numbered,
)
from resources.recommendations.schema import recommendation_schema
from resources.recommendations.services import creation_told
from resources.recommendations.shown import recommendation_context


class RecommendationIndexPage(ListPage):
    template = "resources/recommendation_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.RecommendationPage"]
    card = "components/recommendation_card.html"
    empty = _("No recommendation is published yet.")

    class Meta:
        verbose_name = _("list of recommendations")

    def library_fields(self) -> LibraryFields:
        return super().library_fields()

    def items(self, now: Any = None) -> Any:
        return recommendations(self.locale)

    def all_facets(self) -> tuple[Facet, ...]:
        return recommendation_facets(ItemsRead())

    def listing(self, asked: QueryDict) -> Listing:
        self.read = ItemsRead()
        facets = recommendation_facets(self.read)
        listing = listing_of(self, facets, asked)
        self.found = list(listing.items.paginator.object_list)
        return listing

    def cards_context(self, items: list[Any]) -> dict[str, Any]:
        return {
            "outcomes": self.read.by_page([item.pk for item in items]),
            "outcome": self.read.together(self.found),
        }


class RecommendationPage(BasePage):
    parent_page_types = ["resources.RecommendationIndexPage"]
    subpage_types: list[str] = []

    background = RichTextField(
        _("background"), blank=True, features=["bold", "italic", "ol", "ul", "link"]
    )
    reference = models.CharField(
        _("reference"), max_length=20, validators=[is_reference],
        help_text=_("Such as MK-2013/04. It is unique, and stays for ever once it is published."),
    )  # fmt: skip
    kind = models.CharField(
        _("kind"), max_length=16, choices=Kind.choices, default=Kind.RECOMMENDATION
    )
    roundtable = models.ForeignKey(
        "network.RoundtablePage", verbose_name=pgettext_lazy("institution", "body"),
        null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    files = StreamField(
        [("documents", DocumentListBlock())], verbose_name=_("files"), blank=True,
        help_text=_("The document itself, once for each language in which it exists."),
    )  # fmt: skip
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.DRAFTING
    )
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    adopted_in = models.ForeignKey(
        "network.EventPage", verbose_name=_("adopted in"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    sent_ref = models.CharField(_("file number"), max_length=60, blank=True)

    text_fields = (*BasePage.text_fields, "background")
    shared_fields = (*BasePage.shared_fields, "reference", "kind", "roundtable", "files")
    live_fields = (
        *BasePage.live_fields, "state", "adopted_on", "adopted_in", "sent_on", "sent_ref",
    )  # fmt: skip
    gone_when = {"state__in": GONE}
    shown_with = (*BasePage.shown_with, "adopted_in")
    related_pages = (*BasePage.related_pages, "roundtable", "adopted_in")
    outlets = (PAGE_PDF,)
    library_kind = "recommendation"
    schema_type = "CreativeWork"
    facts_template = "resources/recommendation_facts.html"
    facts_styles = ("pages/recommendations",)
    exclude_fields_in_copy = ["reference"]
    search_fields = [
        *BasePage.search_fields, index.SearchField("background"), index.SearchField("reference"),
    ]  # fmt: skip
    base_form_class = RecommendationForm
    text_panels = [
        FieldPanel("summary"), FieldPanel("background"), FieldPanel("body"),
        FactRowsPanel("items", heading=_("Items"), label=_("item")),
    ]  # fmt: skip
    fact_panels = recommendation_fact_panels()

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")

    def library_fields(self) -> LibraryFields:
        day = self.sent_on or self.adopted_on
        return LibraryFields(
            self.library_kind, self.title, self.summary, issued=day, keywords=(self.reference,)
        )

    def pdf_sections(self, request: HttpRequest) -> tuple[PdfSection, ...]:
        return recommendation_sections(self, request)

    def schema_data(self) -> dict[str, Any]:
        return recommendation_schema(self)

    def facts_of_withdrawal(self, reason: str) -> dict[str, Any]:
        return {"state": State.SUPERSEDED if reason == State.SUPERSEDED else State.WITHDRAWN}

    def facts_of_restoring(self) -> dict[str, Any]:
        adopted = State.ADOPTED if self.adopted_on else State.DRAFTING
        return {"state": State.SENT if self.sent_on else adopted}

    def clean(self) -> None:
        super().clean()
        if not self.is_facts_source or self.alias_of_id:
            return
        check_chosen("roundtable", self.roundtable)
        if sentence := reference_refusal(self):
            raise ValidationError({"reference": sentence})
        if sentence := twice_numbered(item.number for item in self.items.all()):
            raise ValidationError(sentence)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        page = super().with_content_json(content)
        if self.first_published_at is not None:  # an older draft may hold another reference
            page.reference = self.reference
        return page

    def save(self, *args: Any, **kwargs: Any) -> Any:
        with transaction.atomic():
            if self.is_facts_source and not self.alias_of_id:
                reference_hold(self)
            result = super().save(*args, **kwargs)
            if self.is_facts_source and not self.alias_of_id and self.live:
                creation_told(self)
        return result

    def shown_context(self, request: HttpRequest) -> dict[str, Any]:
        return recommendation_context(self, request)


class Signatory(FactRow):
    page = ParentalKey(RecommendationPage, on_delete=models.CASCADE, related_name="signatories")
    organisation = models.ForeignKey(
        Page, verbose_name=_("organisation"), on_delete=models.CASCADE, related_name="+"
    )  # fmt: skip
    dissent = models.TextField(
        _("dissenting opinion"), blank=True,
        help_text=_("Where it signed with one: the opinion in its own words."),
    )  # fmt: skip

    text_fields = ("dissent",)
    shared_fields = ("sort_order", "organisation")
    panels = [ChosenPagePanel("organisation", page_types=PUBLISHERS), FieldPanel("dissent")]

    class Meta(FactRow.Meta):
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")

    def __str__(self) -> str:
        return str(self.organisation)

    def clean(self) -> None:
        super().clean()
        if self.organisation_id:
            check_chosen("organisation", self.organisation, PUBLISHERS)
