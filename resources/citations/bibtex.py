"""A holding as a BibTeX entry, in UTF-8, for BibTeX and for biblatex.

A name stands in braces of its own: nothing says which part of it is the family name, and BibTeX
would take the last word. The title's braces keep its capitals.
"""

from resources.citations.record import CitationRecord
from resources.holdings.vocabulary import MakerRole

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
#: BibTeX counts braces even where TeX reads `\{` as a letter: they are written by name.
SPECIAL = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "$&#%_"},
})  # fmt: skip
#: Fields that are read verbatim: addresses and numbers keep `_` and `%`.
VERBATIM = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def bibtex_of(record: CitationRecord) -> str:
    fields = {name: value for name, value in _fields(record).items() if value}
    lines = [f"  {name} = {value}," for name, value in fields.items()]
    return "\n".join([f"@{record.kind.bibtex}{{{record.key},", *lines, "}", ""])


def _fields(record: CitationRecord) -> dict[str, str]:
    issued = record.issued
    is_report = record.kind.bibtex == "techreport"
    return {
        "author": _names(record.made_by(MakerRole.AUTHOR)),
        "editor": _names(record.made_by(MakerRole.EDITOR)),
        "translator": _names(record.made_by(MakerRole.TRANSLATOR)),
        "title": f"{{{_braced(record.title)}}}",
        "institution" if is_report else "publisher": _braced(record.publisher),
        "year": _braced(f"{issued.first.year:04}") if issued else "",
        "month": MONTHS[issued.first.month - 1] if issued and issued.parts > 1 else "",
        "day": _braced(str(issued.first.day)) if issued and issued.parts > 2 else "",
        "edition": _braced(record.edition),
        "series": _braced(record.series),
        "number": _braced(record.series_number or record.number),
        "note": _braced(record.number) if record.series_number else "",
        "pagetotal": _braced(str(record.pages or "")),
        "isbn": _braced(record.isbn),
        "issn": _braced(record.issn),
        "doi": _verbatim(record.doi),
        "url": _verbatim(record.url),
        "language": _braced(record.lang),
        "abstract": _braced(record.summary),
    }


def _braced(text: str) -> str:
    return f"{{{text.translate(SPECIAL)}}}" if text else ""


def _verbatim(text: str) -> str:
    return f"{{{text.translate(VERBATIM)}}}" if text else ""


def _names(names: list[str]) -> str:
    joined = " and ".join(_braced(name) for name in names)
    return f"{{{joined}}}" if joined else ""
