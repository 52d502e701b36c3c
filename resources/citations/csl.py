"""A holding as CSL-JSON (the Citation Style Language's schema, 1.0.2): a list of one item."""

import json
from typing import Any

from resources.citations.record import CitationRecord
from resources.holdings.edtf import Edtf
from resources.holdings.vocabulary import MakerRole

ROLES = (
    MakerRole.AUTHOR, MakerRole.EDITOR, MakerRole.TRANSLATOR, MakerRole.ILLUSTRATOR,
    MakerRole.CONTRIBUTOR,
)  # fmt: skip


def csl_of(record: CitationRecord) -> str:
    # Nothing says which part of a name is the family name: the schema has `literal` for that
    names = {role.value: [{"literal": name} for name in record.made_by(role)] for role in ROLES}
    item: dict[str, Any] = {
        "id": record.key,
        "type": record.kind.csl,
        "title": record.title,
        **names,
        "issued": date_of(record.issued) if record.issued else None,
        "publisher": record.publisher,
        "edition": record.edition,
        "collection-title": record.series,
        "collection-number": record.series_number,
        "number": record.number,
        "number-of-pages": record.pages,
        "ISBN": record.isbn,
        "ISSN": record.issn,
        "DOI": record.doi,
        "URL": record.url,
        "language": record.lang,
        "abstract": record.summary,
    }
    held = {name: value for name, value in item.items() if value}
    return json.dumps([held], ensure_ascii=False, indent=2) + "\n"


def date_of(issued: Edtf) -> dict[str, Any]:
    """Numbers, as many as are known; `circa` for a date that is approximate."""
    parts = [int(part) for part in issued.iso.split("-")]
    return {"date-parts": [parts], **({"circa": True} if issued.is_approximate else {})}
