"""The history of recommendation items: entries are added, never changed and never deleted.

They lie at the source-language page and name the item by its translation key; so they are the
same in all languages. The languages' notes lie in one JSON value, for an entry is one row.
"""

from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _

from resources.recommendations.codes import Happening, Source, Teller


class AppendOnlyError(RuntimeError):
    """Somebody tried to change or delete what is only ever added to."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    def _refuse(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise AppendOnlyError(f"{self.model.__name__} is append-only: write a correction instead")

    update = delete = bulk_create = bulk_update = _refuse


class ItemEvent(models.Model):
    page = models.ForeignKey(
        "resources.RecommendationPage", on_delete=models.CASCADE, related_name="item_events"
    )
    item_key = models.UUIDField(db_index=True)
    at = models.DateTimeField(_("when it happened"))
    recorded_at = models.DateTimeField(_("when it was entered"), auto_now_add=True)
    kind = models.CharField(max_length=24, choices=Happening.choices)
    #: Live facts by name, before and after; only those that changed.
    old = models.JSONField(default=dict)
    new = models.JSONField(default=dict)
    #: Language code → text.
    notes = models.JSONField(default=dict)
    file_number = models.CharField(_("file number"), max_length=60, blank=True)
    by = models.CharField(max_length=12, choices=Teller.choices, default=Teller.SECRETARIAT)
    source = models.CharField(max_length=8, choices=Source.choices, default=Source.EDITOR)
    meeting = models.ForeignKey(
        "network.EventPage", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    agenda_key = models.UUIDField(null=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("entry of the history")

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnlyError("this entry stands: write a correction instead")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnlyError("this entry stands: write a correction instead")
