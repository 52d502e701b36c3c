"""Lists with filters as links with counts: the light rows of a list are read once, counted here.

A list costs two queries, one for each facet that lies in another table, and one for its names;
none of them grows with the number of pages.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any, Protocol
from urllib.parse import urlencode

from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils import timezone
from wagtail.models import Locale

from cms.core.plain import plain
from cms.core.prepared import Prepared, among

PER_PAGE = 20

#: (values that occur, language of the reader) → what readers see, in the order of the facet.
Names = Callable[[Iterable[str], str], dict[str, Any]]


@dataclass(frozen=True)
class Facet:
    """One way to narrow a list.

    `column` is a lookup on the page's row, such as `kind` or `starts_at__year`; a value that is a
    list (`CodeListField`) counts once for each of its codes. `many(ids)` gives values by page id
    instead, in one query. `key` makes the value in the address from the stored one. A value that
    `names` leaves out is not shown. A facet with one value shows where it `stands_alone`: not
    every page has that value.
    """

    name: str
    label: Any
    names: Names
    column: str = ""
    many: Callable[[list[int]], dict[int, list[Any]]] | None = None
    key: Callable[[Any], str] = str
    stands_alone: bool = False

    @property
    def least(self) -> int:
        """With how many values it begins to narrow a list."""
        return 1 if self.stands_alone else 2


@dataclass(frozen=True)
class FacetLink:
    """One value of a facet: the link that chooses it, or leaves it where it is chosen."""

    value: str
    name: Any
    count: int
    query: str
    is_chosen: bool


@dataclass(frozen=True)
class ShownFacet:
    name: str
    label: Any
    links: list[FacetLink]

    @property
    def is_chosen(self) -> bool:
        return any(link.is_chosen for link in self.links)


@dataclass(frozen=True)
class Listing:
    """A page of a list, its facets, and the query that keeps the chosen values."""

    items: PageOfList[Any]
    facets: list[ShownFacet]
    query: str
    is_narrowed: bool

    @property
    def total(self) -> int:
        return self.items.paginator.count


class Keys(dict[Any, tuple[str, ...]]):
    """Stored value → its values in addresses, none or one; made once for each that occurs."""

    def __init__(self, key: Callable[[Any], str]) -> None:
        super().__init__()
        self._key = key

    def __missing__(self, value: Any) -> tuple[str, ...]:
        self[value] = found = () if value in (None, "") else (self._key(value),)
        return found

    def of_all(self, values: list[Any]) -> tuple[str, ...]:
        """Of several values, each once."""
        return tuple(dict.fromkeys(key for value in values for key in self[value]))


def values_of(rows: list[dict[str, Any]], facet: Facet) -> dict[int, tuple[str, ...]]:
    """Values of one facet by page id."""
    keys = Keys(facet.key)
    if facet.many is not None:
        found = facet.many([row["pk"] for row in rows])
        return {pk: keys.of_all(values) for pk, values in found.items()}
    pairs = [(row["pk"], row[facet.column]) for row in rows]
    return {
        pk: keys.of_all(value) if isinstance(value, list) else keys[value] for pk, value in pairs
    }


class Read(Protocol):
    def rows(self, columns: tuple[str, ...]) -> list[dict[str, Any]]:
        """`pk` and `columns` of each page, in order."""


@dataclass(frozen=True)
class QueryRead:
    """The pages of a query set that is no list's own."""

    queryset: Any

    def rows(self, columns: tuple[str, ...]) -> list[dict[str, Any]]:
        return list(self.queryset.values("pk", *columns))


class ListRead:
    """The pages of a list, by two queries that are written once for its type and language."""

    def __init__(self, page: Any) -> None:
        self._of = (type(page), page.locale.language_code, page.locale_id)
        self._now = timezone.now()

    def rows(self, columns: tuple[str, ...]) -> list[dict[str, Any]]:
        return _light(*self._of, columns, now=self._now)

    def pages(self, ids: list[int]) -> list[Any]:
        return _shown_pages(*self._of, now=self._now, ids=ids)


def _items_of(model: Any, lang: str, locale_id: int, now: Any) -> Any:
    """What a list page of this type and language gives as its `items`."""
    return model(locale=Locale(pk=locale_id, language_code=lang)).items(now)


def _light_of(model: Any, lang: str, locale_id: int, columns: tuple[str, ...], now: Any) -> Any:
    return _items_of(model, lang, locale_id, now).values("pk", *columns)


def _shown_of(model: Any, lang: str, locale_id: int, now: Any, ids: Any) -> Any:
    return _items_of(model, lang, locale_id, now).filter(among("id", ids)).order_by()


_light = Prepared(_light_of)
_shown_pages = Prepared(_shown_of)


def matching(read: Read, facets: tuple[Facet, ...], chosen: dict[str, str]) -> "Matches":
    rows = read.rows(tuple(facet.column for facet in facets if facet.many is None))
    values = {facet.name: values_of(rows, facet) for facet in facets} if rows else {}
    return Matches([row["pk"] for row in rows], values, chosen)


@dataclass(frozen=True)
class Matches:
    """Page ids of a list in its order, the values of its facets, and what is chosen of them."""

    ids: list[int]
    values: dict[str, dict[int, tuple[str, ...]]]
    chosen: dict[str, str]

    def all_but(self, left_out: str = "") -> list[int]:
        """Ids that have every chosen value, that of the facet `left_out` aside."""
        wanted = [
            (self.values.get(name, {}), value)
            for name, value in self.chosen.items()
            if name != left_out
        ]
        if not wanted:
            return self.ids
        return [pk for pk in self.ids if all(value in by.get(pk, ()) for by, value in wanted)]

    def counts(self, name: str) -> Counter[str]:
        by_page = self.values.get(name, {})
        return Counter(chain.from_iterable(map(by_page.get, self.all_but(name), repeat(()))))


def chosen_of(facets: tuple[Facet, ...], asked: QueryDict) -> dict[str, str]:
    """The values in the address, of the list's own facets alone."""
    return {facet.name: value for facet in facets if (value := asked.get(facet.name, "").strip())}


def names_of(facets: tuple[Facet, ...], chosen: dict[str, str], lang: str) -> list[str]:
    """What readers call the chosen values; nothing for a value that nobody offered."""
    found = []
    for facet in facets:
        if value := plain(chosen.get(facet.name, "")):
            found.append(str(facet.names([value], lang).get(value, "")))
    return [name for name in found if name]


def listing_of(of_list: Any, facets: tuple[Facet, ...], asked: QueryDict) -> Listing:
    """The page `asked["page"]` of a list page's items, narrowed by the values in `asked`."""
    read, lang = ListRead(of_list), of_list.locale.language_code
    chosen = chosen_of(facets, asked)
    found = matching(read, facets, chosen)
    page = Paginator(found.all_but(), PER_PAGE).get_page(asked.get("page"))
    order = list(page.object_list)
    by_pk = {item.pk: item for item in read.pages(order)} if order else {}
    page.object_list = [by_pk[pk] for pk in order if pk in by_pk]
    shown = [(facet, _shown(facet, found, lang)) for facet in facets]
    return Listing(
        items=page,
        facets=[
            links
            for facet, links in shown
            if len(links.links) >= facet.least or facet.name in chosen
        ],
        query=urlencode(chosen),
        is_narrowed=bool(chosen),
    )


def _shown(facet: Facet, found: Matches, lang: str) -> ShownFacet:
    counts = found.counts(facet.name)
    chosen = found.chosen.get(facet.name, "")
    others = {name: value for name, value in found.chosen.items() if name != facet.name}
    names = facet.names(counts, lang) if counts else {}
    links = [
        FacetLink(
            value, name, counts[value],
            urlencode(others if value == chosen else {**others, facet.name: value}),
            is_chosen=value == chosen,
        )
        for value, name in names.items()
        if counts[value]
    ]  # fmt: skip
    return ShownFacet(facet.name, facet.label, links)
