"""What stands beside a translated text: what people say about it, and what it said before."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import String, Translation

USER = settings.AUTH_USER_MODEL


class SegmentComment(models.Model):
    """Belongs to a place of a translation and outlives the Hungarian text it was written about.

    Who wrote it by a link has no account: `by_name` says the name of the link.
    """

    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="comments")
    #: As `TranslationContext` has it.
    path = models.TextField()
    #: The text of the source at that time.
    string = models.ForeignKey(String, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField()
    by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField(default=timezone.now)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    #: Who settled it by a link.
    resolved_by_name = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = _("comment on a translation")
        verbose_name_plural = _("comments on translations")
        ordering = ["pk"]
        indexes = [models.Index(fields=["translation", "resolved_at"], name="comment_open")]

    def __str__(self) -> str:
        return str(self.text[:60])

    @property
    def is_open(self) -> bool:
        return self.resolved_at is None


class SegmentEdit(models.Model):
    """What a text said from `at` on; empty where it was deleted. Written wherever texts are."""

    class Origin(models.TextChoices):
        DESK = "desk", _("At the desk")
        FILE = "file", _("From a file")
        MACHINE = "machine", _("By a machine")
        CARRIED = "carried", _("Taken over")
        EARLIER = "earlier", _("Earlier text")

    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="edits")
    #: As `TranslationContext` has it.
    path = models.TextField()
    #: What it translates; no longer a text of the page where that changed.
    string = models.ForeignKey(String, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(blank=True)
    origin = models.CharField(max_length=8, choices=Origin.choices)
    by = models.ForeignKey(USER, null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("change of a translated text")
        verbose_name_plural = _("changes of translated texts")
        ordering = ["pk"]
        indexes = [models.Index(fields=["translation", "string"], name="edit_place")]

    def __str__(self) -> str:
        return str(self.text[:60])
