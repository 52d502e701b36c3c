"""How a live translation stands to its source: two lists compared, nothing stored.

One list is what the live revision was made from, the other what the source says now.
"""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple


class Standing(Enum):
    UP_TO_DATE = "up to date"
    #: Segments are missing.
    MAJOR = "major"
    #: Nothing to translate, only to review and publish.
    MINOR = "minor"


class Made(NamedTuple):
    """A segment of a revision: its path, and the digests of its source text and its translation."""

    path: str
    source: str
    text: str


class Now(NamedTuple):
    """A segment of the source; `text` is the digest of its translation, empty where there is
    none."""

    path: str
    source: str
    text: str = ""


def standing(made: Sequence[Made], now: Sequence[Now]) -> Standing:
    """A text that came back to what was translated is up to date again by itself, and so is one
    whose changes readers of the translation cannot see."""
    if [(one.path, one.source) for one in made] == [(one.path, one.source) for one in now]:
        return Standing.UP_TO_DATE
    if not all(one.text for one in now):
        return Standing.MAJOR
    if [one.text for one in made] == [one.text for one in now]:
        return Standing.UP_TO_DATE
    return Standing.MINOR
