"""When a service is open: hours of each week, and days that differ."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from cms.core.admin.panels import FactPanel
from cms.core.facts.rows import FactRow
from cms.core.models import Place
from network.models.service import ServicePage
from network.opening import MIDNIGHT
from network.service_codes import Weekday

WRONG_WAY = _("It cannot close before it opens; 00:00 is midnight at the end of the day.")


def closes_before_it_opens(opens: Any, closes: Any) -> bool:
    return bool(opens and closes is not None and closes != MIDNIGHT and closes <= opens)


class ServiceHours(FactRow):
    page = ParentalKey(ServicePage, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(
        _("day of the week"), choices=Weekday.choices, default=Weekday.MONDAY
    )
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"), help_text=_("00:00 is midnight at the end of the day."))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    place = models.ForeignKey(
        Place, verbose_name=_("at which place"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="+", help_text=_("Empty: at every place."),
    )  # fmt: skip

    shared_fields = (
        "sort_order", "weekday", "opens", "closes", "valid_from", "valid_until", "place",
    )  # fmt: skip
    panels = [
        FieldRowPanel([FactPanel("weekday"), FactPanel("opens"), FactPanel("closes")]),
        FieldRowPanel([FactPanel("valid_from"), FactPanel("valid_until")]),
        FactPanel("place"),
    ]  # fmt: skip

    class Meta(FactRow.Meta):
        verbose_name = _("opening hours")

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens}–{self.closes}"

    def clean(self) -> None:
        super().clean()
        if closes_before_it_opens(self.opens, self.closes):
            raise ValidationError({"closes": WRONG_WAY})
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("This is before the first day of validity.")})


class ServiceException(FactRow):
    """A day with other hours than the week's, or none."""

    page = ParentalKey(ServicePage, on_delete=models.CASCADE, related_name="exceptions")
    day = models.DateField(_("day"))
    closed = models.BooleanField(_("closed all day"), default=True)
    opens = models.TimeField(_("opens"), null=True, blank=True)
    closes = models.TimeField(_("closes"), null=True, blank=True)
    note = models.CharField(
        _("note"), max_length=160, blank=True, help_text=_("Such as: national holiday.")
    )

    text_fields = ("note",)
    shared_fields = ("sort_order", "day", "closed", "opens", "closes")
    panels = [
        FactPanel("day"), FactPanel("closed"),
        FieldRowPanel([FactPanel("opens"), FactPanel("closes")]), FieldPanel("note"),
    ]  # fmt: skip

    class Meta(FactRow.Meta):
        verbose_name = _("exception")

    def __str__(self) -> str:
        return str(self.day)

    def clean(self) -> None:
        super().clean()
        has_hours = self.opens is not None and self.closes is not None
        if self.closed and (self.opens is not None or self.closes is not None):
            raise ValidationError({"closed": _("Closed all day, or hours: one of the two.")})
        if not self.closed and not has_hours:
            raise ValidationError({"opens": _("Say from when till when, or that it is closed.")})
        if closes_before_it_opens(self.opens, self.closes):
            raise ValidationError({"closes": WRONG_WAY})
