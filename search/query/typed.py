"""What a visitor typed, taken apart: words, “phrases” in quotes, and what a minus leaves out.

Nothing that can be typed is an error: a quote that nobody closed ends with the text, a minus that
stands alone means nothing, signs and control characters part words.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

#: Characters and words that are read: more is no question to a library.
MOST_CHARACTERS, MOST_WORDS = 500, 32
QUOTES = '"“”„‟«»「」『』'
PIECE = re.compile(
    rf"(?P<minus>(?<!\S)[-−–](?=\S))?(?:[{QUOTES}](?P<phrase>[^{QUOTES}]*)[{QUOTES}]?|(?P<word>[^\s{QUOTES}]+))"
)


@dataclass(frozen=True, slots=True)
class Typed:
    """Parts of a query as they were typed."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    without_phrases: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.without or self.without_phrases)


def taken_apart(text: str) -> Typed:
    """The parts of a query: never an error, whatever was typed."""
    found: dict[tuple[bool, bool], list[str]] = defaultdict(list)
    for piece in PIECE.finditer(" ".join(text[:MOST_CHARACTERS].replace("\0", " ").split())):
        is_phrase, is_without = piece["phrase"] is not None, bool(piece["minus"])
        value = piece["phrase"] if is_phrase else piece["word"]
        if any(sign.isalnum() for sign in value):
            found[is_phrase, is_without].append(value)
    return Typed(
        words=tuple(found[False, False][:MOST_WORDS]),
        phrases=tuple(found[True, False][:MOST_WORDS]),
        without=tuple(found[False, True][:MOST_WORDS]),
        without_phrases=tuple(found[True, True][:MOST_WORDS]),
    )
