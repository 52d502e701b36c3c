"""Marks what a change did to a text, in a time that a reader waits for, whatever was typed."""

import time
from itertools import takewhile

from cms.translations.texts.words import Change, changes, pieces

#: Pieces of one text times those of the other that are compared: twice 300 words take a second at
#: worst, when none of them is the same.
COMPARED = 600 * 600
#: Seconds after which the changes left over are marked as a whole.
PATIENCE = 1.0


class Marking:
    """The changes of one page: what is equal at both ends is set aside, the rest is compared."""

    def __init__(self) -> None:
        self._until = time.monotonic() + PATIENCE

    def of(self, old: str, new: str) -> list[Change]:
        """The new text with what is gone and what is new; nothing is marked where nothing was."""
        if not old:
            return _told([Change("same", new)])
        before, after = pieces(old), pieces(new)
        head = _equal(before, after)
        tail = _equal(before[head:][::-1], after[head:][::-1])
        gone, come = before[head : len(before) - tail], after[head : len(after) - tail]
        return _told(
            [
                Change("same", "".join(after[:head])),
                *self._middle(gone, come),
                Change("same", "".join(after[len(after) - tail :])),
            ]
        )

    def _middle(self, gone: list[str], come: list[str]) -> list[Change]:
        old, new = "".join(gone), "".join(come)
        if len(gone) * len(come) > COMPARED or time.monotonic() > self._until:
            return [Change("gone", old), Change("new", new)]
        return changes(old, new)


def _equal(some: list[str], others: list[str]) -> int:
    """How many pieces are equal from the beginning."""
    pairs = zip(some, others, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _told(found: list[Change]) -> list[Change]:
    return [one for one in found if one.text]
