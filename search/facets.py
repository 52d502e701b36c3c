"""The facets of the search as links with counts: one way to choose a value, or to leave it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from cms.core.facets import from_codes, newest_first
from cms.core.files import language_codes
from cms.core.listing import FacetLink, Names, ShownFacet
from cms.core.models.media import Accessible
from cms.core.models.pages import audience_codes
from search.engines.port import FACETS
from search.kinds import kind_names
from search.query.asked import Asked
from search.query.found import Found
from search.sight import Sight

#: Values that are shown of a facet; what is chosen is always among them.
MOST_VALUES = 30


def kinds_found(values: Iterable[str], _lang: str) -> dict[str, Any]:
    return {kind: name for kind, name in kind_names().items() if kind in values}


def formats_found(values: Iterable[str], _lang: str) -> dict[str, Any]:
    return {value: value.upper() for value in sorted(values)}


#: Label and names of each facet; topics and publishers are in what the reader sees.
SHOWN: Mapping[str, tuple[Any, Names | None]] = {
    "kind": (_("Kind"), kinds_found),
    "topic": (_("Topic"), None),
    "language": (_("Language"), from_codes(language_codes)),
    "year": (_("Year"), newest_first),
    "publisher": (_("Publisher"), None),
    "audience": (_("For whom"), from_codes(audience_codes)),
    "format": (_("Format"), formats_found),
    "accessible": (_("Accessible"), from_codes(lambda: Accessible.choices)),
}


def shown_facets(asked: Asked, result: Found, lang: str) -> list[ShownFacet]:
    """Facets with a choice, and those of which something is chosen."""
    found = []
    for facet in FACETS:
        links = links_of(facet, asked, result, lang)
        if len(links) > 1 or facet in asked.narrowed:
            found.append(ShownFacet(facet, SHOWN[facet][0], links))
    return found


def links_of(facet: str, asked: Asked, result: Found, lang: str) -> list[FacetLink]:
    counts = result.counts[facet]
    chosen = asked.narrowed.get(facet, "")
    values = {value for value, _number in counts.most_common(MOST_VALUES)}
    if chosen in counts:
        values.add(chosen)
    names = names_of(facet, values, result.sight, lang) if values else {}
    return [
        FacetLink(value, name, counts[value], asked.toggled(facet, value), value == chosen)
        for value, name in names.items()
    ]


def names_of(facet: str, values: set[str], seen: Sight, lang: str) -> dict[str, Any]:
    """Names of the values in the order of the facet; one without a name is not shown."""
    if facet == "topic":
        return {code: name for code, name in seen.topics(lang).items() if code in values}
    if facet == "publisher":
        return seen.publishers(sorted(values), lang)
    names = SHOWN[facet][1]
    return names(values, lang) if names else {}
