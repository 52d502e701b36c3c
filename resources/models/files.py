"""Files of a holding as rows: each a document with its role and, where it has one, its title."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.core.admin.panels import FactPanel
from cms.core.facts.rows import FactRow
from cms.core.models import LibraryDocument
from resources.holdings.vocabulary import FileRole


class HoldingFile(FactRow):
    document = models.ForeignKey(
        LibraryDocument, verbose_name=_("file"), on_delete=models.CASCADE, related_name="+",
        help_text=_("Its language and whether it is accessible are said at the file."),
    )  # fmt: skip
    title = models.CharField(
        _("title"), max_length=200, blank=True,
        help_text=_("Only where it differs from the title of the page, such as “Annex 1: maps”."),
    )  # fmt: skip
    role = models.CharField(
        _("what it is"), max_length=16, choices=FileRole.choices, default=FileRole.MAIN
    )

    text_fields = ("title",)
    shared_fields = ("sort_order", "document", "role")
    panels = [FactPanel("document"), FactPanel("role"), FieldPanel("title")]

    class Meta(FactRow.Meta):
        abstract = True
        verbose_name = _("file")

    def __str__(self) -> str:
        return str(self.title or self.document)
