"""Deletes what nobody needs any more: settled comments and texts that their page lost long ago."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from wagtail_localize.models import StringSegment

from cms.translations.models import SegmentComment, SegmentEdit

#: Days for which settled comments are kept, and what was said of or in texts that are gone.
KEPT_DAYS = 365


def notes_clear() -> int:
    """How many were deleted."""
    before = timezone.now() - timedelta(days=KEPT_DAYS)
    at_path = StringSegment.objects.filter(
        source=OuterRef("translation__source"), context__path=OuterRef("path")
    )
    of_string = StringSegment.objects.filter(
        source=OuterRef("translation__source"), string=OuterRef("string")
    )
    comments = SegmentComment.objects.filter(
        Q(resolved_at__lt=before)
        | Q(~Exists(at_path), ~Exists(of_string), resolved_at=None, at__lt=before)
    )
    edits = SegmentEdit.objects.filter(~Exists(of_string), at__lt=before)
    return comments.delete()[0] + edits.delete()[0]
