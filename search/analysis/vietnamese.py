"""Vietnamese: a word is written as its syllables, each with its tones, or in a hurry without."""

from collections.abc import Sequence

from search.analysis.analyser import Analyser


class Vietnamese(Analyser):
    is_phrase = True
    is_toned = True

    def stems_of(self, word: str) -> list[str]:
        return [self.fold(word)]

    def kin_of(self, word: str) -> list[str]:
        """The syllable itself: what one without tones may be is sought with little weight."""
        return [word]

    def is_loose(self, run: Sequence[str]) -> bool:
        """Without tones, where the whole run was typed without any."""
        return len(run) > 1 and all(self.fold(word) == word for word in run)
