"""Puts the demo's translations into wagtail-localize and publishes the translated pages."""

from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from home.demo.catalogues import catalogue


class Translator:
    """Translates pages into one language after the other; `user` is named as the translator."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self.sources: dict[int, tuple[TranslationSource, list[StringSegment]]] = {}

    def publish(self, page: Any, code: str) -> None:
        """A live translation of every string; one that the catalogue lacks raises KeyError."""
        twin = self._prepare(page, code)
        # publishing checks it
        twin.save_revision(user=self.user, clean=False).publish(user=self.user)

    def draft(self, page: Any, code: str, *, strings: int) -> None:
        """A draft in which only the first `strings` are translated, as of somebody half done."""
        twin = self._prepare(page, code, strings=strings)
        twin.save_revision(user=self.user)

    def _prepare(self, page: Any, code: str, strings: int | None = None) -> Any:
        source, segments = self._source(page)
        locale = self.locales[code]
        Translation.objects.get_or_create(source=source, target_locale=locale)
        words = catalogue(code)
        StringTranslation.objects.bulk_create(
            StringTranslation(
                locale=locale, translation_of=segment.string, context=segment.context,
                data=words[segment.string.data], last_translated_by=self.user,
            )
            for segment in segments[:strings]
        )  # fmt: skip
        if not page.has_translation(locale):
            type(page).objects.get(pk=page.pk).copy_for_translation(locale)
        return source.get_ephemeral_translated_instance(locale, fallback=strings is not None)

    def _source(self, page: Any) -> tuple[TranslationSource, list[StringSegment]]:
        """The page's strings in the order of the page, read once for all languages."""
        if page.pk not in self.sources:
            fresh = type(page).objects.get(pk=page.pk)
            source, _made = TranslationSource.update_or_create_from_instance(fresh)
            segments = StringSegment.objects.filter(source=source).order_by("order")
            self.sources[page.pk] = source, list(segments.select_related("string", "context"))
        return self.sources[page.pk]
