"""PO files as translators' tools give them back."""

import polib

from cms.translations.exchange.exporting import sheet_of
from cms.translations.exchange.importing import Report, exchange_import
from cms.translations.exchange.limits import Refused
from cms.translations.exchange.po import KEY, po_read, po_written


def po_of(translation, text=None, *, source="Ülés", header=None, fuzzy=False):
    """The file of a translation with `text` for the title "Ülés", whose source reads `source`."""
    file = polib.pofile(po_written(sheet_of(translation)).decode())
    if header is not None:
        file.metadata.pop(KEY)
    if header:
        file.metadata[KEY] = header
    title = next(entry for entry in file if entry.msgid == "Ülés")
    title.msgid = source
    title.msgstr = text or title.msgstr
    title.flags = ["fuzzy"] if fuzzy else []
    return str(file).encode()


def given_back(translation, content, user):
    """What became of a file, as who gave it is told."""
    try:
        sheet = po_read(content)
    except Refused as refused:
        return Report(refused=tuple(refused.sentences))
    return exchange_import(translation=translation, sheet=sheet, user=user)
