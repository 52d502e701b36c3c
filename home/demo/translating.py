"""Puts the demo's translations where the desk keeps them, and publishes the translated pages."""

from typing import Any

from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from cms.translations.drafts import publish_made, revision_make
from cms.translations.requests import translation_request
from cms.translations.segments.read import Segments, segments_of
from cms.translations.standing import states_refresh
from home.demo.catalogues import catalogue


class Translator:
    """Translates pages into one language after the other; `user` is named as the translator."""

    def __init__(self, user: Any) -> None:
        self.user = user
        self.locales = {locale.language_code: locale for locale in Locale.objects.all()}
        self.segments: dict[int, Segments] = {}

    def publish(self, page: Any, code: str) -> None:
        """A live translation of every string; one that the catalogue lacks raises KeyError."""
        made = revision_make(translation=self._translate(page, code), user=self.user)
        publish_made(made, user=self.user)

    def draft(self, page: Any, code: str, *, strings: int) -> None:
        """A draft in which only the first `strings` are translated, as of somebody half done."""
        self._translate(page, code, strings)
        states_refresh(page.translation_key)

    def _translate(self, page: Any, code: str, strings: int | None = None) -> Translation:
        translation = translation_request(page=page, locale=self.locales[code])
        if page.pk not in self.segments:
            self.segments[page.pk] = segments_of(translation.source_id)
        words = catalogue(code)
        StringTranslation.objects.bulk_create(
            [
                StringTranslation(
                    locale=self.locales[code], translation_of_id=segment["string_id"],
                    context_id=segment["context_id"], data=words[segment["string__data"]],
                    translation_type="manual", last_translated_by=self.user,
                )
                for segment in self.segments[page.pk][:strings]
            ],
            ignore_conflicts=True,
        )  # fmt: skip
        return translation
