"""Marks what a change did to a text, in a time that a reader waits for, whatever was typed."""

import time

from cms.translations.texts.words import Change, changes, equal_ends, pieces

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
        head, tail = equal_ends(before, after)
        gone, come = before[head : len(before) - tail], after[head : len(after) - tail]
        return _told(
            [
                Change("same", "".join(after[:head])),
                *self._middle("".join(gone), "".join(come)),
                Change("same", "".join(after[len(after) - tail :])),
            ]
        )

    def _middle(self, gone: str, come: str) -> list[Change]:
        if time.monotonic() > self._until:
            return [Change("gone", gone), Change("new", come)]
        return changes(gone, come)


def _told(found: list[Change]) -> list[Change]:
    return [one for one in found if one.text]
