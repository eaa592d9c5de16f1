"""Every line of plan_foods.tsv is a food that ships, is known, and is measured as it says."""

import pytest

from fitzen.nutrition import portions
from fitzen.nutrition.foods import library as foods
from fitzen.nutrition.meal_plans.candidates import Single, singles
from fitzen.nutrition.meal_plans.groceries import PIECES, shown
from fitzen.nutrition.recipes import library


@pytest.mark.parametrize("single", singles(), ids=lambda each: each.food_id)
def test_a_single_food_is_known_and_measured(single: Single) -> None:
    food = foods.get(single.food_id)
    assert food is not None
    assert single.food_id in library.foods(), "its allergens and aisle are known"
    grams = portions.exact(food, single.unit)
    assert grams is not None
    assert 5 <= grams * single.amount <= 300
    assert single.slots
    assert single.most >= 1
    assert single.most == 1 or single.minutes == 0 or single.most == 2


def test_no_food_is_there_twice() -> None:
    ids = [single.food_id for single in singles()]
    assert len(ids) == len(set(ids))


def test_what_is_bought_by_the_piece_is_a_food_of_the_recipes() -> None:
    assert PIECES.keys() <= library.foods().keys()


@pytest.mark.parametrize(
    ("food_id", "grams", "text"),
    [
        ("usda-01123", 50, "1 egg"),
        ("usda-01123", 120, "3 eggs"),
        ("usda-20036", 1240, "1.2 kg"),
        ("usda-20036", 61.3, "65 g"),
        ("usda-02047", 2.4, "2 g"),
        ("usda-02047", 0.2, "1 g"),
    ],
)
def test_amounts_are_written_as_in_a_shop(food_id: str, grams: float, text: str) -> None:
    assert shown(food_id, grams) == text
