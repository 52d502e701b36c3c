"""The pages of one language with how they stand: two queries."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from wagtail.models import Locale, Page

from cms.translations.models import TranslationState
from cms.translations.overview.matrix import STATUSES, Stated, source_pages


@dataclass(frozen=True)
class Listed(Stated):
    """A source page and its state in the language."""

    page: Page


@dataclass(frozen=True)
class Rows:
    """`counts` is how many there are of each status, with its name."""

    found: list[Listed]
    counts: list[tuple[str, Any, int]]


def rows_of(locale: Locale, status: str) -> Rows:
    states = {
        state.translation_key: state
        for state in TranslationState.objects.filter(
            locale=locale, translation__enabled=True
        ).select_related("translation", "assignee")
    }
    pages = source_pages([locale]).order_by("path")
    rows = [Listed(states.get(page.translation_key), page) for page in pages]
    numbers = Counter(row.status for row in rows)
    counts = [(name, label, numbers[name]) for name, label in STATUSES.items() if numbers[name]]
    return Rows([row for row in rows if not status or row.status == status], counts)
