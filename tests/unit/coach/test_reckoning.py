"""What a series comes to, beyond sums and means: runs of days, the median, limits that are strict."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

import fitzen.coach.tools  # noqa: F401 - subjects, which reckoning needs, are of the tools' package
from fitzen.coach.reckoning import Limits, figure, longest_run
from fitzen.coach.series import Point

DAY = date(2026, 5, 1)
NUMBERS = st.sets(st.integers(0, 40))


@given(NUMBERS)
def test_a_run_is_of_days_that_are_there_and_ends_where_one_is_missing(numbers: set[int]) -> None:
    days = {DAY + timedelta(days=number) for number in numbers}
    run = longest_run(days)
    assert (run is None) == (not days)
    if run is not None:
        length = (run[1] - run[0]).days + 1
        assert {run[0] + timedelta(days=number) for number in range(length)} <= days
        assert not {run[0] - timedelta(days=1), run[1] + timedelta(days=1)} & days
        assert not any({start + timedelta(days=number) for number in range(length + 1)} <= days for start in days)


def test_of_runs_that_are_as_long_the_earliest_counts() -> None:
    days = [DAY + timedelta(days=number) for number in (0, 1, 5, 6)]
    assert longest_run(days) == (DAY, DAY + timedelta(days=1))


def test_a_median_is_the_middle_and_half_logged_days_have_no_part_in_it() -> None:
    points = [Point(DAY + timedelta(days=number), value) for number, value in enumerate((7.0, 1.0, 100.0))]
    found = figure("median", [*points, Point(DAY, 0.5, whole=False)])
    assert found is not None
    assert found.value == 7


def test_more_than_leaves_out_the_limit_and_at_least_does_not() -> None:
    assert Limits(7, None).hold(7)
    assert not Limits(7, None, strict=True).hold(7)
    assert Limits(7, None, strict=True).hold(7.1)
    assert not Limits(None, 7, strict=True).hold(7)
