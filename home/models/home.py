"""The home page of one language, which also finds every page beneath it by its path."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from cms.core.admin.panels import FactPanel, FactRowsPanel
from cms.core.facts.rows import FactRow
from cms.core.library import LibraryFields
from cms.core.models import BasePage
from cms.core.routing import route_by_path
from home.selectors import home_context


class HomePage(BasePage):
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "home.StandardPage", "network.RoundtablePage", "network.EventIndexPage",
        "network.OrganisationIndexPage", "network.PersonIndexPage", "network.ServiceIndexPage",
        "resources.PublicationIndexPage", "resources.ResourceIndexPage",
        "resources.NewsletterIndexPage", "resources.RecommendationIndexPage",
    ]  # fmt: skip

    hero_title = models.CharField(_("large heading"), max_length=120, blank=True)
    hero_text = models.TextField(_("text beneath it"), blank=True)

    text_fields = (*BasePage.text_fields, "hero_title", "hero_text")
    library_kind = "home"
    schema_type = "WebSite"
    text_panels = [
        MultiFieldPanel(
            [FieldPanel("hero_title"), FieldPanel("hero_text")], heading=_("What it is")
        ),
        *BasePage.text_panels,
        FactRowsPanel("activities", heading=_("Activities"), label=_("activity")),
        FactRowsPanel(
            "featured",
            heading=_("Featured pages"),
            label=_("page"),
            max_num=6,
            help_text=_("Holdings, services or news that the home page points to."),
        ),
    ]

    class Meta:
        verbose_name = _("home page")

    def library_fields(self) -> LibraryFields:
        return LibraryFields(kind=self.library_kind, title=self.title, summary=self.hero_text)

    def share_text(self) -> str:
        return super().share_text() or self.hero_text

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if not path_components:
            return super().route(request, path_components)
        return route_by_path(self, path_components)

    def shown_context(self, request: HttpRequest) -> dict[str, Any]:
        return home_context(self, request)


class Activity(FactRow):
    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="activities")
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text"), blank=True)
    link = models.ForeignKey(
        Page, verbose_name=_("page about it"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip

    text_fields = ("title", "text")
    shared_fields = ("sort_order", "link")
    panels = [FieldPanel("title"), FieldPanel("text"), FactPanel("link")]

    class Meta(FactRow.Meta):
        verbose_name = _("activity")

    def __str__(self) -> str:
        return str(self.title)


class Featured(FactRow):
    """A page that the home page points to, with a line of its own where that helps."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured")
    link = models.ForeignKey(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )
    text = models.CharField(_("one line about it"), max_length=200, blank=True)

    text_fields = ("text",)
    shared_fields = ("sort_order", "link")
    panels = [FactPanel("link"), FieldPanel("text")]

    class Meta(FactRow.Meta):
        verbose_name = _("featured page")

    def __str__(self) -> str:
        return str(self.text or self.link_id)
