"""The plans of a query, one for each language: what an engine is asked, and what the reader is
told.

At most three statements, however many words and languages there are: the words and their stems
in all languages at once, and what the reader's own language has that is like a word it lacks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from search.analysis import Analyser, analyser_for
from search.engines.port import Plan
from search.query.meaning import How, Meaning, as_typed, mended, unknown
from search.query.typed import Typed
from search.query.units import Question, of_word, question, terms_of
from search.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, and what each word of it was taken for."""

    plan: Plan
    meanings: tuple[Meaning, ...] = ()
    #: Any of the words instead of all, for a plan without hits; None where that is no other.
    loosened: Plan | None = None

    @property
    def mended(self) -> list[Meaning]:
        """The words that were read otherwise than they were typed."""
        return [one for one in self.meanings if one.how in {How.ACCENTS, How.CORRECTED}]

    @property
    def stems(self) -> list[str]:
        """What the words that are marked in a passage have in common (`Vocabulary.forms`)."""
        stems = (stem for one in self.meanings for stem in (*one.stems, *one.words, *one.kin))
        return list(dict.fromkeys(stems))


def planned(
    typed: Typed, own: str, languages: Sequence[str], vocabulary: Vocabulary
) -> dict[str, Planned]:
    """A plan for the reader's `own` language, and for each other one that holds all the words."""
    asked = {one: question(typed, analyser_for(one)) for one in dict.fromkeys((own, *languages))}
    found = as_typed({language: one.words for language, one in asked.items()}, vocabulary)
    found[own] |= mended(own, asked[own].words, found[own], vocabulary)
    return {
        language: _planned(one, found[language], analyser_for(language))
        for language, one in asked.items()
        if language == own or all(word in found[language] for word in one.words)
    }


def _planned(one: Question, found: Mapping[str, Meaning], analyser: Analyser) -> Planned:
    every = tuple(terms_of(unit, found, analyser) for unit in one.every)
    none = tuple(term for unit in one.none for term in terms_of(unit, found, analyser))
    words = dict.fromkeys(word for unit in one.every for word in unit.words)
    meanings = tuple(found.get(word) or unknown(word) for word in words)
    loose = dict.fromkeys(term for meaning in meanings for term in of_word(meaning))
    return Planned(
        Plan(every, none), meanings, Plan((tuple(loose),), none) if len(words) > 1 else None
    )
