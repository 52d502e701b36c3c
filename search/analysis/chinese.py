"""Chinese: overlapping pairs of signs, and each sign alone for a query of one sign."""

from collections.abc import Sequence

from search.analysis.analyser import Analyser, Reading
from search.analysis.letters import SIGN


class Chinese(Analyser):
    is_latin = False
    is_phrase = True

    def words(self, text: str) -> list[str]:
        return [pair for word in super().words(text) for pair in pairs(word)]

    def runs(self, text: str) -> list[list[str]]:
        return [pairs(word) for word in super().words(text)]

    def is_loose(self, run: Sequence[str]) -> bool:
        return len(run) == 1 and len(run[0]) == 1

    def read(self, word: str) -> Reading:
        return Reading(tuple(dict.fromkeys(word))) if SIGN.match(word) else super().read(word)


def pairs(word: str) -> list[str]:
    """A run of signs as overlapping pairs; any other word, or a single sign, as it is."""
    if len(word) == 1 or not SIGN.match(word):
        return [word]
    return [word[at : at + 2] for at in range(len(word) - 1)]
