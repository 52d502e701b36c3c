"""Pages by languages, with filters, some at a time: as many queries for a thousand as for ten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page as Screen
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from cms.core.registries import page_types
from cms.core.visibility import of_type
from cms.languages import SOURCE
from cms.translations.models import TranslationState, UrgentPage
from cms.translations.models.releases import ACTIVE

MISSING = "missing"
#: Statuses by the order of the work, with their names.
STATUSES = {MISSING: _("Missing"), **dict(TranslationState.Status.choices)}
#: Pages on one screen.
MOST = 50


@dataclass(frozen=True)
class Wanted:
    """What somebody asked to see; empty values ask for nothing."""

    status: str = ""
    kind: str = ""
    words: str = ""
    whose: str = ""
    urgent: bool = False
    overdue: bool = False

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Wanted":
        """Of a query string; what is not known there is left out."""
        return cls(
            status=asked.get("status", "") if asked.get("status") in STATUSES else "",
            kind=asked.get("kind", "") if asked.get("kind") in kinds() else "",
            words=asked.get("q", "").replace("\0", "")[:100].strip(),
            whose="me" if asked.get("whose") == "me" else "",
            urgent=bool(asked.get("urgent")),
            overdue=bool(asked.get("overdue")),
        )


@dataclass(frozen=True)
class Stated:
    """How a page stands in one language; no state where nobody has asked for it yet."""

    state: TranslationState | None

    @property
    def status(self) -> str:
        return str(self.state.status) if self.state else MISSING

    @property
    def label(self) -> Any:
        return STATUSES[self.status]


@dataclass(frozen=True)
class Cell(Stated):
    locale: Locale
    today: date

    @property
    def is_late(self) -> bool:
        return bool(
            self.state and self.state.due and self.state.due < self.today
            and self.status != TranslationState.Status.CURRENT
        )  # fmt: skip


@dataclass(frozen=True)
class Row:
    page: Page
    kind: Any
    is_urgent: bool
    cells: list[Cell]


def kinds() -> dict[str, Any]:
    """The page types by name, with what a person calls them."""
    return {str(model._meta.model_name): model._meta.verbose_name for model in page_types()}


def source_pages(locales: Sequence[Locale] = ()) -> QuerySet[Page]:
    """Those that readers can see, and drafts that a release has given to one of the languages."""
    prepared = TranslationState.objects.filter(
        locale__in=locales, translation__source__releases__status__in=ACTIVE
    ).values("translation_key")
    return Page.objects.filter(
        of_type(*page_types()), Q(live=True) | Q(translation_key__in=prepared),
        locale__language_code=SOURCE, alias_of__isnull=True,
    )  # fmt: skip


def pages_of(locales: Sequence[Locale], wanted: Wanted, user: Any, today: date) -> QuerySet[Page]:
    """Source pages in the order of the tree, as they were asked for."""
    pages = source_pages(locales)
    if wanted.kind:
        model = next(one for one in page_types() if one._meta.model_name == wanted.kind)
        pages = pages.filter(of_type(model))
    if wanted.words:
        pages = pages.filter(title__icontains=wanted.words)
    states = TranslationState.objects.filter(
        translation_key=OuterRef("translation_key"), locale__in=locales, translation__enabled=True
    )
    urgent = UrgentPage.objects.filter(translation_key=OuterRef("translation_key"))
    pages = pages.annotate(is_urgent=Exists(urgent))
    if wanted.urgent:
        pages = pages.filter(is_urgent=True)
    if wanted.status == MISSING:
        pages = pages.exclude(_all_of(states, locales))
    elif wanted.status or wanted.whose or wanted.overdue:
        pages = pages.filter(Exists(states.filter(_like(wanted, user, today))))
    return pages.order_by("path")


def _all_of(states: QuerySet[TranslationState], locales: Sequence[Locale]) -> Q:
    """There is a state in each of the languages."""
    found = Q()
    for locale in locales:
        found &= Q(Exists(states.filter(locale=locale)))
    return found


def _like(wanted: Wanted, user: Any, today: date) -> Q:
    """Of one state, so that what is asked for together is true of one language."""
    found = Q()
    if wanted.status:
        found &= Q(status=wanted.status)
    if wanted.whose:
        found &= Q(assignee=user)
    if wanted.overdue:
        found &= Q(due__lt=today) & ~Q(status=TranslationState.Status.CURRENT)
    return found


def screen_of(
    locales: Sequence[Locale], wanted: Wanted, user: Any, today: date, number: Any
) -> Screen[Row]:
    """One screen of `Row`."""
    screen = Paginator(pages_of(locales, wanted, user, today), MOST).get_page(number)
    screen.object_list = rows_of(list(screen.object_list), locales, today)
    return screen


def rows_of(pages: list[Page], locales: Sequence[Locale], today: date) -> list[Row]:
    """One query."""
    states = {
        (state.translation_key, state.locale_id): state
        for state in TranslationState.objects.filter(
            translation_key__in=[page.translation_key for page in pages],
            locale__in=locales, translation__enabled=True,
        ).select_related("translation", "assignee", "reviewer")
    }  # fmt: skip
    names = kinds()
    return [
        Row(
            page, names[page.cached_content_type.model], page.is_urgent,
            [
                Cell(states.get((page.translation_key, locale.pk)), locale, today)
                for locale in locales
            ],
        )
        for page in pages
    ]  # fmt: skip
