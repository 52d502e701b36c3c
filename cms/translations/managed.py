"""Which pages are translations that the localisation workflow keeps, and what belongs to them."""

from typing import Any

from wagtail_localize.models import Translation, TranslationSource


def translation_of(page: Any) -> Translation | None:
    """The translation that a page is; None for a source page, an alias, or a page of its own."""
    if getattr(page, "is_facts_source", True) or page.alias_of_id:
        return None
    found = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    )
    return found.select_related("source__specific_content_type", "target_locale").first()


def is_managed(page: Any) -> bool:
    return translation_of(page) is not None


def page_of(translation: Translation) -> Any:
    """The translated page, of its own type, in one query. Raises Page.DoesNotExist."""
    model: Any = translation.source.specific_content_type.model_class()
    return model.objects.get(
        translation_key=translation.source.object_id, locale_id=translation.target_locale_id
    )


def source_page_of(translation: Translation) -> Any:
    """The source-language page. Raises Page.DoesNotExist."""
    source = translation.source
    model: Any = source.specific_content_type.model_class()
    return model.objects.get(translation_key=source.object_id, locale_id=source.locale_id)


def source_record(page: Any) -> TranslationSource | None:
    """What is kept of a source page for its translators, if anything is."""
    return TranslationSource.objects.filter(
        object_id=page.translation_key, locale_id=page.locale_id
    ).first()


def locked(translation: Translation) -> Translation:
    """The row, locked, so that two people or processes cannot send or publish it at once."""
    found = Translation.objects.select_for_update(of=("self",)).select_related(
        "source", "target_locale"
    )
    return found.get(pk=translation.pk)


def translations_of_source(key: Any) -> Any:
    """Queryset of the translations of the page with a translation key that are worked on."""
    found = Translation.objects.filter(source__object_id=key, enabled=True)
    return found.select_related("source__specific_content_type", "target_locale")
