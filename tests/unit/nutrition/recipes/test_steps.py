"""What a cook reads: amounts that are those of the data, and steps that are safe."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

import pytest
from tests.fixtures.recipe_sources import SOURCES

from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.models import Ingredient, Recipe

RECIPES = library.shipped()
AMOUNT = re.compile(r"(?P<whole>\d+)?(?P<part>[½¼¾⅓⅔])? (?P<what>.+)")
PARTS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
TEASPOONS = {"tsp": 1, "teaspoon": 1, "tbsp": 3, "tablespoon": 3, "cup": 48}
"""How many teaspoons a measure is."""
SIZES = {"small", "medium", "large"}


def wrong(is_right: Callable[[Recipe], object]) -> list[str]:
    return [recipe.id for recipe in RECIPES if not is_right(recipe)]


def steps(recipe: Recipe) -> str:
    return " ".join(recipe.steps)


def counted(ingredient: Ingredient) -> tuple[float, str]:
    """Return the number at the beginning of a label and what follows; 0 for a pinch or a handful."""
    match = AMOUNT.fullmatch(ingredient.label)
    if not match or not (match["whole"] or match["part"]):
        return 0, ingredient.label
    return float(int(match["whole"] or 0) + PARTS.get(match["part"] or "", Fraction(0))), match["what"]


def words(text: str) -> list[str]:
    return [word.removesuffix("s") for word in re.findall(r"[^\W\d_]+", text.lower())]


def spoons(food_id: str, unit: str) -> Iterator[float]:
    """Yield what a spoon or a cup of the food weighs by its source."""
    for portion in SOURCES[food_id].portions:
        teaspoons = TEASPOONS.get(words(portion.label)[0])
        if teaspoons:
            yield portion.grams * TEASPOONS[unit] / teaspoons


def sized(food_id: str, size: str) -> Iterator[float]:
    for portion in SOURCES[food_id].portions:
        if size in words(portion.label) and words(portion.label)[0] != "cup" and "ring" not in words(portion.label):
            yield portion.grams


def pieces(food_id: str, noun: set[str]) -> Iterator[float]:
    """Yield what a piece weighs, where the source and the label have the same word for one: slice, clove, muffin."""
    for portion in SOURCES[food_id].portions:
        if words(portion.label)[0] in noun:
            yield portion.grams


def weights(ingredient: Ingredient, what: str) -> list[float]:
    unit = words(what)[0]
    if unit in TEASPOONS:
        return [*spoons(ingredient.food_id, unit)]
    if unit in SIZES:
        return [*sized(ingredient.food_id, unit)]
    return [*pieces(ingredient.food_id, {*words(what)})]


MEASURED = [
    (recipe.id, each, count, what)
    for recipe in RECIPES
    for each in recipe.ingredients
    for count, what in [counted(each)]
    if count and not re.match(r"(g|ml|tins?) ", what)
]


class TestLabels:
    def test_in_grams_are_the_grams(self) -> None:
        labels = [(each, *counted(each)) for recipe in RECIPES for each in recipe.ingredients]
        in_grams = [(each, count) for each, count, what in labels if what.startswith("g ")]
        assert len(in_grams) > 400
        assert [each for each, count in in_grams if count != each.grams] == []

    def test_of_tins_name_the_grams(self) -> None:
        named = [
            (each, match[1])
            for recipe in RECIPES
            for each in recipe.ingredients
            if (match := re.search(r"\((\d+) g\b", each.label))
        ]
        assert len(named) > 10
        assert [each for each, grams in named if float(grams) != each.grams] == []

    def test_in_millilitres_weigh_about_as_much(self) -> None:
        labels = [(each, *counted(each)) for recipe in RECIPES for each in recipe.ingredients]
        fluid = [(each, count) for each, count, what in labels if what.startswith("ml ")]
        assert len(fluid) > 10
        assert [each for each, count in fluid if not 0.9 <= each.grams / count <= 1.1] == []

    def test_in_measures_weigh_what_the_source_says(self) -> None:
        known = [
            (recipe_id, each, count, found)
            for recipe_id, each, count, what in MEASURED
            if (found := weights(each, what))
        ]
        assert len(known) > 500
        off = [
            (recipe_id, each.label, each.grams, [count * one for one in found])
            for recipe_id, each, count, found in known
            if not any(0.85 <= each.grams / (count * one) <= 1.18 for one in found)
        ]
        assert off == []

    def test_in_spoons_and_sizes_are_all_known_to_the_source(self) -> None:
        unknown = [
            (recipe_id, each.label)
            for recipe_id, each, _, what in MEASURED
            if words(what)[0] in {*TEASPOONS, *SIZES} and not weights(each, what)
        ]
        assert unknown == []


class TestSteps:
    def test_are_short_sentences(self) -> None:
        assert wrong(lambda each: all(re.fullmatch(r"[A-Z].*\.", step) for step in each.steps)) == []
        assert wrong(lambda each: all(len(step.split()) <= 40 for step in each.steps)) == []

    def test_give_every_temperature_in_both_scales(self) -> None:
        for recipe in RECIPES:
            given = re.findall(r"(\d+) °C \((\d+) °F\)", steps(recipe))
            assert len(given) == steps(recipe).count("°C") == steps(recipe).count("°F"), recipe.id
            assert [pair for pair in given if abs(int(pair[0]) * 9 / 5 + 32 - int(pair[1])) > 1] == [], recipe.id

    def test_name_the_temperature_that_meat_and_fish_must_reach(self) -> None:
        checked = 0
        for recipe in RECIPES:
            for food in library.foods_of(recipe.ingredients):
                if food.safe_c:
                    checked += 1
                    assert f"{food.safe_c} °C" in steps(recipe), (recipe.id, food.name)
        assert checked > 40

    def test_cook_seafood_until_it_is_opaque(self) -> None:
        seafood = [each for each in RECIPES if {"crustaceans", "molluscs"} & {*each.allergens}]
        assert len(seafood) >= 3
        assert [each.id for each in seafood if "opaque" not in steps(each)] == []

    def test_cook_eggs_through(self) -> None:
        """Where eggs are no allergen of anything but mayonnaise, there is nothing to cook."""
        done = r"\bset\b|firm|71 °C|74 °C|no liquid egg|eggs for 10 minutes|no batter is wet|hot through"
        eggs = {"usda-01123", "usda-01124"}
        with_egg = [each for each in RECIPES if eggs & {one.food_id for one in each.ingredients}]
        assert len(with_egg) > 20
        assert [each.id for each in with_egg if not re.search(done, steps(each))] == []

    @pytest.mark.parametrize(
        ("mentioned", "ingredient"),
        [
            (r"(?<!soya )(?<!coconut )milk\b", "milk|chocolate"),
            (r"yoghurt", "yoghurt"),
            (r"cheese|feta|mozzarella|ricotta", "cheese|feta|mozzarella|ricotta|cheddar|parmesan"),
            (r"(?<!peanut )(?<!almond )butter\b", "butter"),
            (r"\beggs?\b", "egg"),
            (r"peanuts?", "peanut"),
            (r"almonds?|walnuts?|cashews?|hazelnuts?|pistachios?", "almond|walnut|cashew|hazelnut|pistachio"),
            (r"sesame|tahini|hummus", "sesame|tahini|hummus"),
            (r"soy sauce|tamari|tofu|miso|tempeh|edamame", "soy|tamari|tofu|miso|tempeh|edamame"),
            (
                r"bread|pitas?\b|pasta|spaghetti|soba|couscous|bulgur",
                "bread|pita|pasta|soba|couscous|bulgur|muffin",
            ),
            (r"(?<!chickpea )(?<!corn)flour\b", "flour|buckwheat"),
            (r"mustard", "mustard"),
            (r"celery", "celery"),
            (
                r"fish|salmon|tuna|cod\b|anchov",
                "cod|salmon|tuna|haddock|tilapia|bass|trout|anchov|fish|sardine|mackerel",
            ),
            (r"prawns?|mussels?|squid", "prawn|mussel|squid"),
            (r"honey", "honey"),
            (r"vinegar", "vinegar"),
        ],
    )
    def test_ask_for_nothing_with_an_allergen_that_is_no_ingredient(self, mentioned: str, ingredient: str) -> None:
        asked = [each for each in RECIPES if re.search(rf"\b(?:{mentioned})", steps(each), re.IGNORECASE)]
        assert asked
        for recipe in asked:
            names = " ".join(food.name for food in library.foods_of(recipe.ingredients))
            assert re.search(ingredient, names, re.IGNORECASE), (recipe.id, names)
