"""The words by which something was found, marked in its text, and the passage where they stand.

A word of the text is marked where it is a form of a word that was sought, whatever its ending:
the vocabulary knows the forms, so nothing is analysed here. Chinese has no blanks between words:
there the signs themselves are sought.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis import analyser_for
from search.analysis.letters import HAN, LETTER, SOFT_HYPHEN

#: Letters and figures with their accents and vowel signs, joiners and hyphens within words.
INNER = rf"(?:[^\W_{HAN}]|[\u0300-\u036f\u064b-\u065f\u0670\u00ad\u200c\u0640'’ʼ‐‑-])"
WORD = re.compile(f"{LETTER}{INNER}*")
WITHIN = re.compile(INNER)
#: Languages whose letters are searched as they are written, in small ones.
PLAIN = {"hu", "en", "uk", "vi"}
#: Characters of a passage, and of what stands before its first marked word.
LONGEST, BEFORE = 240, 70
#: Marked words that are looked at to find the best passage.
MOST_SPANS = 200
#: A shorter part of a compound is not looked for inside of words.
SHORTEST_PART = 4

Span = tuple[int, int]


@dataclass(frozen=True)
class Sought:
    """What is marked in texts of one language: forms of words, signs of Chinese, and parts of
    compounds as a pattern."""

    language: str
    forms: frozenset[str] = frozenset()
    signs: tuple[str, ...] = ()
    parts: re.Pattern[str] | None = None
    #: Any of the forms and parts, wherever they stand.
    pattern: re.Pattern[str] | None = None

    def has(self, word: str) -> bool:
        return any(
            piece in self.forms or (self.parts is not None and self.parts.search(piece))
            for piece in pieces_of(self.language, word)
        )


@lru_cache(maxsize=50_000)
def pieces_of(language: str, word: str) -> tuple[str, ...]:
    """A word of a text as the index has it, and the pieces of one with a hyphen."""
    words = analyser_for(language).words(word)
    return (*words, *(piece for one in words if "-" in one for piece in one.split("-") if piece))


def sought(language: str, forms: Collection[str], stems: Collection[str]) -> Sought:
    """`forms`: of the index, for all stems; `stems`: those that compounds may hold."""
    signs = [form for form in forms if re.fullmatch(f"[{HAN}]+", form)]
    words = frozenset(forms).difference(signs)
    parts = [stem for stem in stems if len(stem) >= SHORTEST_PART]
    signs.sort(key=len, reverse=True)
    return Sought(language, words, tuple(signs), any_of(parts), any_of([*words, *parts]))


def any_of(texts: Collection[str]) -> re.Pattern[str] | None:
    longest_first = sorted(texts, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if texts else None


def spans_of(text: str, wanted: Sought) -> list[Span]:
    """Where what is sought stands in `text`, in order, none over another."""
    found = [match.span() for match in words_with(text, wanted) if wanted.has(match[0])]
    for sign in wanted.signs:
        found += [match.span() for match in re.finditer(re.escape(sign), text)]
    kept: list[Span] = []
    for start, end in sorted(found):
        if kept and start < kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return kept


def words_with(text: str, wanted: Sought) -> Iterator[re.Match[str]]:
    """Words of the text that may be sought ones: few, where the text is in the letters that are
    searched, so that one pattern finds them; else all."""
    if wanted.pattern is None:
        return
    is_plain = wanted.language in PLAIN and unicodedata.is_normalized("NFKC", text)
    if not is_plain or SOFT_HYPHEN in text:
        yield from WORD.finditer(text)
        return
    at = 0
    while found := wanted.pattern.search(text, at):
        start = found.start()
        while start > at and WITHIN.match(text[start - 1]):
            start -= 1
        word = WORD.search(text, start)
        at = max(found.end(), word.end() if word else 0)
        if word:
            yield word


def marked(text: str, wanted: Sought) -> SafeString:
    """The text as HTML with the words marked."""
    parts, at = [], 0
    for start, end in spans_of(text, wanted):
        parts += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
        at = end
    return mark_safe("".join([*parts, escape(text[at:])]))  # noqa: S308  (escaped above)


def passage_of(text: str, wanted: Sought) -> str:
    """The part of the text where most of the words stand; nothing where none does."""
    text = " ".join(text.split())
    spans = spans_of(text, wanted)[:MOST_SPANS]
    if not spans:
        return ""
    first = max(spans, key=lambda span: (_different(text, spans, span[0]), -span[0]))
    start = max(0, first[0] - BEFORE)
    if start:
        start = text.find(" ", start, first[0]) + 1 or first[0]
    end = min(len(text), start + LONGEST)
    if end < len(text):
        end = max(text.rfind(" ", start, end), first[1])
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _different(text: str, spans: list[Span], start: int) -> int:
    """How many different marked words a passage holds that begins there."""
    end = start + LONGEST - BEFORE
    return len({text[a:b].casefold() for a, b in spans if start <= a and b <= end})
