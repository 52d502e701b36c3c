"""Prepares a release: translators get the text of a draft, readers keep the one that is live."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource

from cms.core.may import may_publish
from cms.translations.carry import carry_over
from cms.translations.managed import translations_of_source
from cms.translations.models import Release
from cms.translations.releases.active import active_release
from cms.translations.requests import translation_requests
from cms.translations.segments.read import segments_of
from cms.translations.segments.write import source_write
from cms.translations.standing import states_refresh


def release_open(*, page: Any, user: Any, locales: Sequence[Locale] = ()) -> Release:
    """Give the page's latest draft to its translators, and ask for those in `locales`.

    Raises PermissionDenied, and ValidationError where there is no draft, or a release already.
    """
    with transaction.atomic():
        page = _locked(page)
        _refuse(user, page)
        source = _source_of(page)
        if source is not None and active_release(source.pk):
            raise ValidationError(_("A release of this page is in preparation already."))
        if page.live and not page.has_unpublished_changes:
            raise ValidationError(
                _("Save the new text as a draft first: what is public needs no release.")
            )
        before = segments_of(source.pk) if source is not None and page.live else []
        revision = page.get_latest_revision()
        release = Release.objects.create(
            source=_given(page, revision), source_revision=revision, opened_by=user,
            live_revision_id=page.live_revision_id if page.live else None, live_segments=before,
        )  # fmt: skip
        translation_requests(page=page, locales=list(locales))
        _logged(page, "translations.release_open", user)
        states_refresh(page.translation_key)
    return release


def release_renew(*, page: Any, user: Any) -> Release:
    """Take the page's latest draft into its release. Raises as `release_drop`."""
    with transaction.atomic():
        page = _locked(page)
        release = _open_release(page, user)
        release.source_revision = page.get_latest_revision()
        release.save(update_fields=["source_revision"])
        _given(page, release.source_revision)
        _logged(page, "translations.release_open", user)
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
            _taken(page)
        _logged(page, "translations.release_drop", user)
        states_refresh(page.translation_key)


def _open_release(page: Any, user: Any) -> Release:
    _refuse(user, page)
    source = _source_of(page)
    release = active_release(source.pk) if source is not None else None
    if release is None or release.status != Release.Status.OPEN:
        raise ValidationError(_("No release of this page is in preparation."))
    return release


def _refuse(user: Any, page: Any) -> None:
    if not may_publish(user, page):
        raise PermissionDenied(_("Only who may publish the Hungarian page may do this."))
    if not page.is_facts_source or page.alias_of_id:
        raise ValidationError(_("Translations are made of Hungarian pages."))


def _locked(page: Any) -> Any:
    """The row, of its own type, locked: two people cannot prepare one page at once."""
    return Page.objects.select_for_update(of=("self",)).get(pk=page.pk).specific


def _source_of(page: Any) -> TranslationSource | None:
    return TranslationSource.objects.filter(
        object_id=page.translation_key, locale_id=page.locale_id
    ).first()


def _given(page: Any, revision: Any) -> TranslationSource:
    """The source with the segments of a draft; nothing of the page itself is written."""
    draft = revision.as_object() if revision is not None else page
    return _taken(draft, is_draft=True)


def _taken(page: Any, *, is_draft: bool = False) -> TranslationSource:
    held = _source_of(page)
    before = segments_of(held.pk) if held is not None else []
    source = source_write(page, is_draft=is_draft)
    ids = list(
        translations_of_source(page.translation_key).values_list("target_locale_id", flat=True)
    )
    carry_over(source, before, segments_of(source.pk), locale_ids=ids, minor=False)
    return source


def _logged(page: Any, action: str, user: Any) -> None:
    log(page, action, user=user)
