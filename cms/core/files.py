"""What a file must be to enter the site: its type is read from its content, not from its name."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import filetype
import pypdfium2 as pdfium
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cms.core.languages import language_name
from cms.languages import SPOKEN

#: Extension → MIME types that its content may have; None: text without a signature.
DOCUMENT_TYPES: dict[str, set[str | None]] = {
    "pdf": {"application/pdf"},
    "docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    "xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    "odt": {"application/vnd.oasis.opendocument.text", "application/zip"},
    "ods": {"application/vnd.oasis.opendocument.spreadsheet", "application/zip"},
    "epub": {"application/epub+zip"},
    "txt": {None},
    "csv": {None},
}
IMAGE_TYPES = {"image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"}
HEAD = 8192


def language_codes() -> list[tuple[str, Any]]:
    """(code, name) of every language a file may be in, and `mul` (ISO 639-2: several)."""
    named = [(code, capfirst(language_name(code))) for code in SPOKEN]
    return [("mul", _("Several languages")), *named]


def spoken_codes() -> list[tuple[str, Any]]:
    """(code, name in the active language) of every language in `cms.languages.SPOKEN`."""
    return [(code, capfirst(language_name(code, spoken=True))) for code in SPOKEN]


def content_type_of(head: bytes) -> str | None:
    """The MIME type that the first bytes of a file show; None where they show none."""
    kind = filetype.guess(head)
    return None if kind is None else str(kind.mime)


def checked_document(document: Any, *, describe: bool = False) -> None:
    """Refuse a file whose content is not what its name says; `describe` notes its SHA-256, pages.

    Raises ValidationError on the field `file`.
    """
    if not document.file:
        return
    extension = document.file.name.rpartition(".")[2].lower()
    if extension not in DOCUMENT_TYPES:
        raise _refused(
            _("Files of this type are not taken. Use one of these: %(types)s."),
            types=", ".join(sorted(DOCUMENT_TYPES)),
        )
    with _opened(document.file) as file:
        head = file.read(HEAD)
        mime = content_type_of(head)
        if mime not in DOCUMENT_TYPES[extension] or (mime is None and b"\0" in head):
            raise _refused(
                _("The content of this file is not what its ending .%(type)s says. Save it again."),
                type=extension,
            )
        if describe:
            document.sha256, document.file_size = _sha256(file), file.size
            document.page_count = _pdf_pages(file) if extension == "pdf" else None


def checked_image(image: Any, *, describe: bool = False) -> None:
    """The same for a picture: JPEG, PNG, WebP, GIF or AVIF by content."""
    if not image.file:
        return
    with _opened(image.file) as file:
        if content_type_of(file.read(HEAD)) not in IMAGE_TYPES:
            raise _refused(_("This is no picture of type JPEG, PNG, WebP, GIF or AVIF."))
        if describe:
            image.sha256 = _sha256(file)


def _refused(message: Any, **values: str) -> ValidationError:
    return ValidationError({"file": ValidationError(message, code="file_type", params=values)})


@contextmanager
def _opened(field_file: Any) -> Iterator[Any]:
    """The stored or uploaded file from its start, closed again only where this opened it."""
    was_closed = field_file.closed
    if was_closed:
        field_file.open("rb")
    field_file.seek(0)
    try:
        yield field_file
    finally:
        field_file.seek(0)
        if was_closed:
            field_file.close()


def _sha256(file: Any) -> str:
    file.seek(0)
    return (
        hashlib.file_digest(file, "sha256").hexdigest()
        if hasattr(file, "readinto")
        else (hashlib.sha256(file.read()).hexdigest())
    )


def _pdf_pages(file: Any) -> int | None:
    """Number of pages; None where the file is broken or encrypted."""
    file.seek(0)
    try:
        pdf = pdfium.PdfDocument(file.read())
    except pdfium.PdfiumError:
        return None
    try:
        return len(pdf)
    finally:
        pdf.close()
