"""The place of each day in its cycle, and what is said of a log."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fitzen.cycle.rules import Period, positions, prediction

FIRST = date(2026, 1, 1)
logs = st.lists(st.integers(3, 100), min_size=1, max_size=14).map(
    lambda gaps: [Period(FIRST + timedelta(days=sum(gaps[:number])), None) for number in range(len(gaps))]
)
windows = st.tuples(st.integers(-50, 1500), st.integers(0, 200))


@given(logs, windows)
def test_each_place_is_that_of_the_last_period_before(periods: list[Period], window: tuple[int, int]) -> None:
    first = FIRST + timedelta(days=window[0])
    last = first + timedelta(days=window[1])
    found = positions(periods, first, last)
    assert list(found) == sorted(found)
    for day, share in found.items():
        assert first <= day <= last
        assert 0 <= share < 1
        start = max(period.started_on for period in periods if period.started_on <= day)
        assert (share == 0) == (day == start)


def test_a_cycle_with_a_forgotten_day_and_one_that_runs_too_long_tell_nothing() -> None:
    starts = [FIRST + timedelta(days=day) for day in (0, 28, 56, 84, 140)]
    found = positions([Period(start, None) for start in starts], FIRST, FIRST + timedelta(days=300))
    assert FIRST + timedelta(days=83) in found
    assert not any(FIRST + timedelta(days=day) in found for day in range(84, 140))
    assert FIRST + timedelta(days=141) in found
    assert FIRST + timedelta(days=180) not in found


@given(logs, st.integers(0, 200))
def test_what_is_predicted_lies_ahead_and_every_log_is_explained(periods: list[Period], later: int) -> None:
    today = periods[-1].started_on + timedelta(days=later)
    found = prediction(periods, {}, today)
    assert found["why"]
    if "next_start" in found:
        ahead = found["next_start"]
        assert str(today) < ahead["from"] <= ahead["expected_on"] <= ahead["until"]
    if "phase" in found:
        assert found["phase"]["day"] == later + 1


def test_a_period_that_ended_is_not_the_phase_of_today() -> None:
    ended = [Period(FIRST, FIRST + timedelta(days=2))]
    assert prediction(ended, {}, FIRST + timedelta(days=2))["phase"]["name"] == "menstrual"
    assert prediction(ended, {}, FIRST + timedelta(days=3))["phase"]["probabilities"]["menstrual"] == 0
