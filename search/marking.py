"""The words by which something was found, marked in its text, and the passage where they stand.

A word of the text is marked where it is a form of a word that was sought, whatever its ending:
the vocabulary knows the forms, so nothing is analysed here. Chinese has no blanks between words:
there the signs themselves are sought.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from search.analysis import analyser_for
from search.analysis.letters import HAN, LETTER, ZWNJ
from search.analysis.letters import WORD as TERM

#: What may stand within a word.
WITHIN = re.compile(rf"{LETTER}|[\-'{ZWNJ}]")
#: A word as it is written: with its vowel signs, joiners and hyphens.
WORD = re.compile(
    rf"{LETTER}(?:[^\W_{HAN}]|[\u0300-\u036f\u064b-\u065f\u0670\u00ad\u200c\u0640'’ʼ‐‑-])*"
)
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
    compounds."""

    language: str
    forms: frozenset[str] = frozenset()
    signs: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    def has(self, word: str) -> bool:
        """Whether a word of a normalised text is sought, or a piece or part of it."""
        return (
            word in self.forms
            or ("-" in word and not self.forms.isdisjoint(word.split("-")))
            or any(part in word for part in self.parts)
        )


@lru_cache(maxsize=50_000)
def words_of(language: str, word: str) -> tuple[str, ...]:
    """A word of a text as the index has it."""
    return tuple(analyser_for(language).words(word))


def sought(language: str, forms: Collection[str], stems: Collection[str]) -> Sought:
    """`forms`: of the index, for all stems; `stems`: those that compounds may hold."""
    signs = [form for form in forms if re.fullmatch(f"[{HAN}]+", form)]
    signs.sort(key=len, reverse=True)
    parts = tuple(stem for stem in stems if len(stem) >= SHORTEST_PART)
    return Sought(language, frozenset(forms).difference(signs), tuple(signs), parts)


def spans_of(text: str, wanted: Sought) -> list[Span]:
    """Where what is sought stands in `text`, in order, none over another."""
    found = [*words_with(text, wanted)] if wanted.forms or wanted.parts else []
    for sign in wanted.signs:
        found += [match.span() for match in re.finditer(re.escape(sign), text)]
    kept: list[Span] = []
    for start, end in sorted(found):
        if kept and start < kept[-1][1]:
            kept[-1] = kept[-1][0], max(end, kept[-1][1])
        else:
            kept.append((start, end))
    return kept


def words_with(text: str, wanted: Sought) -> Iterator[Span]:
    """Where words of the text stand that are sought: looked for in its normalised letters, which
    mostly stand at the same places."""
    letters = analyser_for(wanted.language).normalise(text)
    if len(letters) == len(text):
        here = [piece for piece in (*wanted.forms, *wanted.parts) if piece in letters]
        yield from {span for piece in here for span in words_at(letters, piece, wanted)}
        return
    for word in WORD.finditer(text):
        if any(map(wanted.has, words_of(wanted.language, word[0]))):
            yield word.span()


def words_at(letters: str, piece: str, wanted: Sought) -> Iterator[Span]:
    """The words that are sought and that `piece` is a piece of."""
    at = letters.find(piece)
    while at >= 0:
        start, end = at, at + len(piece)
        is_whole = not (letters[at - 1 : at].isalnum() or letters[end : end + 1].isalnum())
        if is_whole or piece in wanted.parts:
            while start and WITHIN.match(letters[start - 1]):
                start -= 1
            word = TERM.search(letters, start)
            if word and wanted.has(word[0]):
                yield word.span()
                end = max(end, word.end())
        at = letters.find(piece, end)


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
