"""The abstract base of every public page type: what all of them have, and nothing of one of them.

Fields are of one of three kinds (docs/decisions/0002): text is translated, shared facts are edited
on the source-language page, live facts are changed by actions alone.
"""

from typing import Any

from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page
from wagtail.search import index

from cms.core.acts import note_keep
from cms.core.admin.forms import BasePageForm
from cms.core.admin.panels import FactPanel, facts_note, note_panel
from cms.core.blocks import BodyField
from cms.core.facts.mixin import SharedFacts
from cms.core.fields import CodeListField
from cms.core.library import LibraryFields
from cms.core.models.contacts import Contact
from cms.core.models.shown import ShownPage
from cms.core.models.topics import Topic
from cms.core.outlets import Outlet
from cms.core.slugs import check_slug, slug_of
from cms.core.visibility import VisibleManager


def audience_codes() -> list[tuple[str, Any]]:
    return [
        ("migrants", _("Migrants")),
        ("migrant_organisations", _("Migrant organisations")),
        ("professionals", _("Professionals")),
        ("public_bodies", _("Public bodies")),
        ("press", _("Press")),
    ]


class WithdrawnReason(models.TextChoices):
    ERROR = "error", _("Published in error")
    CONSOLIDATED = "consolidated", _("Part of another page now")
    OUT_OF_DATE = "out_of_date", _("Out of date")
    SUPERSEDED = "superseded", _("Superseded")


class BasePage(ShownPage, SharedFacts, Page):
    summary = models.TextField(
        _("summary"), blank=True, validators=[MaxLengthValidator(300)],
        help_text=_("One or two sentences, at most 300 characters: shown in lists and searches."),
    )  # fmt: skip
    body = BodyField(verbose_name=_("body"))
    topics = ParentalManyToManyField(Topic, verbose_name=_("topics"), blank=True, related_name="+")
    audiences = CodeListField(_("audiences"), codes=audience_codes)
    contact = models.ForeignKey(
        Contact, verbose_name=_("contact"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="+",
    )  # fmt: skip
    review_by = models.DateField(
        _("review by"), null=True, blank=True,
        help_text=_("The day by which an editor looks at this page again."),
    )  # fmt: skip
    withdrawn_at = models.DateTimeField(_("withdrawn on"), null=True, blank=True)
    withdrawn_reason = models.CharField(
        _("reason"), max_length=12, choices=WithdrawnReason.choices, blank=True
    )
    replaced_by = models.ForeignKey(
        Page, verbose_name=_("replaced by"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip

    objects = VisibleManager()
    #: (text, minor) from the form, kept beside the draft by `save_revision`.
    note_to_keep: tuple[str, bool] | None = None

    text_fields: tuple[str, ...] = ("title", "seo_title", "search_description", "summary", "body")
    shared_fields: tuple[str, ...] = (
        "slug", "show_in_menus", "topics", "audiences", "contact", "review_by",
    )  # fmt: skip
    live_fields: tuple[str, ...] = ("withdrawn_at", "withdrawn_reason", "replaced_by")
    #: Joined to the row when a page is shown, so that it costs no query of its own.
    shown_with: tuple[str, ...] = ("locale", "contact", "contact__place")
    #: A filter on live facts: such pages stay readable and leave all lists, as withdrawn ones do.
    gone_when: dict[str, Any] = {}
    #: Facts that refer to pages; they are read with the page's frame, in its language.
    related_pages: tuple[str, ...] = ("replaced_by",)
    #: Further pages that are shown with this one; set before its frame is read.
    referred_ids: tuple[int, ...] = ()
    #: What other programs can take from this page's address: a feed, a calendar.
    outlets: tuple[Outlet, ...] = ()
    #: The search's and schema.org's name of this kind of page.
    library_kind: str = "page"
    schema_type: str = "WebPage"
    #: Shows facts alone, no text of the page: for readers in whose language it does not exist.
    facts_template: str = ""
    #: The style sheets that those facts need.
    facts_styles: tuple[str, ...] = ()
    #: Set while this page answers for a translation that is not there.
    is_stand_in: bool = False

    search_fields = [
        *Page.search_fields, index.SearchField("summary"), index.SearchField("body"),
    ]  # fmt: skip
    base_form_class = BasePageForm
    text_panels: list[Any] = [FieldPanel("summary"), FieldPanel("body")]
    fact_panels: list[Any] = []
    content_panels = Page.content_panels
    about_panels: list[Any] = [
        MultiFieldPanel(
            [FactPanel("topics"), FactPanel("audiences"), FactPanel("contact")],
            heading=_("For whom and about what"),
            help_text=_("The same in all languages."),
        ),
        MultiFieldPanel([FactPanel("review_by")], heading=_("Care of this page")),
        note_panel(),
    ]
    promote_panels: list[Any] = [
        MultiFieldPanel(
            [FactPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description"),
             FactPanel("show_in_menus")],
            heading=_("Address and search engines"),
        )
    ]  # fmt: skip

    class Meta:
        abstract = True

    @classmethod
    def get_edit_handler_tabs(cls) -> list[ObjectList]:
        """Tabs in the order in which an editor thinks: text, facts, care, address, publishing."""
        tabs = [ObjectList([*cls.content_panels, *cls.text_panels], heading=_("Text"))]
        if cls.fact_panels:
            tabs.append(ObjectList([facts_note(), *cls.fact_panels], heading=_("Facts")))
        tabs.append(ObjectList(cls.about_panels, heading=_("About this page")))
        tabs.append(ObjectList(cls.promote_panels, heading=_("Address")))
        tabs.append(ObjectList(cls.settings_panels, heading=_("Publishing")))
        return tabs

    @classmethod
    def get_edit_handler(cls) -> Any:
        handler = TabbedInterface(cls.get_edit_handler_tabs(), base_form_class=cls.base_form_class)
        return handler.bind_to_model(cls)

    def _set_core_field_defaults(self) -> None:
        # Wagtail's own leaves a title in other letters than Latin ones without an address
        if not self.slug and self.title and (self.path or hasattr(self, "_cached_parent_obj")):
            self.slug: str = self._get_autogenerated_slug(slug_of(self.title))
        super()._set_core_field_defaults()

    def clean(self) -> None:
        super().clean()
        check_slug(self.slug)

    def library_fields(self) -> LibraryFields:
        """What this page gives to the search of the library."""
        return LibraryFields(kind=self.library_kind, title=self.title, summary=self.summary)

    def schema_data(self) -> dict[str, Any]:
        """What this type adds to its schema.org data."""
        return {}

    def save_revision(self, *args: Any, **kwargs: Any) -> Any:
        revision = super().save_revision(*args, **kwargs)
        if self.note_to_keep is not None:
            note_keep(page=self, text=self.note_to_keep[0], minor=self.note_to_keep[1])
            self.note_to_keep = None
        return revision

    def share_image(self) -> Any | None:
        """The picture that a shared link shows; by default the first one of the body."""
        pictures = (block.value for block in self.body if block.block_type == "picture")
        return next((picture["image"] for picture in pictures if picture["image"]), None)

    def share_text(self) -> str:
        """What a shared link and a search engine say of the page; nothing where nobody wrote it."""
        return self.search_description or self.summary

    def withheld_fields(self) -> tuple[str, ...]:
        """Fields whose picture or document the page does not show now: nobody may read it."""
        return ()

    def facts_of_withdrawal(self, reason: str) -> dict[str, Any]:
        """Further live facts of this type that change when the page is withdrawn."""
        return {}

    def facts_of_restoring(self) -> dict[str, Any]:
        """The same where the page comes back."""
        return {}

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None
