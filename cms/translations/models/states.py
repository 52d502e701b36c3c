"""How each translation stands: a cache of what its revisions say, written by `states_refresh`."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail_localize.models import Translation


class TranslationState(models.Model):
    """`standing` is the live page's, for its readers; `status` the work's, for those who do it."""

    class Status(models.TextChoices):
        REQUESTED = "requested", _("Requested")
        TRANSLATING = "translating", _("In translation")
        MACHINE = "machine", _("Machine draft")
        REVIEW = "review", _("In review")
        READY = "ready", _("Ready for its release")
        CURRENT = "current", _("Up to date")
        MAJOR = "major", _("Outdated: to translate")
        MINOR = "minor", _("Outdated: to review")

    class Standing(models.TextChoices):
        NONE = "", _("Not published")
        CURRENT = "current", _("Up to date")
        MAJOR = "major", _("Outdated: to translate")
        MINOR = "minor", _("Outdated: to review")

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, related_name="state")
    translation_key = models.UUIDField()
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    status = models.CharField(_("status"), max_length=12, choices=Status.choices)
    standing = models.CharField(max_length=8, choices=Standing.choices, blank=True)
    since = models.DateTimeField(_("since"))
    behind_since = models.DateTimeField(null=True)
    total = models.PositiveIntegerField(_("segments"), default=0)
    missing = models.PositiveIntegerField(_("missing"), default=0)
    machine = models.PositiveIntegerField(_("machine"), default=0)
    words = models.PositiveIntegerField(_("words to translate"), default=0)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("assignee"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    #: Who approved what is live.
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("reviewer"), null=True, editable=False,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    due = models.DateField(_("due date"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["translation_key", "locale"], name="one_state")
        ]
        indexes = [models.Index(fields=["locale", "status"])]

    def __str__(self) -> str:
        return f"{self.translation_key} {self.locale_id}: {self.status}"


_status = TranslationState.Status
#: What a translator has to do; what waits for a review is the reviewers'.
TO_DO = (
    _status.MAJOR, _status.MINOR, _status.TRANSLATING, _status.MACHINE, _status.REQUESTED,
)  # fmt: skip
