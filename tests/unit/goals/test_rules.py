"""What a goal's figures come to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.goals.rules import Aim, Progress, Rate, Reading, progress, to_json

TODAY = date(2026, 11, 23)
LOSE = Aim(80, 70, TODAY - timedelta(days=70), TODAY + timedelta(days=70))

figures = st.floats(-1000, 1000).map(lambda value: round(value, 2))
rates = st.builds(
    lambda middle, down, up: Rate(middle, middle - abs(down), middle + abs(up)), figures, figures, figures
)
dates = st.integers(1, 1000).map(lambda days: TODAY + timedelta(days=days))
aims = st.builds(
    Aim, figures, figures, dates.map(lambda day: TODAY - (day - TODAY)), st.none() | dates, st.none() | st.booleans()
)
readings = st.builds(Reading, figures, st.just(TODAY), figures, st.none() | rates)


@given(aims, readings)
def test_it_is_reached_exactly_when_the_value_has_come_to_the_target(aim: Aim, reading: Reading) -> None:
    found = progress(aim, reading, TODAY)
    assert reading.value is not None
    assert found.reached == (reading.value >= aim.target if aim.rising else reading.value <= aim.target)
    assert found.percent is not None
    assert 0 <= found.percent <= 100
    assert found.reached <= (found.percent == 100)


@given(aims, readings)
def test_what_is_expected_lies_ahead_and_within_its_range(aim: Aim, reading: Reading) -> None:
    found = progress(aim, reading, TODAY)
    days = [day for day in (found.expected_from, found.expected_on, found.expected_until) if day is not None]
    assert days == sorted(days)
    assert all(day > TODAY for day in days)
    assert (found.expected_until is None) or (found.expected_on is not None) or found.expected_from is None


@given(aims, readings)
def test_down_is_up_seen_in_a_mirror(aim: Aim, reading: Reading) -> None:
    assert aim.start is not None
    assert reading.value is not None
    other = aim._replace(start=-aim.start, target=-aim.target, up=not aim.rising)
    rate = reading.rate
    mirrored = rate and Rate(-rate.per_week, -(rate.high or 0), -(rate.low or 0))
    here = progress(aim, reading, TODAY)
    there = progress(other, Reading(-reading.value, TODAY, None, mirrored), TODAY)
    assert here._replace(value=None, rate=None) == there._replace(value=None, rate=None)


@pytest.mark.parametrize(
    ("value", "rate", "on_track", "expected"),
    [
        (75, Rate(-0.5, -0.7, -0.3), True, TODAY + timedelta(days=70)),  # exactly in time
        (75, Rate(-0.4, -0.6, -0.2), False, TODAY + timedelta(days=88)),
        (75, Rate(0.2, 0.1, 0.3), False, None),  # the wrong way
        (75, Rate(0.0, -0.2, 0.2), False, None),
        (75, Rate(-0.001, -0.2, 0.2), False, None),  # later than in ten years
        (74, None, True, None),  # ahead of the line, nothing else known
        (76, None, False, None),
    ],
)
def test_on_track_by_the_rate_or_else_by_the_line(
    value: float, rate: Rate | None, on_track: bool, expected: date | None
) -> None:
    found = progress(LOSE, Reading(value, TODAY, None, rate), TODAY)
    assert (found.on_track, found.expected_on) == (on_track, expected)


def test_the_range_is_open_where_it_may_never_be() -> None:
    found = progress(LOSE, Reading(75, TODAY, None, Rate(-0.5, -1.2, 0.2)), TODAY)
    assert found.expected_from == TODAY + timedelta(days=29)
    assert found.expected_until is None


def test_in_the_first_days_nothing_is_said_of_being_in_time() -> None:
    new = Aim(80, 70, TODAY - timedelta(days=3), TODAY + timedelta(days=70))
    assert progress(new, Reading(81, TODAY, None, Rate(0.5, 0.4, 0.6)), TODAY).on_track is None
    assert progress(new, Reading(78, TODAY), TODAY).on_track is None
    assert progress(new, Reading(80, TODAY), TODAY).on_track is None
    assert progress(new, Reading(80, TODAY), TODAY + timedelta(days=10)).on_track is False


def test_what_is_due_and_not_reached_is_not_on_track() -> None:
    late = LOSE._replace(due_on=TODAY)
    assert progress(late, Reading(71, TODAY, None, Rate(-1.0, -1.1, -0.9)), TODAY).on_track is False


def test_without_a_start_only_the_value_is_known() -> None:
    assert progress(LOSE._replace(start=None), Reading(71, TODAY), TODAY) == Progress(71)
    assert to_json(Progress(71)) == {"value": 71}
    assert progress(LOSE._replace(start=None, up=True), Reading(71, TODAY), TODAY).reached


def test_with_nothing_logged_nothing_is_known() -> None:
    assert to_json(progress(LOSE, Reading(), TODAY)) == {}
