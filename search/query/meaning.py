"""What each typed word stands for in the index.

A word of the index stands for itself, in all forms of its stems; so it is looked up in all
languages at once. In the reader's own language one that no document holds may lack its accents
(“migracios”), else be mistyped by one letter; the reader is told of both.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from search.analysis import Analyser, analyser_for, read
from search.query.spelling import is_one_edit, one_edit
from search.vocabulary import Like, Vocabulary

#: Letters from which on, and up to which, a word is thought to be mistyped.
SHORTEST, LONGEST = 3, 40
#: Words of a query that are looked for in other spellings.
MOST_MENDED = 8


class How(Enum):
    """How a typed word was found."""

    AS_TYPED = "as typed"
    ACCENTS = "accents"
    CORRECTED = "corrected"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Meaning:
    """Words and stems of the index that a typed word stands for."""

    typed: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    how: How = How.AS_TYPED
    #: Marks that wider relations of the word share (`Reading.kin`).
    kin: tuple[str, ...] = ()
    #: Whether some document holds the word as it was typed.
    is_held: bool = False


def unknown(word: str) -> Meaning:
    """A word that the index does not have, nor anything like it."""
    return Meaning(word, (word,), (), How.UNKNOWN)


Found = dict[str, Meaning]


def as_typed(words: Mapping[str, Collection[str]], vocabulary: Vocabulary) -> dict[str, Found]:
    """By language the words that the index has as they are: two statements."""
    held = vocabulary.held((language, word) for language, many in words.items() for word in many)
    readings = {
        language: {
            word: held[language, word].reading if (language, word) in held
            else read(language, word)
            for word in many
        }
        for language, many in words.items()
    }  # fmt: skip
    known = vocabulary.held_stems(
        (language, stem)
        for language, many in readings.items()
        for word, reading in many.items()
        for stem in (word, *reading.stems, *reading.others, *reading.kin)
    )
    found: dict[str, Found] = {language: {} for language in words}
    for language, many in readings.items():
        for word, reading in many.items():
            kept = held.get((language, word))
            is_held = bool(kept and kept.documents)
            if is_held or (
                any(
                    (language, stem) in known
                    for stem in (*reading.stems, *reading.others, *reading.kin)
                )
                and analyser_for(language).knows(word)
            ):
                # the word itself too, where words of the index have it as their stem
                also = [word] if (language, word) in known else []
                stems = tuple(dict.fromkeys([*reading.stems, *reading.others, *also]))
                found[language][word] = Meaning(
                    word, (word,), stems, kin=reading.kin, is_held=is_held
                )
    return found


def mended(
    language: str, words: Collection[str], found: Mapping[str, Meaning], vocabulary: Vocabulary
) -> Found:
    """Words that the index lacks as what is nearest to them there: one statement."""
    analyser = analyser_for(language)
    lacking = [word for word in words if word not in found]
    bare = [word for word in words if word in found and _is_bare(found[word], analyser)]
    folded = {word: analyser.fold(word) for word in (*lacking, *bare)}
    mistyped = [word for word in lacking[:MOST_MENDED] if SHORTEST <= len(word) <= LONGEST]
    roots = {word: analyser.root(folded[word]) for word in mistyped}
    edits = {
        word: set().union(
            *(
                one_edit(text, analyser.alphabet)
                for text in {folded[word], roots[word]}
                if len(text) >= SHORTEST
            )
        )
        for word in mistyped
    }
    spellings = set(folded.values()).union(*edits.values())
    like = vocabulary.like(language, spellings, set(roots.values()))
    by_key = defaultdict[tuple[bool, str], list[Like]](list)
    for one in like:
        by_key[one.kind == "root", one.key].append(one)
    mended = {}
    for word in lacking:
        accents = by_key[False, folded[word]]
        if accents:
            mended[word] = _meaning(word, accents, How.ACCENTS)
        elif word in edits:
            near = [one for edit in edits[word] for one in by_key.get((False, edit), ())]
            nearest = [one for one in near if is_one_edit(word, one.text)] or near
            forms = by_key[True, roots[word]]
            if nearest or forms:
                mended[word] = _meaning(word, [*forms, *nearest], How.CORRECTED)
    for word in bare:
        if by_key[False, word]:
            mended[word] = _with(found[word], _meaning(word, by_key[False, word], How.ACCENTS))
    return mended


def _is_bare(meaning: Meaning, analyser: Analyser) -> bool:
    """Whether a word that is found may lack its accents even so: it has none, and no document
    holds it as it was typed (`bolum`, my abundance, for `bölüm`), or most words have some."""
    return (not meaning.is_held or analyser.is_toned) and analyser.fold(
        meaning.typed
    ) == meaning.typed


def _with(meaning: Meaning, accents: Meaning) -> Meaning:
    """A word as it was typed, and with the accents that it may lack."""
    if meaning.is_held:
        marks = dict.fromkeys([*meaning.kin, *accents.kin])
        return replace(meaning, kin=tuple(marks))
    return replace(
        accents,
        words=tuple(dict.fromkeys([*accents.words, *meaning.words])),
        stems=tuple(dict.fromkeys([*accents.stems, *meaning.stems])),
        kin=tuple(dict.fromkeys([*accents.kin, *meaning.kin])),
    )


def _meaning(typed: str, like: list[Like], how: How) -> Meaning:
    like = sorted(like, key=lambda one: -one.documents)
    words = dict.fromkeys(one.text for one in like if one.kind != "stem")
    stems = dict.fromkeys(stem for one in like for stem in one.stems)
    related = dict.fromkeys(mark for one in like for mark in one.kin)
    return Meaning(typed, tuple(words), tuple(stems), how, tuple(related))
