"""What holds for every recipe that ships."""

import json
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from pydantic import ValidationError
from tests.fixtures.recipe_sources import SOURCES

from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.models import ALLERGENS, CUISINES, DIETS, SLOTS, Allergen, Ingredient, Kind, Recipe, Tag

RECIPES = library.shipped()
PATTERNS: tuple[Tag, ...] = (
    "vegan",
    "vegetarian",
    "pescatarian",
    "halal_possible",
    "kosher_possible",
    "keto",
    "paleo",
)
"""How people may say that they eat."""
ENERGY_KCAL = {"breakfast": (250, 650), "lunch": (300, 800), "dinner": (350, 850), "snack": (50, 400)}
"""What a serving may have at each meal."""


@cache
def per_serving(recipe_id: str, nutrient: str) -> float:
    recipe = library.by_id()[recipe_id]
    whole = sum(each.grams * SOURCES[each.food_id].per_100g.get(nutrient, 0) for each in recipe.ingredients)
    return whole / 100 / recipe.servings


def stored(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in files("fitzen.data").joinpath(name).read_text(encoding="utf-8").splitlines()]


def wrong(is_right: Callable[[Recipe], object]) -> list[str]:
    return [recipe.id for recipe in RECIPES if not is_right(recipe)]


def steps(recipe: Recipe) -> str:
    return " ".join(recipe.steps)


def with_kind(*kinds: Kind) -> list[Recipe]:
    def has_one(recipe: Recipe) -> bool:
        return any({*kinds} & {*food.kinds} for food in library.foods_of(recipe.ingredients))

    return [recipe for recipe in RECIPES if has_one(recipe)]


class TestFile:
    def test_is_sorted_and_has_each_id_and_name_once(self) -> None:
        ids = [row["id"] for row in stored("recipes.jsonl")]
        assert ids == sorted(ids)
        assert len(set(ids)) == len(ids) == len(RECIPES) >= 180
        assert len({recipe.name.casefold() for recipe in RECIPES}) == len(RECIPES)

    def test_says_nothing_that_follows_from_the_foods(self) -> None:
        rows = stored("recipes.jsonl")
        assert [row["id"] for row in rows if {"allergens", "may_contain"} & row.keys()] == []
        chosen = {tag for row in rows for tag in row["tags"]}
        assert chosen & {*DIETS} == set()

    def test_of_foods_is_sorted_and_has_what_recipes_use(self) -> None:
        ids = [row["food_id"] for row in stored("recipe_foods.jsonl")]
        assert ids == sorted(set(ids))
        assert set(ids) == {each.food_id for recipe in RECIPES for each in recipe.ingredients} == SOURCES.keys()

    def test_a_recipe_is_found_by_its_id(self) -> None:
        assert all(library.get(recipe.id) == recipe for recipe in RECIPES)
        assert library.get("nothing-of-the-sort") is None


class TestTags:
    def test_are_sorted_with_a_meal_and_one_cuisine(self) -> None:
        assert wrong(lambda each: each.tags == sorted({*each.tags})) == []
        assert wrong(lambda each: {*each.tags} & {*SLOTS}) == []
        assert wrong(lambda each: len({*each.tags} & {*CUISINES}) == 1) == []

    def test_high_protein_is_30_g_a_serving(self) -> None:
        assert wrong(lambda each: ("high_protein" in each.tags) == (per_serving(each.id, "protein_g") >= 30)) == []

    def test_keto_is_little_carbohydrate_and_much_fat(self) -> None:
        def is_keto(recipe: Recipe) -> bool:
            net = per_serving(recipe.id, "carbs_g") - per_serving(recipe.id, "fiber_g")
            return net <= 10 and per_serving(recipe.id, "fat_g") * 9 >= 0.55 * per_serving(recipe.id, "energy_kcal")

        assert wrong(lambda each: ("keto" in each.tags) == is_keto(each)) == []

    def test_what_vegans_eat_has_no_allergen_of_animals(self) -> None:
        animal = {"milk", "eggs", "fish", "crustaceans", "molluscs"}
        assert [each.id for each in RECIPES if "vegan" in each.tags and animal & {*each.allergens}] == []

    def test_what_vegetarians_eat_names_no_animal(self) -> None:
        names = r"\b(beef|pork|lamb|chicken|turkey|ham|bacon|salmon|tuna|cod|prawns?|anchov\w+|fish|mince|parmesan)\b"
        eaten = [each for each in RECIPES if "vegetarian" in each.tags]
        assert [each.id for each in eaten if re.search(names, f"{each.name} {text(each)}", re.IGNORECASE)] == []

    def test_what_vegans_eat_names_nothing_of_an_animal(self) -> None:
        names = r"\b(eggs?|honey|cheese|yoghurt|(?<!soya )(?<!coconut )milk|(?<!peanut )(?<!almond )butter|cream)\b"
        eaten = [each for each in RECIPES if "vegan" in each.tags]
        assert [each.id for each in eaten if re.search(names, f"{each.name} {text(each)}", re.IGNORECASE)] == []


def text(recipe: Recipe) -> str:
    return " ".join([steps(recipe), *(each.label for each in recipe.ingredients)])


class TestVariety:
    @pytest.mark.parametrize(
        ("tags", "least"),
        [
            ({"breakfast"}, 35),
            ({"lunch"}, 40),
            ({"dinner"}, 40),
            ({"snack"}, 25),
            ({"vegan"}, 45),
            ({"vegetarian"}, 70),
            ({"keto"}, 20),
            ({"gluten_free"}, 40),
            ({"dairy_free"}, 40),
            ({"high_protein"}, 50),
            ({"budget"}, 40),
            ({"meal_prep"}, 30),
            ({"paleo"}, 20),
            ({"paleo", "breakfast"}, 5),
            ({"paleo", "lunch"}, 7),
            ({"paleo", "dinner"}, 10),
            ({"halal_possible"}, 100),
            ({"kosher_possible"}, 80),
            ({"vegan", "breakfast"}, 10),
            ({"vegan", "lunch"}, 12),
            ({"vegan", "dinner"}, 15),
            ({"vegan", "snack"}, 10),
            ({"vegan", "high_protein"}, 5),
            ({"gluten_free", "breakfast"}, 10),
            ({"gluten_free", "dinner"}, 20),
            ({"keto", "breakfast"}, 6),
            ({"keto", "lunch"}, 6),
            ({"keto", "dinner"}, 6),
        ],
    )
    def test_there_are_enough(self, tags: set[Tag], least: int) -> None:
        assert len([each for each in RECIPES if tags <= {*each.tags}]) >= least

    @pytest.mark.parametrize("slot", SLOTS)
    @pytest.mark.parametrize("allergen", ALLERGENS)
    def test_whoever_avoids_an_allergen_too_has_a_choice_at_each_meal(self, slot: Tag, allergen: Allergen) -> None:
        for pattern in PATTERNS:
            found = [each for each in RECIPES if {slot, pattern} <= {*each.tags}]
            safe = [each.id for each in found if allergen not in {*each.allergens, *each.may_contain}]
            assert len(safe) >= 4, (pattern, safe)

    def test_fish_and_seafood(self) -> None:
        assert len([each for each in with_kind("fish", "shellfish") if "pescatarian" in each.tags]) >= 20

    def test_quick_ones_and_light_snacks(self) -> None:
        assert len([each for each in RECIPES if each.minutes <= 20]) >= 50
        snacks = [each for each in RECIPES if "snack" in each.tags]
        assert len([each for each in snacks if per_serving(each.id, "energy_kcal") < 250]) >= 15

    @pytest.mark.parametrize("cuisine", CUISINES)
    def test_every_cuisine_is_used(self, cuisine: Tag) -> None:
        assert any(cuisine in each.tags for each in RECIPES)


class TestServings:
    @pytest.mark.parametrize("slot", SLOTS)
    def test_have_the_energy_of_a_meal(self, slot: Tag) -> None:
        low, high = ENERGY_KCAL[slot]
        assert wrong(lambda each: slot not in each.tags or low <= per_serving(each.id, "energy_kcal") <= high) == []

    def test_weigh_what_a_plate_holds(self) -> None:
        def weight(recipe: Recipe) -> float:
            return sum(each.grams for each in recipe.ingredients) / recipe.servings

        assert wrong(lambda each: 25 <= weight(each) <= 900) == []

    def test_are_not_made_of_salt(self) -> None:
        def salt(recipe: Recipe) -> float:
            return sum(each.grams for each in recipe.ingredients if each.food_id == "usda-02047") / recipe.servings

        assert wrong(lambda each: salt(each) <= 1.5) == []


class TestModel:
    @pytest.mark.parametrize(
        "change",
        [
            {"id": "Chana Masala"},
            {"minutes": 36},
            {"tags": ["dinner", "tasty"]},
            {"servings": 0},
            {"steps": ["Boil it all."]},
            {"ingredients": [{"food_id": "chickpeas", "grams": 1, "label": "1 g chickpeas"}] * 2},
            {"allergens": ["pollen"]},
            {"author": "somebody"},
        ],
    )
    def test_refuses_what_is_outside_the_vocabulary(self, change: dict[str, object]) -> None:
        whole = library.by_id()["chana-masala"]
        assert Recipe.model_validate(whole.model_dump()) == whole
        with pytest.raises(ValidationError):
            Recipe.model_validate(whole.model_dump() | change)

    def test_refuses_a_food_that_the_table_does_not_know(self) -> None:
        unknown = Ingredient(food_id="usda-99999", grams=1, label="1 g of something")
        with pytest.raises(KeyError):
            library.foods_of([unknown])
