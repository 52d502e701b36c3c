"""Hungarian: Hunspell's readings, Snowball for words that it does not know.

One `analyze()` gives stems and the parts of a compound (8,000 words a second; `stem()` gives 300):
`sp:` is a verb's prefix and belongs to the stem; `pa:` are the parts before the last `st:`; a
derived word (`ds:`) ends where its last suffix of derivation does.
"""

import re

from search.analysis.analyser import Analyser, Reading, distinct
from search.analysis.libraries import hunspell, snowball

FIELD = re.compile(r"\b(sp|pa|st|ds|is|hy):(\S*)")
ALTERNATIVE = re.compile(r"\(([^|()]*)(?:\|[^()]*)?\)")
#: Hunspell writes it onto what stands before.
PREFIX = re.compile(r"ip:\S*")
#: Letters of an abbreviation at most: the dictionary has them in capitals.
ABBREVIATION = 6
#: Letters of a word at most that Hunspell is asked for: longer ones are no words, and slow.
LONGEST = 40
#: What is written onto a number, an abbreviation or a foreign name after a hyphen.
ENDING = re.compile(
    r"""(?:[aeoöá]?t|[aeoö]?n|[bn][ae]n?|b[óő]l|r[ae]|r[óő]l|t[óő]l|h[oeö]z|n[ae]k|n[áé]l|ig|ért
    |ként|kor|(?:[bcdfghjklmnprstvxz]{1,2}|ssz|ggy|ccs|nny|lly)?[vz]?[ae]l|[vtsz]?[áé]|[aeoöá]?k
    |[aeoö]?k(?:[aeo]t|n[ae]k|k[ae]l|r[ae]|b[ae]n|r[óő]l|t[óő]l|b[óő]l|h[oe]z|n[áé]l|ért)
    |j?[ae]i?|j?[áé](?:t|n|b[ae]n?|b[óő]l|r[ae]|r[óő]l|t[óő]l|h[oe]z|n[ae]k|n[áé]l|v[ae]l|ért))$""",
    re.VERBOSE,
)
#: Letters of a suffix's name that stand for vowels in harmony, or that only follow a vowel.
HARMONY = {
    "j": "j?",
    "A": "[ae]",
    "Á": "[áé]",
    "O": "[oeöaó]",
    "Ó": "[óő]",
    "U": "[uü]",
    "Ú": "[úű]",
}


class Hungarian(Analyser):
    stemmer = "hungarian"

    def read(self, word: str) -> Reading:
        if word[0].isdigit():
            return number(word)
        if "-" in word:
            return self._hyphenated(word)
        readings = self._readings(word)
        stems = distinct(stem for stem, _parts in readings)
        parts = distinct(part for _stem, parts in readings for part in parts)
        if not stems:
            stem = snowball(self.stemmer)
            return Reading((stem(word) if stem else word,))
        # a word that is itself a dictionary form is first of all that
        likely = [word] if word in stems else stems
        others = tuple(stem for stem in stems if stem not in likely)
        return Reading(tuple(likely), tuple(part for part in parts if part not in stems), others)

    def knows(self, word: str) -> bool:
        dictionary = hunspell("hu_HU")
        return bool(dictionary and any(dictionary.spell(form) for form in _spellings(word)))

    def _hyphenated(self, word: str) -> Reading:
        """A name or an abbreviation with its ending, else a compound of its pieces."""
        head, _hyphen, tail = word.rpartition("-")
        if not head:
            return Reading((word,))
        if ENDING.match(tail):
            return Reading((head,), tuple(head.split("-")) if "-" in head else ())
        last = self.read(tail)
        stems = [f"{head}-{stem}" for stem in last.stems]
        parts = distinct([*head.split("-"), *last.stems, *last.parts])
        return Reading(tuple(stems), tuple(parts))

    def _readings(self, word: str) -> list[tuple[str, tuple[str, ...]]]:
        dictionary = hunspell("hu_HU")
        if dictionary is None:
            return []
        for form in _spellings(word):
            if found := dictionary.analyze(form):
                readings = [one for line in found if (one := _reading(word, line))]
                return readings or [(stem.lower(), ()) for stem in dictionary.stem(form)]
        return []


def number(word: str) -> Reading:
    """A number with its ending: `1996-ban` is 1996, `15-ös` and `5-6` are themselves too."""
    head, _hyphen, tail = word.partition("-")
    if not tail:
        return Reading((word,))
    return Reading((head,)) if ENDING.match(tail) else Reading((word,), (head, *tail.split("-")))


def _spellings(word: str) -> list[str]:
    """A word in small letters may be a name or an abbreviation."""
    if len(word) > LONGEST:
        return []
    spellings = [word, word.capitalize()]
    return [*spellings, word.upper()] if len(word) <= ABBREVIATION else spellings


def _reading(word: str, line: str) -> tuple[str, tuple[str, ...]] | None:
    """(stem, parts) of one line of `analyze()`; None where the line does not tell the stem."""
    line = ALTERNATIVE.sub(r"\1", line) if "(" in line else line
    fields = FIELD.findall(PREFIX.sub(" ", line) if "ip:" in line else line)
    prefix, compound, stem = "", [], ""
    rest: dict[str, list[str]] = {}
    for name, value in fields:
        if name == "sp":
            prefix = value.lower()
        elif name == "pa":
            compound.append(value.lower())
        elif name == "st":
            # what stands before it belongs to an earlier part of the compound
            stem, prefix = prefix + value.lower(), ""
            rest = {"ds": [], "is": [], "hy": []}
        elif stem:
            rest[name].append(value)
    if not stem:
        return None
    head = "".join(compound[:-1])
    whole = head + stem
    if rest["ds"]:
        whole = _derived(word, whole, rest["ds"]) if rest["is"] else word
        stem = whole.removeprefix(head)
    parts = (*compound[:-1], stem) if head else _halves(stem, rest["hy"])
    return (whole, parts) if whole else None


def _halves(stem: str, hyphenation: list[str]) -> tuple[str, ...]:
    """A compound that the dictionary has as one word, by where it is hyphenated (`hy:4`)."""
    at = next((int(value) for value in hyphenation if value.isdigit()), 0)
    return (stem[:at], stem[at:]) if 1 < at < len(stem) - 1 else ()


def _derived(word: str, base: str, suffixes: list[str]) -> str:
    """`word` up to the end of its last suffix of derivation; nothing where it is not found."""
    base = base.removesuffix("ik")
    at = len(base) - (not word.startswith(base))
    for suffix in suffixes:
        name = suffix.partition("_")[0].removesuffix("ik")
        pattern = "tt?" if name == "tt" else "".join(HARMONY.get(sign, sign) for sign in name)
        match = re.compile(pattern).search(word, at)
        if match is None:
            return ""
        at = match.end()
    return word[:at] + ("ik" if suffixes[-1].partition("_")[0].endswith("ik") else "")
