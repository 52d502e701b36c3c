"""Puts the demo's English into wagtail-localize and publishes the translations."""

from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.demo.texts import EN


def translate(page: Any, code: str, *, user: Any) -> Any:
    """Translate every string that `texts` knows; a string it lacks raises KeyError."""
    locale = Locale.objects.get(language_code=code)
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source).select_related("string"):
        StringTranslation.objects.get_or_create(
            locale=locale, translation_of=segment.string, context=segment.context,
            defaults={"data": EN[segment.string.data], "last_translated_by": user},
        )  # fmt: skip
    # Its own publishing waits for the commit, and would then write each parent's old `numchild`
    translation.save_target(user=user, publish=False)
    twin = page.get_translation(locale)
    twin.save_revision(user=user).publish(user=user)
    return type(twin).objects.get(pk=twin.pk)
