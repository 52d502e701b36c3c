"""A query in the words of one language: what must stand in a document, and what must not.

A unit is one word, or words that stand side by side: a phrase in quotes, or the syllables and
signs of a language that writes its words without blanks between them, or with blanks within.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from search.analysis import Analyser
from search.engines.port import Term
from search.query.meaning import Meaning, unknown
from search.query.typed import MOST_WORDS, Typed

#: Surface and stems, of the title and of the body.
SURFACE, STEMS = ("x", "surf"), ("y", "terms")
#: Spellings of one phrase with the accents that its words may lack.
MOST_PHRASES = 16


@dataclass(frozen=True, slots=True)
class Unit:
    words: tuple[str, ...]
    #: Sought side by side and as it is written.
    is_phrase: bool = False
    #: The words may lack their tones, or stand as single signs.
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Units of which all must be there, and of which none may be."""

    every: tuple[Unit, ...]
    none: tuple[Unit, ...]

    @property
    def words(self) -> list[str]:
        """The distinct words of all units, in their order."""
        return list(dict.fromkeys(word for one in (*self.every, *self.none) for word in one.words))


def question(typed: Typed, analyser: Analyser) -> Question:
    every = [*_units(typed.words, analyser), *_phrases(typed.phrases, analyser)]
    none = [*_units(typed.without, analyser), *_phrases(typed.without_phrases, analyser)]
    return Question(tuple(every[:MOST_WORDS]), tuple(none[:MOST_WORDS]))


def _units(parts: Iterable[str], analyser: Analyser) -> Iterator[Unit]:
    if analyser.is_phrase:
        for run in analyser.runs(" ".join(parts)):
            yield Unit(tuple(run[:MOST_WORDS]), is_phrase=True, is_loose=True)
    else:
        yield from (Unit((word,)) for part in parts for word in analyser.words(part))


def _phrases(parts: Iterable[str], analyser: Analyser) -> Iterator[Unit]:
    for part in parts:
        for run in analyser.runs(part):
            yield Unit(tuple(run[:MOST_WORDS]), is_phrase=True)


def terms_of(unit: Unit, found: Mapping[str, Meaning], analyser: Analyser) -> tuple[Term, ...]:
    """Any of these stands for the unit."""
    meanings = [found.get(word) or unknown(word) for word in unit.words]
    if not unit.is_phrase:
        return of_word(meanings[0])
    texts = _spellings([one.words for one in meanings])
    terms = [Term(field, text) for text in texts for field in SURFACE]
    if unit.is_loose and len(meanings) == 1:
        terms += [Term("parts", mark) for mark in meanings[0].kin]
    if unit.is_loose and analyser.is_loose(unit.words):
        texts = _spellings([one.stems for one in meanings])
        terms += [Term(field, text) for text in texts for field in STEMS]
    return tuple(terms)


def of_word(meaning: Meaning) -> tuple[Term, ...]:
    """A word by its surface, its stems, and the compounds that it is a part of."""
    parts = dict.fromkeys([*meaning.stems, *meaning.words, *meaning.kin])
    return tuple(
        Term(field, text)
        for fields, texts in ((SURFACE, meaning.words), (STEMS, meaning.stems), (("parts",), parts))
        for text in texts
        for field in fields
    )


def _spellings(words: list[tuple[str, ...]]) -> list[str]:
    """Phrases of one of the words at each place, the first ones first."""
    return [" ".join(one) for one in islice(product(*words), MOST_PHRASES)]
