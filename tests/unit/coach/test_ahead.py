"""Days to come are understood as people say them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.coach.ahead import resolve

TODAY = date(2026, 11, 26)  # a Thursday


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("today", "2026-11-26"),
        ("Tomorrow", "2026-11-27"),
        ("the day after tomorrow", "2026-11-28"),
        ("friday", "2026-11-27"),
        ("on Friday", "2026-11-27"),
        ("next friday", "2026-11-27"),
        ("thursday", "2026-11-26"),
        ("next thursday", "2026-12-03"),
        ("this sun", "2026-11-29"),
        ("in 8 weeks", "2027-01-21"),
        ("in a week", "2026-12-03"),
        ("in seven weeks", "2027-01-14"),
        ("two months from now", "2027-01-26"),
        ("3 months", "2027-02-26"),
        ("in 1 year", "2027-11-26"),
        ("1 april", "2027-04-01"),
        ("by the 1st of April", "2027-04-01"),
        ("April 1", "2027-04-01"),
        ("april 1st, 2028", "2028-04-01"),
        ("30 november", "2026-11-30"),
        ("26 nov", "2026-11-26"),
        ("25 nov", "2027-11-25"),
        ("end of march", "2027-03-31"),
        ("the end of the year", "2026-12-31"),
        ("end of next month", "2026-12-31"),
        ("middle of february", "2027-02-14"),
        ("by april", "2027-04-01"),
        ("november", "2026-11-30"),
        ("2027-04-01", "2027-04-01"),
        ("yesterday", "2026-11-25"),
    ],
)
def test_days_in_words(said: str, day: str) -> None:
    assert resolve(said, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "said", ["", "someday", "31 february", "in many weeks", "2026-13-01", "in 9999 years", "the 5th"]
)
def test_what_is_no_day_is_refused(said: str) -> None:
    with pytest.raises((ValueError, OverflowError)):
        resolve(said, TODAY)


@given(today=st.dates(date(2000, 1, 1), date(2100, 1, 1)), months=st.integers(0, 60))
def test_months_on_end_in_their_month(today: date, months: int) -> None:
    found = resolve(f"in {months} months", today)
    assert (found.year * 12 + found.month) - (today.year * 12 + today.month) == months
    assert found.day == today.day or (found + timedelta(days=1)).day == 1
