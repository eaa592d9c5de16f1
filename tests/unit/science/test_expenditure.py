"""The estimate of expenditure: near the truth, sure of no more than it knows, and not led astray by holes in the logs."""

import dataclasses
import math
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.science.simulator import people, scores

from fitzen.science.balance import PAUSE_DAYS, above
from fitzen.science.energy import Body, energy_density, rmr
from fitzen.science.expenditure import (
    CHANGE_SHARE,
    LEAST_CHANGE_KCAL,
    LEAST_KCAL,
    Day,
    Estimate,
    Prior,
    estimate,
    explain,
    weekly_target,
)
from fitzen.science.targets import MOST_KCAL, PLANS, Goal

PRIOR = Prior(2400, 340)
MONDAY = date(2026, 1, 5)
WOMAN = Body(sex="female", age=35, height_cm=168, weight_kg=70)
TUNED, HELD_OUT = 1, 20_261_126


def steady(count: int, kcal: float = 2000, weight: float = 80, slope: float = 0.0) -> list[Day]:
    """Days of one intake and a weight that moves by `slope` kg a day, free of noise."""
    return [Day(MONDAY + timedelta(n), kcal * (1 + 0.1 * (-1) ** n), None, weight + slope * n) for n in range(count)]


PAGE = (Path(__file__).parents[3] / "docs" / "science.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", [TUNED, HELD_OUT])
def test_it_is_near_the_truth_and_as_sure_as_it_may_be(seed: int) -> None:
    for score in scores(list(people(seed, 600, days=56)), (21, 56)):
        print(seed, score)
        assert score.error <= {21: 8, 56: 4}[score.day]
        assert abs(score.bias) <= 1
        assert 85 <= score.coverage <= 95
        row = f"| seed {seed} | {score.day} | {score.error:.1f} % | {score.bias:+.1f} % | {score.coverage:.1f} % |"
        assert row in PAGE, row


def test_what_is_never_logged_is_missing_from_the_estimate() -> None:
    (score,) = scores(list(people(TUNED, 60, days=56, under_logging=0.2)), (56,))
    assert -21 < score.bias < -14


def test_balance_without_noise_is_found() -> None:
    density = 7000
    last = estimate(steady(84, 2000, slope=-0.05), PRIOR, density)[-1]
    assert last.expenditure_kcal == pytest.approx(2000 + 0.05 * density, rel=0.03)
    assert last.low < 2350 < last.high


def test_nothing_logged_leaves_the_prior() -> None:
    last = estimate([Day(MONDAY + timedelta(n)) for n in range(30)], PRIOR)[-1]
    assert last.expenditure_kcal == PRIOR.mean
    assert last.high - last.low == pytest.approx(2 * 1.645 * PRIOR.sd, rel=0.01)
    assert last.weight_kg is None


@given(st.integers(1, 60), st.integers(0, 1000))
@settings(max_examples=20)
def test_later_days_do_not_change_what_was_known(cut: int, seed: int) -> None:
    (person,) = people(seed, 1, days=60)
    assert estimate(person.days, person.prior)[:cut] == estimate(person.days[:cut], person.prior)


@given(st.sets(st.integers(0, 59)), st.integers(0, 1000))
@settings(max_examples=20)
def test_a_day_left_out_is_a_day_without_logs(empty: set[int], seed: int) -> None:
    (person,) = people(seed, 1, days=60)
    days = [day for n, day in enumerate(person.days) if n not in empty]
    full = [Day(day.day) if n in empty else day for n, day in enumerate(person.days)]
    if days and days[0] == full[0]:
        kept = {day.day for day in days}
        assert estimate(days, person.prior) == [e for e in estimate(full, person.prior) if e.day in kept]


def test_a_half_logged_day_is_not_a_hungry_day() -> None:
    days = steady(28)
    halved = [day._replace(intake_kcal=700.0) if n in {9, 16, 23} else day for n, day in enumerate(days)]
    missing = [day._replace(intake_kcal=None) if n in {9, 16, 23} else day for n, day in enumerate(days)]
    said = [day._replace(complete=True) if n in {9, 16, 23} else day for n, day in enumerate(halved)]
    burned, judged, unknown, hungry = (estimate(entries, PRIOR)[-1] for entries in (days, halved, missing, said))
    assert judged.complete is not None
    assert estimate(halved, PRIOR)[23].complete == pytest.approx(0, abs=0.1)
    assert abs(judged.expenditure_kcal - burned.expenditure_kcal) < 40
    assert abs(judged.expenditure_kcal - unknown.expenditure_kcal) < 25
    assert hungry.expenditure_kcal < burned.expenditure_kcal - 80


def test_a_day_said_to_be_incomplete_was_at_least_what_was_logged() -> None:
    days = steady(28)
    snack = [*days[:-5], days[-5]._replace(intake_kcal=300.0, complete=False), *days[-4:]]
    feast = [*days[:-5], days[-5]._replace(intake_kcal=4500.0, complete=False), *days[-4:]]
    low, high = (estimate(entries, PRIOR)[-1] for entries in (snack, feast))
    usual = estimate(days, PRIOR)[-1].expenditure_kcal
    assert low.expenditure_kcal == pytest.approx(usual, rel=0.02)
    assert high.expenditure_kcal > usual


@pytest.mark.parametrize("wrong", [8.0, -30.0, 60.0])
def test_somebody_else_on_the_scale_changes_next_to_nothing(wrong: float) -> None:
    days = steady(42)
    odd = [day._replace(weight_kg=80 + wrong) if n == 30 else day for n, day in enumerate(days)]
    right, found = (estimate(entries, PRIOR)[-1] for entries in (days, odd))
    assert found.expenditure_kcal == pytest.approx(right.expenditure_kcal, rel=0.02)
    assert found.weight_kg == pytest.approx(80, abs=0.3)


@pytest.mark.parametrize("silent", ["weight_kg", "intake_kcal", "both"])
def test_nothing_is_learnt_across_a_gap_of_more_than_two_weeks(silent: str) -> None:
    weighs, logs = silent == "intake_kcal", silent == "weight_kg"
    gap = [
        Day(MONDAY + timedelta(n), 2000 if logs else None, None, 80 - 0.2 * n if weighs else None)
        for n in range(40, 41 + PAUSE_DAYS)
    ]
    after = [Day(MONDAY + timedelta(n), 2000, None, 70.0) for n in range(41 + PAUSE_DAYS, 43 + PAUSE_DAYS)]
    found = estimate([*steady(40), *gap, *after], PRIOR)
    before, within, resumed = found[39], found[54], found[55]
    assert within.paused
    assert not resumed.paused
    assert within.expenditure_kcal == resumed.expenditure_kcal == pytest.approx(before.expenditure_kcal, rel=0.01)
    assert before.high - before.low < within.high - within.low <= resumed.high - resumed.low
    assert resumed.high - resumed.low <= 2 * 1.645 * PRIOR.sd * 1.02
    assert within.weight_kg is None
    assert resumed.weight_kg == pytest.approx(70, abs=0.1)


def test_a_gap_of_two_weeks_is_bridged() -> None:
    days = steady(70, slope=-0.05)
    gap = [day for n, day in enumerate(days) if not 40 <= n < 40 + PAUSE_DAYS]
    found = estimate(gap, PRIOR, 7000)
    assert not any(entry.paused for entry in found)
    assert found[-1].expenditure_kcal == pytest.approx(estimate(days, PRIOR, 7000)[-1].expenditure_kcal, rel=0.03)


def test_a_step_is_followed_half_in_six_weeks_and_most_in_twelve() -> None:
    days = [*steady(60), *(day._replace(weight_kg=80 - 0.045 * n) for n, day in enumerate(steady(145)[60:]))]
    found = [entry.expenditure_kcal for entry in estimate(days, PRIOR, 7000)]
    step = 0.045 * 7000
    assert found[59] == pytest.approx(2000, rel=0.03)
    assert found[59 + 42] > found[59] + 0.5 * step
    assert found[-1] == pytest.approx(2000 + step, rel=0.03)


def test_a_logged_cycle_explains_its_water() -> None:
    rng = Random(3)
    errors: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(40):
        offset = rng.random()
        days = [
            Day(
                MONDAY + timedelta(n),
                2000,
                None,
                65 + 0.9 * math.cos(2 * math.pi * (offset + n / 28)) + rng.gauss(0, 0.4),
                (offset + n / 28) % 1,
            )
            for n in range(21)
        ]
        hidden = [day._replace(cycle_phase=None) for day in days]
        for logged, entries in ((True, days), (False, hidden)):
            found = estimate(entries, Prior(2000, 280), 6500)[-1]
            errors[logged].append(abs(found.expenditure_kcal - 2000))
    assert sum(errors[True]) < 0.6 * sum(errors[False])


wild = st.builds(
    Day,
    day=st.just(MONDAY),
    intake_kcal=st.none() | st.floats(0, 30_000),
    complete=st.sampled_from([None, True, False]),
    weight_kg=st.none() | st.floats(20, 500),
    cycle_phase=st.none() | st.floats(0, 1),
)


def test_no_log_makes_anybody_burn_less_than_a_body_can() -> None:
    """Whoever logs next to nothing and gains by the scales all the same does not run on less than nothing."""
    days = [Day(MONDAY + timedelta(n), 0.0, complete=True, weight_kg=20 + 4.0 * n) for n in range(21)]
    found = estimate(days, Prior(500, 5_000))[-1]
    assert found.low == LEAST_KCAL
    assert found.low <= found.expenditure_kcal <= found.high


@given(st.lists(st.tuples(wild, st.integers(1, 20)), max_size=25), st.floats(500, 10_000), st.floats(1, 5_000))
def test_whatever_is_logged_the_estimate_is_a_number(entries: list[tuple[Day, int]], mean: float, sd: float) -> None:
    day, days = MONDAY, []
    for entry, apart in entries:
        day += timedelta(apart)
        days.append(entry._replace(day=day))
    for found in estimate(days, Prior(mean, sd)):
        assert LEAST_KCAL <= found.low <= found.expenditure_kcal <= found.high
        assert math.isfinite(found.high)
        assert found.complete is None or 0 <= found.complete <= 1


def test_days_ascend_and_amounts_are_in_range() -> None:
    with pytest.raises(ValueError, match="days must ascend"):
        estimate([Day(MONDAY), Day(MONDAY)], PRIOR)
    bad = {
        "intake_kcal": Day(MONDAY, intake_kcal=-1),
        "weight_kg": Day(MONDAY, weight_kg=5),
        "cycle_phase": Day(MONDAY, cycle_phase=math.nan),
    }
    for field, entry in bad.items():
        with pytest.raises(ValueError, match=f"{field} must be"):
            estimate([entry], PRIOR)
    for prior in (Prior(math.nan, 300), Prior(2000, 0)):
        with pytest.raises(ValueError, match="prior"):
            estimate([], prior)
    with pytest.raises(ValueError, match="kcal_per_kg"):
        estimate([], PRIOR, 0)


@given(st.floats(-3, 3), st.floats(0.1, 3), st.floats(-30, 30))
def test_what_is_above_a_bound_is_above_it(mean: float, sd: float, low: float) -> None:
    found, variance = above(mean, sd, low)
    assert found >= max(mean, low) - 1e-9
    assert 0 <= variance <= sd * sd + 1e-9


def test_it_explains_itself() -> None:
    days = steady(60, slope=-0.05)
    days[50] = days[50]._replace(intake_kcal=500.0)
    days[52] = days[52]._replace(intake_kcal=None, weight_kg=None)
    told = explain(days, estimate(days, PRIOR, 7000), 7000)
    assert told is not None
    assert told[:4] == (28, 26, 1, 27)
    assert told.weight_change_kg == pytest.approx(-0.05 * 27, abs=0.1)
    assert told.why[0] == "In the last 28 days you logged 26 days in full and 1 in part, and weighed yourself 27 times."
    assert told.why[1].startswith("On full days you ate 1,98")
    assert told.why[2].startswith("Your weight, without swings of water, fell by 1.3 kg: about 3")
    assert told.why[2].endswith("kcal a day came from your body's stores.")
    assert told.why[3].startswith("With what was known before, you burn about 2,3")
    pounds = explain(days, estimate(days, PRIOR, 7000), 7000, units="imperial")
    assert pounds is not None
    assert "fell by 2.9 lb" in pounds.why[2]


def test_it_explains_little_and_nothing() -> None:
    assert explain([], []) is None
    days = [Day(MONDAY)]
    told = explain(days, estimate(days, PRIOR))
    assert told is not None
    assert told.why[0] == "In the last 1 day you logged 0 days in full, and weighed yourself 0 times."
    assert told.why[-1] == "Each day that you log in full and each weigh-in makes this surer."
    apart = [*steady(10), *(day._replace(day=day.day + timedelta(16), weight_kg=60.0) for day in steady(20)[10:12])]
    resumed = explain(apart, estimate(apart, PRIOR))
    assert resumed is not None
    assert resumed.weight_change_kg == pytest.approx(0, abs=0.2)
    silent = [*steady(30), *(Day(MONDAY + timedelta(n)) for n in range(30, 50))]
    paused = explain(silent, estimate(silent, PRIOR))
    assert paused is not None
    assert any("tell nothing" in sentence for sentence in paused.why)


def known(kcal: float) -> Estimate:
    return Estimate(MONDAY, kcal, kcal - 150, kcal + 150, 70.0, 70.0, None, paused=False)


@given(st.sampled_from(list(PLANS)), st.floats(1000, 5000), st.none() | st.floats(800, 5000))
def test_a_target_moves_slowly_and_never_below_the_floor(goal: Goal, kcal: float, previous: float | None) -> None:
    found = weekly_target(WOMAN, goal, known(kcal), previous)
    floor = max(rmr(WOMAN).kcal, 1200, 30 * WOMAN.lean_kg)
    assert found.energy_kcal >= floor - 1e-6
    quickest = kcal - 0.01 * WOMAN.weight_kg * energy_density(WOMAN.fat_kg) / 7
    if previous is not None and previous >= max(floor, quickest) + 10:
        assert abs(found.energy_kcal - previous) <= max(LEAST_CHANGE_KCAL, CHANGE_SHARE * previous) + 1
    assert found.source.startswith("your own logs, to ")


def test_a_target_says_how_it_moved() -> None:
    first = weekly_target(WOMAN, "maintain", known(2200), None)
    assert first.energy_kcal == 2200
    for previous, kcal, words in (
        (2190, 2190, "Your target stays at 2,190 kcal."),
        (2100, 2200, "That is 100 kcal more than last week."),
        (
            2500,
            2312,
            "A target moves slowly: this week it is 2,312 kcal, 188 kcal less than last week, on the way to 2,200.",
        ),
    ):
        found = weekly_target(WOMAN, "maintain", known(2200), previous)
        assert (found.energy_kcal, found.why[-2]) == (kcal, words)


def test_a_deficit_that_must_not_be_ends_at_once() -> None:
    pregnant = dataclasses.replace(WOMAN, pregnant=True)
    assert weekly_target(pregnant, "lose", known(2200), 1700).energy_kcal == 2200
    assert weekly_target(WOMAN, "lose", known(2200), 1300).energy_kcal >= rmr(WOMAN).kcal


@pytest.mark.parametrize("goal", list(PLANS))
@pytest.mark.parametrize("change", [{"pregnant": True}, {"age": 17.99}, {"weight_kg": 50}])
def test_a_deficit_that_must_not_be_ends_at_once_whatever_the_goal_is_now(goal: Goal, change: dict[str, Any]) -> None:
    body = dataclasses.replace(WOMAN, **change)
    assert weekly_target(body, goal, known(2400), 1700).energy_kcal >= 2400


@pytest.mark.parametrize("goal", list(PLANS))
def test_no_step_towards_a_target_makes_a_loss_that_is_too_quick(goal: Goal) -> None:
    man = Body(sex="male", age=30, height_cm=190, weight_kg=110)
    found = weekly_target(man, goal, known(3900), 1500)
    loss = (3900 - found.energy_kcal) * 7 / energy_density(man.fat_kg)
    assert loss <= 1.0 + 1e-6, found.why


@pytest.mark.parametrize("previous", [None, 15_000])
def test_a_target_stays_within_what_anybody_can_eat(previous: float | None) -> None:
    """Kilojoules logged as kilocalories make an expenditure that nobody has."""
    for goal in PLANS:
        found = weekly_target(WOMAN, goal, known(17_000), previous)
        assert found.energy_kcal <= MOST_KCAL
        assert found.carbs_g <= 2000
        assert found.fiber_g <= 200
