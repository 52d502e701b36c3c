"""A holding as schema.org data: each file is a MediaObject, of a book an edition of it."""

from itertools import groupby
from typing import Any

TYPES = {
    "book": "Book", "guide": "Book", "handbook": "Book", "study": "Report", "report": "Report",
    "policy_paper": "Report", "leaflet": "CreativeWork", "declaration": "Book",
    "law": "Legislation", "form": "DigitalDocument", "link": "WebPage", "video": "VideoObject",
    "audio": "AudioObject", "dataset": "Dataset", "presentation": "PresentationDigitalDocument",
}  # fmt: skip


def schema_type(kind: str) -> str:
    return TYPES.get(kind, "CreativeWork")


def holding_schema(page: Any) -> dict[str, Any]:
    """Its own facts; what its rows add is there while the page is shown (`page.shown`)."""
    data = numbers(page)
    shown = getattr(page, "shown", None)
    if shown is None:
        return data
    for group in shown.makers:
        # Nothing says whether a printed name is a person's or an organisation's: plain text
        data[group.code] = [who.title for who in group.entries]
    for publisher in shown.publishers:
        data["publisher"] = {"@type": "Organization", "name": publisher.title}
    return {**data, **files_schema(page, shown.files)}


def numbers(page: Any) -> dict[str, Any]:
    issued, licence = page.issued_on, page.licence_shown
    values = {
        "datePublished": issued.iso if issued else "",
        "isbn": page.isbn.replace("-", ""),
        "issn": page.issn,
        "identifier": page.reference,
        "sameAs": f"https://doi.org/{page.doi}" if page.doi else "",
        "bookEdition": page.edition,
        "numberOfPages": page.pages,
        "license": licence.url if licence else "",
        "copyrightHolder": page.rights_holder,
        "isPartOf": {"@type": "CreativeWorkSeries", "name": page.series} if page.series else "",
        "spatialCoverage": page.coverage_place,
        "temporalCoverage": "/".join(day.iso for day in page.coverage),
    }
    return {name: value for name, value in values.items() if value}


def files_schema(page: Any, files: list[Any]) -> dict[str, Any]:
    """Nothing where readers may not open the files."""
    if not files or not page.files_are_open:
        return {}
    kind = schema_type(page.kind)
    if kind == "Dataset":
        return {"distribution": [media(page, file, "DataDownload") for file in files]}
    if kind != "Book":
        return {"encoding": [media(page, file) for file in files]}
    by_language = groupby(sorted(files, key=lambda f: f.language), key=lambda f: f.language)
    return {"workExample": [edition(page, language, list(held)) for language, held in by_language]}


def edition(page: Any, language: str, files: list[Any]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "@type": "Book", "bookFormat": "https://schema.org/EBook",
        "encoding": [media(page, file) for file in files],
    }  # fmt: skip
    return {**data, "inLanguage": language} if language and language != "mul" else data


def media(page: Any, file: Any, kind: str = "MediaObject") -> dict[str, Any]:
    data = {
        "@type": kind,
        "name": file.title or page.title,
        "contentUrl": page.absolute(file.url),
        "encodingFormat": file.mime,
        "contentSize": str(file.size) if file.size else "",
        "inLanguage": file.language if file.language != "mul" else "",
    }
    return {name: value for name, value in data.items() if value}
