"""What a page gives to the search of the library: the port between page types and `search`."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class LibraryFields:
    """One page in one language. `kind` is the facet, `issued` the day that the year facet uses."""

    kind: str
    title: str
    summary: str = ""
    issued: date | None = None
    keywords: tuple[str, ...] = ()
