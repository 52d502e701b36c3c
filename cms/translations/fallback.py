"""Whether a page may go live in a language while some of its paragraphs are still Hungarian."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail.log_actions import log
from wagtail_localize.models import Translation

from cms.translations.may import refuse_others
from cms.translations.models import FallbackPage
from cms.translations.segments.ingest import paragraphs_of
from cms.translations.segments.read import Line


def fallback_allow(*, page: Any, user: Any, is_allowed: bool) -> None:
    """For all languages of a source page. What is live already stays as it is.

    Raises PermissionDenied.
    """
    refuse_others(user, page.specific)
    with transaction.atomic():
        held = FallbackPage.objects.filter(translation_key=page.translation_key)
        if held.exists() == is_allowed:
            return
        if is_allowed:
            FallbackPage.objects.create(translation_key=page.translation_key, allowed_by=user)
        else:
            held.delete()
        log(page, "translations.fallback", user=user, data={"allowed": is_allowed})


def is_fallback_allowed(key: Any) -> bool:
    return FallbackPage.objects.filter(translation_key=key).exists()


def fallback_allowed(key: str = "source__object_id") -> Exists:
    """An annotation; `key` is the row's path to the translation key."""
    return Exists(FallbackPage.objects.filter(translation_key=OuterRef(key)))


def fallbacks_in(
    translation: Translation, lines: Iterable[Line], *, is_allowed: bool | None = None
) -> set[int]:
    """Ids of the segments that would be published in Hungarian: paragraphs alone.

    A title, a label or another field that is one text has to be translated on every page.
    `is_allowed` is what `fallback_allowed` says, where the caller has read it already.
    """
    missing = [line for line in lines if not line.is_done]
    if not missing:
        return set()
    if is_allowed is None:
        is_allowed = is_fallback_allowed(translation.source.object_id)
    if not is_allowed:
        return set()
    paths = paragraphs_of(translation.source_id)
    return {line.segment_id for line in missing if line.path in paths}
