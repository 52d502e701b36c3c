"""Forms of Hungarian words by the rules of their dictionary: one ending of each rule that fits.

Reads what Hunspell's format says of suffixes (`man 5 hunspell`): `AF` names sets of flags, `SFX`
gives for a flag what is taken off a word's end, what is put there, and before which ending.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

#: Letters of an ending.
LONGEST_ENDING = 5
#: In a class of letters it is no range.
HYPHEN, ESCAPED = "-", r"\-"


class Rule(NamedTuple):
    strip: str
    add: str
    fits: re.Pattern[str]


def forms(folder: Path, name: str, tries: int, chance: random.Random) -> Iterator[str]:
    """Each word of a dictionary in small letters, and its forms by so many rules as fit."""
    sets, rules = suffixes(folder / f"{name}.aff")
    lines = (folder / f"{name}.dic").read_text("utf-8").splitlines()[1:]
    for line in lines:
        word, _slash, number = line.split("\t")[0].strip().partition("/")
        if not word.isalpha() or not word.islower():
            continue
        yield word
        flags = [
            flag for flag in (sets[int(number) - 1] if number.isdigit() else b"") if flag in rules
        ]
        for _try in range(tries if flags else 0):
            rule = chance.choice(rules[chance.choice(flags)])
            if len(rule.add) > LONGEST_ENDING:
                continue  # endings upon endings, which are rare
            if word.endswith(rule.strip) and rule.fits.search(word):
                yield word.removesuffix(rule.strip) + rule.add


def suffixes(path: Path) -> tuple[list[bytes], dict[int, list[Rule]]]:
    """Sets of flags in their order, and the rules of each flag; a flag is one byte."""
    sets: list[bytes] = []
    rules: dict[int, list[Rule]] = {}
    for line in path.read_bytes().splitlines():
        kind, *fields = line.split()[:5] or [b""]
        if kind == b"AF":
            sets.append(fields[0])
        elif kind == b"SFX" and len(fields) == 4 and len(fields[0]) == 1:
            strip, add, ending = (field.decode("utf-8", "ignore") for field in fields[1:])
            added = add.partition("/")[0]
            rules.setdefault(fields[0][0], []).append(
                Rule(
                    strip.strip("0"),
                    added.strip("0"),
                    re.compile(f"(?:{ending.replace(HYPHEN, ESCAPED)})$"),
                )
            )
    return sets[1:], rules
