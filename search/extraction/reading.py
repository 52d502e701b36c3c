"""Which reader takes a file, and what became of it."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from django.db import models
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from search.extraction.limits import Refused
from search.extraction.lines import joined

logger = logging.getLogger(__name__)

#: A file → its pages as texts, in order.
Reader = Callable[..., Iterable[str]]

#: Extension → its reader; imported where it is used, as most processes read no file.
READERS = {
    "pdf": "search.extraction.pdf.pdf_pages",
    "docx": "search.extraction.office.docx_pages",
    "odt": "search.extraction.office.odt_pages",
    "epub": "search.extraction.books.epub_pages",
    "txt": "search.extraction.texts.text_pages",
    "html": "search.extraction.texts.html_pages",
    "htm": "search.extraction.texts.html_pages",
}
#: Characters of a whole file: 2,000 pages of 3,000; what is more is left out.
MOST_CHARACTERS = 6_000_000


class State(models.TextChoices):
    READ = "read", _("Text is found")
    CUT = "cut", _("Very long: only its beginning is found")
    SCANNED = "scanned", _("Scanned: it has no text")
    EMPTY = "empty", _("It has no text")
    ENCRYPTED = "encrypted", _("Protected by a password")
    BROKEN = "broken", _("Cannot be read: the file is broken")
    TOO_LARGE = "too_large", _("Too large to be read")
    UNKNOWN = "unknown", _("Files of this type are not searched")
    MISSING = "missing", _("The file is not there any more")


@dataclass(frozen=True)
class Extracted:
    """`pages`: their texts, from page 1; files without pages have one. Empty where not READ/CUT."""

    state: State
    pages: list[str] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        return self.state in {State.READ, State.CUT}


def extracted(file: BinaryIO, extension: str, **options: Any) -> Extracted:
    """The text of a file; `options` go to the reader of PDFs (`knows`, see there)."""
    path = READERS.get(extension.lower())
    if path is None:
        return Extracted(State.UNKNOWN)
    reader: Reader = import_string(path)
    try:
        pages, is_cut = _within_limits(reader(file, **options if extension == "pdf" else {}))
    except Refused as refused:
        return Extracted(State(refused.state))
    except Exception:
        # whatever a parser of foreign bytes stumbles over: MemoryError and limits of time are not
        # Exceptions of this kind and end the task
        logger.info("file cannot be read", extra={"extension": extension}, exc_info=True)
        return Extracted(State.BROKEN)
    if not any(page.strip() for page in pages):
        return Extracted(State.SCANNED if extension == "pdf" else State.EMPTY)
    return Extracted(State.CUT if is_cut else State.READ, pages)


def _within_limits(pages: Iterable[str]) -> tuple[list[str], bool]:
    """Pages until the limit of characters, and whether something was left out."""
    kept: list[str] = []
    left = MOST_CHARACTERS
    for page in pages:
        if left <= 0:
            return kept, True
        text = joined(page)
        kept.append(text[:left])
        left -= len(text)
    return kept, left < 0
