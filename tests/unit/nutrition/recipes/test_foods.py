"""What holds for every food of the recipes: allergens and kinds are a matter of health."""

import re

import pytest
from tests.fixtures.recipe_sources import SOURCES

from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.models import AISLES, ALLERGENS, Allergen, Kind

FOODS = library.foods()
NAMED: dict[Allergen, str] = {
    "gluten": r"(?<!buck)wheat|bulgur|couscous|barley|\brye\b|\boats|soba|bread|tortillas.*flour|muffins|shoyu",
    "crustaceans": r"crustaceans",
    "eggs": r"\begg\b|mayonnaise",
    "fish": r"^fish,|sauce, fish",
    "peanuts": r"peanut",
    "soy": r"soy(?!bean oil)|tofu|miso|tempeh|edamame",
    "milk": r"^cheese|^milk|yogurt|^butter|cream, ",
    "nuts": r"^nuts, (?!coconut)",
    "celery": r"^celery|stock",
    "mustard": r"mustard|curry|mayonnaise",
    "sesame": r"sesame|hummus",
    "sulphites": r"sulfured|vinegar, (red wine|balsamic)",
    "lupin": r"lupin",
    "molluscs": r"mollusks",
}
"""How the USDA's names of foods say that an allergen is in them."""


class TestFoods:
    """The table is checked against the USDA's names, which say what a food is in other words than ours."""

    @pytest.mark.parametrize("allergen", ALLERGENS)
    def test_contain_what_their_names_say(self, allergen: Allergen) -> None:
        named = {food_id for food_id, each in SOURCES.items() if re.search(NAMED[allergen], each.name, re.IGNORECASE)}
        assert {food_id for food_id, food in FOODS.items() if allergen in food.allergens} == named

    def test_of_animals_have_the_allergen_of_their_kind(self) -> None:
        of_kind: dict[Kind, set[Allergen]] = {
            "dairy": {"milk"},
            "egg": {"eggs"},
            "fish": {"fish"},
            "shellfish": {"crustaceans", "molluscs"},
        }
        for kind, allergens in of_kind.items():
            assert [
                food.name for food in FOODS.values() if kind in food.kinds and not allergens & {*food.allergens}
            ] == []

    def test_of_plants_have_no_allergen_of_animals(self) -> None:
        animal = {"milk", "eggs", "fish", "crustaceans", "molluscs"}
        assert [food.name for food in FOODS.values() if food.kinds == ["plant"] and animal & {*food.allergens}] == []

    def test_are_of_the_kind_that_their_number_says(self) -> None:
        """The first two digits are the USDA's group of foods; an animal's food outside its group is named here."""
        groups: dict[str, set[Kind]] = {
            "01": {"dairy", "egg", "rennet"},
            "05": {"poultry"},
            "10": {"pork"},
            "13": {"meat"},
            "15": {"fish", "shellfish"},
            "17": {"meat"},
            "23": {"meat"},
        }
        others: dict[str, set[Kind]] = {
            "usda-04025": {"egg"},
            "usda-06172": {"poultry"},
            "usda-06179": {"fish"},
            "usda-19296": {"honey"},
        }
        for food_id, food in FOODS.items():
            assert {*food.kinds} <= groups.get(food_id[5:7], others.get(food_id, {"plant"})), food

    def test_say_an_allergen_once(self) -> None:
        for food in FOODS.values():
            assert not {*food.allergens} & {*food.may_contain}, food
            assert sorted({*food.allergens}) == food.allergens, food
            assert sorted({*food.may_contain}) == food.may_contain, food

    def test_raw_meat_and_fish_have_a_temperature_to_reach(self) -> None:
        """Those of the USDA's Food Safety and Inspection Service, as whole degrees Celsius."""
        for food_id, food in FOODS.items():
            raw = "raw" in SOURCES[food_id].name.lower()
            flesh = {*food.kinds} & {"meat", "pork", "poultry", "fish"}
            ground = "ground" in SOURCES[food_id].name.lower()
            expected = (74 if "poultry" in flesh else 71 if ground else 63) if flesh and raw else None
            assert food.safe_c == expected, food

    def test_are_in_every_aisle(self) -> None:
        assert {food.aisle for food in FOODS.values()} == {*AISLES}

    def test_have_energy_and_macronutrients_at_their_source(self) -> None:
        needed = {"energy_kcal", "protein_g", "carbs_g", "fat_g"}
        assert [food_id for food_id, each in SOURCES.items() if not needed <= each.per_100g.keys()] == []
