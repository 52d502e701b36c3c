"""What is refused before it costs memory or time: sizes, bombs, entities, passwords."""

import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

#: Bytes of a file, of one part of an archive, and of all parts that are read.
LARGEST_FILE = 100 * 1024 * 1024
LARGEST_PART = 50 * 1024 * 1024
LARGEST_WHOLE = 100 * 1024 * 1024
#: Parts of an archive; an office file has tens, a book hundreds.
MOST_PARTS = 5_000
#: Steps deep; parsers of XML keep every open element.
DEEPEST = 500


class Refused(Exception):
    """A file that is not read; `state` is a value of `State`."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


def size_checked(file: BinaryIO) -> BinaryIO:
    """The file at its beginning. Raises Refused."""
    file.seek(0, 2)
    if file.tell() > LARGEST_FILE:
        raise Refused("too_large")
    file.seek(0)
    return file


class Archive:
    """A ZIP file (OOXML, OpenDocument, EPUB) whose parts are read within limits.

    The sizes that an archive states are not believed: what is unpacked is counted.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(size_checked(file))
        self._left = LARGEST_WHOLE
        infos = self._zip.infolist()
        if len(infos) > MOST_PARTS:
            raise Refused("too_large")
        self.names = [info.filename for info in infos]
        if any(info.flag_bits & 0x1 for info in infos):
            raise Refused("encrypted")

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str) -> bytes:
        """A part. Raises Refused, and KeyError where there is none of this name."""
        most = min(LARGEST_PART, self._left)
        with self._zip.open(name) as part:
            content = part.read(most + 1)
        if len(content) > most:
            raise Refused("too_large")
        self._left -= len(content)
        return content


def elements(content: BinaryIO) -> Iterator[tuple[str, Any]]:
    """("start" or "end", element) of XML without entities and outside references.

    Raises Refused; a caller that is done with an element clears it.
    """
    depth = 0
    try:
        for event, element in iterparse(content, events=("start", "end"), forbid_dtd=False):
            depth += 1 if event == "start" else -1
            if depth > DEEPEST:
                raise Refused("broken")
            yield event, element
    except (ParseError, DefusedXmlException) as error:
        raise Refused("broken") from error


def local(tag: Any) -> str:
    """The name of an element without its namespace; comments have none."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
