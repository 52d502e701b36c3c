"""What can be found: a row for each page in its language, and for each page of a file.

The rows hold the texts that readers are shown; an engine holds their words under the same ids.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string
from wagtail.models import Page

from search.extraction.reading import State


class SearchDocument(models.Model):
    """`number` is 0 for a page of the site, else the page of `file`, which it is then a page of.

    What a file is about (kind, topics, publisher …) is what the pages that show it are about.
    `digest` is of everything that is searched: where it is the same nothing is written again.
    """

    # No constraint: a row outlives its page until the task drops it, in the engine too
    page = models.OneToOneField(
        Page, null=True, on_delete=models.DO_NOTHING, db_constraint=False,
        related_name="search_document",
    )  # fmt: skip
    file = models.ForeignKey(
        get_document_model_string(), null=True, on_delete=models.DO_NOTHING, db_constraint=False,
        related_name="+",
    )  # fmt: skip
    number = models.PositiveIntegerField(default=0)
    language = models.CharField(max_length=12)
    title = models.TextField()
    headings = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    labels = models.TextField(blank=True)
    kinds = models.JSONField(default=list)
    topics = models.JSONField(default=list)
    issued = models.DateField(null=True)
    publishers = models.JSONField(default=list)
    audiences = models.JSONField(default=list)
    formats = models.JSONField(default=list)
    accessible = models.JSONField(default=list)
    #: Ids of the documents that a page shows.
    files = models.JSONField(default=list)
    is_past = models.BooleanField(default=False)
    url = models.TextField(blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("entry of the search")
        verbose_name_plural = _("entries of the search")
        constraints = [
            models.UniqueConstraint(fields=["file", "number"], name="one_entry_a_file_page"),
        ]

    def __str__(self) -> str:
        return str(self.title)


class FileText(models.Model):
    """What became of reading a file: `sha256` is of the bytes that were read."""

    file = models.OneToOneField(
        get_document_model_string(), on_delete=models.CASCADE, related_name="text_read"
    )
    sha256 = models.CharField(max_length=64)
    language = models.CharField(max_length=12)
    state = models.CharField(max_length=12, choices=State.choices)
    pages = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.get_state_display())


class IndexChange(models.Model):
    """What was written to the live index while a new one is built beside it: written there too."""

    #: `page` or `file`, and its id.
    kind = models.CharField(max_length=4)
    object_id = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["kind", "object_id"], name="search_change")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"


class IndexRebuild(models.Model):
    """A rebuild that is going on; a newer one takes its place, and the older one then stops."""

    token = models.CharField(max_length=32)
    began_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.token)
