"""What a PDF is made of: plain text in a few kinds of parts, never markup.

`kind` names a part to the template; nobody gives it.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PdfParagraph:
    text: str
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True)
class PdfItem:
    """One entry of a list, with the list that it may hold itself."""

    text: str
    inner: "PdfList | None" = None


@dataclass(frozen=True)
class PdfList:
    items: tuple[PdfItem, ...]
    ordered: bool = False
    kind: str = field(default="list", init=False)


@dataclass(frozen=True)
class PdfQuote:
    text: str
    source: str = ""
    kind: str = field(default="quote", init=False)


@dataclass(frozen=True)
class PdfTable:
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    kind: str = field(default="table", init=False)


@dataclass(frozen=True)
class PdfTerm:
    title: str
    parts: "tuple[PdfParagraph | PdfList, ...]"


@dataclass(frozen=True)
class PdfTerms:
    """Titles with their text: what unfolds on the web."""

    items: tuple[PdfTerm, ...]
    kind: str = field(default="terms", init=False)


@dataclass(frozen=True)
class PdfFact:
    """A name with one value or several, each on a line of its own and in its own direction."""

    label: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class PdfFacts:
    items: tuple[PdfFact, ...]
    kind: str = field(default="facts", init=False)


PdfPart = PdfParagraph | PdfList | PdfQuote | PdfTable | PdfTerms | PdfFacts


@dataclass(frozen=True)
class PdfSection:
    """`level` 1 is the highest below the title; wrong levels and missing headings are mended."""

    heading: str = ""
    level: int = 1
    parts: tuple[PdfPart, ...] = ()
    #: Whether the table of contents names it; the bookmarks do in any case.
    is_listed: bool = True


@dataclass(frozen=True)
class PdfLabels:
    """The template's own words, in the document's language."""

    contents: str
    untitled: str


@dataclass(frozen=True)
class PdfDocument:
    """`lang` is a BCP 47 tag, `direction` ltr or rtl, `date` a text in the document's language."""

    title: str
    lang: str
    labels: PdfLabels
    direction: str = "ltr"
    author: str = ""
    date: str = ""
    summary: str = ""
    sections: tuple[PdfSection, ...] = ()
    footer: str = ""


@dataclass(frozen=True)
class PdfResult:
    """`replaced`: what no font could show, each once, in the order of the text."""

    content: bytes
    replaced: list[str]
