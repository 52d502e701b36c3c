"""Contacts and places: facts once in the record, one row of text per language.

They are no translated snippets, so that no language ever shows an old telephone number.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Locale


class Knowledge(models.TextChoices):
    """Whether something holds, where nobody may have looked yet."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Not known")


class Place(ClusterableModel):
    name = models.CharField(_("name for editors"), max_length=120)
    postcode = models.CharField(_("postcode"), max_length=12, blank=True)
    city = models.CharField(_("city"), max_length=80, default="Budapest")
    address = models.CharField(_("street and number"), max_length=160, blank=True)
    district = models.CharField(_("district"), max_length=40, blank=True)
    latitude = models.DecimalField(
        _("latitude"), max_digits=9, decimal_places=6, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("longitude"), max_digits=9, decimal_places=6, null=True, blank=True
    )
    step_free = models.CharField(
        _("step-free access"), max_length=8, choices=Knowledge.choices, default=Knowledge.UNKNOWN
    )
    hidden = models.BooleanField(
        _("address is not public"), default=False,
        help_text=_("For shelters: the address then appears nowhere on the site."),
    )  # fmt: skip

    panels = [
        FieldPanel("name"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("postcode"), FieldPanel("city"), FieldPanel("district")]),
             FieldPanel("address"), FieldPanel("hidden"),
             FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
             FieldPanel("step_free")],
            heading=_("The same in all languages"),
        ),
        InlinePanel("texts", heading=_("Texts per language"), label=_("language"), min_num=1),
    ]  # fmt: skip

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name"]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def postal_address(self) -> str:
        """The address in one line, as the Hungarian post writes it; empty where it is hidden."""
        if self.hidden:
            return ""
        line = f"{self.postcode} {self.city}".strip()
        return ", ".join(part for part in (line, self.address) if part)


class PlaceText(models.Model):
    place = ParentalKey(Place, on_delete=models.CASCADE, related_name="texts")
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.PROTECT)
    name = models.CharField(_("name"), max_length=160)
    directions = models.TextField(_("how to get there"), blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "locale"], name="one_place_text")]

    def __str__(self) -> str:
        return str(self.name)


class Contact(ClusterableModel):
    name = models.CharField(_("name for editors"), max_length=120)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    website = models.URLField(_("web site"), blank=True)
    place = models.ForeignKey(
        Place, verbose_name=_("place"), null=True, blank=True, on_delete=models.PROTECT
    )

    panels = [
        FieldPanel("name"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]), FieldPanel("website"),
             FieldPanel("place")],
            heading=_("The same in all languages"),
        ),
        InlinePanel("texts", heading=_("Texts per language"), label=_("language"), min_num=1),
    ]  # fmt: skip

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["name"]

    def __str__(self) -> str:
        return str(self.name)


class ContactText(models.Model):
    contact = ParentalKey(Contact, on_delete=models.CASCADE, related_name="texts")
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.PROTECT)
    name = models.CharField(_("name"), max_length=160)
    role = models.CharField(_("role"), max_length=160, blank=True)
    opening_hours = models.CharField(_("opening hours"), max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["contact", "locale"], name="one_contact_text")
        ]

    def __str__(self) -> str:
        return str(self.name)
