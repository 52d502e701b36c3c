"""How far the site is translated, language by language: what the public page of it says."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Subquery

from cms.core.visibility import current_pages
from cms.languages import LANGUAGES, SOURCE, Language
from cms.translations.models import TranslationState

Standing = TranslationState.Standing


@dataclass(frozen=True)
class Total:
    """The pages of the site in one language.

    `pages` can be read in it, of which some are `current` and some `behind` their source; the rest
    was not made from a source. `missing` are the source's pages that it does not have.
    """

    language: Language
    pages: int
    current: int
    behind: int
    missing: int


def totals() -> tuple[int, list[Total]]:
    """How many pages there are, and what of them there is in each other language: one query."""
    standing = TranslationState.objects.filter(
        translation_key=OuterRef("translation_key"), locale_id=OuterRef("locale_id"),
        translation__enabled=True,
    ).values("standing")  # fmt: skip
    keys = current_pages().filter(locale__language_code=SOURCE).values("translation_key")
    rows: list[tuple[str, str | None, int]] = list(
        current_pages()
        .filter(translation_key__in=keys)
        .order_by()
        .annotate(standing=Subquery(standing))
        .values_list("locale__language_code", "standing")
        .annotate(pages=Count("pk"))
    )
    all_pages = sum(pages for code, _standing, pages in rows if code == SOURCE)
    return all_pages, [
        _total(language, all_pages, {name: n for code, name, n in rows if code == language.code})
        for language in LANGUAGES
        if language.code != SOURCE
    ]


def _total(language: Language, all_pages: int, by_standing: dict[Any, int]) -> Total:
    pages = sum(by_standing.values())
    return Total(
        language, pages,
        current=by_standing.get(Standing.CURRENT, 0),
        behind=by_standing.get(Standing.MAJOR, 0) + by_standing.get(Standing.MINOR, 0),
        missing=all_pages - pages,
    )  # fmt: skip
