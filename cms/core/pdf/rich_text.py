"""Rich text of the editor (HTML) as plain paragraphs and lists."""

from collections.abc import Iterable, Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag

from cms.core.pdf.document import PdfItem, PdfList, PdfParagraph

LISTS = {"ul", "ol"}
BLOCKS = LISTS | {
    "p", "div", "section", "article", "blockquote", "li", "table", "tr", "td", "th",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "figure", "figcaption", "dl", "dt", "dd",
}  # fmt: skip
#: Deeper than this everything is one paragraph or one item.
DEEPEST = 4
#: Stands for `<br>` until white space is normalised.
BREAK = "\u2028"


def rich_text_parts(html: str) -> tuple[PdfParagraph | PdfList, ...]:
    """Paragraphs and lists of the HTML in their order; an address stands after its link's text."""
    soup = BeautifulSoup(html, "html.parser")
    for unseen in soup(["script", "style", "template"]):
        unseen.decompose()
    for line_break in soup("br"):
        line_break.replace_with(BREAK)
    for link in soup("a", href=True):
        _write_address(link)
    return tuple(_parts(soup.children, 0))


def _write_address(link: Tag) -> None:
    address, text = str(link["href"]).strip(), link.get_text().strip()
    if address.startswith(("http://", "https://")) and address != text:
        link.append(f" ({address})")


def _parts(nodes: Iterable[Any], depth: int) -> Iterator[PdfParagraph | PdfList]:
    inline: list[Any] = []
    for node in nodes:
        if not _is_block(node):
            inline.append(node)
            continue
        yield from _paragraph(inline)
        inline = []
        if node.name in LISTS:
            yield from _list(node, depth)
        elif depth < DEEPEST:
            yield from _parts(node.children, depth + 1)
        else:
            yield from _paragraph([node])
    yield from _paragraph(inline)


def _is_block(node: Any) -> bool:
    return isinstance(node, Tag) and (node.name in BLOCKS or bool(node.find(list(BLOCKS))))


def _paragraph(nodes: list[Any]) -> Iterator[PdfParagraph]:
    if text := _text(nodes):
        yield PdfParagraph(text)


def _list(node: Tag, depth: int) -> Iterator[PdfList]:
    children = node.find_all("li", recursive=False)
    items = tuple(item for item in (_item(child, depth) for child in children) if item)
    if items:
        yield PdfList(items, ordered=node.name == "ol")


def _item(node: Tag, depth: int) -> PdfItem | None:
    inner = node.find(list(LISTS)) if depth < DEEPEST else None
    lists = list(_list(inner, depth + 1)) if isinstance(inner, Tag) else []
    if lists and inner is not None:
        inner.replace_with(" ")
    text = _text([node])
    return PdfItem(text, lists[0] if lists else None) if text or lists else None


def _text(nodes: list[Any]) -> str:
    """The text of the nodes with single spaces, on a line of its own after each `<br>`."""
    text = "".join(node.get_text() for node in nodes)
    return "\n".join(" ".join(line.split()) for line in text.split(BREAK)).strip()
