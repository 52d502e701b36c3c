"""Who offers a service, where, in which languages, what one brings, how one telephones."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from cms.core.admin.panels import FactPanel
from cms.core.facts.rows import FactRow
from cms.core.files import spoken_codes
from cms.core.models import LibraryDocument
from network.models.rows import OrganisationRow, PlaceRow
from network.models.service import ServicePage
from network.service_codes import LanguageVia

NUMBER = RegexValidator(
    r"^\+?[\d ()/-]{2,30}$", _("Write the number with digits and spaces, such as +36 1 234 5678.")
)


class ServiceProvider(OrganisationRow):
    page = ParentalKey(ServicePage, on_delete=models.CASCADE, related_name="providers")

    class Meta(OrganisationRow.Meta):
        verbose_name = pgettext_lazy("of a service", "provider")


class ServiceDocument(FactRow):
    """Something that one brings; `form` is the form that one fills in."""

    page = ParentalKey(ServicePage, on_delete=models.CASCADE, related_name="required")
    text = models.CharField(_("what one brings"), max_length=200)
    obligatory = models.BooleanField(
        _("obligatory"), default=True, help_text=_("If not, it helps to have it.")
    )
    form = models.ForeignKey(
        LibraryDocument, verbose_name=_("form"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip

    text_fields = ("text",)
    shared_fields = ("sort_order", "obligatory", "form")
    panels = [FieldPanel("text"), FactPanel("obligatory"), FactPanel("form")]

    class Meta(FactRow.Meta):
        verbose_name = _("required document")

    def __str__(self) -> str:
        return str(self.text)


class ServiceLanguage(FactRow):
    page = ParentalKey(ServicePage, on_delete=models.CASCADE, related_name="languages")
    code = models.CharField(_("language"), max_length=12, choices=spoken_codes)
    via = models.CharField(
        _("how"), max_length=12, choices=LanguageVia.choices, default=LanguageVia.STAFF
    )
    note = models.CharField(
        _("note"), max_length=160, blank=True, help_text=_("Such as: on Tuesdays only.")
    )

    text_fields = ("note",)
    shared_fields = ("sort_order", "code", "via")
    panels = [FactPanel("code"), FactPanel("via"), FieldPanel("note")]

    class Meta(FactRow.Meta):
        verbose_name = _("language")

    def __str__(self) -> str:
        return str(self.code)


class ServicePlace(PlaceRow):
    page = ParentalKey(ServicePage, on_delete=models.CASCADE, related_name="places")

    class Meta(PlaceRow.Meta):
        pass


class ServicePhone(FactRow):
    page = ParentalKey(ServicePage, on_delete=models.CASCADE, related_name="phones")
    number = models.CharField(
        pgettext_lazy("of a telephone", "number"), max_length=40, validators=[NUMBER]
    )
    note = models.CharField(
        _("note"), max_length=160, blank=True, help_text=_("Such as: day and night, in Ukrainian.")
    )

    text_fields = ("note",)
    shared_fields = ("sort_order", "number")
    panels = [FactPanel("number"), FieldPanel("note")]

    class Meta(FactRow.Meta):
        verbose_name = _("telephone")

    def __str__(self) -> str:
        return str(self.number)
