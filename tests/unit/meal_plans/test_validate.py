"""The validator finds what is wrong with a plan, whatever made it."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any

import pytest
from tests.unit.meal_plans.people import limits, plan

from fitzen.nutrition.meal_plans.validate import validate
from fitzen.records import Json


@cache
def made() -> Json:
    return plan(limits(days=2))


def broken(change: Callable[[Json], Any], **wishes: Any) -> set[str]:
    """Return the constraints that a plan of two days breaks after a change."""
    changed = deepcopy(made())
    change(changed)
    asked = limits(wishes.pop("dietary", None), days=2, **wishes)
    return {each.constraint for each in validate(changed, asked)}


def dinner(changed: Json, recipe_id: str, amount: float = 1.0) -> None:
    changed["days"][0]["meals"][2]["items"] = [
        {"recipe_id": recipe_id, "name": recipe_id, "amount": amount, "unit": "serving"}
    ]


def test_an_untouched_plan_is_right() -> None:
    assert broken(lambda _: None) == set()


def test_more_on_a_plate_is_too_much_energy() -> None:
    def more(changed: Json) -> None:
        for item in changed["days"][0]["meals"][1]["items"]:
            item["amount"] += 2

    assert "energy" in broken(more)


def test_a_day_without_dinner_is_no_day() -> None:
    assert {"meals", "energy"} <= broken(lambda changed: changed["days"][0]["meals"].pop(2))


def test_a_missing_day_is_missed() -> None:
    assert broken(lambda changed: changed["days"].pop()) == {"days"}


def test_a_dish_two_days_in_a_row_is_a_repeat() -> None:
    def again(changed: Json) -> None:
        changed["days"][1]["meals"] = deepcopy(changed["days"][0]["meals"])

    assert broken(again) == {"repeats"}
    assert broken(again, leftovers=True) == set()
    assert broken(again, leftovers=True, max_repeats=1) == {"repeats"}


def test_a_third_of_a_serving_is_no_portion() -> None:
    assert "portions" in broken(lambda changed: dinner(changed, "beef-stew-with-root-vegetables", 1 / 3))


@pytest.mark.parametrize(
    ("dietary", "constraint"),
    [
        ({"allergies": ["fish"]}, "allergies"),
        ({"dislikes": ["mackerel"]}, "dislikes"),
        ({"pattern": "vegan"}, "diet"),
    ],
)
def test_fish_is_not_for_everybody(dietary: Json, constraint: str) -> None:
    served = broken(lambda changed: dinner(changed, "mackerel-with-fennel-and-orange-salad"), dietary=dietary)
    assert constraint in served


def test_time_to_cook_is_kept() -> None:
    assert "cooking_time" in broken(lambda _: None, max_minutes=5)
    assert "cooking_time" in broken(lambda _: None, day_max_minutes=10)


def test_targets_and_limits_are_kept() -> None:
    assert {"protein", "fibre", "sodium"} <= broken(lambda _: None, protein_g=500.0, fiber_g=150.0, max_sodium_mg=500.0)


def test_meat_and_milk_at_one_meal_are_not_kosher() -> None:
    def milk(changed: Json) -> None:
        dinner(changed, "beef-stew-with-root-vegetables")
        changed["days"][0]["meals"][2]["items"].append(
            {"food_id": "usda-01085", "name": "Milk", "amount": 1, "unit": "cup"}
        )

    assert "diet" in broken(milk, dietary={"pattern": "kosher"})
