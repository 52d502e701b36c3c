"""Which old segment a new one comes from, though its block was retyped, moved, or changed.

Four passes, each over what the earlier ones left: the same text anywhere; the same path and half
of the words; the same field and three quarters of them; the only text of a path. Paragraphs of one
rich text share a path, so there the path alone pairs nothing.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from typing import NamedTuple

from cms.translations.texts.words import likeness

#: Words in common, of all, from which on a segment is taken for the other one's next version.
OF_PATH, OF_FIELD = 0.5, 0.75
#: The id of a block or a row within a path.
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Segment(NamedTuple):
    """`path`: where a text stands in its page, as wagtail-localize names it."""

    path: str
    text: str


def field_of(path: str) -> str:
    """The path without the ids of blocks and rows."""
    return ID.sub("*", path)


def paired(old: Sequence[Segment], new: Sequence[Segment]) -> dict[int, int]:
    """Index of the old segment by that of the new one, where there is one."""
    pairs = _same(old, new)
    for key, least in ((lambda one: one.path, OF_PATH), (lambda one: field_of(one.path), OF_FIELD)):
        pairs |= _alike(old, new, pairs, key, least)
    return pairs | _alone(old, new, pairs)


def _same(old: Sequence[Segment], new: Sequence[Segment]) -> dict[int, int]:
    """By text: where it stood at the same path, else the first one that is left."""
    places = defaultdict[str, deque[int]](deque)
    for at, one in enumerate(old):
        places[one.text].append(at)
    pairs: dict[int, int] = {}
    for at, one in enumerate(new):
        for place in places.get(one.text, ()):
            if old[place].path == one.path:
                pairs[at] = place
                places[one.text].remove(place)
                break
    for at, one in enumerate(new):
        if at not in pairs and places.get(one.text):
            pairs[at] = places[one.text].popleft()
    return pairs


def _alone(old: Sequence[Segment], new: Sequence[Segment], pairs: dict[int, int]) -> dict[int, int]:
    """What is the only text at its path, as a title is, though not a word of it stayed."""
    taken = set(pairs.values())
    before, after = Counter(one.path for one in old), Counter(one.path for one in new)
    at_path = {one.path: at for at, one in enumerate(old) if at not in taken}
    return {
        at: at_path[one.path]
        for at, one in enumerate(new)
        if at not in pairs and one.path in at_path and before[one.path] == after[one.path] == 1
    }


def _alike(
    old: Sequence[Segment], new: Sequence[Segment], pairs: dict[int, int],
    key: Callable[[Segment], str], least: float,
) -> dict[int, int]:  # fmt: skip
    """Pairs with the same key and at least so many words in common, the likest first."""
    taken = set(pairs.values())
    left = defaultdict[str, list[int]](list)
    for at, one in enumerate(old):
        if at not in taken:
            left[key(one)].append(at)
    scores = [
        (likeness(old[before].text, one.text), at, before)
        for at, one in enumerate(new)
        if at not in pairs
        for before in left.get(key(one), ())
    ]
    found: dict[int, int] = {}
    for score, at, before in sorted(scores, key=lambda one: (-one[0], one[1], one[2])):
        if score >= least and at not in found and before not in taken:
            found[at] = before
            taken.add(before)
    return found
