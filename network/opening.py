"""Opening hours: whether a service is open at a moment, until when, and when it opens next.

Pure functions over a schedule in Budapest's time. Hours are half-open, `opens ≤ at < closes`; a
`closes` of 00:00 is the midnight at the end of the day. Moments are compared in UTC: the same hour
of the wall clock may come twice in October.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

BUDAPEST = ZoneInfo("Europe/Budapest")
MIDNIGHT = time(0)
#: How many days ahead `next_opening` looks.
AHEAD = 370
#: After so many days without a pause it counts as always open.
ALWAYS = 8

Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Hours:
    """One span of each week: `weekday` as `date.weekday()`; `place` None holds everywhere."""

    weekday: int
    opens: time
    closes: time
    valid_from: date | None = None
    valid_until: date | None = None
    place: int | None = None

    def holds_on(self, day: date) -> bool:
        starts, ends = self.valid_from or day, self.valid_until or day
        return self.weekday == day.weekday() and starts <= day <= ends


@dataclass(frozen=True)
class Special:
    """One day with hours of its own instead of the week's; without them it is closed."""

    day: date
    opens: time | None = None
    closes: time | None = None


@dataclass(frozen=True)
class Closure:
    """Days on which all is closed, both included; without `until` for no known time."""

    starts: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        return self.starts <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Schedule:
    hours: tuple[Hours, ...] = ()
    specials: tuple[Special, ...] = ()
    closure: Closure | None = None


def spans_on(schedule: Schedule, day: date) -> list[Span]:
    """When it is open on `day`, in order, in UTC."""
    if schedule.closure and schedule.closure.holds_on(day):
        return []
    specials = [special for special in schedule.specials if special.day == day]
    if any(special.opens is None for special in specials):
        return []
    found: list[tuple[time, time]] = [
        (special.opens, special.closes or MIDNIGHT) for special in specials if special.opens
    ] or [(hours.opens, hours.closes) for hours in schedule.hours if hours.holds_on(day)]
    return sorted((moment(day, opens), end_of(day, closes)) for opens, closes in found)


def moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=BUDAPEST).astimezone(UTC)


def end_of(day: date, closes: time) -> datetime:
    return moment(day + timedelta(days=1), MIDNIGHT) if closes == MIDNIGHT else moment(day, closes)


def closure_of(is_closed: bool, starts: date | None, until: date | None) -> Closure | None:
    """The temporary closure of what `is_closed` by its status; None without a first day."""
    return Closure(starts, until) if is_closed and starts else None


def open_now(schedule: Schedule, at: datetime) -> bool:
    return _span_at(schedule, at) is not None


def closes_at(schedule: Schedule, at: datetime) -> datetime | None:
    """When it closes next in Budapest's time; None where it is closed, or never closes."""
    span = _span_at(schedule, at)
    if span is None:
        return None
    end, first = span[1], at
    while (further := _span_at(schedule, end)) is not None:
        end = further[1]
        if end - first > timedelta(days=ALWAYS):
            return None
    return end.astimezone(BUDAPEST)


def next_opening(schedule: Schedule, at: datetime, ahead: int = AHEAD) -> datetime | None:
    """The next moment after `at` at which it opens, in Budapest's time; None in `ahead` days."""
    if not schedule.hours and not schedule.specials:
        return None
    today = at.astimezone(BUDAPEST).date()
    for days in range(ahead):
        for start, _end in spans_on(schedule, today + timedelta(days=days)):
            if start > at:
                return start.astimezone(BUDAPEST)
    return None


def _span_at(schedule: Schedule, at: datetime) -> Span | None:
    spans = spans_on(schedule, at.astimezone(BUDAPEST).date())
    return max((span for span in spans if span[0] <= at < span[1]), key=_end, default=None)


def _end(span: Span) -> datetime:
    return span[1]


def overlap(one: Hours, other: Hours) -> bool:
    """Whether both hold at some moment of a week at one place."""
    if one.weekday != other.weekday or not _same_place(one, other) or not _same_days(one, other):
        return False
    return one.opens < _last(other) and other.opens < _last(one)


def _same_place(one: Hours, other: Hours) -> bool:
    return one.place is None or other.place is None or one.place == other.place


def _same_days(one: Hours, other: Hours) -> bool:
    starts = max(one.valid_from or date.min, other.valid_from or date.min)
    return starts <= min(one.valid_until or date.max, other.valid_until or date.max)


def _last(hours: Hours) -> time:
    return time.max if hours.closes == MIDNIGHT else hours.closes
