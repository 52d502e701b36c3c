"""What the schedule does for the localisation workflow each night: states put right, old records
deleted."""

from datetime import time

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.operations.queue import task
from cms.operations.schedule.registry import Job, register_job
from cms.operations.schedule.rules import Daily
from cms.translations.drift import drift_mend
from cms.translations.mails.digest import digests_send
from cms.translations.notes.clearing import notes_clear
from cms.translations.releases.publishing import releases_clear
from cms.translations.reports.inbox import reports_clear


@task(queue="slow", limit=1800)
def mend_states() -> int:
    return drift_mend()


@task(queue="translations", limit=900)
def send_digests() -> int:
    return digests_send(timezone.now())


@task(queue="slow", limit=1800)
def clear_records() -> int:
    return reports_clear() + releases_clear() + notes_clear()


def _mended(count: int) -> str:
    return ngettext("%(count)d page put right", "%(count)d pages put right", count) % {
        "count": count
    }


def _written(count: int) -> str:
    return ngettext("%(count)d mail written", "%(count)d mails written", count) % {"count": count}


def _cleared(count: int) -> str:
    return ngettext("%(count)d record deleted", "%(count)d records deleted", count) % {
        "count": count
    }


def register() -> None:
    register_job(
        Job("translations", _("States of translations"), Daily(time(0, 40)), mend_states, _mended)
    )
    register_job(
        Job("digests", _("Digests for translators"), Daily(time(6, 30)), send_digests, _written)
    )

    records = _("Old records of the translators' desk")
    register_job(Job("translation_records", records, Daily(time(0, 50)), clear_records, _cleared))
