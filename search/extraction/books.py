"""Books in EPUB (EPUB 3.3): the documents of the spine, in reading order, each as a page."""

import posixpath
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO
from urllib.parse import unquote

from search.extraction.limits import Archive, Refused, elements, local
from search.extraction.texts import html_text

CONTAINER = "META-INF/container.xml"
#: Encrypted fonts are common and no hindrance.
PROTECTED = "META-INF/rights.xml"
READ = {"application/xhtml+xml", "text/html"}


def epub_pages(file: BinaryIO) -> Iterator[str]:
    archive = Archive(file)
    if CONTAINER not in archive:
        raise Refused("broken")
    if PROTECTED in archive:
        raise Refused("encrypted")
    package = _package_of(archive.read(CONTAINER))
    for name in _spine(archive.read(package), posixpath.dirname(package)):
        if name in archive:
            yield html_text(archive.read(name))


def _package_of(content: bytes) -> str:
    for event, element in elements(BytesIO(content)):
        path = element.get("full-path") if local(element.tag) == "rootfile" else None
        if event == "start" and path:
            return str(path)
    raise Refused("broken")


def _spine(content: bytes, folder: str) -> list[str]:
    """Names of the parts that are read one after the other."""
    manifest: dict[str, str] = {}
    order: list[str] = []
    for event, element in elements(BytesIO(content)):
        if event == "end":
            continue
        name = local(element.tag)
        if name == "item" and element.get("media-type") in READ:
            path = posixpath.normpath(posixpath.join(folder, unquote(element.get("href", ""))))
            manifest[element.get("id", "")] = path
        elif name == "itemref" and element.get("linear") != "no":
            order.append(element.get("idref", ""))
    return [manifest[key] for key in order if key in manifest]
