"""Selectors of the memory: the same text on other pages, and texts like it.

What people wrote and reviewed comes first, then what people wrote, then drafts of a machine.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from wagtail_localize.models import String, StringTranslation, Translation

from cms.translations.memory.trigrams import candidates
from cms.translations.texts.words import likeness

#: Ids of those translations that stand in a reviewed revision which went live.
Reviewed = Callable[[Iterable[StringTranslation]], set[int]]
#: From which likeness on a text is offered.
LIKE_ENOUGH = 0.75


@dataclass(frozen=True, slots=True)
class Match:
    """A text of the memory with its translation; `ratio` is the likeness of the source text that
    was asked for, `times` says in how many places it was translated so, `page` is the translation
    key of the page where it was last."""

    source: str
    text: str
    ratio: float
    is_machine: bool
    is_reviewed: bool
    times: int
    updated_at: datetime
    page: UUID | None = None

    @property
    def is_exact(self) -> bool:
        return self.ratio == 1.0

    @property
    def percent(self) -> int:
        return int(self.ratio * 100)

    @property
    def rank(self) -> tuple[Any, ...]:
        trust = 0 if self.is_machine else 1 + self.is_reviewed
        return -trust, -self.ratio, -self.times, -self.updated_at.timestamp(), self.text


def none_reviewed(_translations: Iterable[StringTranslation]) -> set[int]:
    return set()


def memory_for(
    texts: Sequence[str],
    locale_id: int,
    *,
    without: int | None = None,
    reviewed: Reviewed = none_reviewed,
) -> dict[str, list[Match]]:
    """What each text was translated as elsewhere, best first; texts without a match are left out.

    One query and those of `reviewed`, for any number of texts. `without`: id of the `Translation`
    that is being worked at, whose own texts are no memory.
    """
    hashes = {String._get_data_hash(text) for text in texts}
    rows = translations_in(locale_id, without).filter(translation_of__data_hash__in=hashes)
    found: dict[str, list[Match]] = {}
    for match in matches_of(rows, reviewed, dict.fromkeys(texts, 1.0)):
        found.setdefault(match.source, []).append(match)
    return found


def similar(
    text: str,
    locale_id: int,
    limit: int = 5,
    *,
    without: int | None = None,
    reviewed: Reviewed = none_reviewed,
) -> list[Match]:
    """Texts that are three quarters the same; the same text itself is `memory_for`'s."""
    known = String.objects.in_bulk(candidates(text, locale_id)).values()
    ratios = {one.data: likeness(text, one.data) for one in known if one.data != text}
    near = [one.pk for one in known if ratios.get(one.data, 0.0) >= LIKE_ENOUGH]
    if not near:
        return []
    rows = translations_in(locale_id, without).filter(translation_of__in=near)
    return matches_of(rows, reviewed, ratios)[:limit]


def translations_in(locale_id: int, without: int | None = None) -> QuerySet[Any]:
    rows = StringTranslation.objects.filter(locale_id=locale_id, has_error=False)
    rows = rows.exclude(data="").select_related("translation_of", "context")
    if without is None:
        return rows
    own = Translation.objects.filter(pk=without).values("source__object_id")
    return rows.filter(Q(context=None) | ~Q(context__object_id__in=own))


def matches_of(
    rows: Iterable[StringTranslation], reviewed: Reviewed, ratios: dict[str, float]
) -> list[Match]:
    """Each pair of texts once, best first."""
    rows = list(rows)
    approved = reviewed(rows) if rows else set()
    pairs: dict[tuple[str, str], list[StringTranslation]] = {}
    for row in sorted(rows, key=lambda one: one.updated_at):
        pairs.setdefault((row.translation_of.data, row.data), []).append(row)
    found = [
        Match(
            source, text, ratios.get(source, 1.0),
            is_machine=all(one.translation_type == "machine" for one in same),
            is_reviewed=any(one.pk in approved for one in same),
            times=len(same),
            updated_at=same[-1].updated_at,
            page=same[-1].context.object_id if same[-1].context else None,
        )
        for (source, text), same in pairs.items()
    ]  # fmt: skip
    return sorted(found, key=lambda match: match.rank)
