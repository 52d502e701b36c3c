"""Marks what a change did to a text, in a time that a reader waits for, whatever was typed."""

import time

from cms.translations.texts.words import Change, changes, middle_of, pieces

#: Seconds after which the changes left over are marked as a whole.
PATIENCE = 1.0


class Marking:
    """The changes of one page: what is equal at both ends is set aside, the rest is compared."""

    def __init__(self) -> None:
        self._until = time.monotonic() + PATIENCE

    def of(self, old: str, new: str) -> list[Change]:
        """The new text with what is gone and what is new; nothing is marked where nothing was."""
        if not old:
            return [Change("same", new)] if new else []
        middle = middle_of(pieces(old), pieces(new))
        if time.monotonic() > self._until:
            return middle.around(middle.whole())
        return middle.around(changes("".join(middle.gone), "".join(middle.come)))
