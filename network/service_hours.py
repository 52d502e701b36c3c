"""Opening hours as they are shown: the state now, a table of the week, days that differ."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from cms.core.together import Row, day, number, text_lang, truth
from network.opening import (
    AHEAD,
    MIDNIGHT,
    Closure,
    Hours,
    Schedule,
    Special,
    closes_at,
    next_opening,
    open_now,
)
from network.service_codes import Weekday

HOURS = ("weekday", "opens", "closes", "valid_from", "valid_until", "place_id", "place__hidden")
EXCEPTION = ("day", "closed", "opens", "closes", "note", "source_text", "locale__language_code")


@dataclass(frozen=True)
class OpenState:
    """Open until `until` (None: always), or closed until `opens` (None: nobody knows)."""

    is_open: bool
    until: datetime | None = None
    opens: datetime | None = None


@dataclass(frozen=True)
class Span:
    opens: time
    closes: time

    @property
    def ends_the_day(self) -> bool:
        return self.closes == MIDNIGHT


@dataclass
class Week:
    """The hours of one place, or of all (`place` None), in one season."""

    place: int | None
    is_hidden: bool
    valid_from: date | None
    valid_until: date | None
    days: dict[int, list[Span]] = field(default_factory=dict)
    #: The weekday of today, where today lies in this season.
    today: int | None = None

    @property
    def rows(self) -> list[tuple[Any, list[Span], bool]]:
        """All seven days with their names, and which is today; no span where it is closed."""
        return [
            (day.label, sorted_spans(self.days.get(day, [])), day == self.today) for day in Weekday
        ]


@dataclass(frozen=True)
class Day:
    """A day that differs; `span` None where it is closed."""

    day: date
    span: Span | None
    note: str
    lang: str


def schedule_of(hours: list[Row], exceptions: list[Row], closure: Closure | None) -> Schedule:
    return Schedule(
        tuple(_hours(row) for row in hours),
        tuple(
            Special(_day(row["day"]), _time(row["opens"]), _time(row["closes"]))
            for row in exceptions
        ),
        closure,
    )


def _hours(row: Row) -> Hours:
    return Hours(
        number(row["weekday"]) or 0, _time(row["opens"]) or MIDNIGHT,
        _time(row["closes"]) or MIDNIGHT, day(row["valid_from"]), day(row["valid_until"]),
        number(row["place_id"]),
    )  # fmt: skip


def _time(value: str | None) -> time | None:
    return time.fromisoformat(value) if value else None


def _day(value: str | None) -> date:
    return date.fromisoformat(str(value))


def open_state(schedule: Schedule, now: datetime, ahead: int = AHEAD) -> OpenState | None:
    """None where no hours are known at all; the next opening is sought `ahead` days."""
    if not schedule.hours and not schedule.specials:
        return None
    if open_now(schedule, now):
        return OpenState(True, until=closes_at(schedule, now))
    return OpenState(False, opens=next_opening(schedule, now, ahead))


def weeks_of(rows: list[Row], today: date) -> list[Week]:
    """Tables of hours that hold now or later: those for everywhere first, then by season."""
    weeks: dict[Any, Week] = {}
    for row in rows:
        hours = _hours(row)
        if hours.valid_until and hours.valid_until < today:
            continue
        key = (hours.place, hours.valid_from, hours.valid_until)
        week = weeks.setdefault(key, Week(hours.place, truth(row["place__hidden"]), *key[1:]))
        if not hours.valid_from or hours.valid_from <= today:
            week.today = today.weekday()
        week.days.setdefault(hours.weekday, []).append(Span(hours.opens, hours.closes))
    order = sorted(weeks, key=lambda key: (key[0] or 0, key[1] or date.min, key[2] or date.max))
    return [weeks[key] for key in order]


def sorted_spans(spans: list[Span]) -> list[Span]:
    return sorted(spans, key=lambda span: span.opens)


def days_of(rows: list[Row], today: date, lang: str) -> list[Day]:
    """Days to come that differ, the next one first."""
    found = []
    for row in rows:
        opens, closes = _time(row["opens"]), _time(row["closes"])
        span = Span(opens, closes or MIDNIGHT) if opens else None
        own = text_lang(row, "note", lang)
        found.append(Day(_day(row["day"]), span, row["note"] or "", own))
    return sorted((one for one in found if one.day >= today), key=lambda one: one.day)
