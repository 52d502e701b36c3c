"""What changed between two texts of one segment, word by word.

A segment is a piece of HTML with inline tags alone (`wagtail_localize.strings`): tags are words of
their own, so that a moved link is seen and no tag is ever torn.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Literal, NamedTuple

#: A tag, an entity, a word with its accents, blanks, or one other sign.
PIECE = re.compile(r"<[^<>]*>|&#?\w+;|\w+|\s+|[^\w\s]")
#: Unchanged pieces between two changes that are too little to be told apart from them.
SMALL = 2
#: Pieces of one text times those of the other that are compared: twice 300 words take a second at
#: worst, when none of them is the same.
COMPARED = 600 * 600


class Change(NamedTuple):
    kind: Literal["same", "gone", "new"]
    text: str


def pieces(text: str) -> list[str]:
    return PIECE.findall(text)


def changes(old: str, new: str) -> list[Change]:
    """The new text with what is gone and what is new, in the order in which a reader meets it.

    Between texts that are long and differ in all of it, everything is gone and everything is new.
    """
    before, after = pieces(old), pieces(new)
    middle = middle_of(before, after)
    if len(middle.gone) * len(middle.come) > COMPARED:
        return middle.around(middle.whole())
    found: list[Change] = []
    for kind, a, b, c, d in _steps(before, after):
        if kind == "equal":
            found.append(Change("same", "".join(before[a:b])))
            continue
        if b > a:
            found.append(Change("gone", "".join(before[a:b])))
        if d > c:
            found.append(Change("new", "".join(after[c:d])))
    return found


class Middle(NamedTuple):
    """What two texts do not share at their ends, in pieces."""

    head: list[str]
    gone: list[str]
    come: list[str]
    tail: list[str]

    def whole(self) -> list[Change]:
        """All of it gone, and all of it new."""
        return [Change("gone", "".join(self.gone)), Change("new", "".join(self.come))]

    def around(self, middle: Iterable[Change]) -> list[Change]:
        """The changes of the middle between the ends, without empty ones."""
        ends = Change("same", "".join(self.head)), Change("same", "".join(self.tail))
        return [one for one in (ends[0], *middle, ends[1]) if one.text]


def middle_of(before: list[str], after: list[str]) -> Middle:
    head = _equal(before, after)
    tail = _equal(before[head:][::-1], after[head:][::-1])
    return Middle(
        after[:head], before[head : len(before) - tail], after[head : len(after) - tail],
        after[len(after) - tail :],
    )  # fmt: skip


def _equal(some: Sequence[str], others: Sequence[str]) -> int:
    pairs = zip(some, others, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def likeness(old: str, new: str) -> float:
    """1.0 for the same words in the same order, 0.0 for none in common."""
    before, after = _said(old), _said(new)
    if before == after:
        return 1.0
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return matcher.ratio()


def _said(text: str) -> list[str]:
    return [piece.casefold() for piece in pieces(text) if not piece.isspace()]


def _steps(before: list[str], after: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """Steps of the matcher; blanks and the like between two changes belong to the change."""
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    joined: list[tuple[str, int, int, int, int]] = []
    for at, (step, a, b, c, d) in enumerate(steps):
        is_between = 0 < at < len(steps) - 1 and b - a <= SMALL and not _has_word(before[a:b])
        kind = "replace" if step == "equal" and is_between else str(step)
        if joined and kind != "equal" and joined[-1][0] != "equal":
            _kind, start, _b, first, _d = joined[-1]
            joined[-1] = ("replace", start, b, first, d)
        else:
            joined.append((kind, a, b, c, d))
    yield from joined


def _has_word(some: list[str]) -> bool:
    return any(piece[0].isalnum() or piece[0] == "<" for piece in some)
