"""The recipes that ship in Spanish: names, labels and steps, and what their foods are called in a shop and on a plate."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from fitzen import spanish
from fitzen.nutrition.foods import spanish as foods_in_spanish
from fitzen.nutrition.recipes.models import Recipe

FILE, FOODS_FILE = "recipes_es.tsv", "recipe_foods_es.tsv"
MARK = " / "


class Translation(NamedTuple):
    name: str
    aliases: Sequence[str]
    labels: Sequence[str]
    steps: Sequence[str]


class FoodName(NamedTuple):
    """What a food of the recipes is called: in a shop, where a plan serves it, and a piece of it and several."""

    name: str
    served: str
    pieces: Sequence[str]


@cache
def by_id() -> Mapping[str, Translation]:
    return {
        id_: Translation(name, spanish.parts(aliases), spanish.parts(labels, MARK), spanish.parts(steps, MARK))
        for id_, name, aliases, labels, steps in spanish.read(FILE).rows
    }


@cache
def foods() -> Mapping[str, FoodName]:
    return {
        f"usda-{ndb}": FoodName(name, served or name, spanish.parts(pieces))
        for ndb, name, served, pieces in spanish.read(FOODS_FILE).rows
    }


def food_name(food_id: str, *, served: bool = False) -> str | None:
    """Return what a food is called, one of the recipes or an everyday one; None where Spanish has no name for it."""
    if known := foods().get(food_id):
        return known.served if served else known.name
    everyday = foods_in_spanish.by_id().get(food_id)
    return everyday.name if everyday else None


def names(known: Mapping[str, str]) -> dict[str, str]:
    """Return the names of foods and recipes, by id, in Spanish where there is one."""
    return {id_: by_id()[id_].name if id_ in by_id() else food_name(id_) or name for id_, name in known.items()}


def shown(recipe: Recipe) -> Recipe:
    """Return a recipe as it is in Spanish; foods, grams and all that follows from them stay."""
    known = by_id()[recipe.id]
    ingredients = [
        each.model_copy(update={"label": label}) for each, label in zip(recipe.ingredients, known.labels, strict=True)
    ]
    return recipe.model_copy(update={"name": known.name, "ingredients": ingredients, "steps": [*known.steps]})


def words(text: str) -> tuple[str, ...]:
    return spanish.words(text, _same())


@cache
def _same() -> Mapping[str, tuple[str, ...]]:
    return {**foods_in_spanish.same(), **spanish.read(FILE).same}


def tags(recipe: Recipe) -> Iterable[str]:
    """Return the words for its tags."""
    return words(" ".join(spanish.read(FILE).tags[tag] for tag in recipe.tags))
