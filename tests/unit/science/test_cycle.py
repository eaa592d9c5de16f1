"""What the maths of the cycle holds for every woman that it is told of."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.science.cycle import (
    LONGEST,
    PRIOR_MEAN,
    PRIOR_SD,
    SHORTEST,
    WITHIN_SD,
    cycle_length,
    lengths,
    next_start,
    phases,
    position,
    regularity,
)

own_lengths = st.lists(st.integers(SHORTEST, LONGEST), max_size=12)
days = st.integers(0, 120)


@given(own_lengths, days)
def test_the_next_start_lies_ahead_and_within_its_interval(own: list[int], day: int) -> None:
    found = next_start(cycle_length(own), day)
    if found is not None:
        assert day < found.low <= found.expected <= found.high


@given(own_lengths, days, st.none() | st.floats(1, 12), st.booleans())
def test_the_phases_of_a_day_add_up_to_one(own: list[int], day: int, bleeding: float | None, over: bool) -> None:
    found = phases(cycle_length(own), day, bleeding, over=over)
    if found is not None:
        assert sum(found.values()) == pytest.approx(1)
        assert all(0 <= share <= 1 + 1e-9 for share in found.values())
        assert not (over and found["menstrual"])


@given(st.lists(st.integers(SHORTEST, LONGEST), min_size=1, max_size=12))
def test_an_estimate_lies_between_ones_own_mean_and_what_is_usual(own: list[int]) -> None:
    low, high = sorted((sum(own) / len(own), PRIOR_MEAN))
    assert low - 1e-9 <= cycle_length(own).mean <= high + 1e-9


@given(st.integers(20, 40))
def test_the_more_cycles_the_surer_and_the_nearer_to_ones_own(length: int) -> None:
    known = [cycle_length([length] * count) for count in range(13)]
    assert [each.sd for each in known] == sorted((each.sd for each in known), reverse=True)
    apart = [round(abs(each.mean - length), 9) for each in known]
    assert apart == sorted(apart, reverse=True)


def test_the_interval_holds_the_next_start_nine_times_in_ten() -> None:
    seed = 20261123
    print(f"seed {seed}")
    chance = random.Random(seed)
    for count in (0, 1, 3, 6, 12):
        held = 0
        for _ in range(400):
            mean = chance.gauss(PRIOR_MEAN, PRIOR_SD)
            *own, following = [
                min(LONGEST, max(SHORTEST, round(chance.gauss(mean, WITHIN_SD)))) for _ in range(count + 1)
            ]
            found = next_start(cycle_length(own), 0)
            assert found is not None
            held += found.low <= following <= found.high
        assert 0.85 <= held / 400 <= 0.97, count


def test_a_first_day_that_was_not_logged_is_not_taken_for_a_long_cycle() -> None:
    starts = [date(2026, 1, 1) + timedelta(days=day) for day in (0, 28, 57, 85, 142, 170)]
    assert lengths(starts) == [28, 29, 28, 28]


def test_gaps_and_spotting_are_no_cycles() -> None:
    starts = [date(2026, 1, 1) + timedelta(days=day) for day in (0, 4, 32, 200)]
    assert lengths(starts) == [28]


@pytest.mark.parametrize(
    ("own", "said"), [([28, 30], "unknown"), ([26, 28, 35], "regular"), ([26, 28, 36], "irregular")]
)
def test_regular_is_what_gynaecologists_call_so(own: list[int], said: str) -> None:
    assert regularity(own) == said


@given(st.integers(0, 200), st.floats(1, 200))
def test_a_place_in_the_cycle_is_from_zero_to_under_one(day: int, length: float) -> None:
    assert 0 <= position(day, length) < 1


@pytest.mark.parametrize("bad", [[9], [91], [28, 200]])
def test_what_is_no_cycle_is_refused(bad: list[int]) -> None:
    with pytest.raises(ValueError, match="length must be a number from 10 to 90"):
        cycle_length(bad)
