"""Days and times of phrases, resolved in the person's zone."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.coach.when import WEEKDAYS, When, extract, resolve

MADRID = ZoneInfo("Europe/Madrid")
NOW = datetime(2026, 11, 23, 18, 30, tzinfo=MADRID)  # a Monday


@pytest.mark.parametrize(
    ("phrase", "day", "time"),
    [
        ("squats yesterday", "yesterday", None),
        ("this morning i ran", "today", "08:00"),
        ("last night: pull-ups", "yesterday", "20:00"),
        ("on monday i benched", "monday", None),
        ("last friday evening", "last friday", "19:00"),
        ("bench on tue", "tuesday", None),
        ("3 days ago", "3 days ago", None),
        ("two days ago at 6pm", "2 days ago", "18:00"),
        ("ten days ago", "10 days ago", None),
        ("one day ago", "1 days ago", None),
        ("the day before yesterday", "2 days ago", None),
        ("on 20 nov", "20 nov", None),
        ("on november 3rd", "3 nov", None),
        ("5 may 2025 at 7.30 am", "5 may 2025", "07:30"),
        ("2026-11-19 squats", "2026-11-19", None),
        ("today at 18:05", "today", "18:05"),
        ("at 12 am", None, "00:00"),
        ("at noon", "today", "12:00"),
        ("10 decline push-ups", None, None),
        ("good morning 3x10 40 kg", None, None),
        ("sun salutations", None, None),
        ("ran 5 km in 27:30", None, None),
        ("5 marching steps", None, None),
    ],
)
def test_extract(phrase: str, day: str | None, time: str | None) -> None:
    assert extract(phrase)[0] == When(day, time)


def test_what_is_left_is_the_rest_of_the_phrase() -> None:
    assert extract("bench 3x8 yesterday at 6pm with anna")[1].split() == ["bench", "3x8", "with", "anna"]


@pytest.mark.parametrize(
    ("day", "time", "expected"),
    [
        (None, None, "2026-11-23T18:30:00+01:00"),
        ("today", "08:00", "2026-11-23T08:00:00+01:00"),
        ("today", "23:00", "2026-11-23T18:30:00+01:00"),  # what lies ahead is now
        ("yesterday", None, "2026-11-22T12:00:00+01:00"),
        ("monday", None, "2026-11-23T18:30:00+01:00"),
        ("last monday", None, "2026-11-16T12:00:00+01:00"),
        ("friday", "19:00", "2026-11-20T19:00:00+01:00"),
        ("30 days ago", None, "2026-10-24T12:00:00+02:00"),  # before the clocks changed
        ("24 dec", None, "2025-12-24T12:00:00+01:00"),
        ("20 nov 2024", None, "2024-11-20T12:00:00+01:00"),
        ("2026-11-19", "07:15", "2026-11-19T07:15:00+01:00"),
    ],
)
def test_resolve(day: str | None, time: str | None, expected: str) -> None:
    assert resolve(day, time, NOW).isoformat() == expected


@pytest.mark.parametrize(("day", "time"), [("31 feb", None), ("someday", None), ("today", "25:00"), ("", "x")])
def test_what_does_not_exist_is_refused(day: str, time: str | None) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message is the standard library's
        resolve(day, time, NOW)


@given(
    day=st.one_of(
        st.sampled_from(["today", "yesterday", *WEEKDAYS, *(f"last {name}" for name in WEEKDAYS)]),
        st.integers(0, 400).map(lambda days: f"{days} days ago"),
    ),
    time=st.one_of(st.none(), st.times().map(lambda time: f"{time:%H:%M}")),
    now=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(tzinfo=MADRID)),
)
def test_it_is_never_ahead_and_never_without_a_zone(day: str, time: str | None, now: datetime) -> None:
    found = resolve(day, time, now)
    assert found.tzinfo is MADRID
    assert found <= now
    assert now - found < timedelta(days=402)
