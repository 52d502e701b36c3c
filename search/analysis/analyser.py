"""What every language has in common: words of a text, and the reading of one word.

A language overrides `normalise` (letters that are one and the same), `stems_of` or the whole
of `read`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.analysis.letters import fold, normalised, words_in
from search.analysis.libraries import snowball


@dataclass(frozen=True, slots=True)
class Reading:
    """What one word may be: its stems, the parts that it is composed of, and stems that it may
    have too though another reading is far likelier (`emelkedett` is raised, and has risen).

    A document holds `parts` and `others` in a field of little weight; who asks for the word asks
    for `others` as for its stems.
    """

    stems: tuple[str, ...]
    parts: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def kin(self) -> tuple[str, ...]:
        return tuple(part for part in self.parts if part.startswith(KIN))

    @property
    def all(self) -> list[str]:
        """All that a document is found by where it holds the word."""
        return distinct((*self.stems, *self.parts, *self.others))


#: Begins what a word has in common with its wider kin: never a word itself.
KIN = "√"


def kin(text: str) -> str:
    """A mark for `Reading.parts`: words that share it are related, though forms of one it may
    not be. Nothing where there is no text."""
    return KIN + text if text else ""


class Analyser:
    """Words as they are written, and without their accents."""

    #: Letters that a typing error may put into a word, without accents.
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    #: Whether its words have letters of the Latin script.
    is_latin = True
    #: Whether the words of a query stand together in what is sought (syllables, signs).
    is_phrase = False
    #: Whether most words have an accent or a tone, so that one without is likely to lack it.
    is_toned = False
    #: The language's stemmer (Snowball), for words without their accents.
    stemmer = ""

    def normalise(self, text: str) -> str:
        """The text in the letters that are searched: one form for each, small."""
        return normalised(text).casefold()

    def fold(self, word: str) -> str:
        return fold(word)

    def words(self, text: str) -> list[str]:
        """The words of a text in their order, normalised."""
        return words_in(self.normalise(text))

    def read(self, word: str) -> Reading:
        """The reading of one normalised word."""
        stems = distinct(self.stems_of(word)) or [word]
        pieces = [piece for piece in word.split("-") if piece] if "-" in word else []
        parts = [*pieces, *(stem for piece in pieces for stem in self.stems_of(piece))]
        parts += [kin(root) for root in self.kin_of(word)]
        return Reading(tuple(stems), tuple(part for part in distinct(parts) if part not in stems))

    def stems_of(self, word: str) -> list[str]:
        return [word]

    def kin_of(self, word: str) -> list[str]:
        return []

    def spells(self, word: str) -> bool:
        """Whether a dictionary of the language has the word in just these letters."""
        return self.knows(word)

    def knows(self, word: str) -> bool:
        """Whether a dictionary of the language has the word in any form."""
        return False

    def root(self, word: str) -> str:
        """What forms of one word have in common even where accents are missing."""
        stem = snowball(self.stemmer) if self.stemmer else None
        return fold(stem(word)) if stem else fold(word)

    def runs(self, text: str) -> list[list[str]]:
        """Words of a query that stand side by side in what is sought."""
        words = self.words(text)
        return [words] if words else []

    def is_loose(self, run: Sequence[str]) -> bool:
        """Whether a run may be sought by its stems too, where it was not put in quotes."""
        return False


def distinct(texts: Iterable[str]) -> list[str]:
    """Each text once, in their order, without empty ones."""
    return [text for text in dict.fromkeys(texts) if text]
