"""A holding in the RIS format (2011 tags): a tag, two blanks, a dash and a value on each line.

Lines end in CR and LF, as the format asks; a value holds no line end.
"""

from resources.citations.record import CitationRecord
from resources.holdings.vocabulary import MakerRole

ROLES = {"AU": MakerRole.AUTHOR, "A2": MakerRole.EDITOR, "A4": MakerRole.TRANSLATOR}


def ris_of(record: CitationRecord) -> str:
    issued = record.issued
    parts = issued.iso.split("-") if issued else []
    lines = [
        ("TY", record.kind.ris),
        *((tag, name) for tag, role in ROLES.items() for name in record.made_by(role)),
        ("TI", record.title),
        ("T2", record.series),
        ("PY", parts[0] if parts else ""),
        ("DA", "/".join([*parts, *[""] * (4 - len(parts))]) if parts else ""),
        ("PB", record.publisher),
        ("ET", record.edition),
        ("M1", record.series_number or record.number),
        ("N1", record.number if record.series_number else ""),
        ("SP", str(record.pages or "")),
        ("SN", record.isbn),
        ("SN", record.issn),
        ("DO", record.doi),
        ("UR", record.url),
        ("LA", record.lang),
        ("AB", record.summary),
    ]
    written = [f"{tag}  - {value}" for tag, value in lines if value]
    return "\r\n".join([*written, "ER  - ", ""])
