"""Publishes a release: the source first, then its translations one by one, and tells of it last."""

import logging
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.translations.drafts import latest_made, publish_made, revision_make
from cms.translations.managed import locked, page_of, translations_of_source
from cms.translations.models import Release, ReleasePart, TranslationState
from cms.translations.models.releases import ACTIVE
from cms.translations.releases.telling import released_told
from cms.translations.segments.read import lines_of

logger = logging.getLogger(__name__)
Outcome = ReleasePart.Outcome
#: How often a translation is tried while the database is busy, and the seconds between.
TRIES, PAUSE = 3, 0.5
#: Days for which a release is kept once it has ended.
ENDED_DAYS = 365


def release_publish(*, page: Any, user: Any) -> Release:
    """Publish the prepared text of the source; the queue publishes its translations after it.

    Raises PermissionDenied, and ValidationError where none is in preparation, or its draft is to
    go live on another day.
    """
    with transaction.atomic():
        held = Page.objects.select_for_update(of=("self",)).get(pk=page.pk)
        if not held.permissions_for_user(user).can_publish():
            raise PermissionDenied(_("Only who may publish the Hungarian page may do this."))
        found = Release.objects.filter(
            source__object_id=held.translation_key, status=Release.Status.OPEN
        )
        release = found.select_related("source_revision").first()
        if release is None:
            raise ValidationError(_("No release of this page is in preparation."))
        if release.source_revision is None:
            raise ValidationError(_("The prepared draft is gone: take the latest one over."))
        day = release.source_revision.as_object().go_live_at
        if day is not None and day > timezone.now():
            raise ValidationError(
                _("This draft has a day of its own: publish it in its form, and its translations "
                  "follow on that day.")
            )  # fmt: skip
        release.status, release.published_by = Release.Status.RUNNING, user
        release.save(update_fields=["status", "published_by"])
        release.source_revision.publish(user=user)
    return release


def translations_publish(release_id: int) -> int:
    """Publish what is ready, in the order of the ids; how many. Idempotent: what an earlier run
    that was broken off has done stands in the release's parts."""
    release = Release.objects.filter(pk=release_id, status__in=ACTIVE).first()
    if release is None:
        return 0
    for translation in _waiting(release):
        _tried(release, translation)
    with transaction.atomic():
        release = Release.objects.select_for_update(of=("self",)).get(pk=release.pk)
        if release.status == Release.Status.DONE:
            return 0  # another run was through before
        release.status, release.ended_at = Release.Status.DONE, timezone.now()
        release.save(update_fields=["status", "ended_at"])
        outcomes = list(release.parts.select_related("translation__target_locale").order_by("pk"))
        _announced(release, outcomes)
    return sum(part.outcome == Outcome.PUBLISHED for part in outcomes)


def _waiting(release: Release) -> Iterator[Translation]:
    found = translations_of_source(release.source.object_id)
    yield from found.exclude(
        pk__in=ReleasePart.objects.filter(release=release).values("translation")
    ).order_by("pk")


def _tried(release: Release, translation: Translation) -> None:
    """Raises OperationalError where the database stays away: the queue comes back to it."""
    for attempt in range(1, TRIES + 1):
        try:
            with transaction.atomic():
                if _is_taken(release, translation):
                    return
                ReleasePart.objects.create(
                    release=release, translation=translation, outcome=_published(translation)
                )
            return
        except OperationalError:
            if attempt == TRIES:
                raise
            time.sleep(PAUSE * attempt)
        except Exception:  # one language must not keep the others from their readers
            logger.exception("Translation %s was not published", translation.pk)
            ReleasePart.objects.get_or_create(
                release=release, translation=translation, defaults={"outcome": Outcome.FAILED}
            )
            return


def _is_taken(release: Release, translation: Translation) -> bool:
    """Whether another run has done it: with the release locked, so that one waits for the other."""
    Release.objects.select_for_update().get(pk=release.pk)
    return ReleasePart.objects.filter(release=release, translation=translation).exists()


def _published(translation: Translation) -> str:
    """Publish the text that a reviewer approved, if the page still asks for exactly that.

    It is made into a revision anew: rows that came with the source's new text were not there when
    the text was approved.
    """
    row = locked(translation)
    page = page_of(row)
    approved = latest_made(row)
    lines = lines_of(row.source_id, row.target_locale_id)
    if approved is None or not approved.may_go_live or not approved.says(lines):
        state = TranslationState.objects.filter(translation=row).first()
        is_current = state is not None and state.standing == TranslationState.Standing.CURRENT
        return Outcome.CURRENT if is_current else Outcome.LEFT
    if page.live and page.live_revision_id == approved.revision_id:
        return Outcome.CURRENT
    if page.locked:
        return Outcome.LEFT
    made = revision_make(translation=row)
    if not made.is_complete:
        return Outcome.LEFT
    publish_made(made, user=approved.reviewed_by, reviewed_at=approved.reviewed_at)
    return Outcome.PUBLISHED


def _announced(release: Release, parts: list[ReleasePart]) -> None:
    codes: dict[str, list[str]] = {}
    for part in parts:
        code = part.translation.target_locale.language_code
        codes.setdefault(str(part.outcome), []).append(code)
    page = Page.objects.filter(
        translation_key=release.source.object_id, locale_id=release.source.locale_id
    ).first()
    if page is None:
        return
    log(page, "translations.release", user=release.published_by, data=codes)
    released_told(release, page, parts)


def releases_clear() -> int:
    """Delete releases that ended long ago, with whose they were; how many rows."""
    before = timezone.now() - timedelta(days=ENDED_DAYS)
    return Release.objects.filter(ended_at__lt=before).delete()[0]
