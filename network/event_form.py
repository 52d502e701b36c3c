"""The form of an event: what a new one begins with, and what must be there before it is public."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.admin.forms import BasePageForm
from network.event_codes import EventMode, OnlineVisibility

AHEAD, HOUR, LASTS = timedelta(days=28), time(10), timedelta(hours=2)
SATURDAY = 5


def usual_start(now: datetime) -> datetime:
    """Ten o'clock four weeks ahead, on Monday where that is a weekend."""
    day = timezone.localtime(now).date() + AHEAD
    if day.weekday() >= SATURDAY:
        day += timedelta(days=7 - day.weekday())
    return timezone.make_aware(datetime.combine(day, HOUR))


class EventForm(BasePageForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and not self.initial.get("starts_at"):
            start = usual_start(timezone.now())
            self.initial |= {"starts_at": start, "ends_at": start + LASTS}

    def clean(self) -> Any:
        cleaned = super().clean()
        if "starts_at" in self.fields:  # on a translation facts are not edited
            self._check_agenda()
            if not self.is_deferred_validation:
                self._check_where()
        return cleaned

    def _check_where(self) -> None:
        """A draft may leave it open; who publishes or submits must say where people go."""
        given, mode = self.cleaned_data, self.cleaned_data.get("mode")
        if mode != EventMode.ONLINE and not given.get("place"):
            self.add_error("place", _("Choose a place, or say above that it is held online."))
        on_request = given.get("online_url_visibility") == OnlineVisibility.ON_REQUEST
        if mode != EventMode.IN_PERSON and not given.get("online_url") and not on_request:
            self.add_error(
                "online_url", _("Give the address online, or say that it is given on request.")
            )

    def _check_agenda(self) -> None:
        """An item begins while the event lasts, as far as both are known on one day."""
        hours = self._hours()
        agenda = self.formsets.get("agenda")
        if hours is None or agenda is None:
            return
        for form in agenda.forms:
            at = form.cleaned_data.get("starts_at") if form.is_valid() else None
            if at and not hours[0] <= at <= hours[1]:
                form.add_error("starts_at", _("This is outside the hours of the event."))

    def _hours(self) -> tuple[time, time] | None:
        start, end = self.cleaned_data.get("starts_at"), self.cleaned_data.get("ends_at")
        if self.cleaned_data.get("all_day") or not start or not end:
            return None
        start, end = timezone.localtime(start), timezone.localtime(end)
        return (start.time(), end.time()) if start.date() == end.date() else None
