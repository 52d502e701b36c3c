"""The base of child rows of pages with facts: one level, matched by `translation_key`."""

from typing import Any

from django.db import models
from wagtail.models import Orderable, TranslatableMixin

from cms.languages import SOURCE


class FactRow(TranslatableMixin, Orderable):
    """A row that exists in every language at once; only its text is translated.

    `source_text` names the texts that are still the source's, for their `lang` on the page.
    A subclass has `page`, a ParentalKey to its page type.
    """

    text_fields: tuple[str, ...] = ()
    shared_fields: tuple[str, ...] = ("sort_order",)
    live_fields: tuple[str, ...] = ()

    source_text = models.JSONField(default=list, blank=True, editable=False)

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True
        ordering = ["sort_order"]

    @property
    def is_facts_source(self) -> bool:
        return self.locale_id is None or self.locale.language_code == SOURCE

    def lang_of(self, name: str) -> str:
        """The language of the text in field `name`: the source's until it is translated."""
        return SOURCE if name in self.source_text else str(self.locale.language_code)


def text_values(row: FactRow) -> dict[str, Any]:
    """The row's texts as they are stored, to compare and copy."""
    return {name: row._meta.get_field(name).value_from_object(row) for name in row.text_fields}
