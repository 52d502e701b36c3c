"""The matrix as CSV (RFC 4180): one row for each page in each language, also for missing ones."""

import csv
from collections.abc import Sequence
from datetime import date
from io import StringIO
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from cms.translations.overview.matrix import Cell, Row, Wanted, pages_of, rows_of

HEAD = (
    _("Page"), _("Address"), _("Type"), _("Language"), _("State"), _("Since"), _("segments"),
    _("missing"), _("machine"), _("words to translate"), _("assignee"), _("due date"),
    _("reviewer"), _("Urgent"),
)  # fmt: skip
#: What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(locales: Sequence[Locale], wanted: Wanted, user: Any, today: date) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([str(name) for name in HEAD])
    for row in rows_of(list(pages_of(locales, wanted, user, today)), locales, today):
        for cell in row.cells:
            if not wanted.status or cell.status == wanted.status:
                writer.writerow([_plain(value) for value in _values(row, cell)])
    return out.getvalue()


def _values(row: Row, cell: Cell) -> list[Any]:
    page, state = row.page, cell.state
    head = [page.title, page.url_path, row.kind, cell.locale.language_code, cell.label]
    urgent = _("yes") if row.is_urgent else _("no")
    if state is None:
        return [*head, "", "", "", "", "", "", "", "", urgent]
    return [
        *head, state.since.date().isoformat(), state.total, state.missing, state.machine,
        state.words, state.assignee or "", state.due.isoformat() if state.due else "",
        state.reviewer or "", urgent,
    ]  # fmt: skip


def _plain(value: Any) -> str:
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
