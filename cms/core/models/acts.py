"""Acts: append-only records of what was done to a page in public, with one text per language.

A change note, the explanation of a withdrawal or of a cancellation is said once, at the moment of
the act, at the source-language page; no draft and no later edit of the page can alter it.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page


class PageAct(models.Model):
    class Kind(models.TextChoices):
        PUBLISHED = "published", _("Published")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        RESTORED = "restored", _("Restored")
        STATUS = "status", _("Status changed")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="acts")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    revision_id = models.PositiveBigIntegerField(null=True)
    minor = models.BooleanField(default=False)
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["page", "-at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"


class ActText(models.Model):
    act = models.ForeignKey(PageAct, on_delete=models.CASCADE, related_name="texts")
    locale = models.ForeignKey(Locale, on_delete=models.PROTECT)
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["act", "locale"], name="one_act_text")]

    def __str__(self) -> str:
        return str(self.text)


class PendingNote(models.Model):
    """The change note that waits with a page's draft; publishing turns it into an act."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="pending_note")
    text = models.TextField(_("change note"), blank=True)
    minor = models.BooleanField(_("minor edit"), default=False)

    def __str__(self) -> str:
        return str(self.text)
