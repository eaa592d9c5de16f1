"""Where there is no plan, what clashes is named, and each change that is offered makes a plan."""

from typing import Any

import pytest
from tests.unit.meal_plans.people import MONDAY, limits

from fitzen.errors import InvalidError
from fitzen.nutrition.meal_plans import candidates, planning
from fitzen.nutrition.meal_plans.clashes import clashes_of
from fitzen.records import Json


def clash(**asked: Any) -> Json:
    given = limits(**asked)
    assert planning.plan(given, candidates.shipped(), MONDAY) is None
    found = clashes_of(given, candidates.shipped(), MONDAY)
    assert len(found) == 1
    return found[0]


def test_too_little_time_is_named_and_a_little_more_is_offered() -> None:
    found = clash(weekday_max_minutes=6, days=2)
    assert found["constraints"] == ["cooking_time"]
    assert [each["field"] for each in found["changes"]] == ["weekday_max_minutes"]
    more = found["changes"][0]["value"]
    assert planning.plan(limits(weekday_max_minutes=more, days=2), candidates.shipped(), MONDAY) is not None


def test_much_protein_of_plants_in_little_time_clashes() -> None:
    asked: Json = {"dietary": {"pattern": "vegan"}, "days": 1}
    found = clash(protein_g=230.0, **asked)
    assert {"diet", "protein"} <= set(found["constraints"])
    less = next(each["value"] for each in found["changes"] if each["field"] == "protein_g")
    assert planning.plan(limits(protein_g=less, **asked), candidates.shipped(), MONDAY) is not None


def test_nobody_is_offered_to_give_up_an_allergy_or_a_diet() -> None:
    found = clash(dietary={"pattern": "vegan", "allergies": ["gluten", "soy", "legumes"]}, days=1)
    assert set(found["constraints"]) <= {"allergies", "diet", "fibre", "protein", "energy", "sodium", "variety"}
    assert not {each["field"] for each in found["changes"]} & {"pattern", "allergies", "energy_kcal"}


def test_less_energy_than_is_safe_is_refused_before_anything_is_planned() -> None:
    with pytest.raises(InvalidError, match="at least"):
        limits(energy_kcal=1100.0)


def test_who_is_pregnant_is_given_no_less_than_the_target() -> None:
    expecting = {"sex": "female", "health": {"pregnant": True}}
    target = limits(profile=expecting).targets.energy_kcal
    with pytest.raises(InvalidError, match="pregnancy"):
        limits(profile=expecting, energy_kcal=target - 100)
