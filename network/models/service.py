"""Services for migrants, for their organisations, and for those who work with them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.fields import RichTextField
from wagtail.search import index

from cms.core.fields import CodeListField
from cms.core.files import spoken_codes
from cms.core.languages import language_names
from cms.core.library import LibraryFields
from cms.core.models import BasePage
from cms.core.outlets import PAGE_PDF
from cms.core.pdf import PdfSection
from network import service_codes as codes
from network.opening import Closure, closure_of
from network.panels.service import service_fact_panels, service_text_panels
from network.schema_service import service_schema
from network.service_as_pdf import service_sections
from network.service_form import ServiceForm
from network.service_profile import service_context

TEXT = ["bold", "italic", "ol", "ul", "link"]


class ServicePage(BasePage):
    Status = codes.ServiceStatus
    Cost = codes.ServiceCost
    Registration = codes.ServiceRegistration

    parent_page_types = ["network.ServiceIndexPage"]
    subpage_types: list[str] = []

    eligibility = RichTextField(_("who can use it"), blank=True, features=TEXT)
    how_to_apply = RichTextField(
        _("how to apply"), blank=True, features=TEXT, help_text=_("Step by step, as a list.")
    )
    what_to_expect = RichTextField(
        _("what to expect"), blank=True, features=TEXT,
        help_text=_("What happens, how long it takes, what is done with what people say."),
    )  # fmt: skip
    fees = models.TextField(_("fees"), blank=True, help_text=_("How much, for what, for whom not."))
    complaints = RichTextField(
        _("complaints"), blank=True, features=TEXT,
        help_text=_("Where one complains, and that it has no bad consequence."),
    )  # fmt: skip
    for_whom = CodeListField(_("for whom"), codes=codes.for_whom_codes)
    cost = models.CharField(_("cost"), max_length=8, choices=Cost.choices, default=Cost.FREE)
    registration = models.CharField(
        pgettext_lazy("of a service", "registration"), max_length=12, choices=Registration.choices,
        default=Registration.WALK_IN,
    )  # fmt: skip
    appointment_url = models.URLField(
        _("where appointments are made"), blank=True,
        help_text=_("An address on another web site; leave empty where people telephone."),
    )  # fmt: skip
    interpreter_notice_days = models.PositiveSmallIntegerField(
        _("days in which an interpreter comes"), null=True, blank=True,
        validators=[MaxValueValidator(90)], help_text=_("How many days before one must ask."),
    )  # fmt: skip
    website = models.URLField(_("web site"), blank=True)
    emergency = models.BooleanField(
        _("for emergencies"), default=False, help_text=_("It then stands on top of the list.")
    )
    anonymous = models.BooleanField(
        _("nobody need give a name"), default=False,
        help_text=_("Only where it is really so: people rely on it."),
    )  # fmt: skip
    #: Codes of the rows in `languages`, for the filter and the cards of the list.
    spoken = CodeListField(_("languages"), codes=spoken_codes, editable=False)
    status = models.CharField(
        _("status"), max_length=20, choices=Status.choices, default=Status.ACTIVE
    )
    closed_from = models.DateField(_("closed from"), null=True, blank=True)
    closed_until = models.DateField(_("closed until"), null=True, blank=True)
    verified_on = models.DateField(_("verified on"), null=True, blank=True)

    text_fields = (
        *BasePage.text_fields, "eligibility", "how_to_apply", "what_to_expect", "fees",
        "complaints",
    )  # fmt: skip
    shared_fields = (
        *BasePage.shared_fields, "for_whom", "cost", "registration", "appointment_url",
        "interpreter_notice_days", "website", "emergency", "anonymous", "spoken",
    )  # fmt: skip
    live_fields = (*BasePage.live_fields, "status", "closed_from", "closed_until", "verified_on")
    gone_when = {"status": codes.ServiceStatus.ENDED}
    outlets = (PAGE_PDF,)
    library_kind = "service"
    schema_type = "Service"
    facts_template = "network/service_facts_alone.html"
    facts_styles = ("pages/services", "pages/network")
    base_form_class = ServiceForm
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("eligibility", "how_to_apply", "what_to_expect")),
    ]  # fmt: skip
    text_panels = service_text_panels()
    fact_panels = service_fact_panels()

    class Meta:
        verbose_name = _("service")
        verbose_name_plural = _("services")

    def library_fields(self) -> LibraryFields:
        spoken = tuple(language_names(self.spoken))
        return LibraryFields(self.library_kind, self.title, self.summary, keywords=spoken)

    def pdf_sections(self, request: HttpRequest) -> tuple[PdfSection, ...]:
        return service_sections(self, request)

    def schema_data(self) -> dict[str, Any]:
        return service_schema(self)

    def clean(self) -> None:
        super().clean()
        if self.appointment_url and self.registration != self.Registration.APPOINTMENT:
            sentence = _("Choose “by appointment”, or leave this address empty.")
            raise ValidationError({"appointment_url": sentence})
        if self.fees and self.cost == self.Cost.FREE:
            raise ValidationError({"fees": _("It is said to be free of charge: no fees then.")})

    def save(self, *args: Any, **kwargs: Any) -> Any:
        if self.is_facts_source and kwargs.get("update_fields") is None:
            self.spoken = list(dict.fromkeys(row.code for row in self.languages.all()))
        return super().save(*args, **kwargs)

    @property
    def closure(self) -> Closure | None:
        """The days of the temporary closure, past ones too."""
        is_closed = self.status == self.Status.CLOSED
        return closure_of(is_closed, self.closed_from, self.closed_until)

    @property
    def is_closed_today(self) -> bool:
        return self.closure is not None and self.closure.holds_on(timezone.localdate())

    @property
    def is_urgent(self) -> bool:
        """Whether it stands on top of the finder, with its number."""
        return self.emergency and self.is_offered

    @property
    def is_offered(self) -> bool:
        """Whether it has opening hours at all now: planned and ended ones have none."""
        return self.status in codes.OFFERED

    def shown_context(self, request: HttpRequest) -> dict[str, Any]:
        return service_context(self, request)
