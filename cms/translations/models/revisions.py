"""What a revision of a translation was made from: the ground of a translation's state."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from wagtail.models import Revision
from wagtail_localize.models import StringTranslation, Translation

from cms.translations.texts.status import Made

#: The kind of a segment that was published in the source's language.
FALLBACK = "fallback"


class TranslationRevision(models.Model):
    """Only a complete and reviewed one can go live: `guard` sees to it on every way to publish.

    `segments` is a list of [path, id of the source's string, MD5 of the translation, kind] in the
    order of the page; the kind is manual, machine, carried or fallback.
    """

    revision = models.OneToOneField(
        Revision, on_delete=models.CASCADE, related_name="translation_revision"
    )
    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="revisions")
    source_revision = models.ForeignKey(
        Revision, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    segments = models.JSONField(default=list)
    is_complete = models.BooleanField(default=False)
    #: Who made it by a link, without an account.
    by_name = models.CharField(max_length=80, blank=True)
    reviewed_at = models.DateTimeField(null=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.translation_id}: {self.revision_id}"

    @property
    def may_go_live(self) -> bool:
        return self.is_complete and self.reviewed_at is not None

    def says(self, lines: Iterable[Any]) -> bool:
        """Whether it was made from exactly what the segments (`Line`) say now."""
        now = [[line.path, line.string_id, line.digest] for line in lines]
        return [one[:3] for one in self.segments] == now

    @property
    def has_fallbacks(self) -> bool:
        """Whether readers of it meet paragraphs in the source's language."""
        return any(kind == FALLBACK for *_rest, kind in self.segments)

    @property
    def made(self) -> list[Made]:
        return [Made(path, str(string), text) for path, string, text, _kind in self.segments]


class CarriedTranslation(models.Model):
    """A text that was carried over to another place, until a person has saved it there."""

    text = models.OneToOneField(StringTranslation, on_delete=models.CASCADE, related_name="carried")

    def __str__(self) -> str:
        return str(self.text_id)
