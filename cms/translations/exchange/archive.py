"""A whole language as a ZIP file: one file a page, out and back.

What an archive says of its sizes is not believed: what is unpacked is counted.
"""

import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import PurePosixPath

from django.utils.text import slugify
from django.utils.translation import gettext as _

from cms.translations.exchange.limits import LARGEST, Refused
from cms.translations.exchange.po import po_read, po_written
from cms.translations.exchange.units import Sheet, one_line
from cms.translations.exchange.xliff import xliff_read, xliff_written

WRITERS: dict[str, Callable[[Sheet], bytes]] = {"xlf": xliff_written, "po": po_written}
READERS: dict[str, Callable[[bytes], Sheet]] = {
    "xlf": xliff_read, "xliff": xliff_read, "po": po_read,
}  # fmt: skip
#: Files of an archive, bytes of the archive and of all that is in it.
MOST_FILES, LARGEST_ARCHIVE, LARGEST_WHOLE = 2_000, 50 * 1024 * 1024, 200 * 1024 * 1024
#: A text packs to a tenth, tags to a fiftieth; a bomb to a thousandth.
HIGHEST_RATIO, RATIO_FROM = 100, 1024 * 1024
ARCHIVES = {"zip", "gz", "bz2", "xz", "7z", "rar", "tar"}
PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
#: A bit of the flags; of the mode of a Unix file, the bits of its kind, and a symbolic link.
ENCRYPTED, KIND, LINK = 0x1, 0o170000, 0o120000


def archive_written(sheets: Iterable[Sheet], extension: str) -> bytes:
    """`extension`: "xlf" or "po"."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for number, sheet in enumerate(sheets, 1):
            name = f"{number:04}-{slugify(sheet.title)[:60] or 'page'}.{sheet.target_language}"
            file.writestr(f"{name}.{extension}", WRITERS[extension](sheet))
    return content.getvalue()


def file_read(name: str, content: bytes) -> Sheet:
    """One page's file, read by its extension. Raises Refused."""
    reader = READERS.get(PurePosixPath(name).suffix[1:].lower())
    if reader is None:
        raise Refused(_("Only XLIFF (.xlf, .xliff) and PO files are read."))
    return reader(content)


def archive_read(content: bytes) -> dict[str, Sheet]:
    """Sheets by the names of their files. Raises Refused with a sentence for each problem."""
    if len(content) > LARGEST_ARCHIVE:
        raise Refused(_("The archive is larger than 50 MB."))
    try:
        with zipfile.ZipFile(BytesIO(content)) as file:
            return _sheets(file, _entries(file))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise Refused(_("The archive is broken, or a part of it is missing.")) from error


def _entries(file: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files of translations. Raises Refused where one is no such file."""
    infos = file.infolist()
    if len(infos) > MOST_FILES:
        raise Refused(_("The archive has more files than the site has pages."))
    wanted = [one for one in infos if not one.is_dir() and not _is_junk(one)]
    if not wanted:
        raise Refused(_("The archive is empty."))
    counts = Counter(one.filename for one in wanted)
    found = [
        f"{_shown(one.filename)}: {sentence}"
        for one in wanted
        if (sentence := _fault(one, counts[one.filename]))
    ]
    if found:
        raise Refused(*found)
    return wanted


def _is_junk(info: zipfile.ZipInfo) -> bool:
    """What a Mac puts beside the files."""
    return info.filename.startswith("__MACOSX/") or info.filename.endswith(".DS_Store")


def _fault(info: zipfile.ZipInfo, count: int) -> str:
    path = PurePosixPath(info.filename.replace("\\", "/"))
    extension = path.suffix[1:].lower()
    faults = (
        (path.is_absolute() or ".." in path.parts or ":" in info.filename,
         _("Its name leads out of the archive.")),
        (count > 1, _("The archive has two files of this name.")),
        (info.flag_bits & ENCRYPTED, _("It is protected by a password.")),
        ((info.external_attr >> 16) & KIND == LINK, _("It is a link, not a file.")),
        (info.compress_type not in PACKED, _("It is packed in a way that is not read.")),
        (extension in ARCHIVES, _("An archive within an archive is not read.")),
        (extension not in READERS, _("Only XLIFF (.xlf, .xliff) and PO files are read.")),
    )  # fmt: skip
    return next((sentence for is_so, sentence in faults if is_so), "")


def _sheets(file: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, Sheet]:
    sheets, found, left = {}, [], LARGEST_WHOLE
    for info in entries:
        most = min(LARGEST, left)
        with file.open(info) as entry:
            content = entry.read(most + 1)
        left -= len(content)
        try:
            if len(content) > most or _is_bomb(info, content):
                raise Refused(_("It is too large when unpacked."))
            sheets[info.filename] = file_read(info.filename, content)
        except Refused as refused:
            found += [f"{_shown(info.filename)}: {one}" for one in refused.sentences]
        if left <= 0:
            break
    if found:
        raise Refused(*found)
    return sheets


def _is_bomb(info: zipfile.ZipInfo, content: bytes) -> bool:
    return len(content) > max(RATIO_FROM, HIGHEST_RATIO * info.compress_size)


def _shown(name: str) -> str:
    return one_line(name)[:100]
