"""Pictures and documents, and the list of which page uses which of them.

`FileUse` is written with the page itself: who may read a file is asked of the pages, never of
Wagtail's reference index, which a task writes later.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as StockDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as StockImage
from wagtail.models import Page

from cms.core.files import checked_document, checked_image, language_codes


class Accessible(models.TextChoices):
    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Not known")


class FileFacts(models.Model):
    """What is known of every file, picture or document."""

    language = models.CharField(
        _("language"), max_length=12, blank=True, choices=language_codes,
        help_text=_("The language of the text in it; leave empty where it has none."),
    )  # fmt: skip
    licence = models.CharField(
        _("licence"), max_length=120, blank=True, help_text=_("An SPDX code such as CC-BY-4.0.")
    )
    sha256 = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True


class SiteImage(FileFacts, AbstractImage):
    credit = models.CharField(_("made by"), max_length=160, blank=True)

    admin_form_fields = (*StockImage.admin_form_fields, "credit", "language", "licence")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        checked_image(self, describe=True)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        checked_image(self)


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class LibraryDocument(FileFacts, AbstractDocument):
    accessible = models.CharField(
        _("accessible"), max_length=8, choices=Accessible.choices, default=Accessible.UNKNOWN,
        help_text=_("Can it be read with a screen reader (PDF/UA, tagged, text and not a scan)?"),
    )  # fmt: skip
    page_count = models.PositiveIntegerField(
        _("number of pages"), null=True, blank=True, editable=False
    )

    admin_form_fields = (*StockDocument.admin_form_fields, "language", "accessible", "licence")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        permissions = [("choose_document", "Can choose document")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        checked_document(self, describe=True)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        checked_document(self)


class FileUse(models.Model):
    """A page's row uses a file, in its own text or (`by_fact`) in what all languages share."""

    class Kind(models.TextChoices):
        IMAGE = "image", _("picture")
        DOCUMENT = "document", _("document")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="file_uses")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    file_id = models.PositiveBigIntegerField()
    by_fact = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "file_id", "page", "by_fact"], name="one_file_use"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.file_id}"
