"""Whoever asks, a plan holds every hard constraint, and the validator would have noticed if it did not."""

import random
from collections.abc import Callable
from uuid import UUID

import pytest
from evals.training_plans import random_person, run
from hypothesis import given, settings
from hypothesis import strategies as st

from fitzen.errors import InvalidError
from fitzen.science.strength import Set
from fitzen.workouts.plans.frame import Person
from fitzen.workouts.plans.generate import generate
from fitzen.workouts.plans.models import Given, PlanBody
from fitzen.workouts.plans.validate import validate

PLAN_ID = str(UUID(int=7, version=4))


@settings(max_examples=25)
@given(st.integers(0, 2**32))
def test_every_plan_is_valid_and_the_same_again(seed: int) -> None:
    person = random_person(random.Random(seed))
    try:
        plan = generate(person, PLAN_ID).plan
    except InvalidError as error:
        assert error.errors[0].field == "avoid"
        return
    assert validate(plan, person) == []
    assert generate(person, PLAN_ID).plan == plan
    assert len(plan.model_dump_json(exclude_none=True)) < 300_000, "it can be stored"


def test_the_evaluation_counts_what_it_makes() -> None:
    found = run(20, 3)
    assert found["people"] == 20
    assert found["plans"] + found["refused"] == 20
    assert (found["valid"], found["share"], found["rules"]) == (found["plans"], 1.0, {})
    assert 0 < found["ms_median"] <= found["ms_most"]


LIFTER = Person(
    Given(goal="gain", level="intermediate", days_per_week=3, minutes=60, injuries=["knee"]),
    history={"barbell-bench-press": [(2, [Set(reps=6, weight_kg=80, rir=2)] * 3)] * 2},
)
NOVICE = Person(
    Given(goal="health", level="beginner", days_per_week=2, minutes=40, equipment=["dumbbell"], careful=True)
)


def _squat(plan: PlanBody) -> None:
    plan.days[0].exercises[0].exercise_id = "walking-lunge"


def _twice(plan: PlanBody) -> None:
    plan.days[0].exercises.append(plan.days[0].exercises[0])


def _no_failure_left(plan: PlanBody) -> None:
    plan.days[0].exercises[0].sets[-1].rir = 0


def _long(plan: PlanBody) -> None:
    plan.days[0].exercises[0].sets += [plan.days[0].exercises[0].sets[-1]] * 6


def _claims_less(plan: PlanBody) -> None:
    plan.days[0].minutes -= 5


def _heavy(plan: PlanBody) -> None:
    bench = next(e for day in plan.days for e in day.exercises if e.exercise_id == "barbell-bench-press")
    bench.sets[-1].weight_kg = 140


def _no_deload(plan: PlanBody) -> None:
    week = [day for day in plan.days if day.week == plan.weeks - 1]
    for day, before in zip((day for day in plan.days if day.week == plan.weeks), week, strict=True):
        day.exercises = before.exercises


def _drops_a_day(plan: PlanBody) -> None:
    del plan.days[-1]


def _says_nothing(plan: PlanBody) -> None:
    plan.notes = []


def _backwards(plan: PlanBody) -> None:
    first, second = (next(day for day in plan.days if day.week == week) for week in (1, plan.weeks - 1))
    first.exercises, second.exercises = second.exercises, first.exercises


def _cold(plan: PlanBody) -> None:
    bench = next(e for day in plan.days for e in day.exercises if e.exercise_id == "barbell-bench-press")
    bench.sets[0].weight_kg = 100


def _unknown(plan: PlanBody) -> None:
    plan.days[0].exercises[0].exercise_id = "moonwalk"


def _hurried(plan: PlanBody) -> None:
    plan.days[0].exercises[0].sets[-1].rest_s = 5


@pytest.mark.parametrize(
    ("break_it", "rule"),
    [
        (_squat, "injuries"),
        (_twice, "once a day"),
        (_no_failure_left, "reserve"),
        (_long, "minutes"),
        (_long, "daily sets"),
        (_claims_less, "minutes"),
        (_heavy, "load"),
        (_no_deload, "lighter week"),
        (_drops_a_day, "days"),
        (_backwards, "progression"),
        (_cold, "warm-up"),
        (_unknown, "known"),
        (_hurried, "rest"),
    ],
)
def test_what_is_broken_is_found(break_it: Callable[[PlanBody], None], rule: str) -> None:
    plan = generate(LIFTER, PLAN_ID).plan.model_copy(deep=True)
    assert validate(plan, LIFTER) == []
    break_it(plan)
    assert rule in {violation.rule for violation in validate(plan, LIFTER)}


def test_what_one_has_not_is_found_and_so_is_what_nobody_was_told() -> None:
    plan = generate(NOVICE, PLAN_ID).plan.model_copy(deep=True)
    assert validate(plan, NOVICE) == []
    plan.days[0].exercises[0].exercise_id = "barbell-back-squat"
    assert "equipment" in {violation.rule for violation in validate(plan, NOVICE)}
    short = Person(Given(days_per_week=1, minutes=15, level="advanced"))
    plan = generate(short, PLAN_ID).plan.model_copy(update={"notes": []})
    assert "said short" in {violation.rule for violation in validate(plan, short)}


def test_half_a_day_left_empty_is_found() -> None:
    person = Person(Given(goal="gain", level="intermediate", days_per_week=2, minutes=30, equipment=["dumbbell"]))
    plan = generate(person, PLAN_ID).plan.model_copy(deep=True)
    assert validate(plan, person) == []
    roomy = Person(person.given.model_copy(update={"minutes": 90}))
    assert "fullest" in {violation.rule for violation in validate(plan, roomy)}
