"""A message that a language lacks is shown in English, not in the language of the content.

Django takes `LANGUAGE_CODE` for what a catalogue lacks: Hungarian, as that is our source language
(Wagtail reads it so). Our messages are English in the code, as Wagtail's and Django's are, so a
catalogue without a fallback says the same as one that falls back to English.
"""

from typing import Any

from django.utils.translation.trans_real import DjangoTranslation


def english_where_missing() -> None:
    """Before the first catalogue is read."""

    def no_fallback(_catalogue: DjangoTranslation, localedirs: Any = None) -> None:
        """In place of Django's, which reads `LANGUAGE_CODE`."""

    # the one place that Django offers no setting for
    setattr(DjangoTranslation, "_add_fallback", no_fallback)  # noqa: B010  (mypy refuses a method)
