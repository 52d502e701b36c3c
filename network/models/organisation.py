"""Organisations of the network and their directory."""

from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, MinValueValidator, RegexValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from cms.core.admin.panels import FactPanel
from cms.core.facets import choices_facet, language_facet, topic_facet
from cms.core.facts.rows import FactRow
from cms.core.fields import CodeListField
from cms.core.files import spoken_codes
from cms.core.languages import language_names
from cms.core.library import LibraryFields
from cms.core.models import BasePage, ListPage, SiteImage
from network.directory import community_codes, district_facet, organisations_in_order
from network.models.rows import PlaceRow
from network.panels.organisation import organisation_fact_panels, organisation_text_panels
from network.profile import organisation_context
from network.schema_members import organisation_schema


class OrganisationIndexPage(ListPage):
    template = "network/directory_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["network.OrganisationPage"]
    card = "components/organisation_card.html"
    empty = _("No organisation is listed yet.")
    facets = (
        language_facet("spoken", _("Language spoken")),
        choices_facet("community", _("Community"), community_codes, column="communities"),
        replace(topic_facet(lambda: OrganisationPage), label=_("Field of work")),
        district_facet(lambda: OrganisationPlace),
        choices_facet("kind", _("Kind"), lambda: OrganisationPage.Kind.choices),
        choices_facet("status", _("Status"), lambda: OrganisationPage.Status.choices),
    )

    class Meta:
        verbose_name = _("directory of organisations")

    def library_fields(self) -> LibraryFields:
        return super().library_fields()

    def items(self, now: Any = None) -> Any:
        return organisations_in_order(self.locale)


class OrganisationPage(BasePage):
    class Kind(models.TextChoices):
        NGO = "ngo", _("Civil society organisation")
        MIGRANT = "migrant_organisation", _("Migrant organisation")
        NONPROFIT = "nonprofit_company", _("Nonprofit company")
        CHURCH = "church", _("Church")
        MUNICIPAL = "municipal", _("Municipal body")
        STATE = "state_body", _("State body")
        UNIVERSITY = "university", _("University or research")
        SCHOOL = "school", _("School")
        EMPLOYER = "employer_body", _("Employers")
        UNION = "trade_union", _("Trade union")
        INTERNATIONAL = "international", _("International organisation")
        MEDIA = "media", _("Media")
        INFORMAL = "informal_group", _("Informal group")

    class Status(models.TextChoices):
        JOINING = "joining", _("Joining")
        ACTIVE = "active", _("Active")
        DORMANT = "dormant", _("Dormant")
        CLOSED = "closed", _("Closed")

    class VerifiedBy(models.TextChoices):
        SELF = "self", _("By the organisation itself")
        STAFF = "staff", _("By the secretariat")
        PHONE = "phone", _("By telephone")

    class Area(models.TextChoices):
        DISTRICTS = "districts", _("Some districts")
        CITY = "city", _("The whole city")
        COUNTY = "county", _("The county")
        COUNTRY = "country", _("The whole country")

    parent_page_types = ["network.OrganisationIndexPage"]
    subpage_types: list[str] = []

    alternative_names = models.TextField(
        _("other names"), blank=True, help_text=_("Short or former names, one a line.")
    )
    how_to_reach = RichTextField(
        _("how to reach"), blank=True, features=["bold", "italic", "ol", "ul", "link"]
    )
    kind = models.CharField(_("kind"), max_length=24, choices=Kind.choices, default=Kind.NGO)
    logo = models.ForeignKey(
        SiteImage, verbose_name=_("logo"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    website = models.URLField(_("web site"), blank=True)
    communities = CodeListField(_("communities served"), codes=community_codes)
    service_area = models.CharField(
        _("service area"), max_length=12, choices=Area.choices, default=Area.CITY
    )
    service_districts = models.CharField(
        _("which districts"), max_length=120, blank=True, help_text=_("Such as: V., VIII., IX.")
    )
    member_since = models.DateField(_("member since"), null=True, blank=True)
    founded_year = models.PositiveSmallIntegerField(
        _("founded in"), null=True, blank=True, validators=[MinValueValidator(1000)]
    )
    #: Codes of the rows in `languages`, for the filter and the cards of the directory.
    spoken = CodeListField(_("languages spoken"), codes=spoken_codes, editable=False)
    status = models.CharField(
        _("status"), max_length=8, choices=Status.choices, default=Status.ACTIVE
    )
    verified_on = models.DateField(_("verified on"), null=True, blank=True)
    verified_by = models.CharField(
        _("verified"), max_length=8, choices=VerifiedBy.choices, blank=True
    )

    text_fields = (*BasePage.text_fields, "alternative_names", "how_to_reach")
    shared_fields = (
        *BasePage.shared_fields, "kind", "logo", "website", "communities", "service_area",
        "service_districts", "member_since", "founded_year", "spoken",
    )  # fmt: skip
    live_fields = (*BasePage.live_fields, "status", "verified_on", "verified_by")
    shown_with = (*BasePage.shown_with, "logo")
    library_kind = "organisation"
    schema_type = "Organization"
    facts_template = "network/organisation_facts_alone.html"
    facts_styles = ("pages/network",)
    search_fields = [
        *BasePage.search_fields, index.SearchField("alternative_names"),
        index.SearchField("how_to_reach"),
    ]  # fmt: skip
    text_panels = organisation_text_panels()
    fact_panels = organisation_fact_panels()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def library_fields(self) -> LibraryFields:
        names = (*self.other_names, *language_names(self.spoken))
        return LibraryFields(self.library_kind, self.title, self.summary, keywords=names)

    def schema_data(self) -> dict[str, Any]:
        return organisation_schema(self)

    def clean(self) -> None:
        super().clean()
        if self.founded_year and self.founded_year > timezone.localdate().year:
            raise ValidationError({"founded_year": _("This year is still to come.")})
        if self.service_area == self.Area.DISTRICTS and not self.service_districts:
            raise ValidationError({"service_districts": _("Say which districts.")})

    def save(self, *args: Any, **kwargs: Any) -> Any:
        if self.is_facts_source and kwargs.get("update_fields") is None:
            self.spoken = list(dict.fromkeys(row.code for row in self.languages.all()))
        return super().save(*args, **kwargs)

    @property
    def other_names(self) -> tuple[str, ...]:
        return tuple(name.strip() for name in self.alternative_names.splitlines() if name.strip())

    def share_image(self) -> Any | None:
        return self.logo or super().share_image()

    def shown_context(self, request: HttpRequest) -> dict[str, Any]:
        return organisation_context(self, request)


class OrganisationReach(FactRow):
    """An e-mail address or a telephone number."""

    class Channel(models.TextChoices):
        EMAIL = "email", _("E-mail")
        PHONE = "phone", _("Telephone")

    class Kind(models.TextChoices):
        GENERAL = "general", _("General")
        CLIENTS = "clients", _("For people seeking help")
        PARTNERS = "partners", _("For partners")
        PRESS = "press", _("For the press")
        URGENT = "urgent", _("In an emergency")

    page = ParentalKey(OrganisationPage, on_delete=models.CASCADE, related_name="reach")
    channel = models.CharField(
        _("channel"), max_length=8, choices=Channel.choices, default=Channel.EMAIL
    )
    value = models.CharField(_("address or number"), max_length=120)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.GENERAL)
    public = models.BooleanField(
        _("public"), default=True, help_text=_("If not, editors alone see it.")
    )
    note = models.CharField(_("note"), max_length=160, blank=True)

    text_fields = ("note",)
    shared_fields = ("sort_order", "channel", "value", "kind", "public")
    panels = [
        FactPanel("channel"), FactPanel("value"), FactPanel("kind"), FactPanel("public"),
        FieldPanel("note"),
    ]  # fmt: skip

    class Meta(FactRow.Meta):
        verbose_name = _("e-mail or telephone")

    def __str__(self) -> str:
        return str(self.value)

    def clean(self) -> None:
        super().clean()
        is_email = self.channel == self.Channel.EMAIL
        check: Any = EmailValidator() if is_email else RegexValidator(r"^\+?[\d ()/-]{4,30}$")
        sentence = (
            _("This is not an e-mail address.")
            if is_email
            else _("Write the number with digits and spaces, such as +36 1 234 5678.")
        )
        try:
            check(self.value)
        except ValidationError as error:
            raise ValidationError({"value": sentence}) from error


class OrganisationPlace(PlaceRow):
    page = ParentalKey(OrganisationPage, on_delete=models.CASCADE, related_name="places")

    class Meta(PlaceRow.Meta):
        pass


class OrganisationLanguage(FactRow):
    page = ParentalKey(OrganisationPage, on_delete=models.CASCADE, related_name="languages")
    code = models.CharField(_("language"), max_length=12, choices=spoken_codes)
    note = models.CharField(
        _("note"), max_length=160, blank=True, help_text=_("Such as: on Tuesdays only.")
    )

    text_fields = ("note",)
    shared_fields = ("sort_order", "code")
    panels = [FactPanel("code"), FieldPanel("note")]

    class Meta(FactRow.Meta):
        verbose_name = _("language spoken")

    def __str__(self) -> str:
        return str(self.code)
