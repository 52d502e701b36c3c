"""What changed of an event that was already public: append-only, told to its readers."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from network.models.event import EventPage


class EventChange(models.Model):
    """One fact of the schedule that changed in force. `old` and `new` as `network.schedule` has
    them: moments in UTC, ids of places, codes, texts."""

    class Field(models.TextChoices):
        STARTS = "starts_at", _("starts at")
        ENDS = "ends_at", _("ends at")
        ALL_DAY = "all_day", _("hours are not known")
        PLACE = "place_id", _("place")
        STATUS = "status", _("status")
        MODE = "mode", _("how")
        ROOM = "room", _("room")
        WITHDRAWN = "withdrawn_at", _("withdrawn on")

    event = models.ForeignKey(EventPage, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField()
    field = models.CharField(max_length=12, choices=Field.choices)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["event", "-at"])]

    def __str__(self) -> str:
        return f"{self.field} {self.at:%Y-%m-%d}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise TypeError("a change of an event is never rewritten")
        super().save(*args, **kwargs)
