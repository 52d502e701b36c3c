"""How a holding is cited in plain text, in the order of ISO 690."""

from typing import Any


def citation_of(page: Any, *, makers: list[str], publisher: str) -> str:
    """All but the address (`cited_at`); `makers` are the names before the title."""
    names = "; ".join(makers)
    series = " ".join(part for part in (page.series, page.series_number) if part)
    place = ", ".join(part for part in (publisher, page.issued[:4]) if part)
    parts = [
        f"{names}: {page.title}" if names else page.title,
        page.edition,
        place,
        f"({series})" if series else "",
        page.reference,
        f"ISBN {page.isbn}" if page.isbn else "",
        f"ISSN {page.issn}" if page.issn else "",
    ]
    return ". ".join(str(part).rstrip(".") for part in parts if part)


def cited_at(page: Any, url: str) -> str:
    """The last part of a citation, apart because it runs left to right in every language; `url` is
    the address of the page."""
    return f"https://doi.org/{page.doi}" if page.doi else url
