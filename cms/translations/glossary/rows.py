"""The glossary as the rows of a CSV file, and every fault that such a file may have."""

import csv
from io import StringIO
from typing import Any

from django.utils.translation import gettext as _

from cms.translations.models.glossary import Term, TermTranslation

COLUMNS = (
    "term", "domain", "definition", "forbidden", "public",
    "language", "text", "status", "definition_in_language",
)  # fmt: skip
#: Columns that say something about the term itself, with the fields that they fill.
OF_TERM = {"definition": "definition", "forbidden": "is_forbidden", "public": "is_public"}
#: Values of the column `status`, the last one first in a file.
STATUSES = ["deprecated", "admitted", "preferred"]
YES, NO = "yes", "no"
#: The first row of a CSV file after its head.
FIRST = 2

Row = dict[str, str]
Key = tuple[str, str]


class GlossaryError(ValueError):
    """A file that cannot be taken; `problems` are sentences that say where and why."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems


def to_csv() -> str:
    """One row a translation, and one for a term that has none."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for term in Term.objects.order_by("text", "domain").prefetch_related("translations__locale"):
        head = {
            "term": term.text, "domain": term.domain, "definition": term.definition,
            "forbidden": YES if term.is_forbidden else NO, "public": YES if term.is_public else NO,
        }  # fmt: skip
        rows = [
            {
                "language": one.locale.language_code, "text": one.text, "status": one.status,
                "definition_in_language": one.definition,
            }
            for one in term.translations.all()
        ]  # fmt: skip
        rows.sort(key=lambda row: (row["language"], -STATUSES.index(row["status"]), row["text"]))
        writer.writerows({**head, **row} for row in rows or [{}])
    return out.getvalue()


def from_csv(text: str) -> list[Row]:
    reader = csv.DictReader(StringIO(text))
    try:
        missing = set(COLUMNS) - set(reader.fieldnames or ())
        rows = list(reader)
    except csv.Error as error:
        raise GlossaryError([_("The file is not a readable CSV.")]) from error
    if missing:
        names = ", ".join(name for name in COLUMNS if name in missing)
        raise GlossaryError([_("The file lacks the columns: %(columns)s.") % {"columns": names}])
    return [{name: (row[name] or "").strip() for name in COLUMNS} for row in rows]


def problems_of(rows: list[Row], languages: set[str]) -> list[str]:
    """A sentence for each fault of each row."""
    found: list[str] = []
    said: dict[Any, tuple[int, str]] = {}
    for number, row in enumerate(rows, start=FIRST):
        faults = [*_faults(row, languages), *_otherwise(number, row, said)]
        values = {"number": number, "term": row["term"][:60] or "–"}
        found += [
            _("Row %(number)d (%(term)s): %(fault)s.") % {**values, "fault": fault}
            for fault in faults
        ]
    return found


def _faults(row: Row, languages: set[str]) -> list[str]:
    if "\0" in "".join(row.values()):
        return [_("it holds a character that no text has")]
    found = []
    if not row["term"]:
        found.append(_("the term is needed"))
    if bool(row["language"]) != bool(row["text"]):
        found.append(_("language and text are needed, or neither of them"))
    elif row["language"] and row["language"] not in languages:
        found.append(
            _("the site translates into no language “%(name)s”") % {"name": row["language"]}
        )
    if row["status"] not in {"", *STATUSES}:
        found.append(_("the status is none of: %(names)s") % {"names": ", ".join(STATUSES[::-1])})
    for name in ("forbidden", "public"):
        if row[name] not in {"", YES, NO}:
            found.append(_("%(column)s is neither yes nor no") % {"column": name})
    return found + _too_long(row)


def _too_long(row: Row) -> list[str]:
    fields: dict[str, Any] = {"term": Term, "domain": Term, "text": TermTranslation}
    found = []
    for column, model in fields.items():
        field = model._meta.get_field("text" if column == "term" else column)
        if len(row[column]) > field.max_length:
            values = {"column": column, "number": field.max_length}
            found.append(_("%(column)s is longer than %(number)d characters") % values)
    return found


def _otherwise(number: int, row: Row, said: dict[Any, tuple[int, str]]) -> list[str]:
    """What an earlier row says otherwise, or has said already; `said` is filled."""
    told: list[tuple[Any, str]] = [
        ((*key_of(row), column), row[column]) for column in OF_TERM if row[column]
    ]
    if row["text"]:
        place = (*key_of(row), row["language"])
        told.append(((*place, "text", row["text"]), str(number)))
        if _status(row) == "preferred":
            told.append(((*place, "preferred"), row["text"]))
    found = []
    for what, value in told:
        line, before = said.setdefault(what, (number, value))
        if before != value:
            found.append(_("row %(number)d says otherwise") % {"number": line})
    return found[:1]


def key_of(row: Row) -> Key:
    return row["term"], row["domain"]


def _status(row: Row) -> str:
    return row["status"] or "preferred"
