"""People of the network and their list."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from cms.core.facets import choices_facet, topic_facet
from cms.core.fields import CodeListField
from cms.core.files import spoken_codes
from cms.core.library import LibraryFields
from cms.core.models import BasePage, ListPage, SiteImage
from network.directory import people_in_order
from network.panels.person import person_fact_panels, person_text_panels
from network.profile import person_context
from network.schema_members import person_schema


class PersonIndexPage(ListPage):
    template = "network/directory_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["network.PersonPage"]
    card = "components/person_card.html"
    empty = _("Nobody is listed yet.")
    facets = (
        choices_facet("language", _("Language spoken"), spoken_codes, column="languages"),
        replace(topic_facet(lambda: PersonPage), label=_("Field of work")),
    )

    class Meta:
        verbose_name = _("list of people")

    def library_fields(self) -> LibraryFields:
        return super().library_fields()

    def items(self, now: Any = None) -> Any:
        return people_in_order(self.locale)


class PersonPage(BasePage):
    """The title is the name as it is written in the page's language."""

    parent_page_types = ["network.PersonIndexPage"]
    subpage_types: list[str] = []

    position = models.CharField(_("position"), max_length=200, blank=True)
    family_name = models.CharField(
        _("family name"), max_length=120, blank=True,
        help_text=_("For sorting. Left empty, it is taken from the title."),
    )  # fmt: skip
    family_name_first = models.BooleanField(
        _("family name first"), default=True,
        help_text=_("As in Hungarian, Vietnamese or Chinese names."),
    )  # fmt: skip
    name_original = models.CharField(
        _("name in its own script"), max_length=120, blank=True,
        help_text=_("Where it is not written in Latin letters, or with other signs."),
    )  # fmt: skip
    name_original_language = models.CharField(
        _("its language"), max_length=12, blank=True, choices=spoken_codes
    )
    languages = CodeListField(_("languages spoken"), codes=spoken_codes)
    photo = models.ForeignKey(
        SiteImage, verbose_name=_("photo"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    photo_consent_on = models.DateField(
        _("consent to the photo on"),
        null=True,
        blank=True,
        help_text=_("Without it the photo is shown nowhere, and nobody outside can open its file."),
    )
    hidden_on_request = models.BooleanField(
        _("hidden on request"),
        default=False,
        help_text=_("The page is then public nowhere, in no language."),
    )

    text_fields = (*BasePage.text_fields, "position")
    shared_fields = (
        *BasePage.shared_fields, "family_name", "family_name_first", "name_original",
        "name_original_language", "languages", "photo",
    )  # fmt: skip
    live_fields = (*BasePage.live_fields, "photo_consent_on", "hidden_on_request")
    shown_with = (*BasePage.shown_with, "photo")
    library_kind = "person"
    schema_type = "Person"
    facts_template = "network/person_facts.html"
    facts_styles = ("pages/network",)
    search_fields = [
        *BasePage.search_fields, index.SearchField("position"), index.SearchField("name_original"),
    ]  # fmt: skip
    text_panels = person_text_panels()
    fact_panels = person_fact_panels()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def library_fields(self) -> LibraryFields:
        names = (self.name_original,) if self.name_original else ()
        return LibraryFields(self.library_kind, self.title, self.summary, keywords=names)

    def schema_data(self) -> dict[str, Any]:
        return person_schema(self)

    def withheld_fields(self) -> tuple[str, ...]:
        return () if self.shown_photo else ("photo",)

    def clean(self) -> None:
        super().clean()
        if self.photo_consent_on and self.photo_consent_on > timezone.localdate():
            raise ValidationError(
                {"photo_consent_on": _("Give the day on which consent was given, not a later one.")}
            )
        if self.name_original and not self.name_original_language:
            raise ValidationError(
                {"name_original_language": _("Say which language it is: it is read aloud in it.")}
            )
        if not self.family_name and self.title:
            words = self.title.split()
            self.family_name = (words[0] if self.family_name_first else words[-1])[:120]

    @property
    def shown_photo(self) -> SiteImage | None:
        """The photo, where consent to it is recorded."""
        return self.photo if self.photo_consent_on else None

    def share_image(self) -> SiteImage | None:
        return self.shown_photo

    def shown_context(self, request: HttpRequest) -> dict[str, Any]:
        return person_context(self, request)
