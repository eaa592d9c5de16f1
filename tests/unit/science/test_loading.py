"""What goes on the bar."""

import itertools
import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.science.loading import (
    GRAM,
    GYM_PLATES_KG,
    GYM_PLATES_LB,
    KG_PER_LB,
    Loading,
    kg_from_lb,
    lb_from_kg,
    plates,
    round_load,
    warmup_sets,
)

weights = st.floats(0, 500)
increments = st.sampled_from([0.5, 1, 1.25, 2, 2.5, 5, 10, kg_from_lb(5), kg_from_lb(2.5)])
bars = st.sampled_from([0, 7.5, 15, 20, kg_from_lb(45)])
few_plates = st.dictionaries(st.sampled_from([1.25, 2.5, 5, 10, 15, 20, 25]), st.integers(0, 2), max_size=5)


@pytest.mark.parametrize("bad", [math.nan, math.inf, -1.0])
def test_no_bad_number_gets_in(bad: float) -> None:
    calls: list[Callable[[], object]] = [
        lambda: kg_from_lb(bad),
        lambda: lb_from_kg(bad),
        lambda: round_load(bad, 2.5),
        lambda: round_load(100, bad),
        lambda: round_load(100, 0),
        lambda: round_load(100, 2.5, bad),
        lambda: plates(bad, 20, GYM_PLATES_KG),
        lambda: plates(100, bad, GYM_PLATES_KG),
        lambda: plates(100, 20, {bad: 1}),
        lambda: plates(100, 20, {0: 1}),
        lambda: plates(100, 20, {10: -1}),
        lambda: plates(19, 20, GYM_PLATES_KG),
        lambda: warmup_sets(bad, 2.5),
        lambda: warmup_sets(100, bad),
    ]
    for call in calls:
        with pytest.raises(ValueError, match="must be a number"):
            call()


def test_the_pound_is_exact() -> None:
    assert kg_from_lb(1) == KG_PER_LB == 0.45359237
    assert kg_from_lb(45) == pytest.approx(20.41165665, abs=1e-12)


@given(weights)
def test_pounds_and_back(weight: float) -> None:
    assert lb_from_kg(kg_from_lb(weight)) == pytest.approx(weight)


@given(weights, increments, bars)
def test_a_rounded_load_is_on_the_grid_and_as_near_as_asked(weight: float, increment: float, bar: float) -> None:
    down = round_load(weight, increment, bar)
    nearest = round_load(weight, increment, bar, how="nearest")
    for load in (down, nearest):
        steps = (load - bar) / increment
        assert steps == pytest.approx(round(steps), abs=1e-6)
        assert load >= bar
        assert round_load(load, increment, bar) == load
    if weight >= bar:
        assert down <= weight + GRAM * 1.01
        assert weight - down < increment
        assert abs(nearest - weight) <= increment / 2 + GRAM * 1.01
    else:
        assert down == bar


@given(weights, weights, increments, bars)
def test_rounding_keeps_the_order(one: float, other: float, increment: float, bar: float) -> None:
    low, high = sorted((one, other))
    assert round_load(low, increment, bar) <= round_load(high, increment, bar)
    assert round_load(low, increment, bar, how="nearest") <= round_load(high, increment, bar, how="nearest")


def test_a_tie_goes_down_and_float_noise_does_not() -> None:
    assert round_load(101.25, 2.5, 20, how="nearest") == 100
    assert round_load(101.26, 2.5, 20, how="nearest") == 102.5
    assert round_load(0.1 + 0.2, 0.1) == 0.3
    assert round_load(kg_from_lb(225), kg_from_lb(5), kg_from_lb(45)) == pytest.approx(kg_from_lb(225))


@given(st.floats(20, 300), few_plates)
def test_plates_are_the_best_of_every_combination(weight: float, pairs: dict[float, int]) -> None:
    loading = plates(weight, 20, pairs)
    assert loading.total_kg == pytest.approx(20 + 2 * sum(loading.per_side))
    assert loading.total_kg <= weight + 2 * GRAM
    assert list(loading.per_side) == sorted(loading.per_side, reverse=True)
    assert all(loading.per_side.count(plate) <= pairs[plate] for plate in loading.per_side)
    sides = [
        (sum(plate * count for plate, count in zip(pairs, counts, strict=True)), sum(counts))
        for counts in itertools.product(*(range(count + 1) for count in pairs.values()))
    ]
    best = max(total for total, _ in sides if total <= (weight - 20) / 2 + GRAM)
    assert sum(loading.per_side) == pytest.approx(best)
    assert len(loading.per_side) == min(count for total, count in sides if total == best)


@given(st.integers(0, 110))
def test_a_gym_has_plates_for_every_step(steps: int) -> None:
    assert plates(20 + 2.5 * steps, 20, GYM_PLATES_KG).total_kg == 20 + 2.5 * steps


def test_plates_in_pounds() -> None:
    loading = plates(kg_from_lb(225), kg_from_lb(45), GYM_PLATES_LB)
    assert loading.per_side == (kg_from_lb(45),) * 2
    assert loading.total_kg == pytest.approx(kg_from_lb(225))
    assert plates(20, 20, {}) == Loading((), 20)


@given(st.floats(1, 400), increments, bars)
def test_a_ramp_rises_in_loads_that_can_be_made_to_below_the_work(weight: float, increment: float, bar: float) -> None:
    ramp = warmup_sets(weight, increment, bar)
    loads = [entry.weight_kg or 0 for entry in ramp]
    assert loads == sorted(set(loads))
    assert all(0 < load < weight for load in loads)
    assert all(round_load(load, increment, bar) == load for load in loads)
    assert [entry.reps or 0 for entry in ramp] == sorted((entry.reps or 0 for entry in ramp), reverse=True)
    assert all(entry.kind == "warmup" and not entry.done for entry in ramp)


def test_no_ramp_to_the_bar() -> None:
    assert warmup_sets(20, 2.5, 20) == []
    assert warmup_sets(0, 2.5) == []
