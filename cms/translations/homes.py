"""Makes the languages and a real home page for each of them, before anything is translated."""

from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page

from cms.languages import LANGUAGES, SOURCE


def homes_make() -> list[Any]:
    """One draft home page per language that has none; the new ones. Idempotent."""
    home = Page.objects.get(depth=2, locale__language_code=SOURCE).specific
    made = []
    with transaction.atomic():
        for language in LANGUAGES:
            locale, _created = Locale.objects.get_or_create(language_code=language.code)
            if locale.pk != home.locale_id and not home.has_translation(locale):
                made.append(_home_in(home, locale))
    return made


def _home_in(home: Any, locale: Locale) -> Any:
    page = home.copy_for_translation(locale)
    page.slug = locale.language_code
    page.writes_facts = True  # a home page's slug is the one that languages do not share
    page.save(clean=False)
    page.save_revision(changed=False, clean=False)
    return page
