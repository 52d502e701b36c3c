"""What a visitor asks for, as the address of the results says it: each has one stable address."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict

from cms.core.plain import plain
from search.engines.port import FACETS

MOST_CHARACTERS = 500


@dataclass(frozen=True)
class Asked:
    """`narrowed` are chosen values of facets. `only_here`: in the language of the page alone;
    `only_current`: nothing withdrawn or superseded."""

    text: str = ""
    narrowed: Mapping[str, str] = field(default_factory=dict)
    by_date: bool = False
    only_here: bool = False
    only_current: bool = False

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        chosen = {name: plain(query.get(name, "")).strip()[:200] for name in FACETS}
        return cls(
            text=" ".join(plain(query.get("q", ""))[:MOST_CHARACTERS].split()),
            narrowed={name: value for name, value in chosen.items() if value},
            by_date=query.get("sort") == "date",
            only_here=query.get("only") == "here",
            only_current=query.get("past") == "no",
        )

    def query(self) -> str:
        """The part of the address that says the same, always in the same order."""
        parts = {"q": self.text} if self.text else {}
        parts |= {name: self.narrowed[name] for name in FACETS if name in self.narrowed}
        for name, value, is_so in (
            ("sort", "date", self.by_date), ("only", "here", self.only_here),
            ("past", "no", self.only_current),
        ):  # fmt: skip
            if is_so:
                parts[name] = value
        return urlencode(parts)

    def but(self, **changes: object) -> str:
        """The query of what is asked with these changes."""
        return replace(self, **changes).query()  # type: ignore[arg-type]  # names of its fields

    def toggled(self, facet: str, value: str) -> str:
        """The query with this value of a facet chosen, or no longer where it is."""
        others = {name: held for name, held in self.narrowed.items() if name != facet}
        if self.narrowed.get(facet) != value:
            others[facet] = value
        return self.but(narrowed=others)

    @property
    def is_plain(self) -> bool:
        """Neither narrowed nor sorted."""
        return self == Asked(self.text)
