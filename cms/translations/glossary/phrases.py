"""Finds a term of one or more words in a text where its words are inflected, by the search's
analysis of the language: pure functions of texts."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from search.analysis import analyser_for, read
from search.analysis.letters import SIGN
from search.marking import WORD, words_of

#: Tags and entities, which are no words.
MARKUP = re.compile(r"<[^<>]*>|&#?\w+;")
#: In Arabic the last letter of a feminine noun becomes ت before whose it is: إقامة, إقامتك.
WHOSE = re.compile("ت(?:ي|ك|ه|ها|نا|كما?|كن|هما?|هن)$")
#: Other words that may stand between those of a term where it is only asked whether it is used.
BETWEEN = 2


class Word(NamedTuple):
    """Where a word stands in a text, all that it may be a form of, and the signs before it."""

    start: int
    end: int
    forms: frozenset[str]
    before: str


class Phrase(NamedTuple):
    """What each word of a term must be a form of, and the signs before it."""

    words: tuple[frozenset[str], ...]
    before: tuple[str, ...]


@lru_cache(maxsize=50_000)
def forms_of(language: str, word: str) -> frozenset[str]:
    """A word as it stands in a text: every reading, but no part of a compound."""
    found: set[str] = set()
    given = words_of(language, word)
    owned = [WHOSE.sub("ه", one) for one in given if WHOSE.search(one)] if language == "ar" else []
    for one in (*given, *owned):
        reading = read(language, one)
        found |= {one, *reading.stems, *reading.others, *reading.kin}
    return frozenset(found)


@lru_cache(maxsize=20_000)
def sought_forms(language: str, word: str) -> frozenset[str]:
    """A word of a term: its likely readings alone."""
    found: set[str] = set()
    for one in words_of(language, word):
        reading = read(language, one)
        found |= {one, *reading.stems, *reading.kin}
    return frozenset(found)


def words(text: str, language: str) -> list[Word]:
    """The words of a segment in their order; positions are those of the text with its tags."""
    blank = MARKUP.sub(lambda found: " " * len(found[0]), text)
    found, at = [], 0
    for word in WORD.finditer(blank):
        before = "".join(blank[at : word.start()].split())
        at = word.end()
        found.append(Word(word.start(), at, forms_of(language, word[0]), before))
    return found


def phrase(term: str, language: str) -> Phrase:
    parts, before, at = [], [], 0
    for word in WORD.finditer(term):
        before.append("".join(term[at : word.start()].split()))
        parts.append(sought_forms(language, word[0]))
        at = word.end()
    return Phrase(tuple(parts), tuple(before))


def stands_at(wanted: Phrase, text: list[Word], at: int) -> bool:
    """Whether the phrase stands at word `at`: word by word, with the same signs between them."""
    here = text[at : at + len(wanted.words)]
    return len(here) == len(wanted.words) and all(
        not word.forms.isdisjoint(forms) and (not number or word.before == wanted.before[number])
        for number, (word, forms) in enumerate(zip(here, wanted.words, strict=True))
    )


def uses(term: str, text: str, language: str) -> bool:
    """Whether a text has the words of a term in their order, inflected as may be.

    Chinese writes no blanks and inflects nothing: there the signs themselves are sought.
    """
    if SIGN.search(term):
        return _signs(term, language) in _signs(text, language)
    wanted = phrase(term, language).words
    if not wanted:
        return False
    given = words(text, language)
    return any(
        _follow(wanted[1:], given, at + 1)
        for at, word in enumerate(given)
        if not word.forms.isdisjoint(wanted[0])
    )


def _follow(wanted: Iterable[frozenset[str]], given: list[Word], at: int) -> bool:
    for forms in wanted:
        near = given[at : at + 1 + BETWEEN]
        step = next((n for n, word in enumerate(near) if not word.forms.isdisjoint(forms)), None)
        if step is None:
            return False
        at += step + 1
    return True


def _signs(text: str, language: str) -> str:
    return "".join(analyser_for(language).normalise(MARKUP.sub("", text)).split())


def merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans for marking: in order, those that overlap as one."""
    start, end = -1, -1
    for first, last in sorted(spans):
        if first < end:
            end = max(end, last)
            continue
        if end > 0:
            yield start, end
        start, end = first, last
    if end > 0:
        yield start, end
