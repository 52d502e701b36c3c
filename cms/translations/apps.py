"""Connects the localisation workflow: facts are outside what is translated."""

from django.apps import AppConfig


class TranslationsConfig(AppConfig):
    name = "cms.translations"
    label = "translations"

    def ready(self) -> None:
        from cms.core.facts.signals import follow_facts
        from cms.translations.sources import facts_out_of_translation, frozen_source_follows

        facts_out_of_translation()
        follow_facts(frozen_source_follows)
