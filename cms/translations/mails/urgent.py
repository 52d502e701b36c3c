"""Tells the teams at once of a page that cannot wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from wagtail.models import Locale, Page

from cms.languages import BY_CODE, SOURCE
from cms.translations.mails.people import desk_of, members, tell
from cms.translations.may import roles_of
from cms.translations.models import TranslationState, UrgentPage

#: There is nothing to translate.
DONE = (
    TranslationState.Status.CURRENT, TranslationState.Status.REVIEW, TranslationState.Status.READY,
)  # fmt: skip
#: What the source's publishing turns a translation into.
BEHIND = (TranslationState.Status.MAJOR, TranslationState.Status.MINOR)


def urgent_told(page: Any, only: set[int] | None = None) -> int:
    """One mail to each member of a team whose language lacks the page or is behind; how many.

    `only` are ids of locales, where not all of them are to be told.
    """
    states = {
        state.locale_id: state
        for state in TranslationState.objects.filter(
            translation_key=page.translation_key, translation__enabled=True
        ).select_related("translation")
    }
    open_in = {
        locale.pk: (BY_CODE[locale.language_code].name, states.get(locale.pk))
        for locale in Locale.objects.exclude(language_code=SOURCE)
        if locale.language_code in BY_CODE
        and (only is None or locale.pk in only)
        and (locale.pk not in states or states[locale.pk].status not in DONE)
    }
    told = members(list(open_in))
    for user in told:
        roles = roles_of(user)
        mine = sorted((roles.translates | roles.reviews) & set(open_in))
        rows = [
            (language, desk_of(state.translation) if state else "")
            for language, state in (open_in[pk] for pk in mine)
        ]
        tell(user, "urgent", {"title": page.title, "rows": rows})
    return len(told)


@contextmanager
def urgent_watched(page_id: int) -> Iterator[None]:
    """While a marked page is published anew: languages that it leaves behind are told at once."""
    page = Page.objects.filter(pk=page_id).first()
    key = page.translation_key if page else None
    if key is None or not UrgentPage.objects.filter(translation_key=key).exists():
        yield
        return
    before = _behind(key)
    yield
    if fresh := _behind(key) - before:
        urgent_told(page, only=fresh)


def _behind(key: Any) -> set[int]:
    found = TranslationState.objects.filter(translation_key=key, status__in=BEHIND)
    return set(found.values_list("locale_id", flat=True))
