"""When a job is due: in the city's time, at both clock changes of 2027, counted in UTC."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest

from cms.operations.schedule.rules import ZONE, Daily, Every, Weekly

NIGHT = Daily(time(2, 30))
SPRING, AUTUMN = datetime(2027, 3, 28, tzinfo=ZONE), datetime(2027, 10, 31, tzinfo=ZONE)


def walked(rule, start, end, step=timedelta(minutes=1)):
    """Every due time that a worker meets who looks each minute, in the city's time."""
    found, now = [], start.astimezone(UTC)
    while now < end.astimezone(UTC):
        due = rule.latest(now)
        assert due <= now < rule.next(now)
        if due >= start and due not in found:
            found.append(due)
        now += step
    return [due.astimezone(ZONE) for due in found]


def shown(times):
    return [f"{one:%m-%d %H:%M %Z}" for one in times]


def test_in_spring_the_time_that_is_left_out_comes_an_hour_later():
    assert shown(walked(NIGHT, SPRING - timedelta(1), SPRING + timedelta(2))) == [
        "03-27 02:30 CET", "03-28 03:30 CEST", "03-29 02:30 CEST",
    ]  # fmt: skip


def test_in_autumn_the_time_that_comes_twice_is_due_once():
    assert shown(walked(NIGHT, AUTUMN - timedelta(1), AUTUMN + timedelta(2))) == [
        "10-30 02:30 CEST", "10-31 02:30 CEST", "11-01 02:30 CET",
    ]  # fmt: skip


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_every_minute_stays_every_minute_when_the_clock_changes(day):
    times = walked(Every(1), day, day + timedelta(hours=5))
    steps = {later - sooner for sooner, later in pairwise(one.astimezone(UTC) for one in times)}
    assert steps == {timedelta(minutes=1)}


def test_a_year_has_a_daily_run_on_each_day_and_a_weekly_one_in_each_week():
    start = datetime(2027, 1, 1, 12, tzinfo=ZONE)
    end = start.replace(year=2028)
    hour = timedelta(hours=1)
    daily = walked(NIGHT, start, end, hour)
    assert len(daily) == len({one.date() for one in daily}) == 365
    weekly = walked(Weekly(time(2, 30), 6), start, end, hour)
    assert {one.weekday() for one in weekly} == {6}
    assert len(weekly) == 52


@pytest.mark.parametrize("hour", [0, 1, 2, 3, 23])
def test_next_is_the_first_time_that_latest_gives_later(hour):
    for day in (SPRING, AUTUMN):
        for rule in (NIGHT, Weekly(time(2, 30), 6), Daily(time(0, 0)), Every(15)):
            now = (day + timedelta(hours=hour, minutes=7)).astimezone(UTC)
            after = rule.next(now)
            assert rule.latest(after) == after
            assert rule.latest(after - timedelta(seconds=1)) == rule.latest(now)


def test_a_time_is_given_in_utc_whatever_zone_it_is_asked_in():
    now = datetime(2027, 7, 1, 12, tzinfo=ZONE)
    for asked in (now, now.astimezone(UTC)):
        assert NIGHT.latest(asked) == datetime(2027, 7, 1, 0, 30, tzinfo=UTC)
        assert NIGHT.next(asked).tzinfo is UTC


def test_a_rule_says_when_it_is_due():
    # in the language of the tests
    assert NIGHT.said() == "naponta, 02:30-kor"
    assert Every(1).said() == "percenként"
    assert Every(5).said() == "5 percenként"
    assert Weekly(time(7), 0).said() == "hetente: hétfő, 07:00"
