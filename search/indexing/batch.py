"""Entries with their words and what these were read as: what is put into an index together."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from search.analysis import Reading
from search.engines.port import Entry
from search.indexing.entries import Words, analysed, distinct, words_of
from search.indexing.pool import Analysts
from search.models import SearchDocument
from search.vocabulary import Vocabulary

#: Chunks whose words are being read while another one is written.
AHEAD = 4
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


@dataclass(frozen=True)
class Worded:
    """Entries with their words, which nobody has read yet."""

    entries: Sequence[SearchDocument]
    words: list[Words]

    @cached_property
    def distinct(self) -> dict[str, set[str]]:
        """By language."""
        held: dict[str, set[str]] = {}
        for entry, words in zip(self.entries, self.words, strict=True):
            of_language = held.setdefault(entry.language, set())
            of_language |= distinct(words)
        return held

    def read_by(self, read: Read) -> Batch:
        readings = {language: read(language, words) for language, words in self.distinct.items()}
        return Batch(self.entries, self.words, readings)


def worded(entries: Sequence[SearchDocument]) -> Worded:
    return Worded(entries, [words_of(entry) for entry in entries])


def batch(entries: Sequence[SearchDocument], read: Read) -> Batch:
    return worded(entries).read_by(read)


def batches(chunks: Iterable[Sequence[SearchDocument]], readers: Analysts) -> Iterator[Batch]:
    """Each chunk as a batch; the words of the next ones are read meanwhile, on the other cores:
    the first chunks have the most new words, the later ones the most to write."""
    waiting = deque[Worded]()
    for chunk in chunks:
        waiting.append(made := worded(chunk))
        readers.begin(made.distinct)
        if len(waiting) > AHEAD:
            yield waiting.popleft().read_by(readers.readings)
    while waiting:
        yield waiting.popleft().read_by(readers.readings)


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
