"""Prepares a release: translators get the text of a draft, readers keep the one that is live."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource

from cms.translations.carry import source_take
from cms.translations.managed import source_record
from cms.translations.may import refuse_others
from cms.translations.models import Release
from cms.translations.releases.active import active_release
from cms.translations.requests import translation_requests
from cms.translations.segments.read import segments_of
from cms.translations.standing import states_refresh


def release_open(*, page: Any, user: Any, locales: Sequence[Locale] = ()) -> Release:
    """Give the page's latest draft to its translators, and ask for those in `locales`.

    Raises PermissionDenied, and ValidationError where there is no draft, or a release already.
    """
    with transaction.atomic():
        page = _locked(page)
        _refuse(user, page)
        source = source_record(page)
        if source is not None and active_release(source.pk):
            raise ValidationError(_("A release of this page is in preparation already."))
        if page.live and not page.has_unpublished_changes:
            raise ValidationError(
                _("Save the new text as a draft first: what is public needs no release.")
            )
        before = segments_of(source.pk) if source is not None and page.live else []
        revision = page.get_latest_revision()
        release = Release.objects.create(
            source=_given(page, revision, source), source_revision=revision, opened_by=user,
            live_revision_id=page.live_revision_id if page.live else None, live_segments=before,
        )  # fmt: skip
        translation_requests(page=page, locales=list(locales))
        log(page, "translations.release_open", user=user)
        states_refresh(page.translation_key)
    return release


def release_renew(*, page: Any, user: Any) -> Release:
    """Take the page's latest draft into its release. Raises as `release_drop`."""
    with transaction.atomic():
        page = _locked(page)
        release = _open_release(page, user)
        release.source_revision = page.get_latest_revision()
        release.save(update_fields=["source_revision"])
        _given(page, release.source_revision, release.source)
        log(page, "translations.release_open", user=user)
        states_refresh(page.translation_key)
    return release


def release_drop(*, page: Any, user: Any) -> None:
    """Give it up: the live text is the one to translate again; what was translated is kept.

    Raises PermissionDenied, and ValidationError where none is in preparation.
    """
    with transaction.atomic():
        page = _locked(page)
        release = _open_release(page, user)
        release.status, release.ended_at = Release.Status.DROPPED, timezone.now()
        release.save(update_fields=["status", "ended_at"])
        if page.live:
            source_take(page, release.source)
        log(page, "translations.release_drop", user=user)
        states_refresh(page.translation_key)


def _open_release(page: Any, user: Any) -> Release:
    _refuse(user, page)
    source = source_record(page)
    release = active_release(source.pk) if source is not None else None
    if release is None or release.status != Release.Status.OPEN:
        raise ValidationError(_("No release of this page is in preparation."))
    return release


def _refuse(user: Any, page: Any) -> None:
    refuse_others(user, page)
    if not page.is_facts_source or page.alias_of_id:
        raise ValidationError(_("Translations are made of Hungarian pages."))


def _locked(page: Any) -> Any:
    """The row, of its own type, locked: two people cannot prepare one page at once."""
    return Page.objects.select_for_update(of=("self",)).get(pk=page.pk).specific


def _given(page: Any, revision: Any, held: TranslationSource | None) -> TranslationSource:
    """The source with the segments of a draft; nothing of the page itself is written."""
    draft = revision.as_object() if revision is not None else page
    return source_take(draft, held, is_draft=True)
