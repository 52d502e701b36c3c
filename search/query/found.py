"""What is found: hits grouped by page, counted by facet, and in the order of the reader.

An engine gives all hits in one statement; here those that visitors may not see are left out,
pages of files join the page that shows the file, and every facet is counted with all other chosen
values applied.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import repeat

from cms.languages import LANGUAGES
from search.engines.port import APART, FACETS, Plan, Row, values
from search.library import Library, library
from search.query.asked import Asked
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
        return bool(self.rows[0].past) and all(row.past for row in self.rows)

    def values_of(self, facet: str) -> set[str]:
        return {value for row in self.rows for value in row.values_of(facet)}


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
    by_page: dict[int, list[Row]] = {}
    pages = seen.pages
    for row in rows:
        page = row.page
        if row.file:
            page = seen.host_of(row.file, language, row.language) if with_files else 0
        if page in pages:
            if page in by_page:
                by_page[page].append(row)
            else:
                by_page[page] = [row]
    return [Group(page, pages[page].language, held) for page, held in by_page.items()]


def narrowed(groups: list[Group], asked: Asked) -> tuple[list[Group], dict[str, Counter[str]]]:
    """Groups that have every chosen value, and each facet's counts with the others applied."""
    if not asked.narrowed:
        return groups, counted(groups)
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
    counts = counted(kept)
    for facet, others in but_one.items():
        counts[facet] = counted([*kept, *others])[facet]
    return kept, counts


def counted(groups: list[Group]) -> dict[str, Counter[str]]:
    """Groups by their values, facet by facet; most have one row, and many the same values."""
    single = [group.rows[0].facets.split(APART) for group in groups if len(group.rows) == 1]
    several = [group for group in groups if len(group.rows) > 1]
    columns = zip(*single, strict=True) if single else repeat(())
    found = {}
    for facet, texts in zip(FACETS, columns, strict=False):
        counts = found[facet] = Counter[str]()
        for text, number in Counter(texts).items():
            for value in values(text):
                counts[value] += number
        for group in several:
            for value in group.values_of(facet):
                counts[value] += 1
    return found


def ordered(groups: list[Group], language: str, asked: Asked) -> list[Group]:
    """What is past last, other languages after the reader's own; then as asked, ties by id."""
    if asked.by_date or not asked.text:
        groups = sorted(
            groups, key=lambda group: (-max(row.day for row in group.rows), group.rows[0].id)
        )
    places: tuple[list[Group], ...] = ([], [], [], [])
    for group in groups:
        places[2 * group.is_past + (group.language != language)].append(group)
    return [group for place in places for group in place]
