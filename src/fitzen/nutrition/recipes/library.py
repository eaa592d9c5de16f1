"""The recipes that ship with Fitzen and the foods they are made of, read once, when first asked for."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from fitzen.nutrition.recipes import rules
from fitzen.nutrition.recipes.models import Ingredient, Recipe, RecipeFood


@cache
def foods() -> Mapping[str, RecipeFood]:
    """Return the foods of all the recipes by their `food_id`."""
    found = (RecipeFood.model_validate_json(line) for line in _lines("recipe_foods.jsonl"))
    return {food.food_id: food for food in found}


@cache
def by_id() -> Mapping[str, Recipe]:
    found = (_complete(Recipe.model_validate_json(line)) for line in _lines("recipes.jsonl"))
    return {recipe.id: recipe for recipe in found}


def get(id: str) -> Recipe | None:
    return by_id().get(id)


@cache
def shipped() -> Sequence[Recipe]:
    """Return all of them, by name."""
    return sorted(by_id().values(), key=lambda recipe: recipe.name.casefold())


def foods_of(ingredients: Iterable[Ingredient]) -> list[RecipeFood]:
    """Return what is known of the ingredients, in their order. A food that is not in the table is a KeyError."""
    return [foods()[ingredient.food_id] for ingredient in ingredients]


def _lines(name: str) -> list[str]:
    return files("fitzen.data").joinpath(name).read_text(encoding="utf-8").splitlines()


def _complete(recipe: Recipe) -> Recipe:
    """Add what follows from the foods."""
    made_of = foods_of(recipe.ingredients)
    return recipe.model_copy(
        update={
            "tags": sorted({*recipe.tags, *rules.diets(made_of)}),
            "allergens": rules.allergens(made_of),
            "may_contain": rules.may_contain(made_of),
        }
    )
