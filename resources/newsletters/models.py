"""Issues of the newsletter: stories that lead to pages, in a public archive.

Nothing is sent and nobody signs up here: that is a process of its own, and it comes later.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Locale, Page
from wagtail.search import index

from cms.core.admin.panels import FactPanel, FactRowsPanel
from cms.core.facets import topic_facet, year_facet
from cms.core.facts.rows import FactRow
from cms.core.library import LibraryFields
from cms.core.models import BasePage, ListPage
from cms.languages import SOURCE
from resources.holdings.choosing import check_chosen
from resources.newsletters.told import issue_context, issues

INTRO = ["bold", "italic", "ol", "ul", "link"]


class NewsletterIndexPage(ListPage):
    template = "resources/newsletter_index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.NewsletterIssuePage"]
    card = "resources/newsletter_card.html"
    empty = _("No issue has come out yet.")
    facets = (year_facet("year"), topic_facet(lambda: NewsletterIssuePage))

    class Meta:
        verbose_name = _("archive of the newsletter")

    def library_fields(self) -> LibraryFields:
        return super().library_fields()

    def items(self, now: Any = None) -> Any:
        return issues(self.locale)


class NewsletterIssuePage(BasePage):
    parent_page_types = ["resources.NewsletterIndexPage"]
    subpage_types: list[str] = []
    template = "resources/newsletter_issue_page.html"

    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(1900), MaxValueValidator(2200)]
    )
    number = models.PositiveSmallIntegerField(
        _("number in the year"), validators=[MinValueValidator(1)]
    )
    issued_on = models.DateField(_("issued on"))
    intro = RichTextField(_("introduction"), blank=True, features=INTRO)
    action_text = models.CharField(
        _("call to action"), max_length=80, blank=True,
        help_text=_("What the button says, such as “Tell us what you think”."),
    )  # fmt: skip
    action_page = models.ForeignKey(
        Page, verbose_name=_("page that the button leads to"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    action_url = models.URLField(_("or an address outside the site"), blank=True)

    text_fields = (*BasePage.text_fields, "intro", "action_text")
    shared_fields = (
        *BasePage.shared_fields, "year", "number", "issued_on", "action_page", "action_url",
    )  # fmt: skip
    related_pages = (*BasePage.related_pages, "action_page")
    library_kind = "newsletter"
    schema_type = "PublicationIssue"
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]
    text_panels = [
        FieldPanel("summary"), FieldPanel("intro"),
        FactRowsPanel(
            "stories", heading=_("Stories"), label=_("story"),
            help_text=_("Without words of its own a story shows the page's title and summary."),
        ),
        FieldPanel("body", heading=_("What else there is")), FieldPanel("action_text"),
    ]  # fmt: skip
    fact_panels = [
        MultiFieldPanel(
            [FieldRowPanel([FactPanel("year"), FactPanel("number")]), FactPanel("issued_on")],
            heading=_("The issue"),
        ),
        MultiFieldPanel(
            [FactPanel("action_page"), FactPanel("action_url")],
            heading=_("Where the call to action leads"),
        ),
    ]

    class Meta:
        verbose_name = _("issue of the newsletter")
        verbose_name_plural = _("issues of the newsletter")

    def library_fields(self) -> LibraryFields:
        return LibraryFields(
            self.library_kind, self.title, self.summary, issued=self.issued_on,
            keywords=(f"{self.year}/{self.number}",),
        )  # fmt: skip

    def schema_data(self) -> dict[str, Any]:
        return {
            "issueNumber": f"{self.year}/{self.number}",
            "datePublished": self.issued_on.isoformat(),
        }

    def save(self, *args: Any, **kwargs: Any) -> Any:
        # The number is in the row of every language, where no constraint can hold it: those who
        # write issues wait for each other, and `clean` (called by `save`) looks
        with transaction.atomic():
            if self.is_facts_source:
                Locale.objects.select_for_update(no_key=True).get(language_code=SOURCE)
            if self._state.adding and self.is_number_taken():  # a copy of an issue
                self.number = self.next_number()
            return super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if bool(self.action_page_id) and bool(self.action_url):
            raise ValidationError(
                {"action_url": _("Choose a page or give an address, one of the two.")}
            )
        check_chosen("action_page", self.action_page)
        if self.is_facts_source and self.is_number_taken():
            raise ValidationError({"number": _("This year has an issue of that number already.")})

    def is_number_taken(self) -> bool:
        return bool(self._others().filter(number=self.number).exists())

    def next_number(self) -> int:
        highest = self._others().aggregate(models.Max("number"))["number__max"]
        return int(highest or 0) + 1

    def _others(self) -> Any:
        """The other issues of the year, at their source pages."""
        found = NewsletterIssuePage.objects.filter(
            locale__language_code=SOURCE, alias_of__isnull=True, year=self.year
        )
        return found.exclude(pk=self.pk)

    def shown_context(self, request: HttpRequest) -> dict[str, Any]:
        return issue_context(self)


class NewsletterStory(FactRow):
    page = ParentalKey(NewsletterIssuePage, on_delete=models.CASCADE, related_name="stories")
    about = models.ForeignKey(
        Page, verbose_name=_("page that it is about"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    headline = models.CharField(_("headline"), max_length=160, blank=True)
    text = models.TextField(_("text"), blank=True)

    text_fields = ("headline", "text")
    shared_fields = ("sort_order", "about")
    panels = [FactPanel("about"), FieldPanel("headline"), FieldPanel("text")]

    class Meta(FactRow.Meta):
        verbose_name = _("story")

    def __str__(self) -> str:
        return str(self.headline or self.about)

    def clean(self) -> None:
        super().clean()
        if not self.about_id and not self.headline:
            raise ValidationError({"headline": _("Choose a page or write a headline.")})
        check_chosen("about", self.about)
