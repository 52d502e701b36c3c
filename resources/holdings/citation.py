"""How a holding is cited in plain text, in the order of ISO 690."""

from typing import Any


def citation_of(page: Any, *, makers: list[str], publisher: str, url: str) -> str:
    """`makers` are the names before the title, `url` the address of the page."""
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
        f"https://doi.org/{page.doi}" if page.doi else url,
    ]
    return ". ".join(str(part).rstrip(".") for part in parts if part)
