"""What a page gives to the search of the library: the port between page types and `search`."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class LibraryFields:
    """One page in one language. `kind` is the facet, `issued` the day that the year facet uses.

    The publisher is a page (its id in the source language) or a name as it is printed.
    """

    kind: str
    title: str
    summary: str = ""
    issued: date | None = None
    keywords: tuple[str, ...] = ()
    publisher_id: int | None = None
    publisher_name: str = ""

    @property
    def publisher_key(self) -> str:
        """The publisher as a value of facets: `page-<id>` or the name."""
        return f"page-{self.publisher_id}" if self.publisher_id else self.publisher_name
