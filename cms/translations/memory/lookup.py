"""Words in their use: where they stand in Hungarian texts or in translations of one language."""

import re
from dataclasses import dataclass
from html import escape
from typing import NamedTuple
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from cms.core.figures import Figure
from cms.translations.memory.matches import (
    Match,
    Reviewed,
    matches_of,
    none_reviewed,
    translations_in,
)
from cms.translations.texts.checks import plain

#: Characters that are searched for.
SHORTEST, LONGEST = 2, 200
#: Translations that are read for one search, people's and the newest first.
MOST = 400
#: One sign of these is a word: Chinese characters.
WORD_SIGNS = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


class Piece(NamedTuple):
    text: str
    is_hit: bool


class Found(NamedTuple):
    """`is_whole`: nothing was left out."""

    matches: list[Match]
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Sought:
    """Words as they are looked for: each sign for itself, capital and small letters alike."""

    text: str = ""

    def is_in(self, text: str) -> bool:
        return self.text.casefold() in text.casefold()

    def pieces(self, text: str) -> list[Piece]:
        """The text in its order, what was sought told from the rest."""
        if not self.text:
            return [Piece(text, False)]
        parts = re.split(f"({re.escape(self.text)})", text, flags=re.IGNORECASE)
        return [Piece(part, at % 2 == 1) for at, part in enumerate(parts) if part]


def sought(query: str) -> Sought:
    """Raises ValidationError for a query that is too short or too long; blanks seek nothing."""
    storable = query.replace("\0", " ").encode("utf-8", "ignore").decode()
    text = normalize("NFC", " ".join(storable.split()))
    if len(text) > LONGEST:
        sentence = _("Search for at most %(most)s characters.")
        raise ValidationError(sentence % {"most": Figure(LONGEST)})
    if text and len(text) < SHORTEST and not WORD_SIGNS.match(text):
        raise ValidationError(_("Type at least two letters."))
    return Sought(text)


def concordance(words: Sought, locale_id: int, *, reviewed: Reviewed = none_reviewed) -> Found:
    """Best first; tags are no words. One query and those of `reviewed`."""
    if not words.text:
        return Found([])
    holds = Q()
    for text in {words.text, escape(words.text, quote=False)}:  # texts are kept as HTML
        holds |= Q(data__icontains=text) | Q(translation_of__data__icontains=text)
    rows = translations_in(locale_id).filter(holds).order_by("-translation_type", "-updated_at")
    read = list(rows[: MOST + 1])
    said = [
        row
        for row in read[:MOST]
        if words.is_in(plain(row.data)) or words.is_in(plain(row.translation_of.data))
    ]
    return Found(matches_of(said, reviewed, {}), len(read) <= MOST)
