"""Errors in translations that readers reported: the inbox of each language's team."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision
from wagtail_localize.models import Translation


class TranslationReport(models.Model):
    """Says nothing of who reported it: neither name nor address is asked for or kept."""

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        DONE = "done", _("Done")

    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="reports")
    #: What the page showed to whoever reported it.
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    passage = models.TextField(blank=True)
    text = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    status = models.CharField(max_length=4, choices=Status.choices, default=Status.OPEN)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    done_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("report of an error in a translation")
        verbose_name_plural = _("reports of errors in translations")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["translation", "status"], name="report_status")]

    def __str__(self) -> str:
        return str(self.text[:60])
