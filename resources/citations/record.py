"""What a reference manager is told of a holding, and what each format calls its kind.

One record, read from the page as it is shown, is written in three formats; a field that a format
has no name for is left out there.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cms.core.frame import address
from cms.core.plain import plain
from resources.holdings.edtf import Edtf
from resources.holdings.vocabulary import MakerRole


class CitedKind(NamedTuple):
    """The same kind in BibTeX, in RIS (2011) and in CSL 1.0.2."""

    bibtex: str
    ris: str
    csl: str


OTHER = CitedKind("misc", "GEN", "document")
REPORT = CitedKind("techreport", "RPRT", "report")
BOOK = CitedKind("book", "BOOK", "book")
KINDS = {
    "report": REPORT, "study": REPORT, "policy_paper": REPORT,
    "guide": BOOK, "handbook": BOOK, "book": BOOK, "declaration": BOOK,
    "leaflet": CitedKind("booklet", "PAMP", "pamphlet"),
    "law": CitedKind("misc", "STAT", "legislation"),
    "link": CitedKind("misc", "ELEC", "webpage"),
    "video": CitedKind("misc", "VIDEO", "motion_picture"),
    "audio": CitedKind("misc", "SOUND", "song"),
    "dataset": CitedKind("misc", "DATA", "dataset"),
    "presentation": CitedKind("misc", "SLIDE", "speech"),
}  # fmt: skip


@dataclass(frozen=True)
class CitationRecord:
    """Plain text in every field; names stand in the script and order in which they are printed."""

    key: str
    kind: CitedKind
    title: str
    lang: str
    url: str
    issued: Edtf | None = None
    #: Names by role (`MakerRole`), in their order.
    makers: dict[str, list[str]] = field(default_factory=dict)
    publisher: str = ""
    edition: str = ""
    series: str = ""
    series_number: str = ""
    #: The number of the work itself, such as that of an act or a report.
    number: str = ""
    pages: int | None = None
    isbn: str = ""
    issn: str = ""
    doi: str = ""
    summary: str = ""

    def made_by(self, role: MakerRole) -> list[str]:
        return self.makers.get(role.value, [])


def record_of(page: Any, shown: Any, request: Any) -> CitationRecord:
    """The record of a holding in the language of `page`; `shown` as its own page shows it."""
    lang = page.locale.language_code
    return CitationRecord(
        key=f"{page.slug}-{lang}",
        kind=KINDS.get(page.kind, OTHER),
        title=line(page.title),
        lang=lang,
        url=request.build_absolute_uri(address(lang, page.url_path)),
        issued=page.issued_on,
        makers={
            group.code: [line(entry.title) for entry in group.entries] for group in shown.makers
        },
        publisher=line("".join(entry.title for entry in shown.publishers)),
        edition=line(page.edition),
        series=line(page.series),
        series_number=line(page.series_number),
        number=line(page.reference),
        pages=page.pages,
        isbn=page.isbn,
        issn=page.issn,
        doi=page.doi,
        summary=line(page.summary),
    )


def line(text: str) -> str:
    """Text without what no format takes: control characters, and ends of lines in a field."""
    return " ".join(plain(text).split())
