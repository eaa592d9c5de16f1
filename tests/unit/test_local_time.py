"""When it is what time where somebody is: gaps, times that come twice, days that never were."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fitzen.local_time import DAY, Quiet, exists, hours_of, local_day, moment

ZONES = [
    "UTC",
    "Europe/Madrid",
    "America/New_York",
    "Australia/Lord_Howe",  # by half an hour
    "Pacific/Apia",  # no 30 December 2011
    "Pacific/Kwajalein",  # no 21 August 1993
    "America/Sao_Paulo",  # until 2018 midnight was passed over
    "Africa/Cairo",  # the same, on Fridays
    "America/Nuuk",  # the last hour of a Saturday is passed over
    "Asia/Kathmandu",
    "Antarctica/Troll",  # by two hours
]
DAYS = st.dates(date(1990, 1, 1), date(2037, 12, 30))
CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("zone", "day", "clock", "expected"),
    [
        ("Europe/Madrid", "2026-03-28", "02:30", "2026-03-28T01:30"),
        ("Europe/Madrid", "2026-03-29", "01:59", "2026-03-29T00:59"),
        ("Europe/Madrid", "2026-03-29", "02:00", "2026-03-29T01:00"),
        ("Europe/Madrid", "2026-03-29", "02:30", "2026-03-29T01:00"),
        ("Europe/Madrid", "2026-03-29", "03:00", "2026-03-29T01:00"),
        ("Europe/Madrid", "2026-10-25", "02:30", "2026-10-25T00:30"),
        ("Europe/Madrid", "2026-10-25", "03:00", "2026-10-25T02:00"),
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30"),
        ("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45"),
        ("America/Sao_Paulo", "2018-11-04", "00:30", "2018-11-04T03:00"),
        ("America/Nuuk", "2025-03-29", "23:30", "2025-03-30T01:00"),
        ("Pacific/Apia", "2011-12-30", "07:30", "2011-12-30T10:00"),
        ("Pacific/Apia", "2011-12-31", "07:30", "2011-12-30T17:30"),
    ],
)
def test_gaps_give_the_first_moment_after_and_folds_the_first(zone: str, day: str, clock: str, expected: str) -> None:
    at = moment(date.fromisoformat(day), time.fromisoformat(clock), ZoneInfo(zone))
    assert at.isoformat(timespec="minutes") == f"{expected}+00:00"


@pytest.mark.parametrize(
    ("zone", "day", "there"),
    [
        ("Pacific/Apia", date(2011, 12, 29), True),
        ("Pacific/Apia", date(2011, 12, 30), False),
        ("Pacific/Apia", date(2011, 12, 31), True),
        ("Pacific/Kwajalein", date(1993, 8, 21), False),
        ("America/Sao_Paulo", date(2018, 11, 4), True),
    ],
)
def test_a_day_may_be_left_out_whole(zone: str, day: date, there: bool) -> None:
    assert exists(day, ZoneInfo(zone)) is there


@settings(max_examples=400)
@given(st.sampled_from(ZONES), DAYS, CLOCKS)
def test_a_moment_is_that_time_or_the_end_of_a_gap_over_it(name: str, day: date, clock: time) -> None:
    zone = ZoneInfo(name)
    at = moment(day, clock, zone)
    local = at.astimezone(zone).replace(tzinfo=None)
    wanted = datetime.combine(day, clock)
    before = (at - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None)
    if local == wanted:
        assert not any(
            (at - timedelta(minutes=back)).astimezone(zone).replace(tzinfo=None) == wanted
            for back in (30, 60, 120, 1440)
        ), "an earlier moment had that time"
    else:
        assert before < wanted < local


@settings(max_examples=200)
@given(st.sampled_from(ZONES), DAYS, CLOCKS, CLOCKS)
def test_later_on_a_day_is_never_earlier(name: str, day: date, one: time, other: time) -> None:
    first, second = sorted([one, other])
    zone = ZoneInfo(name)
    assert moment(day, first, zone) <= moment(day, second, zone) <= moment(day + DAY, first, zone) or not exists(
        day + DAY, zone
    )


@settings(max_examples=200)
@given(st.sampled_from(ZONES), st.datetimes(datetime(1990, 1, 2), datetime(2037, 12, 1), timezones=st.just(UTC)))
def test_now_is_within_its_day(name: str, now: datetime) -> None:
    day, start, end = local_day(now, ZoneInfo(name))
    assert start <= now < end
    assert now.astimezone(ZoneInfo(name)).date() == day
    assert end - start <= timedelta(hours=49)


@given(CLOCKS, CLOCKS, CLOCKS)
def test_quiet_hours_hold_what_lies_between_them(start: time, end: time, clock: time) -> None:
    minutes = [each.hour * 60 + each.minute for each in (start, end, clock)]
    length = (minutes[1] - minutes[0]) % 1440
    assert Quiet(start, end).holds(clock) is ((minutes[2] - minutes[0]) % 1440 < length)


def test_hours_come_from_the_profile() -> None:
    assert hours_of({"time_zone": "Europe/Madrid"}) == (ZoneInfo("Europe/Madrid"), None)
    quiet = hours_of({"time_zone": "UTC", "quiet_hours": {"start": "22:00", "end": "07:00"}}).quiet
    assert quiet == (time(22), time(7))
