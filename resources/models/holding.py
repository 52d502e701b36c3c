"""The abstract base of what the library holds: publications and all other resources."""

from contextlib import suppress
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from cms.core.files import spoken_codes
from cms.core.languages import tongue
from cms.core.library import LibraryFields
from cms.core.models import BasePage, SiteImage
from resources.citations.formats import CITATIONS
from resources.holdings.choosing import PUBLISHERS, check_chosen
from resources.holdings.cover import cover_lines
from resources.holdings.edtf import Edtf, edtf_field, shown_edtf
from resources.holdings.identifiers import NUMBERS, check_doi, check_isbn, check_issn
from resources.holdings.licences import BY_CODE, Licence, licence_codes
from resources.holdings.panels import files_panel
from resources.holdings.schema import holding_schema, schema_type
from resources.holdings.shown import holding_context

AS_PRINTED = _("As it is printed, in the language of the work.")


class HoldingPage(BasePage):
    class Access(models.TextChoices):
        OPEN = "open", _("Open")
        ON_REQUEST = "on_request", _("On request")
        EMBARGO = "embargo", _("From a given date")

    issued = edtf_field(
        _("issued"), help_text=_("2013, 2013-05 or 2013-05-02; 2013~ means about 2013.")
    )
    language_of_original = models.CharField(
        _("language of the original"), max_length=12, blank=True, choices=spoken_codes
    )
    edition = models.CharField(_("edition"), max_length=80, blank=True, help_text=AS_PRINTED)
    pages = models.PositiveIntegerField(_("number of pages"), null=True, blank=True)
    cover = models.ForeignKey(
        SiteImage, verbose_name=_("cover"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
        help_text=_("Without one, a cover is drawn from the title."),
    )  # fmt: skip
    publisher = models.ForeignKey(
        Page, verbose_name=_("publisher with a page here"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    publisher_name = models.CharField(
        _("or the publisher's name"), max_length=160, blank=True, help_text=AS_PRINTED
    )
    series = models.CharField(
        pgettext_lazy("of publications", "series"), max_length=160, blank=True,
        help_text=AS_PRINTED,
    )  # fmt: skip
    series_number = models.CharField(_("number in the series"), max_length=20, blank=True)
    isbn = models.CharField("ISBN", max_length=20, blank=True, validators=[check_isbn])
    issn = models.CharField("ISSN", max_length=12, blank=True, validators=[check_issn])
    doi = models.CharField("DOI", max_length=120, blank=True, validators=[check_doi])
    reference = models.CharField(
        _("reference"), max_length=60, blank=True,
        help_text=_("A number that others cite, such as that of an act."),
    )  # fmt: skip
    access = models.CharField(
        _("access to the files"), max_length=12, choices=Access.choices, default=Access.OPEN
    )
    embargo_until = models.DateField(
        _("public from"), null=True, blank=True,
        help_text=_("Before this day nobody outside the admin can open the files."),
    )  # fmt: skip
    licence = models.CharField(_("licence"), max_length=40, blank=True, choices=licence_codes)
    rights_holder = models.CharField(_("rights holder"), max_length=160, blank=True)
    coverage_place = models.CharField(_("the place it speaks of"), max_length=160, blank=True)
    coverage_from = edtf_field(_("from"))
    coverage_to = edtf_field(_("to"))

    text_fields = (*BasePage.text_fields, "coverage_place")
    shared_fields = (
        *BasePage.shared_fields, "kind", "issued", "language_of_original", "edition", "pages",
        "cover", "publisher", "publisher_name", "series", "series_number", "isbn", "issn", "doi",
        "reference", "access", "embargo_until", "licence", "rights_holder", "coverage_from",
        "coverage_to",
    )  # fmt: skip
    shown_with = (*BasePage.shown_with, "cover")
    related_pages = (*BasePage.related_pages, "publisher")
    facts_template = "resources/facts_alone.html"
    facts_styles = ("pages/library",)
    #: Files for programs that keep references.
    citations = CITATIONS
    text_panels = [
        FieldPanel("summary"), FieldPanel("body"), FieldPanel("coverage_place"), files_panel(),
    ]  # fmt: skip

    class Meta:
        abstract = True

    def library_fields(self) -> LibraryFields:
        issued = self.issued_on
        numbers = (self.isbn, self.isbn.replace("-", ""), self.issn, self.doi, self.reference)
        return LibraryFields(
            kind=self.library_kind, title=self.title, summary=self.summary,
            issued=issued.first if issued else None,
            keywords=tuple(number for number in numbers if number),
            publisher_id=self.publisher_id, publisher_name=self.publisher_name,
        )  # fmt: skip

    def schema_data(self) -> dict[str, Any]:
        return holding_schema(self)

    def clean(self) -> None:
        super().clean()
        for name, normal in NUMBERS.items():
            if text := getattr(self, name):
                with suppress(ValidationError):  # said at the field by its validator
                    setattr(self, name, normal(text))
        if self.access == self.Access.EMBARGO and not self.embargo_until:
            raise ValidationError({"embargo_until": _("Give the day from which it is public.")})
        if self.publisher_id and self.publisher_name:
            raise ValidationError(
                {"publisher_name": _("Choose a page or write a name, one of the two.")}
            )
        if self.is_facts_source:
            check_chosen("publisher", self.publisher, PUBLISHERS)
        start, end = shown_edtf(self.coverage_from), shown_edtf(self.coverage_to)
        if start and end and end.first < start.first:
            raise ValidationError({"coverage_to": _("A period cannot end before it begins.")})

    @property
    def schema_type(self) -> str:  # type: ignore[override]  # of a holding its kind decides
        return schema_type(self.kind)

    @property
    def issued_on(self) -> Edtf | None:
        return shown_edtf(self.issued)

    @property
    def coverage(self) -> list[Edtf]:
        """The first and the last date of the period, or the one that is known."""
        dates = (shown_edtf(self.coverage_from), shown_edtf(self.coverage_to))
        return [day for day in dates if day]

    @property
    def licence_shown(self) -> Licence | None:
        return BY_CODE.get(self.licence)

    @property
    def printed_lang(self) -> str:
        """The language of what stands here as it is printed."""
        return self.language_of_original or "hu"

    @property
    def original_shown(self) -> str:
        """The language of the original in the reader's words."""
        return tongue(self.language_of_original).here if self.language_of_original else ""

    def share_image(self) -> Any | None:
        return self.cover or super().share_image()

    @property
    def files_are_open(self) -> bool:
        """Whether readers may open the files today; `file_gate` enforces the same."""
        if self.access == self.Access.EMBARGO:
            return bool(self.embargo_until and self.embargo_until <= timezone.localdate())
        return self.access == self.Access.OPEN

    @property
    def has_cover(self) -> bool:
        """Whether a cover stands at it, drawn where no picture is given, or a sign of its kind."""
        return bool(self.cover_id) or self.library_kind == "publication"

    @cached_property
    def cover_lines(self) -> list[tuple[int, str]]:
        return cover_lines(self.title)

    def shown_context(self, request: HttpRequest) -> dict[str, Any]:
        return holding_context(self, request)
