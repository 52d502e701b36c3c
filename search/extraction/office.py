"""Text documents of Word (ECMA-376, DOCX) and OpenDocument (ISO/IEC 26300, ODT)."""

from io import BytesIO
from typing import BinaryIO

from search.extraction.limits import Archive, Refused, elements, local

#: Parts of a DOCX that hold text that is read, in their order.
WORD = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


def docx_pages(file: BinaryIO) -> list[str]:
    """The pages of a DOCX are its printer's affair: one text."""
    archive = Archive(file)
    if WORD[0] not in archive:
        raise Refused("broken")
    return ["\n".join(_word_text(archive.read(name)) for name in WORD if name in archive)]


def _word_text(content: bytes) -> str:
    parts: list[str] = []
    for event, element in elements(BytesIO(content)):
        name = local(element.tag)
        if event == "start":
            continue
        if name == "t":
            parts.append(element.text or "")
        elif name in {"tab", "br", "cr"}:
            parts.append("\t" if name == "tab" else "\n")
        elif name == "noBreakHyphen":
            parts.append("-")
        elif name == "p":
            parts.append("\n")
            element.clear()
    return "".join(parts)


def odt_pages(file: BinaryIO) -> list[str]:
    archive = Archive(file)
    if "content.xml" not in archive:
        raise Refused("broken")
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read(
        "META-INF/manifest.xml"
    ):
        raise Refused("encrypted")
    return [_open_text(archive.read("content.xml"))]


def _open_text(content: bytes) -> str:
    """Text in elements and behind them; what was deleted under change tracking is left out."""
    parts: list[str] = []
    skipped = 0
    for event, element in elements(BytesIO(content)):
        name = local(element.tag)
        if name == "tracked-changes":
            skipped += 1 if event == "start" else -1
            continue
        if event == "start":
            continue
        if name in {"p", "h"} and not skipped:
            parts += [_inside(element), "\n"]
            element.clear()
    return "".join(parts)


def _inside(element: object) -> str:
    """The text of a paragraph, with its blanks, tabs and breaks."""
    parts: list[str] = [element.text or ""]  # type: ignore[attr-defined]
    for child in element:  # type: ignore[attr-defined]
        name = local(child.tag)
        if name in {"s", "tab", "line-break"}:
            parts.append("\n" if name == "line-break" else " ")
        elif name != "annotation":
            parts.append(_inside(child))
        parts.append(child.tail or "")
    return "".join(parts)
