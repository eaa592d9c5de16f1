import pytest
from tests.fixtures.recipe_sources import SOURCES


def test_the_figures_that_recipes_are_tested_with_are_those_of_the_shipped_foods() -> None:
    foods = pytest.importorskip("fitzen.nutrition.foods.library", reason="The foods do not ship yet.")
    for food_id, source in SOURCES.items():
        food = foods.get(food_id)
        assert food is not None, food_id
        shipped = {key: food.per_100g[key] for key in source.per_100g}
        assert shipped == pytest.approx(source.per_100g, abs=0.01), food_id
        assert food_id == food.id
