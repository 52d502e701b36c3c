"""What every engine is asked and answers, whichever it is.

A document comes analysed into five fields of terms; a query comes as a plan for each language: an
AND over words, each an OR of (field, term), phrases on the surface fields, and what must not be
there. An engine decides nothing about language, and nothing about who may see what.
"""

from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol, Self

#: Fields of terms with their weights in bm25: title surface and stems, body surface and stems,
#: parts of compounds.
WEIGHTS = {"x": 8.0, "y": 4.0, "surf": 4.0, "terms": 2.0, "parts": 0.3}
#: Facets in the order in which they are shown; also the names of their parameters.
FACETS = ("kind", "topic", "language", "year", "publisher", "audience", "format", "accessible")
#: Between the values of a facet that has several, and between facets.
BETWEEN, APART = "\n", "\x1f"


class EngineDown(Exception):
    """The engine cannot answer now: it is not there, full, broken, or locked for too long."""


class Row(NamedTuple):
    """An entry as results are counted, narrowed and sorted by it; ids and values, no text.

    `page` is 0 for a page of a file, `file` 0 for a page of the site. `day` is a proleptic
    ordinal, 0 where there is no date. `facets` are the values of all facets as one text
    (`packed`), which thousands of rows are read by faster. `rank` is smaller for better hits.
    """

    id: int
    page: int
    file: int
    number: int
    language: str
    past: int = 0
    day: int = 0
    facets: str = ""
    rank: float = 0.0

    def values_of(self, facet: str) -> tuple[str, ...]:
        return values(self.facets.split(APART)[FACETS.index(facet)])


def packed(by_facet: Mapping[str, Iterable[str]]) -> str:
    return APART.join(BETWEEN.join(by_facet.get(facet, ())) for facet in FACETS)


@lru_cache(maxsize=10_000)
def values(text: str) -> tuple[str, ...]:
    """The values of one facet of a row."""
    return tuple(text.split(BETWEEN)) if text else ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as an engine keeps it: terms by field, each a string split at blanks."""

    row: Row
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Term:
    """`term` in `field`; several words in it are a phrase."""

    field: str
    term: str


@dataclass(frozen=True, slots=True)
class Plan:
    """All of `every`, each by any of its terms, and nothing of `none`."""

    every: tuple[tuple[Term, ...], ...] = ()
    none: tuple[Term, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.every and not self.none


class Engine(Protocol):
    """Every method raises EngineDown where the engine cannot do it now."""

    def create(self) -> None:
        """Make what is not there yet."""

    def writing(self) -> AbstractContextManager[None]:
        """All writes within it hold, or none."""

    def put(self, entries: Iterable[Entry]) -> None:
        """Instead of what has the same ids."""

    def drop(self, ids: Collection[int]) -> None: ...

    def find(self, plans: Mapping[str, Plan]) -> list[Row]:
        """All hits, each by the plan of its language, best first, equal ones by id; in one
        request. A plan without `every` begins with all entries of its language."""

    def version(self) -> int:
        """Another number whenever another answer may be found."""

    def words(self, ids: Collection[int]) -> dict[int, tuple[str, set[str]]]:
        """(language, distinct words as they are written) of entries, by id."""

    def rows(self) -> list[Row]:
        """All entries, for the check against the database."""

    def beside(self) -> Self:
        """A second, empty index, which nobody searches until `swap`."""

    def swap(self) -> None:
        """Let the index of `beside` be the one that is searched, in one step."""
