"""The release that a source page is prepared for, where there is one."""

from typing import Any

from django.db.models import Exists, OuterRef

from cms.translations.models import Release
from cms.translations.models.releases import ACTIVE


def active_release(source_id: int) -> Release | None:
    return Release.objects.filter(source_id=source_id, status__in=ACTIVE).first()


def in_release(source: str = "source_id") -> Exists:
    """An annotation; `source` is the row's path to the id of its `TranslationSource`."""
    return Exists(Release.objects.filter(source_id=OuterRef(source), status__in=ACTIVE))


def is_begun(release: Release, page: Any) -> bool:
    """Whether the source page was published since the release was opened, in whatever way."""
    return bool(page.live and page.live_revision_id != release.live_revision_id)
