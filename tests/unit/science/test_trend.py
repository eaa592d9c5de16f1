"""The smooth trend of a series: level and rate, and how sure they are."""

import math
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.science.trend import Trend, course, trend

series = st.lists(st.tuples(st.floats(0, 400), st.floats(40, 140)), min_size=2, max_size=40)


def known(points: Sequence[tuple[float, float]], noise: float | None = None) -> Trend:
    found = trend(points, noise)
    assert found is not None
    return found


def weighed(rng: Random, count: int, span: float, rate: float, sd: float = 0.6) -> list[tuple[float, float]]:
    times = sorted(rng.uniform(0, span) for _ in range(count))
    return [(t, 80 + rate * t + rng.gauss(0, sd)) for t in times]


def test_no_trend_without_two_times() -> None:
    assert trend([]) is None
    assert trend([(3, 80)]) is None
    assert trend([(3, 80), (3, 81)]) is None


def test_a_straight_line_is_found_exactly() -> None:
    found = known([(t, 80 - 0.05 * t) for t in range(60)])
    assert found.level == pytest.approx(80 - 0.05 * 59, abs=0.02)
    assert found.rate_per_week == pytest.approx(-0.35, abs=0.01)
    assert found.rate_low < -0.35 < found.rate_high
    assert [point.t for point in found.points] == list(range(60))


def test_a_flat_series_is_flat() -> None:
    found = known([(t, 0.0) for t in range(30)])
    assert abs(found.rate_per_week) < 1e-6
    assert found.level == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(("count", "span"), [(5, 14), (20, 28), (40, 56), (120, 200)])
def test_the_interval_holds_the_rate_and_the_level_in_nine_of_ten(count: int, span: float) -> None:
    rng = Random(count)
    held, level_held, people = 0, 0, 120
    for _ in range(people):
        rate = rng.gauss(0, 0.05)
        points = weighed(rng, count, span, rate)
        found = known(points)
        held += found.rate_low <= 7 * rate <= found.rate_high
        last = found.points[-1]
        level_held += last.low <= 80 + rate * last.t <= last.high
    assert held >= 0.87 * people
    assert level_held >= 0.87 * people


def test_more_readings_make_it_surer() -> None:
    rng = Random(1)
    widths = [
        found.rate_high - found.rate_low for count in (4, 12, 50) for found in [known(weighed(rng, count, 50, -0.05))]
    ]
    assert widths == sorted(widths, reverse=True)


def test_a_change_of_course_is_followed() -> None:
    rng = Random(2)
    points = [(t, 80 - 0.08 * max(0, t - 60) + rng.gauss(0, 0.5)) for t in range(120)]
    found = known(points)
    assert found.rate_per_week == pytest.approx(-0.56, abs=0.15)
    assert known(points[:60]).rate_per_week == pytest.approx(0, abs=0.15)
    assert found.points[30].value == pytest.approx(80, abs=0.3)


@pytest.mark.parametrize("wrong", [-25.0, 4.0, 80.0])
def test_one_wild_reading_hardly_counts(wrong: float) -> None:
    points = weighed(Random(3), 40, 56, -0.05, sd=0.4)
    wild = [(t, value + wrong) if number == 30 else (t, value) for number, (t, value) in enumerate(points)]
    right, found = known(points), known(wild)
    assert found.level == pytest.approx(right.level, abs=0.2)
    assert found.rate_per_week == pytest.approx(right.rate_per_week, abs=0.1)


@given(series, st.randoms(use_true_random=False))
def test_order_does_not_matter(points: list[tuple[float, float]], rng: Random) -> None:
    shuffled = list(points)
    rng.shuffle(shuffled)
    assert trend(points) == trend(shuffled)


@given(series, st.floats(0.1, 5))
def test_every_figure_is_finite_and_within_its_interval(points: list[tuple[float, float]], noise: float) -> None:
    found = trend(points, noise)
    if found is not None:
        assert len(found.points) == len(points)
        assert all(map(math.isfinite, found[1:]))
        assert found.rate_low <= found.rate_per_week <= found.rate_high
        assert all(point.low <= point.value <= point.high for point in found.points)


@given(series, st.sampled_from([0.01, 2.2046, 100]))
def test_the_unit_does_not_matter(points: list[tuple[float, float]], unit: float) -> None:
    found, other = trend(points), trend([(t, value * unit) for t, value in points])
    assert (found is None) == (other is None)
    if found and other:
        assert other.rate_per_week == pytest.approx(found.rate_per_week * unit, rel=1e-3, abs=1e-4 * unit)
        assert other.level == pytest.approx(found.level * unit, rel=1e-6)


def test_two_readings_at_once_say_little_more_than_one() -> None:
    once = known([(0, 80), (10, 79), (20, 78)])
    twice = known([(0, 80), (10, 79), (20, 78), (20, 78)])
    assert twice.points[-1].high - twice.points[-1].low > 0.9 * (once.points[-1].high - once.points[-1].low)


def test_no_bad_number_gets_in() -> None:
    for bad in (math.nan, math.inf, -math.inf):
        with pytest.raises(ValueError, match="t must be"):
            trend([(0, 80), (bad, 80)])
        with pytest.raises(ValueError, match="value must be"):
            trend([(0, 80), (1, bad)])
    with pytest.raises(ValueError, match="noise must be"):
        trend([(0, 80), (1, 80)], 0)


@given(series)
def test_the_end_alone_is_that_of_the_whole(points: list[tuple[float, float]]) -> None:
    whole, end = trend(points), course(points)
    assert (whole and (whole.level, whole.rate_per_week, whole.rate_low, whole.rate_high)) == end
