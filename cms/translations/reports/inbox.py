"""The inbox of each language's team: what was reported, settled by who works in the language."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.translations.may import may
from cms.translations.models import TranslationReport

#: Days for which a report is kept once it is done.
DONE_DAYS = 90

Status = TranslationReport.Status


def reports_in(locale_ids: Iterable[int], status: str = Status.OPEN) -> QuerySet[Any]:
    """Reports of translations that are worked on in these languages, newest first."""
    return TranslationReport.objects.filter(
        translation__target_locale__in=list(locale_ids), translation__enabled=True, status=status
    ).select_related("translation__source", "done_by")


def report_settle(*, report: TranslationReport, status: str, user: Any) -> None:
    """Done, or open again. Raises PermissionDenied for whom the language is not theirs."""
    if not may(user, "translate", report.translation.target_locale_id):
        raise PermissionDenied(_("This language is not yours to work on."))
    if report.status == status:
        return
    is_done = status == Status.DONE
    report.status = status
    report.done_by, report.done_at = (user, timezone.now()) if is_done else (None, None)
    report.save(update_fields=["status", "done_by", "done_at"])


def reports_clear() -> int:
    """Delete what was done long ago; how many."""
    before = timezone.now() - timedelta(days=DONE_DAYS)
    old = TranslationReport.objects.filter(status=Status.DONE, done_at__lt=before)
    return old.delete()[0]
