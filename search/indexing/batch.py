"""Entries with their words and what these were read as: what is put into an index together."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.analysis import Reading
from search.engines.port import Entry
from search.indexing.entries import Words, analysed, distinct, words_of
from search.models import SearchDocument
from search.vocabulary import Vocabulary

#: (language, distinct words) → at least the readings of these.
Read = Callable[[str, set[str]], Mapping[str, Reading]]


@dataclass(frozen=True)
class Batch:
    entries: Sequence[SearchDocument]
    words: list[Words]
    #: Of all words of the entries, by language.
    readings: dict[str, Mapping[str, Reading]]

    def terms(self) -> list[Entry]:
        """For an engine, when the entries have their ids."""
        return [
            analysed(entry, words, self.readings[entry.language])
            for entry, words in zip(self.entries, self.words, strict=True)
        ]

    def count(self, vocabulary: Vocabulary) -> None:
        """Note the words in the vocabulary."""
        languages = (entry.language for entry in self.entries)
        pairs = zip(languages, map(distinct, self.words), strict=True)
        for language, texts in grouped(pairs).items():
            vocabulary.count(language, texts, readings=self.readings[language])


def batch(entries: Sequence[SearchDocument], read: Read) -> Batch:
    words = [words_of(entry) for entry in entries]
    held: dict[str, set[str]] = {}
    for entry, of_entry in zip(entries, words, strict=True):
        of_language = held.setdefault(entry.language, set())
        of_language |= distinct(of_entry)
    return Batch(
        entries, words, {language: read(language, many) for language, many in held.items()}
    )


def count(vocabulary: Vocabulary, words: Iterable[tuple[str, set[str]]], by: int = 1) -> None:
    """Note (language, words) of entries that an engine has."""
    for language, texts in grouped(words).items():
        vocabulary.count(language, texts, by=by)


def grouped(pairs: Iterable[tuple[str, set[str]]]) -> dict[str, list[set[str]]]:
    """Sets of words by language."""
    found: dict[str, list[set[str]]] = {}
    for language, words in pairs:
        found.setdefault(language, []).append(words)
    return found
