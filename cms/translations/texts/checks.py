"""What may be wrong with a translation, seen from its source alone.

Each check says what to look at, none of them forbids: but for what a page cannot be published with
(`is_error`).
"""

import re
from collections import Counter
from collections.abc import Iterable
from enum import Enum
from html import unescape
from typing import NamedTuple
from unicodedata import digit

from django.utils.translation import gettext_lazy as _

from cms.translations.texts.words import pieces

#: A translation so many times longer or shorter than its source is looked at, from so many
#: characters on. Chinese needs a third of the letters, Vietnamese and Russian more.
LONGER, SHORTER, FROM = 3.0, 0.2, 40
#: Project codes such as EIA/2012/3.7.4., laws such as 2007. évi II., file names, addresses.
CODE = re.compile(
    r"\b[A-ZÁÉÍÓÖŐÚÜŰ]{2,}[-/]\d(?:[\d./-]*\d)?\.?|\bhttps?://\S+|\b[\w.+-]+@[\w-]+\.[\w.-]+"
)
#: What a program puts in: `{name}`, `%(name)s`, `%s`.
PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sd]|%[sd]")
NUMBER = re.compile(r"\d{1,3}(?:[\s\u00a0\u202f.,٬]\d{3})+(?!\d)|\d+")
TAG = re.compile(r"<(\w+)(?:\s+id=\"([^\"]*)\")?\s*/?>")
MARK = re.compile(r"<(/?)(\w+)([^<>]*)>")
VOID = {"br", "embed", "hr", "img"}
#: Months may be names on one side and numbers on the other.
MONTHS = {str(number) for number in range(1, 13)}


class Check(Enum):
    EMPTY = "empty"
    LINK = "link"
    PLACEHOLDER = "placeholder"
    CODE = "code"
    NUMBER = "number"
    LENGTH = "length"
    SAME = "same"
    TERM = "term"


class Problem(NamedTuple):
    """`about`: the link, code, number or term that is missing."""

    check: Check
    about: str = ""
    is_error: bool = False

    @property
    def sentence(self) -> str:
        return str(SENTENCES[self.check]) % {"about": self.about}


SENTENCES = {
    Check.EMPTY: _("There is no text yet."),
    Check.LINK: _("A link of the Hungarian text is missing."),
    Check.PLACEHOLDER: _("%(about)s is missing: keep it as it stands."),
    Check.CODE: _("%(about)s is missing or written otherwise."),
    Check.NUMBER: _("The number %(about)s differs from the Hungarian text."),
    Check.LENGTH: _("Much longer or shorter than the Hungarian text."),
    Check.SAME: _("The same as the Hungarian text."),
    Check.TERM: _("The glossary says: %(about)s"),
}


def problems(source: str, text: str, terms: Iterable[tuple[str, bool]] = ()) -> list[Problem]:
    """`terms`: preferred translations of terms of the source, and whether each was found."""
    if not text.strip():
        return [Problem(Check.EMPTY, is_error=True)]
    found = [
        *(Problem(Check.LINK, one, is_error=True) for one in missing(links(source), links(text))),
        *(
            Problem(Check.PLACEHOLDER, one, is_error=True)
            for one in _lost(PLACEHOLDER, source, text)
        ),
        *(Problem(Check.CODE, one) for one in _lost(CODE, plain(source), plain(text))),
        *(Problem(Check.NUMBER, one) for one in changed_numbers(plain(source), plain(text))),
        *(Problem(Check.TERM, term) for term, is_used in terms if not is_used),
    ]  # fmt: skip
    if is_long_or_short(plain(source), plain(text)):
        found.append(Problem(Check.LENGTH))
    if has_letters(plain(source)) and plain(source) == plain(text):
        found.append(Problem(Check.SAME))
    return found


def plain(text: str) -> str:
    """Without tags."""
    return unescape("".join(piece for piece in pieces(text) if not piece.startswith("<")))


def links(text: str) -> list[str]:
    return [name for tag, name in TAG.findall(text) if tag == "a" and name]


def missing(wanted: Iterable[str], given: Iterable[str]) -> list[str]:
    return list((Counter(wanted) - Counter(given)).elements())


def _lost(pattern: re.Pattern[str], source: str, text: str) -> list[str]:
    return missing(pattern.findall(source), pattern.findall(text))


def changed_numbers(source: str, text: str) -> list[str]:
    """Numbers of the source that are missing, and new ones; grouping and digits of a language
    aside, and the months of dates."""
    before, after = numbers(source), numbers(text)
    gone, come = missing(before, after), missing(after, before)
    if gone and come:
        return gone
    return [one for one in gone or come if one not in MONTHS]


def numbers(text: str) -> list[str]:
    """In figures 0–9, without separators of any kind."""
    return [
        "".join(str(digit(sign)) for sign in found if sign.isdigit()).lstrip("0") or "0"
        for found in NUMBER.findall(CODE.sub(" ", text))
    ]


def is_long_or_short(source: str, text: str) -> bool:
    if max(len(source), len(text)) < FROM:
        return False
    return not SHORTER <= len(text) / max(1, len(source)) <= LONGER


def has_letters(text: str) -> bool:
    """Whether there is a word that a language would write otherwise; codes and names are not."""
    return len(re.findall(r"\b[^\W\d_]{3,}\b", CODE.sub(" ", text))) > 1


def is_balanced(text: str) -> bool:
    """Whether each tag that opens is closed, in the order in which they opened."""
    opened: list[str] = []
    for end, name, rest in MARK.findall(text):
        if rest.endswith("/") or name in VOID:
            continue
        if not end:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened
