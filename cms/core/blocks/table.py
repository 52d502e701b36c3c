"""A table whose cells are translated one by one.

Wagtail's own table block is one JSON value that wagtail-localize does not extract; rows of cells
as list blocks need no code of ours to be extracted and put back.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class TableRowBlock(blocks.StructBlock):
    cells = blocks.ListBlock(blocks.CharBlock(label=_("cell"), required=False), label=_("cells"))


class TranslatableTableBlock(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("what the table shows"), max_length=200)
    head = blocks.ListBlock(blocks.CharBlock(label=_("column heading")), label=_("columns"))
    rows = blocks.ListBlock(TableRowBlock(), label=_("rows"))

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        width = len(cleaned["head"])
        if any(len(row["cells"]) != width for row in cleaned["rows"]):
            raise blocks.StructBlockValidationError(
                non_block_errors=[
                    _("Each row needs as many cells as there are columns: %(width)d.")
                    % {"width": width}
                ]
            )
        return cleaned

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"
