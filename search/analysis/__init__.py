"""What the words of a text are to the search, language by language: pure functions of the text.

`analyser_for(language)` gives the analyser of a language of `cms.languages`; one that has none
of its own is searched by its words as they are written, without accents.
"""

import re
from collections.abc import Iterable
from functools import cache

from search.analysis.analyser import Analyser, Reading
from search.analysis.arabic import Arabic
from search.analysis.chinese import Chinese
from search.analysis.hungarian import Hungarian
from search.analysis.lemmas import English, Persian, Turkish
from search.analysis.letters import fold
from search.analysis.russian import Russian
from search.analysis.ukrainian import Ukrainian
from search.analysis.vietnamese import Vietnamese

__all__ = ["Analyser", "Reading", "analyse_many", "analyser_for", "read"]

ANALYSERS: dict[str, type[Analyser]] = {
    "ar": Arabic, "en": English, "fa": Persian, "hu": Hungarian, "ru": Russian, "tr": Turkish,
    "uk": Ukrainian, "vi": Vietnamese, "zh-hans": Chinese, "zh": Chinese,
}  # fmt: skip

LATIN = re.compile("[a-z]")
#: Reads words of no language in particular.
PLAIN = Analyser()


@cache
def analyser_for(language: str) -> Analyser:
    """The one analyser of a language; dictionaries are read when the first word is."""
    return ANALYSERS.get(language, Analyser)()


def analyse_many(language: str, words: Iterable[str]) -> dict[str, Reading]:
    """The reading of each word; in a pool of processes each process loads what it needs once."""
    return {word: read(language, word) for word in words}


def read(language: str, word: str) -> Reading:
    """The reading of one normalised word; one in another script needs no dictionary."""
    analyser = analyser_for(language)
    is_latin = bool(LATIN.search(fold(word)))
    return (analyser if is_latin == analyser.is_latin else PLAIN).read(word)
