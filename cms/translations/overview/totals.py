"""What there is to do in each language: two queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q, Sum
from wagtail.models import Locale

from cms.translations.models import TranslationState
from cms.translations.overview.matrix import source_pages

Status = TranslationState.Status


@dataclass(frozen=True)
class Work:
    """`missing` are pages that nobody has asked for; `oldest` since when the first one is behind.

    `segments` of which `open_segments` are to be translated, of `words` words.
    """

    locale: Locale
    missing: int
    segments: int
    open_segments: int
    words: int
    outdated: int
    machine: int
    review: int
    oldest: datetime | None


def work_in(locales: Sequence[Locale], pages: int | None = None) -> list[Work]:
    """`pages` is how many source pages there are, where that is known."""
    pages = source_pages().count() if pages is None else pages
    found = (
        TranslationState.objects.filter(locale__in=locales, translation__enabled=True)
        .order_by()
        .values("locale_id")
        .annotate(
            there=Count("pk"), segments=Sum("total"), open_segments=Sum("missing"),
            open_words=Sum("words"),
            outdated=Count("pk", filter=Q(status__in=(Status.MAJOR, Status.MINOR))),
            by_machine=Count("pk", filter=Q(status=Status.MACHINE)),
            review=Count("pk", filter=Q(status=Status.REVIEW)), oldest=Min("behind_since"),
        )
    )  # fmt: skip
    rows: dict[int, Any] = {row["locale_id"]: row for row in found}
    return [_work(locale, rows.get(locale.pk), pages) for locale in locales]


def _work(locale: Locale, row: dict[str, Any] | None, pages: int) -> Work:
    if row is None:
        return Work(locale, pages, 0, 0, 0, 0, 0, 0, None)
    return Work(
        locale, max(pages - row["there"], 0), row["segments"], row["open_segments"],
        row["open_words"], row["outdated"], row["by_machine"], row["review"], row["oldest"],
    )  # fmt: skip
