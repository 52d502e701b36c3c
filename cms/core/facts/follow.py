"""Moves, orders and deletes translations with their source, in its transaction."""

from bisect import bisect_left
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page

from cms.core.languages import listed
from cms.languages import SOURCE


def translations_of(page: Any) -> list[Any]:
    """Pages of every other language with the key of a source page; none for a translation."""
    if page.locale.language_code != SOURCE or page.alias_of_id:
        return []
    pages = Page.objects.filter(translation_key=page.translation_key, alias_of__isnull=True)
    return list(pages.exclude(pk=page.pk).select_related("locale"))


def move_refusal(page: Any, parent: Any) -> str:
    """Why `page` cannot go under `parent`, as a sentence; empty where it can."""
    if page.locale_id != parent.locale_id and page.depth > 2:
        return _("A page stays in its language: choose a place in the same language.")
    family = translations_of(page)
    if not family and page.locale.language_code != SOURCE and has_source(page):
        return (
            ""
            if _is_following(page, parent)
            else _("A translation follows its Hungarian page: move that one instead.")
        )
    there = set(
        Page.objects.filter(translation_key=parent.translation_key).values_list("locale", flat=True)
    )
    missing = [str(twin.locale) for twin in family if twin.locale_id not in there]
    if missing:
        return _("The new place has no translation in: %(languages)s. Translate it first.") % {
            "languages": listed(missing)
        }
    return ""


def has_source(page: Any) -> bool:
    return Page.objects.filter(
        translation_key=page.translation_key, locale__language_code=SOURCE
    ).exists()


def _is_following(page: Any, parent: Any) -> bool:
    source = Page.objects.get(translation_key=page.translation_key, locale__language_code=SOURCE)
    return bool(source.get_parent().translation_key == parent.translation_key)


def refuse_move(page: Any, parent: Any) -> None:
    if sentence := move_refusal(page, parent):
        raise ValidationError(sentence)


def move_translations(page: Any) -> None:
    """Put each translation under the translation of the page's parent, in the sources' order."""
    if page.depth < 3 or page.locale.language_code != SOURCE:
        return
    key = page.get_parent().translation_key
    for twin in translations_of(page):
        if twin.get_parent().translation_key != key:
            target = Page.objects.get(translation_key=key, locale_id=twin.locale_id)
            MovePageAction(twin, target, pos="last-child").execute(skip_permission_checks=True)
    order_translations(page)


def order_translations(page: Any) -> None:
    """Give the translations of a source page's siblings the order of the sources.

    Pages of another language without a source keep their place before the next translation. Only
    those that are out of order are moved: one, where a single source was.
    """
    parent = page.get_parent()
    order = list(_children(parent).values_list("translation_key", flat=True))
    parents = Page.objects.filter(translation_key=parent.translation_key, alias_of__isnull=True)
    for other in parents.exclude(pk=parent.pk):
        place = {key: number for number, key in enumerate(order)}
        twins = [
            (place[key], pk)
            for key, pk in _children(other).values_list("translation_key", "pk")
            if key in place
        ]
        _sort(twins)


def _children(parent: Any) -> Any:
    return parent.get_children().filter(alias_of__isnull=True).order_by("path")


def _sort(twins: list[tuple[int, int]]) -> None:
    """Move what is out of order among (place, page id) of siblings, to the right of its place."""
    kept = {twins[index][1] for index in longest_rising([place for place, _pk in twins])}
    before = None
    for _place, pk in sorted(twins):
        if pk not in kept:
            page = Page.objects.get(pk=pk)
            if before is None:
                MovePageAction(page, page.get_first_sibling(), pos="left").execute(
                    skip_permission_checks=True
                )
            else:
                MovePageAction(page, Page.objects.get(pk=before), pos="right").execute(
                    skip_permission_checks=True
                )
        before = pk


def longest_rising(numbers: list[int]) -> list[int]:
    """Indices of a longest rising subsequence (Schensted 1961), in O(n log n)."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [number]
        ends[pile : pile + 1] = [index]
    found = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]


def delete_translations(page: Any) -> None:
    for twin in translations_of(page):
        DeletePageAction(twin.specific).execute(skip_permission_checks=True)
