"""Pages whose translations may go live while some of their paragraphs are still Hungarian."""

from django.conf import settings
from django.db import models


class FallbackPage(models.Model):
    """Of a source page, in all languages, until somebody takes it back."""

    translation_key = models.UUIDField(unique=True)
    allowed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    allowed_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.translation_key)
