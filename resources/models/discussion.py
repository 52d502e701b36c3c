"""Ties between items of recommendations and agenda items of meetings, read from both sides."""

from typing import Any

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from cms.core.models.relations import RelationRecord
from resources.recommendations.codes import Tie
from resources.recommendations.services import tie_corrected, tie_told


class ItemDiscussion(RelationRecord):
    """`recommendation` and `meeting` are source-language pages; rows go by translation key."""

    recommendation = models.ForeignKey(
        "resources.RecommendationPage", verbose_name=_("recommendation"),
        on_delete=models.CASCADE, related_name="discussions",
    )  # fmt: skip
    item_key = models.UUIDField(_("item"))
    meeting = models.ForeignKey(
        "network.EventPage", verbose_name=_("meeting"), on_delete=models.CASCADE,
        related_name="recommendation_discussions",
    )  # fmt: skip
    agenda_key = models.UUIDField(_("agenda item"))
    kind = models.CharField(_("what happened"), max_length=10, choices=Tie.choices)

    class Meta:
        verbose_name = _("item on an agenda")
        verbose_name_plural = _("items on agendas")
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "item_key", "meeting", "agenda_key", "kind"],
                name="one_item_discussion",
                violation_error_message=_("This is entered already."),
            )
        ]
        indexes = [models.Index(fields=["item_key"]), models.Index(fields=["agenda_key"])]

    def __str__(self) -> str:
        return f"{self.recommendation.reference} · {self.meeting}: {self.get_kind_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A confirmed tie is told in the item's history once; it changes no state."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            if self.is_confirmed:
                tie_told(self)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """What the history told of it is corrected there."""
        with transaction.atomic():
            if self.is_confirmed:
                tie_corrected(self)
            return super().delete(*args, **kwargs)
