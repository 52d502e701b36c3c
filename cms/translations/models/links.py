"""Links for people outside: one page in one language, for some days, without an account."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation


class OutsideLink(models.Model):
    """The key itself is kept nowhere: `digest` is its SHA-256.

    It opens while it is not revoked and not past its time, and while who gave it may review in the
    language.
    """

    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(
        _("who translates"), max_length=80,
        help_text=_("Shown to reviewers beside what was translated."),
    )  # fmt: skip
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    given_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("open until"))
    revoked_at = models.DateTimeField(null=True, editable=False)
    last_used_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering = ["-given_at"]
        verbose_name = _("link for a translator outside")
        verbose_name_plural = _("links for translators outside")

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()
