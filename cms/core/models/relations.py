"""Relation records: what ties two pages and is read from both (memberships, appointments).

A record is the same in all languages and refers to source-language pages. What one person entered
is shown nowhere until another one, who may publish, has confirmed it.
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

ONE_OF_TWO = gettext_lazy("Choose one of the two, not both and not none.")


def one_of(first: str, second: str) -> models.Q:
    """The condition that exactly one of two relations is set."""
    return models.Q(**{f"{first}__isnull": True, f"{second}__isnull": False}) | models.Q(
        **{f"{first}__isnull": False, f"{second}__isnull": True}
    )


class RelationQuerySet(models.QuerySet[Any]):
    def confirmed(self) -> "RelationQuerySet":
        """Records that readers may see, as far as their pages are visible."""
        return self.filter(state=RelationRecord.State.CONFIRMED)


class RelationRecord(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", gettext_lazy("Waits for a second person")
        CONFIRMED = "confirmed", gettext_lazy("Confirmed")

    state = models.CharField(
        gettext_lazy("state"), max_length=10, choices=State.choices, default=State.WAITING,
        editable=False,
    )  # fmt: skip
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=gettext_lazy("entered by"), null=True,
        editable=False, on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    entered_at = models.DateTimeField(gettext_lazy("entered on"), auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL,
        related_name="+",
    )  # fmt: skip
    confirmed_at = models.DateTimeField(null=True, editable=False)

    objects = RelationQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_confirmed(self) -> bool:
        return self.state == self.State.CONFIRMED


def relation_confirm(*, record: RelationRecord, user: Any) -> None:
    """Show the record to readers. Raises PermissionDenied for the person who entered it."""
    model: Any = type(record)
    with transaction.atomic():
        held = model.objects.select_for_update(of=("self",)).get(pk=record.pk)
        if held.is_confirmed:
            return
        if held.entered_by_id == user.pk:
            raise PermissionDenied(
                _("You entered this yourself: ask another moderator to confirm it.")
            )
        held.state, held.confirmed_by = RelationRecord.State.CONFIRMED, user
        held.confirmed_at = timezone.now()
        held.save(update_fields=["state", "confirmed_by", "confirmed_at"])
        log(instance=held, action="relation.confirm", user=user)
