"""Who translates into a language, and who reviews: membership in its two groups is the role."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class LanguageTeam(models.Model):
    """The two groups hold `access_admin` and nothing else: all their work is at the desk."""

    locale = models.OneToOneField(Locale, on_delete=models.CASCADE, related_name="team")
    translators = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="translates")
    reviewers = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="reviews")

    class Meta:
        verbose_name = _("language team")
        verbose_name_plural = _("language teams")

    def __str__(self) -> str:
        return str(self.locale)
