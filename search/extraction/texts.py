"""Plain text and HTML."""

from typing import BinaryIO

from bs4 import BeautifulSoup

from search.extraction.limits import LARGEST_PART, Refused, size_checked

#: What a text is likely to be written in, the most telling first; the last one takes any byte.
CHARSETS = ("utf-8-sig", "cp1250")
WIDE = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
#: Elements whose text nobody reads.
UNREAD = ("script", "style", "template", "noscript", "head")
BLOCKS = (
    "p",
    "div",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "dt",
    "dd",
    "blockquote",
    "br",
)


def text_pages(file: BinaryIO) -> list[str]:
    return [decoded(content_of(file))]


def html_pages(file: BinaryIO) -> list[str]:
    return [html_text(content_of(file))]


def content_of(file: BinaryIO) -> bytes:
    content = size_checked(file).read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        raise Refused("too_large")
    return content


def decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 by its mark, else what Windows wrote in this part of Europe."""
    for mark, charset in WIDE:
        if content.startswith(mark):
            return content.decode(charset, errors="replace")
    for charset in CHARSETS:
        try:
            return content.decode(charset)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def html_text(content: bytes | str) -> str:
    """What a reader sees of a document or a fragment, a line for each block."""
    soup = BeautifulSoup(content, "html.parser")
    for element in soup(UNREAD):
        element.decompose()
    for element in soup("br"):
        element.replace_with("\n")
    for element in soup(BLOCKS):
        element.insert_before("\n")
        element.insert_after("\n")
    return str(soup.get_text())
