"""What a food may be."""

import pytest
from pydantic import TypeAdapter, ValidationError

from fitzen.nutrition.foods.models import Food, Nutrients, Per100g, Portion


def test_a_portion_of_several_is_divided() -> None:
    assert Portion(label="grapes", amount=10.0, grams=49.0).grams_each == 4.9


@pytest.mark.parametrize(
    ("amounts", "message"),
    [
        ({"sodium": 1.0}, "sodium is no nutrient"),
        ({"sodium_mg": -1.0}, "sodium_mg cannot be less than 0"),
        ({"protein_g": 130.0}, "protein_g cannot be more than 101.0 in 100 g"),
        ({"energy_kcal": 3766.0}, "energy_kcal cannot be more than 1000.0 in 100 g"),
        ({"protein_g": float("nan")}, "finite"),
        ({"protein_g": "3"}, "valid number"),
    ],
)
def test_figures_that_cannot_be_are_refused_by_name(amounts: dict[str, object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Food.model_validate({"id": "a", "name": "A", "source": "own", "per_100g": amounts})


def test_a_meal_may_have_more_of_a_nutrient_than_100_g() -> None:
    assert TypeAdapter(Nutrients).validate_python({"energy_kcal": 3766.0}) == {"energy_kcal": 3766.0}


def test_the_schema_names_the_nutrients_and_their_limits() -> None:
    schema = TypeAdapter(Per100g).json_schema()
    assert schema["additionalProperties"] is False
    assert schema["properties"]["vitamin_d_ug"] == {"type": "number", "minimum": 0, "maximum": 101_000_000.0}


def test_a_food_does_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Food(id="a", name="A", source="own").name = "B"  # type: ignore[misc]


def test_what_is_in_some_grams_is_in_proportion_and_unknown_stays_absent() -> None:
    food = Food(id="a", name="A", source="own", per_100g={"energy_kcal": 143.0, "protein_g": 12.56})
    assert food.nutrients(50) == {"energy_kcal": 71.5, "protein_g": 6.28}
