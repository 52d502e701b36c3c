"""Role appointments: what a person is at an organisation or in a body, said in each language."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Locale

from cms.core.models.relations import ONE_OF_TWO, RelationRecord, one_of
from cms.languages import SOURCE
from network.relations import clean_days, clean_sources, right_order


class RoleForm(WagtailAdminModelForm):
    """The Hungarian text is what every language without its own falls back to."""

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        rows = [form for form in self.formsets["texts"].forms if form.is_valid()]
        kept = [form.cleaned_data for form in rows if not form.cleaned_data.get("DELETE")]
        if all(row["locale"].language_code != SOURCE for row in kept if row.get("locale")):
            raise ValidationError(_("Say the role in Hungarian too: others fall back to it."))
        return cleaned


class RoleAppointment(ClusterableModel, RelationRecord):
    person = models.ForeignKey(
        "network.PersonPage", verbose_name=_("person"), on_delete=models.CASCADE, related_name="+"
    )
    organisation = models.ForeignKey(
        "network.OrganisationPage", verbose_name=_("organisation"), null=True, blank=True,
        on_delete=models.CASCADE, related_name="+",
    )  # fmt: skip
    body = models.ForeignKey(
        "network.RoundtablePage", verbose_name=pgettext_lazy("institution", "body"),
        null=True, blank=True,
        on_delete=models.CASCADE, related_name="+",
    )  # fmt: skip
    starts_on = models.DateField(
        _("from"), null=True, blank=True, help_text=_("Leave empty where the day is not known.")
    )
    ends_on = models.DateField(_("to"), null=True, blank=True)

    base_form_class = RoleForm
    panels = [
        FieldPanel("person"),
        MultiFieldPanel(
            [FieldPanel("organisation"), FieldPanel("body")], heading=_("Where"),
            help_text=_("An organisation or a body: one of the two."),
        ),
        InlinePanel(
            "texts", heading=_("Role per language"), label=_("language"), min_num=1,
            help_text=_("Such as: director. A language without a text shows the Hungarian one."),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")])], heading=_("When")
        ),
    ]  # fmt: skip

    class Meta:
        verbose_name = _("role of a person")
        verbose_name_plural = _("roles of people")
        ordering = ["person", "-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=one_of("organisation", "body"), name="appointment_at_one",
                violation_error_message=ONE_OF_TWO,
            ),
            models.CheckConstraint(condition=right_order(), name="appointment_days"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.person} – {self.role_text}"

    @property
    def where(self) -> Any:
        return self.organisation or self.body

    @property
    def role_text(self) -> str:
        """The role in the source language, for editors."""
        texts = sorted(self.texts.all(), key=lambda row: row.locale.language_code != SOURCE)
        return str(texts[0].text) if texts else ""

    def clean(self) -> None:
        super().clean()
        clean_sources(self, "person", "organisation", "body")
        clean_days(self, _("A role cannot end before it begins."))


class RoleText(models.Model):
    appointment = ParentalKey(RoleAppointment, on_delete=models.CASCADE, related_name="texts")
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.PROTECT)
    text = models.CharField(_("role"), max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["appointment", "locale"], name="one_role_text",
                violation_error_message=_("Only one text per language."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.text)
