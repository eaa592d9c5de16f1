"""What few days can say, against tables of Student's t, sums by hand, and random series whose truth is known."""

import math
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.science.plateau import plateau
from fitzen.science.recovery import recovery
from fitzen.science.samples import Interval, alike, difference, effective, t_quantile, theil_sen

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("p", "freedom", "table"),
    [(0.975, 2, 4.303), (0.975, 3, 3.182), (0.975, 5, 2.571), (0.975, 10, 2.228), (0.975, 30, 2.042), (0.95, 4, 2.132), (0.95, 20, 1.725), (0.99, 5, 3.365)],
)  # fmt: skip
def test_quantiles_of_t_are_those_of_the_tables(p: float, freedom: float, table: float) -> None:
    assert t_quantile(p, freedom) == pytest.approx(table, rel=0.01)


def test_a_difference_is_that_of_welch() -> None:
    """Means 3 and 6, variances 2.5 each of 5: error 1, 8 degrees of freedom, t 2.306; these values do not follow each other."""
    one, other = [3.0, 5.0, 1.0, 4.0, 2.0], [6.0, 8.0, 4.0, 7.0, 5.0]
    assert alike(one) == 0
    found = difference(one, other)
    assert found is not None
    assert found.value == -3
    assert (found.low, found.high) == pytest.approx((-3 - 2.306, -3 + 2.306), abs=0.01)
    assert found.clear


def test_days_that_are_alike_count_for_fewer() -> None:
    drifting = [float(value) for value in range(10)]
    assert alike(drifting) > 0.6
    assert effective(drifting) < 3
    assert effective([1.0, 2.0] * 5) == 10


def test_few_values_tell_no_difference() -> None:
    assert difference([1.0] * 4, [2.0] * 50) is None
    assert difference([1.0] * 5, [2.0] * 5) == Interval(-1.0, -1.0, -1.0)


def test_the_interval_of_a_difference_holds_the_truth_19_times_in_20() -> None:
    random, held = Random(7), 0
    for _ in range(1000):
        one, other = ([random.gauss(mean, 2) for _ in range(12)] for mean in (10, 11))
        found = difference(one, other)
        assert found is not None
        held += found.low <= -1 <= found.high
    assert 930 <= held <= 985


@given(
    st.lists(st.tuples(st.integers(0, 50), st.floats(-1e3, 1e3)), min_size=2, max_size=15, unique_by=lambda at: at[0])
)
def test_a_median_slope_lies_within_its_interval(points: list[tuple[int, float]]) -> None:
    found = theil_sen([(float(x), y) for x, y in points])
    assert found is not None
    assert found.low <= found.value <= found.high


def test_one_wild_point_does_not_make_a_slope() -> None:
    points = [(float(x), 2.0 * x) for x in range(10)]
    points[5] = (5.0, -400.0)
    found = theil_sen(points)
    assert found is not None
    assert found.value == pytest.approx(2, abs=0.01)


def _sessions(change: float, noise: float, count: int = 12, seed: int = 1) -> list[tuple[date, float]]:
    random = Random(seed)
    return [
        (TODAY - (count - number) * 4 * DAY, 100 + change * number * 4 / 7 + random.gauss(0, noise))
        for number in range(count)
    ]


def test_a_lift_that_rises_falls_or_stands_is_told_so() -> None:
    for change, way in ((1.0, "up"), (-1.0, "down"), (0.0, "flat")):
        found = plateau(_sessions(change, 0.4), TODAY)
        assert found is not None
        assert found.way == way
        assert found.low <= found.per_week <= found.high


def test_a_noisy_lift_that_rises_is_seldom_called_flat_or_falling() -> None:
    found = [plateau(_sessions(1.0, 5, count=9, seed=seed), TODAY) for seed in range(200)]
    ways = [each.way for each in found if each is not None]
    assert len(ways) == 200
    assert ways.count("flat") + ways.count("down") <= 30
    assert "unclear" in ways


def test_few_or_old_sessions_are_no_plateau() -> None:
    assert plateau(_sessions(0, 0.1, count=3), TODAY) is None
    assert plateau([(TODAY - number * DAY, 100.0) for number in range(10)], TODAY) is None
    assert plateau([(day - 100 * DAY, value) for day, value in _sessions(0, 0.1)], TODAY) is None


def test_a_light_week_makes_no_fall() -> None:
    sessions = _sessions(0.8, 0.3)
    light = [(day, value * 0.85 if number in (5, 6) else value) for number, (day, value) in enumerate(sessions)]
    found = plateau(light, TODAY)
    assert found is not None
    assert found.way == "up"


def _metric(usual: float, recent: float, sd: float, seed: int = 3) -> list[tuple[date, float]]:
    random = Random(seed)
    return [(TODAY - back * DAY, random.gauss(recent if back < 7 else usual, sd)) for back in range(49)]


def test_a_pulse_that_rises_and_sleep_that_is_short_are_under_recovery() -> None:
    found = recovery({"resting_hr_bpm": _metric(52, 59, 1.5), "sleep_h": _metric(7.5, 5.5, 0.5, 4)}, TODAY)
    assert found is not None
    assert [sign.metric for sign in found.worse] == ["resting_hr_bpm", "sleep_h"]
    assert found.under


def test_one_sign_alone_is_none() -> None:
    pulse = {"resting_hr_bpm": _metric(52, 59, 1.5), "sleep_h": _metric(7.5, 7.5, 0.5, 4)}
    assert not (found := recovery(pulse, TODAY)) or not found.under
    slept = {"sleep_h": _metric(7.5, 5.5, 0.5, 4)}
    short = recovery(slept, TODAY)
    assert short is not None
    assert not short.under
    falling = recovery(slept, TODAY, performance_down=True)
    assert falling is not None
    assert falling.under


def test_a_body_that_is_as_usual_recovers() -> None:
    found = recovery(
        {"resting_hr_bpm": _metric(52, 52, 1.5), "sleep_h": _metric(7.5, 7.6, 0.5, 4)}, TODAY, performance_down=True
    )
    assert found is not None
    assert not found.worse
    assert not found.under


def test_without_a_baseline_nothing_is_said() -> None:
    assert recovery({"resting_hr_bpm": _metric(52, 60, 1.5)[:12]}, TODAY) is None
    assert recovery({}, TODAY) is None


@given(st.floats(30, 90), st.floats(0.1, 5), st.integers(0, 1000))
def test_what_is_better_than_usual_is_never_worse(usual: float, sd: float, seed: int) -> None:
    found = recovery({"resting_hr_bpm": _metric(usual, usual - 3 * sd, sd, seed)}, TODAY)
    assert found is not None
    assert not found.worse
    assert math.isfinite(found.signs[0].recent)
