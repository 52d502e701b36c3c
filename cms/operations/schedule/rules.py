"""When a job is due, in the city's time: rules that hold at both clock changes.

A rule answers with instants in UTC, which alone can be compared: Python compares two datetimes of
one zone by their wall time. A time that the clock leaves out in spring comes an hour later, one
that it shows twice in autumn comes at its first showing: that is `fold=0` of PEP 495.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext, ngettext

ZONE = ZoneInfo("Europe/Budapest")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Rule(Protocol):
    def latest(self, now: datetime) -> datetime:
        """The last due time that is not after `now`, in UTC."""

    def next(self, now: datetime) -> datetime:
        """The first due time after `now`, in UTC."""

    def said(self) -> str:
        """The rule as operators read it, in the active language."""


@dataclass(frozen=True)
class Daily:
    """Every day at a time of the clock."""

    at: time

    def latest(self, now: datetime) -> datetime:
        return _found(self, now, range(0, -9, -1), lambda due: due <= now)

    def next(self, now: datetime) -> datetime:
        # a day after `now` in another zone may be the day before
        return _found(self, now, range(-1, 10), lambda due: due > now)

    def fits(self, day: date) -> bool:
        return True

    def said(self) -> str:
        return gettext("daily at %(time)s") % {"time": f"{self.at:%H:%M}"}


@dataclass(frozen=True)
class Weekly(Daily):
    """On one day of the week, Monday is 0."""

    weekday: int

    def fits(self, day: date) -> bool:
        return day.weekday() == self.weekday

    def said(self) -> str:
        values = {"day": WEEKDAYS[self.weekday], "time": f"{self.at:%H:%M}"}
        return gettext("weekly: %(day)s, %(time)s") % values


def _found(rule: Daily, now: datetime, days: range, fits: Any) -> datetime:
    today = now.astimezone(ZONE).date()
    for days_on in days:
        day = today + timedelta(days_on)
        due = datetime.combine(day, rule.at, ZONE).astimezone(UTC)
        if rule.fits(day) and fits(due):
            return due
    raise ValueError(f"{rule} is never due")


@dataclass(frozen=True)
class Every:
    """Each so many minutes, counted in UTC: the clock changes do not touch it."""

    minutes: int

    def latest(self, now: datetime) -> datetime:
        step = timedelta(minutes=self.minutes)
        return EPOCH + (now - EPOCH) // step * step

    def next(self, now: datetime) -> datetime:
        return self.latest(now) + timedelta(minutes=self.minutes)

    def said(self) -> str:
        count = self.minutes
        return ngettext("every minute", "every %(count)d minutes", count) % {"count": count}
