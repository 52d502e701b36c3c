"""Translations that a person has to look at before they are any: what a file called fuzzy, what
contradicts a newer text of the desk, what lacks a link of its source."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import String, Translation


class Suggestion(models.Model):
    """One for each place and source text: the latest."""

    class Origin(models.TextChoices):
        FUZZY = "fuzzy", _("Marked as needing review in a file")
        CONFLICT = "conflict", _("From a file that is older than the text here")
        CHECK = "check", _("From a file, lacks a link or a placeholder")

    translation = models.ForeignKey(
        Translation, on_delete=models.CASCADE, related_name="suggestions"
    )
    #: As `TranslationContext` has it.
    path = models.TextField()
    #: What it translates; no longer a text of the page where that changed.
    string = models.ForeignKey(String, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    origin = models.CharField(max_length=10, choices=Origin.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        constraints = [
            models.UniqueConstraint(
                fields=["translation", "string", "path"], name="one_suggestion_a_place"
            )
        ]

    def __str__(self) -> str:
        return self.text
