"""Makes the languages and a real home page for each of them, before anything is translated."""

from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page

from cms.languages import LANGUAGES, SOURCE


def homes_make() -> list[Any]:
    """One draft home page per language that has none; the new ones. Idempotent."""
    made = []
    with transaction.atomic():
        for language in LANGUAGES:
            before = Page.objects.filter(depth=2, locale__language_code=language.code).exists()
            locale, _created = Locale.objects.get_or_create(language_code=language.code)
            home_make(locale)
            if not before:
                made.append(Page.objects.get(depth=2, locale=locale).specific)
    return made


def home_make(locale: Locale) -> Any | None:
    """The draft home page of a language; None where it has one, or none can be made yet."""
    home = Page.objects.filter(depth=2, locale__language_code=SOURCE).first()
    if home is None or locale.pk == home.locale_id or home.has_translation(locale):
        return None
    return _home_in(home.specific, locale)


def _home_in(home: Any, locale: Locale) -> Any:
    page = home.copy_for_translation(locale)
    page.slug = locale.language_code
    page.writes_facts = True  # a home page's slug is the one that languages do not share
    page.save(clean=False)
    page.save_revision(changed=False, clean=False)
    return page
