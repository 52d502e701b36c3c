"""Makes any text fit for the fonts: PDF/UA refuses a document for one character without a glyph.

A character and the marks on it are set in one font, so they are looked up together. What no font
has becomes one box and is noted; control characters are nothing to show and go without a note.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from cms.core.pdf.fonts import coverage

#: WHITE SQUARE (in GB 2312, so Noto Sans SC has it).
BOX = "\u25a1"
#: Invisible, of use to readers of several scripts, and taken by the typesetter without a glyph:
#: soft hyphen, joiners, marks of direction, isolates, word joiner.
INVISIBLE = frozenset("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069")
JOINER = "\u200d"
#: No mark can sit on these.
NO_BASE = frozenset("\n\u00ad\u061c\u200b\u200e\u200f\u2060\u2066\u2067\u2068\u2069")
#: A word longer than a line gets places to break. Where `/`, `?` or `-` stand it breaks by itself.
TOO_LONG = re.compile(r"[^\s/?&.\-\u200b\u2e80-\u9fff\uff00-\uffef]{64}")


class Glyphs:
    """Fits texts one by one and remembers in `replaced` what no font has."""

    def __init__(self) -> None:
        self._families = [family | {ord(c) for c in INVISIBLE} | {10} for family in coverage()]
        self._known: dict[str, str] = {}
        self.replaced: dict[str, None] = {}

    def refuse(self, texts: list[str]) -> None:
        """Take it that no font shows these: the marks of each, or where it has none all of it."""
        for text in texts:
            refused = {ord(c) for c in text if _extends(c)} or set(map(ord, text))
            self._families = [family - refused for family in self._families]
        self._known.clear()
        self.replaced.clear()

    def fit(self, text: str) -> str:
        text = _written_out(text)
        parts = clusters(text) if any(_extends(c) for c in set(text)) else text
        fitted = "".join(self._known.get(part) or self._fitted(part) for part in parts)
        return TOO_LONG.sub(lambda word: word[0] + "\u200b", fitted)

    def _fitted(self, cluster: str) -> str:
        stray = cluster[0] != JOINER and _extends(cluster[0])
        points = set(map(ord, cluster))
        if not stray and any(family >= points for family in self._families):
            self._known[cluster] = cluster
        else:
            self._known[cluster] = BOX
            self.replaced[cluster.strip("".join(INVISIBLE))] = None
        return self._known[cluster]


def clusters(text: str) -> Iterator[str]:
    """Each character with the marks on it, and emoji joined to one picture."""
    start = 0
    for place in range(1, len(text)):
        if not _belongs(text[place], text[place - 1]):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


@lru_cache(maxsize=4096)
def _belongs(character: str, to: str) -> bool:
    if _extends(character):
        return to not in NO_BASE
    return to == JOINER and unicodedata.category(character) == "So"


def _extends(character: str) -> bool:
    """Marks, the joiner of emoji, tones of skin."""
    return (
        character == JOINER
        or unicodedata.category(character).startswith("M")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )


def _written_out(text: str) -> str:
    """The text in composed form, with `\n` alone of all control characters."""
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = "\n".join(text.splitlines()).replace("\t", " ")
    return unicodedata.normalize("NFC", text.translate({ord(c): None for c in _silent(text)}))


def _silent(text: str) -> set[str]:
    """Control and format characters in the text, and selectors of variants."""
    return {
        c for c in set(text) - INVISIBLE - {"\n"}
        if unicodedata.category(c) in {"Cc", "Cf"} or 0xFE00 <= ord(c) <= 0xFE0F
    }  # fmt: skip
