"""Releases: a draft of a source page that goes live together with its translations."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision
from wagtail_localize.models import Translation, TranslationSource


class Release(models.Model):
    """While it is open, translators work on the text of `source_revision`, readers see the old one.

    `live_segments` are the segments of the live page when it was opened, as `segments_of` gives
    them: what readers' notices compare with. It is empty where the page was not live.
    """

    class Status(models.TextChoices):
        OPEN = "open", _("In preparation")
        RUNNING = "running", _("Being published")
        DONE = "done", _("Published")
        DROPPED = "dropped", _("Given up")

    source = models.ForeignKey(TranslationSource, on_delete=models.CASCADE, related_name="releases")
    source_revision = models.ForeignKey(
        Revision, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    live_revision_id = models.PositiveBigIntegerField(null=True)
    live_segments = models.JSONField(default=list)
    status = models.CharField(max_length=8, choices=Status.choices, default=Status.OPEN)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    opened_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["source"], condition=models.Q(status__in=("open", "running")),
                name="one_release_at_a_time",
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.source_id}: {self.status}"


#: While a release is in one of these, the desk shows the text that it will publish.
ACTIVE = (Release.Status.OPEN, Release.Status.RUNNING)


class ReleasePart(models.Model):
    """What became of one translation in a release; written with its publication."""

    class Outcome(models.TextChoices):
        PUBLISHED = "published", _("Published")
        CURRENT = "current", _("Was up to date")
        LEFT = "left", _("Was not ready")
        FAILED = "failed", _("Could not be published")

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="parts")
    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["release", "translation"], name="one_part")]

    def __str__(self) -> str:
        return f"{self.release_id} {self.translation_id}: {self.outcome}"
