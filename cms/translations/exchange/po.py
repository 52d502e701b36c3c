"""PO files of GNU gettext, one for a page: `msgctxt` is the path and the id of a text, an extracted
comments say where it stands and how, `fuzzy` is what needs a review.

PO has one word for done: texts that were reviewed come back as translated, whatever a comment says.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
from django.utils.translation import gettext as _

from cms.translations.exchange.limits import MOST_UNITS, Refused, size_checked
from cms.translations.exchange.units import (
    Sheet,
    State,
    Unit,
    hash_in,
    language_of,
    lines_of,
    moment,
    number,
    one_line,
)

KEY, UNITS, FROM = "X-Translation-ID", "X-Translation-Units", "X-Source-Language"
#: As gettext writes times, with seconds in a header of ours: "2026-11-30 19:42+0000".
MINUTES, EXPORTED = "%Y-%m-%d %H:%M%z", "X-Exported-At"
BETWEEN = "|"
#: Begins the comment that tells the state in the words of XLIFF, which translators' programs know.
STATE = "state: "


def po_written(sheet: Sheet) -> bytes:
    file = polib.POFile(wrapwidth=0)
    exported = sheet.exported.strftime(MINUTES) if sheet.exported else ""
    language, _dash, script = sheet.target_language.partition("-")
    file.metadata = {
        "Project-Id-Version": one_line(sheet.title),
        "POT-Creation-Date": exported,
        "PO-Revision-Date": exported,
        "Last-Translator": "",
        "Language-Team": "",
        "Language": f"{language}_{script.capitalize()}" if script else language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        FROM: sheet.source_language,
        KEY: sheet.key,
        UNITS: str(len(sheet.units)),
    }
    if sheet.exported:
        file.metadata[EXPORTED] = sheet.exported.isoformat()
    file.extend(_entry(unit) for unit in sheet.units)
    return str(file).encode()


def _entry(unit: Unit) -> polib.POEntry:
    terms = [f"{term.text} → {term.translation}" for term in unit.terms]
    return polib.POEntry(
        msgctxt=f"{unit.path}{BETWEEN}{unit.id}",
        msgid=unit.source,
        msgstr=unit.target,
        comment="\n".join(lines_of([unit.label, *terms, STATE + unit.state.value])),
        tcomment="\n".join(lines_of(unit.notes)),
        flags=["fuzzy"] if unit.state is State.NEEDS_REVIEW else [],
    )


def po_read(content: bytes) -> Sheet:
    """Raises Refused."""
    file = _parsed(size_checked(content))
    entries = [entry for entry in file if not entry.obsolete]
    if len(entries) > MOST_UNITS:
        raise Refused(_("The file has more texts than any page has."))
    about = file.metadata
    return Sheet(
        key=about.get(KEY, "").strip(),
        source_language=language_of(about.get(FROM, "")),
        target_language=language_of(about.get("Language", "")),
        title=about.get("Project-Id-Version", ""),
        units=tuple(_units(entries)),
        exported=moment(about.get(EXPORTED, "")),
        stated=number(about.get(UNITS, "")),
    )


def _parsed(content: bytes) -> polib.POFile:
    """By way of a file: `polib` takes a text that is a path for one, and tears lines at signs that
    end none in PO."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(_("The file is not in UTF-8.")) from error
    if "\0" in text:
        raise Refused(_("The file is broken, or a part of it is missing."))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "page.po"
        path.write_bytes(text.encode())
        try:
            return polib.pofile(str(path), encoding="utf-8", wrapwidth=0)
        except (OSError, ValueError, LookupError, AttributeError, TypeError) as error:
            # a syntax error is an OSError; the others are what half an entry makes of the parser
            raise Refused(_("The file is broken, or a part of it is missing.")) from error


def _units(entries: list[polib.POEntry]) -> Iterator[Unit]:
    for entry in entries:
        path, _between, identifier = (entry.msgctxt or "").rpartition(BETWEEN)
        state = State.NEEDS_REVIEW if entry.fuzzy else State.TRANSLATED
        yield Unit(
            id=identifier,
            path=path,
            source=entry.msgid,
            target=entry.msgstr,
            state=state if entry.msgstr else State.INITIAL,
            notes=lines_of(entry.tcomment.split("\n")),
            source_hash=hash_in(identifier),
            label=_label(entry.comment),
        )


def _label(comment: str) -> str:
    lines = lines_of(comment.split("\n"))
    return next((line for line in lines if not line.startswith(STATE)), "")
