"""Addressees of recommendations: a body, its unit and how long it has to answer.

A record like Contact, the same in all languages; its names stand in one row per language.
"""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Locale, Page

from cms.core.models import Contact
from resources.holdings.choosing import PUBLISHERS, ChosenPagePanel, check_chosen

REPLY_DAYS = 60


class Addressee(ClusterableModel):
    name = models.CharField(_("name for editors"), max_length=120)
    organisation = models.ForeignKey(
        Page, verbose_name=_("its page here"), null=True, blank=True, on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only for members of the roundtable; others need none."),
    )  # fmt: skip
    contact = models.ForeignKey(
        Contact, verbose_name=_("contact"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+", help_text=_("For the secretariat: it is not shown to readers."),
    )  # fmt: skip
    reply_days = models.PositiveSmallIntegerField(
        _("days to answer"), default=REPLY_DAYS,
        validators=[MinValueValidator(1), MaxValueValidator(730)],
        help_text=_("Counted from the day of sending, where no other deadline is given."),
    )  # fmt: skip

    panels = [
        FieldPanel("name"),
        MultiFieldPanel(
            [ChosenPagePanel("organisation", page_types=PUBLISHERS), FieldPanel("contact"),
             FieldPanel("reply_days")],
            heading=_("The same in all languages"),
        ),
        InlinePanel("texts", heading=_("Texts per language"), label=_("language"), min_num=1),
    ]  # fmt: skip

    class Meta:
        verbose_name = _("addressee")
        verbose_name_plural = _("addressees")
        ordering = ["name"]

    def __str__(self) -> str:
        return str(self.name)

    def clean(self) -> None:
        super().clean()
        check_chosen("organisation", self.organisation, PUBLISHERS)


class AddresseeText(models.Model):
    addressee = ParentalKey(Addressee, on_delete=models.CASCADE, related_name="texts")
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.PROTECT)
    name = models.CharField(_("name"), max_length=160)
    unit = models.CharField(_("unit or office"), max_length=160, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["addressee", "locale"], name="one_addressee_text")
        ]

    def __str__(self) -> str:
        return str(self.name)
