"""Opening hours at the moments that matter: midnight, clock changes, exceptions, closures."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine
from django.utils import timezone

from network.opening import (
    BUDAPEST,
    Closure,
    Hours,
    Schedule,
    Special,
    closes_at,
    next_opening,
    open_now,
    overlap,
)

MONDAY, TUESDAY, SATURDAY, SUNDAY = 0, 1, 5, 6
WEEK = Schedule(
    hours=(
        Hours(MONDAY, time(9), time(12)),
        Hours(MONDAY, time(13), time(17)),
        Hours(TUESDAY, time(9), time(12)),
    )
)
#: A Monday without a change of the clock.
DAY = date(2031, 3, 10)


def at(hour, minute=0, day=DAY):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BUDAPEST)


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [(8, 59, False), (9, 0, True), (11, 59, True), (12, 0, False), (13, 0, True), (17, 0, False)],
)
def test_hours_begin_with_their_first_minute_and_end_before_their_last(hour, minute, expected):
    assert open_now(WEEK, at(hour, minute)) is expected


def test_it_opens_again_after_the_break_and_on_the_next_day():
    assert next_opening(WEEK, at(12, 30)) == at(13)
    assert next_opening(WEEK, at(17)) == at(9, day=date(2031, 3, 11))
    assert next_opening(WEEK, at(9)) == at(13)


def test_after_the_week_it_opens_on_monday():
    assert next_opening(WEEK, at(20, day=date(2031, 3, 11))) == at(9, day=date(2031, 3, 17))


def test_it_closes_at_the_end_of_its_span():
    assert closes_at(WEEK, at(10)) == at(12)
    assert closes_at(WEEK, at(12, 30)) is None


def test_nothing_known_is_never_open():
    assert not open_now(Schedule(), at(10))
    assert next_opening(Schedule(), at(10)) is None


class TestMidnight:
    NIGHT = Schedule(hours=(Hours(MONDAY, time(20), time(0)), Hours(TUESDAY, time(0), time(6))))

    def test_closing_at_midnight_is_the_end_of_the_day(self):
        assert open_now(self.NIGHT, at(23, 59))
        assert not open_now(self.NIGHT, at(19, 59))

    def test_a_night_is_two_spans_without_a_gap(self):
        assert open_now(self.NIGHT, at(0, 0, day=date(2031, 3, 11)))
        assert closes_at(self.NIGHT, at(22)) == at(6, day=date(2031, 3, 11))

    def test_day_and_night_never_closes(self):
        always = Schedule(hours=tuple(Hours(day, time(0), time(0)) for day in range(7)))
        assert open_now(always, at(3))
        assert closes_at(always, at(3)) is None


class TestClock:
    """2031: forward on 30 March at 2 o'clock, back on 26 October at 3 o'clock."""

    FORWARD, BACK = date(2031, 3, 30), date(2031, 10, 26)
    NIGHT = Schedule(hours=(Hours(SUNDAY, time(1), time(4)),))

    def test_the_hour_that_is_left_out_shortens_the_night(self):
        start = datetime(2031, 3, 30, 0, 0, tzinfo=UTC)
        assert open_now(self.NIGHT, start)
        assert closes_at(self.NIGHT, start) == datetime(2031, 3, 30, 2, 0, tzinfo=UTC)
        assert not open_now(self.NIGHT, datetime(2031, 3, 30, 2, 0, tzinfo=UTC))

    def test_the_hour_that_comes_twice_is_open_twice(self):
        for hour in (0, 1, 2):
            assert open_now(self.NIGHT, datetime(2031, 10, 26, hour, 30, tzinfo=UTC))
        assert not open_now(self.NIGHT, datetime(2031, 10, 26, 3, 0, tzinfo=UTC))

    def test_hours_that_the_clock_skips_open_when_it_goes_on(self):
        skipped = Schedule(hours=(Hours(SUNDAY, time(2, 30), time(4)),))
        opens = next_opening(skipped, datetime(2031, 3, 29, 20, 0, tzinfo=UTC))
        assert opens == datetime(2031, 3, 30, 1, 30, tzinfo=UTC)

    def test_the_wall_clock_stays_the_same_across_the_change(self):
        sundays = Schedule(hours=(Hours(SUNDAY, time(9), time(12)),))
        before = next_opening(sundays, at(20, day=date(2031, 3, 22)))
        after = next_opening(sundays, at(20, day=date(2031, 3, 29)))
        assert (before.hour, after.hour) == (9, 9)
        assert before.utcoffset() != after.utcoffset()

    @pytest.mark.parametrize("day", [FORWARD, BACK])
    def test_a_whole_day_is_open_from_midnight_to_midnight(self, day):
        sunday = Schedule(hours=(Hours(SUNDAY, time(0), time(0)),))
        assert open_now(sunday, at(0, day=day))
        assert closes_at(sunday, at(12, day=day)) == at(
            0, day=date(day.year, day.month, day.day + 1)
        )


class TestExceptions:
    def test_a_closed_day_is_closed(self):
        schedule = Schedule(WEEK.hours, (Special(DAY),))
        assert not open_now(schedule, at(10))
        assert next_opening(schedule, at(8)) == at(9, day=date(2031, 3, 11))

    def test_other_hours_stand_instead_of_the_weeks(self):
        schedule = Schedule(WEEK.hours, (Special(DAY, time(15), time(19)),))
        assert not open_now(schedule, at(10))
        assert open_now(schedule, at(18))

    def test_a_day_that_is_else_free_can_be_open(self):
        saturday = date(2031, 3, 15)
        schedule = Schedule(WEEK.hours, (Special(saturday, time(9), time(10)),))
        assert open_now(schedule, at(9, day=saturday))
        only = Schedule(specials=(Special(saturday, time(9), time(10)),))
        assert next_opening(only, at(9)) == at(9, day=saturday)


class TestClosure:
    def test_all_its_days_are_closed_both_ends_included(self):
        schedule = Schedule(WEEK.hours, closure=Closure(DAY, date(2031, 3, 17)))
        assert not open_now(schedule, at(10))
        assert not open_now(schedule, at(10, day=date(2031, 3, 17)))
        assert next_opening(schedule, at(10)) == at(9, day=date(2031, 3, 18))

    def test_before_it_begins_it_is_open(self):
        schedule = Schedule(WEEK.hours, closure=Closure(date(2031, 3, 11)))
        assert open_now(schedule, at(10))

    def test_without_an_end_it_never_opens(self):
        schedule = Schedule(WEEK.hours, closure=Closure(DAY))
        assert next_opening(schedule, at(10)) is None

    def test_it_is_stronger_than_an_exception(self):
        schedule = Schedule((), (Special(DAY, time(9), time(12)),), Closure(DAY, DAY))
        assert not open_now(schedule, at(10))


class TestValidity:
    SUMMER = Hours(MONDAY, time(8), time(10), date(2031, 6, 1), date(2031, 8, 31))

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2031, 5, 26), False),
            (date(2031, 6, 2), True),
            (date(2031, 8, 25), True),
            (date(2031, 9, 1), False),
        ],
    )
    def test_hours_hold_in_their_days_alone(self, day, expected):
        assert open_now(Schedule((self.SUMMER,)), at(9, day=day)) is expected

    def test_the_first_opening_may_lie_months_ahead(self):
        assert next_opening(Schedule((self.SUMMER,)), at(9)) == at(8, day=date(2031, 6, 2))

    def test_what_was_is_no_more(self):
        assert next_opening(Schedule((self.SUMMER,)), at(9, day=date(2031, 9, 1))) is None


def test_now_is_what_the_clock_says():
    with time_machine.travel(at(9, 30), tick=False):
        assert open_now(WEEK, timezone.now())
    with time_machine.travel(at(12, 30), tick=False):
        assert not open_now(WEEK, timezone.now())


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (Hours(MONDAY, time(11), time(13)), True),
        (Hours(MONDAY, time(12), time(13)), False),
        (Hours(TUESDAY, time(9), time(12)), False),
        (Hours(MONDAY, time(9), time(12), place=2), True),
        (Hours(MONDAY, time(10), time(0)), True),
        (Hours(MONDAY, time(9), time(12), valid_until=date(2030, 1, 1)), True),
    ],
)
def test_hours_overlap_at_one_place_on_one_day(other, expected):
    one = Hours(MONDAY, time(9), time(12))
    assert overlap(one, other) is expected
    assert overlap(other, one) is expected


def test_hours_of_two_seasons_or_two_places_do_not_overlap():
    spring = Hours(MONDAY, time(9), time(12), valid_until=date(2031, 5, 31))
    summer = Hours(MONDAY, time(9), time(12), valid_from=date(2031, 6, 1))
    assert not overlap(spring, summer)
    assert not overlap(
        Hours(MONDAY, time(9), time(12), place=1), Hours(MONDAY, time(9), time(12), place=2)
    )
