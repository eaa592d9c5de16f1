"""Whoever asks, a plan keeps to every hard constraint, or it is true why there is none."""

import subprocess
import sys
from random import Random

import pytest
from evals.meal_plans import honest, outcome, random_person
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.meal_plans.people import MONDAY, limits, plan

from fitzen.nutrition.meal_plans import candidates, planning
from fitzen.nutrition.meal_plans.validate import validate


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
@given(seed=st.integers(0, 10**6))
def test_a_plan_keeps_to_every_hard_constraint_or_the_clash_is_true(seed: int) -> None:
    found = outcome(random_person(Random(seed)))
    assert found.violations == []
    assert found.planned or honest(found)


@pytest.mark.parametrize(
    "pattern", ["omnivore", "pescatarian", "vegetarian", "vegan", "halal", "kosher", "keto", "paleo"]
)
def test_there_is_a_week_for_each_pattern(pattern: str) -> None:
    asked = limits({"pattern": pattern})
    assert validate(plan(asked), asked) == []


def test_the_same_wishes_make_the_same_plan_and_another_seed_another() -> None:
    asked = limits(days=2)
    assert plan(asked) == plan(asked)
    assert plan(asked)["days"] != plan(limits(days=2, seed=1))["days"]


def test_what_is_asked_for_every_day_holds_on_a_weekend_too() -> None:
    asked = limits(days=7, weekday_max_minutes=25, max_minutes=45, day_max_minutes=90)
    assert validate(plan(asked), asked) == []


def test_a_recipe_of_unknown_allergens_is_not_served_to_somebody_with_an_allergy() -> None:
    known = next(each for each in candidates.shipped() if each.is_recipe)
    unknown = candidates.of_own(
        {
            "id": "00000000-0000-7000-8000-000000000001",
            "name": "Grandma's pie",
            "servings": 2,
            "minutes": 30,
            "ingredients": [{"food_id": "00000000-0000-7000-8000-000000000002", "grams": 200}],
            "per_serving": dict(known.nutrients),
            "unknown": {},
        }
    )
    assert unknown is not None
    assert limits().serves(unknown, None)
    assert not limits({"allergies": ["celery"]}).serves(unknown, None)
    assert not limits({"pattern": "vegan"}).serves(unknown, None)
    assert not limits().serves(unknown, 20)


def test_a_recipe_of_ones_own_whose_energy_is_not_known_is_no_candidate() -> None:
    recipe = {
        "id": "x",
        "name": "Pie",
        "servings": 1,
        "ingredients": [],
        "per_serving": {"protein_g": 3},
        "unknown": {},
    }
    assert candidates.of_own(recipe) is None


def test_a_dish_comes_no_more_often_than_it_may_over_two_weeks() -> None:
    asked = limits(days=14, max_repeats=1)
    days = planning.plan(asked, candidates.shipped(), MONDAY)
    assert days is None or validate(plan(asked), asked) == []


def test_a_server_that_makes_no_plan_does_not_load_the_solver() -> None:
    code = "import sys, fitzen.app; print({'highspy', 'numpy'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
