"""Which days a phrase means, by a calendar written out by hand: it is Thursday 26 November 2026 in Madrid."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.coach.periods import EVER, Period, extract, resolve

NOW = datetime(2026, 11, 26, 14, tzinfo=ZoneInfo("Europe/Madrid"))
SAID = [
    ("today", "2026-11-26", "2026-11-26"),
    ("yesterday", "2026-11-25", "2026-11-25"),
    ("the day before yesterday", "2026-11-24", "2026-11-24"),
    ("3 days ago", "2026-11-23", "2026-11-23"),
    ("this week", "2026-11-23", "2026-11-26"),
    ("last week", "2026-11-16", "2026-11-22"),
    ("previous week", "2026-11-16", "2026-11-22"),
    ("the week before last", "2026-11-09", "2026-11-15"),
    ("two weeks ago", "2026-11-09", "2026-11-15"),
    ("past week", "2026-11-20", "2026-11-26"),
    ("last 7 days", "2026-11-20", "2026-11-26"),
    ("last 30 days", "2026-10-28", "2026-11-26"),
    ("past month", "2026-10-28", "2026-11-26"),
    ("over the past two weeks", "2026-11-13", "2026-11-26"),
    ("last couple of weeks", "2026-11-13", "2026-11-26"),
    ("last 3 months", "2026-08-28", "2026-11-26"),
    ("past year", "2025-11-27", "2026-11-26"),
    ("this month", "2026-11-01", "2026-11-26"),
    ("last month", "2026-10-01", "2026-10-31"),
    ("october", "2026-10-01", "2026-10-31"),
    ("in oct", "2026-10-01", "2026-10-31"),
    ("October 2025", "2025-10-01", "2025-10-31"),
    ("november", "2026-11-01", "2026-11-26"),
    ("last november", "2025-11-01", "2025-11-30"),
    ("december", "2025-12-01", "2025-12-31"),
    ("this year", "2026-01-01", "2026-11-26"),
    ("last year", "2025-01-01", "2025-12-31"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("since 1 october", "2026-10-01", "2026-11-26"),
    ("since October 1st", "2026-10-01", "2026-11-26"),
    ("since october", "2026-10-01", "2026-11-26"),
    ("since the beginning of the year", "2026-01-01", "2026-11-26"),
    ("since monday", "2026-11-23", "2026-11-26"),
    ("since last week", "2026-11-16", "2026-11-26"),
    ("from 1 october on", "2026-10-01", "2026-11-26"),
    ("2026-10-01..2026-10-31", "2026-10-01", "2026-10-31"),
    ("from 1 october to 15 october", "2026-10-01", "2026-10-15"),
    ("1-15 october", "2026-10-01", "2026-10-15"),
    ("october 3 to 9", "2026-10-03", "2026-10-09"),
    ("between 28 october and 3 november", "2026-10-28", "2026-11-03"),
    ("from march to may", "2026-03-01", "2026-05-31"),
    ("from november to february", "2025-11-01", "2026-02-28"),
    ("friday", "2026-11-20", "2026-11-20"),
    ("thursday", "2026-11-26", "2026-11-26"),
    ("last thursday", "2026-11-19", "2026-11-19"),
    ("on the 3rd of november", "2026-11-03", "2026-11-03"),
    ("2026-11-20", "2026-11-20", "2026-11-20"),
    ("29 february", "2024-02-29", "2024-02-29"),
    ("last weekend", "2026-11-21", "2026-11-22"),
    ("week of 7 october", "2026-10-05", "2026-10-11"),
    ("2026-11-20..2027-01-01", "2026-11-20", "2026-11-26"),
    ("octobre", "2026-10-01", "2026-10-31"),
    ("lst wek", "2026-11-16", "2026-11-22"),
    ("yesturday", "2026-11-25", "2026-11-25"),
    ("last 30 dyas", "2026-10-28", "2026-11-26"),
]


@pytest.mark.parametrize(("words", "first", "last"), SAID)
def test_a_phrase_means_these_days(words: str, first: str, last: str) -> None:
    assert resolve(words, NOW) == Period(date.fromisoformat(first), date.fromisoformat(last))


def test_ever_has_no_beginning() -> None:
    assert resolve("ever", NOW) == (EVER, NOW.date())
    assert resolve("of all time", NOW).is_ever
    assert resolve("ever", NOW).in_words() == "all of your log"


@pytest.mark.parametrize("words", ["since my birthday", "30 february", "blah", "", "2026-13-01", "last 9999999 days", "0000", "2026-02-30..2026-03-01"])  # fmt: skip
def test_what_is_not_known_is_refused_in_kind_words(words: str) -> None:
    with pytest.raises(ValueError, match="I cannot tell which days"):
        resolve(words, NOW)


@pytest.mark.parametrize("words", ["1 december 2026", "2027", "2026-11-27"])
def test_what_is_to_come_is_said_to_be(words: str) -> None:
    with pytest.raises(ValueError, match="still to come"):
        resolve(words, NOW)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        resolve("2026-10-31..2026-10-01", NOW)


@pytest.mark.parametrize(
    ("text", "period", "rest"),
    [
        ("what was my average weight last month?", "last month", "what was my average weight ?"),
        ("on which day did i sleep the least in october", "october", "on which day did i sleep the least"),
        ("how many workouts since 1 october", "since 1 october", "how many workouts"),
        ("mean steps 1-15 october", "1-15 october", "mean steps"),
        ("what may i eat", None, "what may i eat"),
        ("best bench ever", "ever", "best bench"),
        ("protein from 1 october to 15 october please", "from 1 october to 15 october", "protein please"),
    ],
)
def test_a_span_is_found_in_a_sentence(text: str, period: str | None, rest: str) -> None:
    assert extract(text, NOW) == (period, rest)


def test_a_whole_month_has_a_whole_month_before_it() -> None:
    assert resolve("october", NOW).before() == resolve("september", NOW)
    assert resolve("march", NOW).before() == resolve("february", NOW)
    assert resolve("last week", NOW).before() == resolve("week before last", NOW)
    assert resolve("last 30 days", NOW).before() == (date(2026, 9, 28), date(2026, 10, 27))


@given(st.datetimes(datetime(2001, 1, 1), datetime(2099, 1, 1)), st.sampled_from([words for words, *_ in SAID]))
def test_whatever_the_day_a_span_is_in_order_and_not_to_come(now: datetime, words: str) -> None:
    try:
        first, last = resolve(words, now)
    except ValueError as error:
        assert any(text in str(error) for text in ("to come", "before it begins", "cannot tell"))
        return
    assert first <= last <= now.date()


@given(st.datetimes(datetime(2001, 1, 1), datetime(2099, 1, 1)), st.integers(1, 400))
def test_so_many_days_are_as_many(now: datetime, count: int) -> None:
    assert resolve(f"last {count} days", now).days == count
    week = resolve("last week", now)
    assert week.days == 7
    assert week.first.weekday() == 0
    assert week.last < now.date() <= week.last + timedelta(days=7)


@given(st.dates(date(2001, 1, 1), date(2099, 1, 1)), st.dates(date(2001, 1, 1), date(2099, 1, 1)))
def test_two_iso_days_are_what_they_say(one: date, other: date) -> None:
    first, last = sorted([one, other])
    now = datetime(2099, 6, 1)
    assert resolve(f"{first}..{last}", now) == resolve(f"from {first} to {last}", now) == (first, last)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        resolve(text, NOW)
    except ValueError as error:
        assert str(error)
    period, rest = extract(text.lower(), NOW)
    assert period is None or resolve(period, NOW)
    assert isinstance(rest, str)
