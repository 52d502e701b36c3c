"""What changed between two versions of a page, as passages for its readers: text without markup."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from cms.translations.texts.checks import plain
from cms.translations.texts.pairing import Segment, paired
from cms.translations.texts.words import Change, changes

#: Words that stay on each side of a change; a longer stretch without any is cut.
AROUND = 10
WORD = re.compile(r"\S+\s*")
CUT = "… "


class _At(NamedTuple):
    """Where a passage stands: at a new segment, or after it where it is gone."""

    new: int
    gone: int = -1


def passages(old: Sequence[Segment], new: Sequence[Segment]) -> list[list[Change]]:
    """The changed segments in the order of the page, each with what is gone and what is new."""
    pairs = paired(old, new)
    found: dict[_At, list[Change]] = {}
    for at, one in enumerate(new):
        before = old[pairs[at]].text if at in pairs else ""
        if before != one.text:
            found[_At(at)] = changes(before, one.text)
    stays = {was: at for at, was in pairs.items()}
    last = -1
    for was, one in enumerate(old):
        last = stays.get(was, last)
        if was not in stays:
            found[_At(last, was)] = [Change("gone", one.text)]
    told = (_told(found[at]) for at in sorted(found))
    return [passage for passage in told if passage]


def _told(steps: list[Change]) -> list[Change]:
    """Without markup; nothing where nothing else changed."""
    bare = [Change(kind, plain(text)) for kind, text in steps]
    bare = [one for one in bare if one.text]
    if not any(one.kind != "same" and one.text.strip() for one in bare):
        return []
    end = len(bare) - 1
    return [
        Change("same", _cut(one.text, at == 0, at == end)) if one.kind == "same" else one
        for at, one in enumerate(bare)
    ]


def _cut(text: str, is_first: bool, is_last: bool) -> str:
    """A stretch without a change, shortened to what stands beside the changes around it."""
    words = WORD.findall(text)
    most = AROUND if is_first or is_last else 2 * AROUND
    if len(words) <= most:
        return text
    head = "" if is_first else text[: len(text) - len(text.lstrip())] + "".join(words[:AROUND])
    tail = "" if is_last else "".join(words[-AROUND:])
    return head + CUT + tail if tail else head + CUT.rstrip()
