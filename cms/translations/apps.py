"""Connects the localisation workflow: facts are outside what is translated."""

from django.apps import AppConfig


class TranslationsConfig(AppConfig):
    name = "cms.translations"
    label = "translations"

    def ready(self) -> None:
        from cms.core.admin.records import register_records
        from cms.core.databases.watch import keep_out
        from cms.core.facts.guards import register_guards
        from cms.core.facts.signals import follow_facts
        from cms.core.translation_notice import register_translation_notice
        from cms.translations import guard, operations
        from cms.translations.glossary.admin import TermViewSet
        from cms.translations.machine import checks  # noqa: F401  (registers itself)
        from cms.translations.public.notice import NOTICE
        from cms.translations.sources import facts_out_of_translation, frozen_source_follows

        facts_out_of_translation()
        # what is written at the desk, of which no public page is made; a state that readers are
        # told of raises the generation itself
        keep_out(
            *(f"translations_{name}" for name in
              ("translationstate", "translationrevision", "carriedtranslation", "suggestion",
               "translationreport", "release", "releasepart", "fallbackpage", "segmentcomment",
               "segmentedit")),
            "wagtail_localize_stringtranslation", "wagtail_localize_translationlog",
        )  # fmt: skip
        register_records(TermViewSet)
        follow_facts(frozen_source_follows)
        operations.register()
        register_guards(row=guard.guard_row, revision=guard.guard_revision)
        register_translation_notice(NOTICE)
        self._follow()

    def _follow(self) -> None:
        from django.db.models.signals import post_migrate, post_save, pre_delete, pre_save
        from wagtail.models import Locale, Page
        from wagtail.signals import page_unpublished, post_page_move
        from wagtail_localize.models import (
            LocaleSynchronization,
            StringTranslation,
            post_save_string_translation,
        )

        from cms.core.facts.signals import facts_written
        from cms.translations import receivers
        from cms.translations.languages import languages_made, locale_saved
        from cms.translations.mails import locked
        from cms.translations.memory.trigrams import trigrams_made

        post_save.disconnect(post_save_string_translation, sender=StringTranslation)
        for signal, receiver, sender in (
            (post_save, receivers.draft_named, StringTranslation),
            (post_save, locale_saved, Locale),
            (post_migrate, languages_made, self),
            (post_migrate, trigrams_made, self),
            (facts_written, receivers.source_written, None),
            (page_unpublished, receivers.translation_unpublished, None),
            (page_unpublished, locked.unpublished, None),
            (pre_delete, locked.deleted, Page),
            (post_page_move, locked.moved, None),
            (pre_save, receivers.synchronization_refused, LocaleSynchronization),
        ):
            signal.connect(
                receiver, sender=sender, dispatch_uid=f"translations.{receiver.__name__}"
            )
