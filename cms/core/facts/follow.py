"""Moves and deletes translations with their source, in its transaction."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page

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
            "languages": ", ".join(missing)
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
    """Put each translation under the translation of the page's parent, where it is not yet."""
    family = translations_of(page)
    if not family or page.depth < 3:
        return
    key = page.get_parent().translation_key
    for twin in family:
        if twin.get_parent().translation_key != key:
            target = Page.objects.get(translation_key=key, locale_id=twin.locale_id)
            MovePageAction(twin, target, pos="last-child").execute(skip_permission_checks=True)


def delete_translations(page: Any) -> None:
    for twin in translations_of(page):
        DeletePageAction(twin.specific).execute(skip_permission_checks=True)
