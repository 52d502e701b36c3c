"""What a file of the exchange says, whatever its format: a sheet of units for one page and
language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from uuid import UUID, uuid5

from wagtail_localize.models import String

#: An id names the segment and the text that was given out: `s123.` and the digest of the source.
ID = re.compile(r"s(\d{1,18})\.([0-9a-f]{32})")
#: Territories that programs write where the site has a script.
SPELT = {"zh-cn": "zh-hans", "zh-sg": "zh-hans"}


class State(Enum):
    """Those of XLIFF 2.0, what PO calls fuzzy, and what was taken over from another place."""

    INITIAL = "initial"
    NEEDS_REVIEW = "needs review"
    CARRIED = "carried"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


@dataclass(frozen=True)
class Term:
    """A term of the glossary that was found in a source text."""

    text: str
    translation: str
    definition: str = ""


@dataclass(frozen=True)
class Unit:
    """`source` and `target`: HTML with inline tags alone, as wagtail-localize keeps it;
    `source_hash`: 32 hexadecimal figures; `label`: where the text stands, in words."""

    id: str
    path: str
    source: str
    target: str = ""
    state: State = State.INITIAL
    notes: tuple[str, ...] = ()
    source_hash: str = ""
    label: str = ""
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """`key`: uuid of the Translation; languages as the site writes them (`zh-hans`); `exported`:
    when the file was made; `stated`: how many units it says to have, None where it does not."""

    key: str
    source_language: str
    target_language: str
    title: str
    units: tuple[Unit, ...]
    exported: datetime | None = None
    stated: int | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """Of all units, each once, in the order of the page."""
        return tuple(dict.fromkeys(term for unit in self.units for term in unit.terms))


def unit_id(segment_id: int, source_hash: UUID) -> str:
    return f"s{segment_id}.{source_hash.hex}"


def segment_of(unit: Unit) -> tuple[int, UUID] | None:
    """Id of the segment and digest of its source when the file was made; None for another id."""
    found = ID.fullmatch(unit.id)
    return (int(found[1]), UUID(found[2])) if found else None


def hash_in(identifier: str) -> str:
    found = ID.fullmatch(identifier)
    return found[2] if found else ""


def hash_of(text: str) -> UUID:
    """As wagtail-localize computes it."""
    return uuid5(String.UUID_NAMESPACE, text)


def one_line(text: str) -> str:
    """Text for a header, a label or a note: no line breaks, no control characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def language_of(tag: str) -> str:
    """`zh_Hans` and `zh-Hans` are the site's `zh-hans`, and so is gettext's old `zh_CN`."""
    code = tag.strip().replace("_", "-").lower()
    return SPELT.get(code, code)


def tag_of(code: str) -> str:
    """BCP 47 as it is usually written: a script with a capital (`zh-Hans`)."""
    language, _dash, script = code.partition("-")
    return f"{language}-{script.capitalize()}" if script else language


def lines_of(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for line in (one_line(text) for text in texts) if line)


def moment(text: str) -> datetime | None:
    """An ISO 8601 time with its zone; None for anything else."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
