"""What is found: hits grouped by page, counted by facet, and in the order of the reader.

An engine gives all hits in one statement; here those that visitors may not see are left out,
pages of files join the page that shows the file, and every facet is counted with all other chosen
values applied.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from cms.languages import LANGUAGES
from search.engines.port import Plan, Row, values
from search.library import Library, library
from search.query.asked import FACETS, Asked
from search.query.plans import Planned, planned
from search.query.typed import taken_apart
from search.sight import Sight
from search.vocabulary import Vocabulary


@dataclass(slots=True)
class Group:
    """A page, with those of its hits that are its own and its files', best first."""

    page: int
    language: str
    rows: list[Row] = field(default_factory=list)

    @property
    def is_past(self) -> bool:
        return all(row.past for row in self.rows)

    def values_of(self, facet: str) -> set[str]:
        return {value for row in self.rows for value in values(getattr(row, facet))}


@dataclass(frozen=True)
class Found:
    """`groups` in order. `counts` by facet; `past`, `foreign`: how many of the groups before
    those switches are past, in other languages. `planned` by language. `is_loose`: no entry has
    all the words, these have some."""

    library: Library
    groups: list[Group]
    counts: dict[str, Counter[str]]
    past: int = 0
    foreign: int = 0
    planned: dict[str, Planned] = field(default_factory=dict)
    is_loose: bool = False

    @property
    def sight(self) -> Sight:
        return self.library.sight


def found(asked: Asked, language: str, held: Library | None = None) -> Found:
    """For a reader of `language`, in the site's own library or in `held`. Raises EngineDown."""
    held = held or library()
    plans = plans_of(asked.text, language, held.vocabulary)
    rows = held.engine.find({code: one.plan for code, one in plans.items()})
    own = plans.get(language)
    loose = own.loosened if own and asked.text and not rows else None
    if loose is not None:
        rows = held.engine.find({language: loose})
    groups = grouped(rows, language, held.sight, with_files=bool(asked.text))
    result = chosen(asked, language, groups, held)
    return replace(result, planned=plans, is_loose=loose is not None)


def plans_of(text: str, language: str, vocabulary: Vocabulary) -> dict[str, Planned]:
    """Where nothing is typed, everything in the reader's language is found; where no word is,
    nothing."""
    typed = taken_apart(text)
    if not typed:
        return {} if text else {language: Planned(Plan())}
    plans = planned(typed, language, [one.code for one in LANGUAGES], vocabulary)
    return {code: one for code, one in plans.items() if not one.plan.is_empty}


def chosen(asked: Asked, language: str, groups: list[Group], held: Library) -> Found:
    """The groups as the switches and the chosen values leave them."""
    foreign = sum(group.language != language for group in groups)
    past = sum(group.is_past for group in groups)
    if asked.only_here:
        groups = [group for group in groups if group.language == language]
    if asked.only_current:
        groups = [group for group in groups if not group.is_past]
    kept, counts = narrowed(groups, asked)
    return Found(held, ordered(kept, language, asked), counts, past, foreign)


def grouped(rows: Iterable[Row], language: str, seen: Sight, *, with_files: bool) -> list[Group]:
    """Visible pages with their hits, in the order of the best one of each."""
    groups: dict[int, Group] = {}
    for row in rows:
        page = row.page
        if row.file:
            page = seen.host_of(row.file, language, row.language) if with_files else 0
        if page in seen.pages:
            group = groups.get(page)
            if group is None:
                group = groups[page] = Group(page, seen.pages[page].language)
            group.rows.append(row)
    return list(groups.values())


def narrowed(groups: list[Group], asked: Asked) -> tuple[list[Group], dict[str, Counter[str]]]:
    """Groups that have every chosen value, and each facet's counts with the others applied."""
    if not asked.narrowed:
        return groups, {facet: counted(groups, facet) for facet in FACETS}
    kept: list[Group] = []
    but_one: dict[str, list[Group]] = {}
    for group in groups:
        missed = [
            facet for facet, value in asked.narrowed.items() if value not in group.values_of(facet)
        ]
        if not missed:
            kept.append(group)
        elif len(missed) == 1:
            but_one.setdefault(missed[0], []).append(group)
    return kept, {
        facet: counted([*kept, *but_one.get(facet, ())], facet) for facet in FACETS
    }  # fmt: skip


def counted(groups: list[Group], facet: str) -> Counter[str]:
    """Groups by their values; most have one row, and many the same values in it."""
    at = Row._fields.index(facet)
    texts = Counter([group.rows[0][at] for group in groups if len(group.rows) == 1])
    counts = Counter[str]()
    for text, number in texts.items():
        for value in values(text):
            counts[value] += number
    for group in groups:
        if len(group.rows) > 1:
            for value in group.values_of(facet):
                counts[value] += 1
    return counts


def ordered(groups: list[Group], language: str, asked: Asked) -> list[Group]:
    """What is past last, other languages after the reader's own; then as asked, ties by id."""
    by_date = asked.by_date or not asked.text

    def place(group: Group) -> tuple[bool, bool, float, int]:
        best = group.rows[0]
        order = float(-max(row.day for row in group.rows)) if by_date else best.rank
        return group.is_past, group.language != language, order, best.id

    return sorted(groups, key=place)
