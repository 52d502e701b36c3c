"""Compares the states that are kept with what the revisions say, and mends what differs."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from cms.languages import SOURCE
from cms.translations.models import TranslationState
from cms.translations.refresh import source_refresh
from cms.translations.standing import FIELDS, computed, states_refresh

#: Times follow from when a state was written, so they are no difference.
COMPARED = [
    "reviewer_id" if name == "reviewer" else name
    for name in FIELDS
    if name not in {"since", "behind_since"}
]


def drift() -> list[Any]:
    """Translation keys of sources of which a state is missing or says something else."""
    keys = Translation.objects.filter(enabled=True).values_list("source__object_id", flat=True)
    return [key for key in sorted(set(keys)) if _differs(key)]


def drift_mend() -> int:
    """Take over what sources say now, and put states right; how many sources it concerned.

    A process that ended between a publication and its task leaves the first behind.
    """
    mended = 0
    for page in _unread():
        mended += source_refresh(page.pk)
    for key in drift():
        with transaction.atomic():
            states_refresh(key)
        mended += 1
    return mended


def _unread() -> list[Page]:
    """Live sources that were published after their segments were written."""
    written = dict(
        TranslationSource.objects.filter(locale__language_code=SOURCE).values_list(
            "object_id", "last_updated_at"
        )
    )
    pages = Page.objects.filter(
        translation_key__in=written, locale__language_code=SOURCE, live=True,
        last_published_at__isnull=False,
    )  # fmt: skip
    return [page for page in pages if page.last_published_at > written[page.translation_key]]


def _differs(key: Any) -> bool:
    held = {
        state.translation_id: {name: getattr(state, name) for name in COMPARED}
        for state in TranslationState.objects.filter(translation_key=key)
    }
    return any(
        one.is_new
        or held[one.state.translation_id] != {name: getattr(one.state, name) for name in COMPARED}
        for one in computed(key, timezone.now())
    )
