"""Asks for a translation: its record, its source's segments, and draft pages to hold it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

from cms.translations.carry import carry_over
from cms.translations.guard import writing
from cms.translations.managed import source_record, translations_of_source
from cms.translations.releases.active import active_release
from cms.translations.segments.read import segments_of
from cms.translations.segments.write import source_write
from cms.translations.standing import states_refresh


def translation_request(*, page: Any, locale: Locale) -> Translation:
    """The translation of a source page into a language, as a draft; of those above it too.

    Nothing becomes public by it. Raises ValidationError for a page that is no source.
    """
    if not page.is_facts_source or page.alias_of_id or locale.pk == page.locale_id:
        raise ValidationError(_("Translations are made of Hungarian pages."))
    with transaction.atomic():
        parent = page.get_parent().specific
        if parent.depth > 1 and not parent.has_translation(locale):
            translation_request(page=parent, locale=locale)
        source = _source(page)
        found, is_new = Translation.objects.get_or_create(source=source, target_locale=locale)
        if not found.enabled:
            found.enabled = True
            found.save(update_fields=["enabled"])
        _page_in(page, locale)
        if is_new:
            now = segments_of(source.pk)
            carry_over(source, now, now, locale_ids=[locale.pk], minor=False)
        states_refresh(page.translation_key)
    return found


def translation_requests(*, page: Any, locales: list[Locale]) -> list[Translation]:
    with transaction.atomic():
        return [translation_request(page=page, locale=locale) for locale in locales]


def _source(page: Any) -> TranslationSource:
    """As it is kept while others translate it, or a release prepares it; else written anew."""
    found = source_record(page)
    if found is not None and (
        translations_of_source(page.translation_key).exists() or active_release(found.pk)
    ):
        return found
    return source_write(type(page).objects.get(pk=page.pk))


def _page_in(page: Any, locale: Locale) -> None:
    twin = Page.objects.filter(translation_key=page.translation_key, locale=locale).first()
    if twin is None:
        with writing():  # the copy's first revision
            type(page).objects.get(pk=page.pk).copy_for_translation(locale)
