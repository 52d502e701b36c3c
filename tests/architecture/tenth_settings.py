"""The settings of tests with one language more, as docs/translators.md says."""

from cms import languages

languages.LANGUAGES = (*languages.LANGUAGES, languages.Language("de", "Deutsch", "ltr", "de_DE"))
languages.BY_CODE = {language.code: language for language in languages.LANGUAGES}

from cms.settings.test import *  # noqa: E402, F403

DATABASES = {"default": {"ENGINE": "cms.core.databases.sqlite3", "NAME": ":memory:"}}
