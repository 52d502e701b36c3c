"""The words that a reader typed, marked in what was found, and the passage where they stand.

A word is marked by its beginning, without regard to accents and capitals: `ajánlás` marks
`Ajánlásait`. Chinese has no blanks between words: there the signs themselves are sought.
"""

import re
import unicodedata
from collections.abc import Iterable

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

#: Letters and figures with their accents and vowel signs; Persian writes a joiner within words.
WORD = re.compile(r"[\w\u0300-\u036f\u064b-\u065f\u0670\u200c]+")
#: Characters of a passage, and of what stands before its first marked word.
LONGEST, BEFORE = 240, 70
#: A shorter word is marked where it stands alone: “a” begins half of all Hungarian words.
SHORTEST_BEGINNING = 3

Span = tuple[int, int]


def folded(text: str) -> str:
    """Without accents and capitals."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def is_han(text: str) -> bool:
    return any(unicodedata.name(letter, "").startswith("CJK") for letter in text)


def spans_of(text: str, words: str) -> list[Span]:
    """Where the words stand in `text`, in order, none over another."""
    wanted = [folded(word) for word in WORD.findall(words)]
    spaced = [word for word in wanted if not is_han(word)]
    found = [match.span() for match in WORD.finditer(text) if _begins(match[0], spaced)]
    for word in wanted:
        if is_han(word):
            found += [match.span() for match in re.finditer(re.escape(word), text)]
    kept: list[Span] = []
    for span in sorted(found):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


def _begins(token: str, words: Iterable[str]) -> bool:
    token = folded(token)
    return any(
        token == word or (len(word) >= SHORTEST_BEGINNING and token.startswith(word))
        for word in words
    )


def marked(text: str, words: str) -> SafeString:
    """The text as HTML with the words marked."""
    parts, at = [], 0
    for start, end in spans_of(text, words):
        parts += [escape(text[at:start]), f"<mark>{escape(text[start:end])}</mark>"]
        at = end
    return mark_safe("".join([*parts, escape(text[at:])]))  # noqa: S308  (escaped above)


def passage_of(text: str, words: str) -> str:
    """The part of the text around the first of the words; nothing where none stands in it."""
    text = " ".join(text.split())
    spans = spans_of(text, words)
    if not spans:
        return ""
    start = max(0, spans[0][0] - BEFORE)
    if start:
        start = text.find(" ", start, spans[0][0]) + 1 or spans[0][0]
    end = min(len(text), start + LONGEST)
    if end < len(text):
        end = max(text.rfind(" ", start, end), spans[0][1])
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
