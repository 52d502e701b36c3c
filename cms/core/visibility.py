"""Who sees what has one name: `Model.objects.visible(locale)` and `.current(locale)`.

Listings, feeds, the home page and the sitemap use `current`; page addresses and the search use
`visible` (withdrawn pages are marked there). docs/architecture.md.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, Func, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr
from django.db.models.lookups import Exact, IsNull
from wagtail.models import Locale, Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from cms.core.registries import hidden_conditions, page_types


class Unindexed(Func):
    """A column that SQLite does not search by: nearly every page has the same value in it.

    Without statistics SQLite takes each index for one that finds ten rows, and would rather walk
    all pages that are no alias than look three up by their key.
    """

    arity = 1
    template = "%(expressions)s"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="+%(expressions)s", **context)


def in_language(locale: Any) -> Exact:
    """The page is in this language; `locale` is a Locale or what stands in for its id."""
    return Exact(Unindexed(F("locale_id")), locale.pk if isinstance(locale, Locale) else locale)


def no_alias() -> IsNull:
    return IsNull(Unindexed(F("alias_of_id")), True)


def of_type(*models: type[Page]) -> Q:
    """The page is of one of these types: an index finds them, whatever else the tree holds."""
    types = Q(
        *(Q(app_label=m._meta.app_label, model=m._meta.model_name) for m in models), _connector=Q.OR
    )
    return Q(content_type__in=ContentType.objects.filter(types).values("pk"))


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
        pages = self.filter(in_sight(), ~restricted(), no_alias(), live=True)
        return pages if self.model is Page else pages.filter(of_type(self.model))

    def visible(self, locale: Locale) -> "VisibleQuerySet":
        """What a visitor may open in this language: live, public (also by ancestor), no alias."""
        return self.public_now().filter(in_language(locale))

    def current(self, locale: Locale) -> "VisibleQuerySet":
        """Visible, and neither withdrawn nor superseded, as the page type says it (`gone_when`)."""
        return self.current_now().filter(in_language(locale))

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


def current_pages(locale: Locale | None = None, *models: Any) -> QuerySet[Any]:
    """What `current` gives of these types (of every type where none is named), in one query.

    The root of the tree is no page.
    """
    pages = visible_pages(locale).filter(depth__gt=1)
    if models:
        pages = pages.filter(of_type(*models))
    for model in models or page_types():
        gone = Q(withdrawn_at__isnull=False)
        if model.gone_when:
            gone |= Q(**model.gone_when)
        pages = pages.exclude(pk__in=model._base_manager.filter(gone).values("pk"))
    return pages
