"""Who sees what has one name: `Model.objects.visible(locale)` and `.current(locale)`.

Listings, feeds, the home page and the sitemap use `current`; page addresses and the search use
`visible` (withdrawn pages are marked there). docs/architecture.md.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr
from wagtail.models import Locale, Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from cms.core.registries import hidden_conditions, page_types


def restricted() -> Exists:
    """A subquery: the page or one above it is private.

    Wagtail's `.public()` reads all restrictions in a query of its own each time it is called.
    """
    return Exists(
        PageViewRestriction.objects.filter(
            page__path=Substr(OuterRef("path"), 1, Length("page__path"))
        )
    )


def in_sight() -> Q:
    """No condition that a page type registered (`register_hidden`) takes the page out of sight."""
    return Q(*(~condition() for condition in hidden_conditions()))


class VisibleQuerySet(PageQuerySet):
    def public_now(self) -> "VisibleQuerySet":
        """Live, public and no alias, in any language."""
        return self.filter(in_sight(), ~restricted(), live=True, alias_of__isnull=True)

    def visible(self, locale: Locale) -> "VisibleQuerySet":
        """What a visitor may open in this language: live, public (also by ancestor), no alias."""
        return self.public_now().filter(locale=locale)

    def current(self, locale: Locale) -> "VisibleQuerySet":
        """Visible, and neither withdrawn nor superseded, as the page type says it (`gone_when`)."""
        return self.current_now().filter(locale=locale)

    def current_now(self) -> "VisibleQuerySet":
        """What `current` gives, in any language."""
        gone = getattr(self.model, "gone_when", None)
        pages = self.public_now().filter(withdrawn_at__isnull=True)
        return pages.exclude(**gone) if gone else pages


VisibleManager: Any = PageManager.from_queryset(VisibleQuerySet)


def visible_pages(locale: Locale | None = None) -> QuerySet[Any]:
    """Visible pages of every type; of all languages where `locale` is None."""
    pages = VisibleQuerySet(Page)
    return pages.public_now() if locale is None else pages.visible(locale)


def current_pages(locale: Locale | None = None) -> QuerySet[Any]:
    """What `current` gives of every type, in one query; the root of the tree is no page."""
    pages = visible_pages(locale).filter(depth__gt=1)
    for model in page_types():
        gone = Q(withdrawn_at__isnull=False)
        if model.gone_when:
            gone |= Q(**model.gone_when)
        pages = pages.exclude(pk__in=model._base_manager.filter(gone).values("pk"))
    return pages
