"""What a serving of a recipe comes to, from its ingredients as they are now. Pure: foods and recipes are given."""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import NamedTuple

from fitzen.nutrition import rules
from fitzen.nutrition.foods.models import Food

type Weighed = tuple[Mapping[str, float] | None, float | None]
"""The nutrients and grams of one ingredient; None: they are not known."""


class Serving(NamedTuple):
    """One serving: nutrients, how many ingredients do not give each of them, grams before cooking if all are known."""

    nutrients: dict[str, float]
    unknown: dict[str, int]
    grams: float | None


def of_food(food: Food | None, grams: float) -> Weighed:
    """Return what an ingredient of a recipe adds; unrounded, for the recipe is rounded once."""
    return (None if food is None else {key: each * grams / 100 for key, each in food.per_100g.items()}, grams)


def of_serving(serving: Serving | None, servings: float) -> Weighed:
    """Return what servings of another recipe add; a nutrient that it knows in part only is taken as it is."""
    if serving is None:
        return None, None
    grams = None if serving.grams is None else serving.grams * servings
    return {key: each * servings for key, each in serving.nutrients.items()}, grams


def serving_of(ingredients: Iterable[Weighed], servings: float) -> Serving:
    """Divide the sum of ingredients by the number of servings, rounded once."""
    every = list(ingredients)
    known = [nutrients or {} for nutrients, _ in every]
    keys = {key for nutrients in known for key in nutrients}
    sums = {key: fsum(nutrients[key] for nutrients in known if key in nutrients) / servings for key in keys}
    missing = {key: sum(1 for nutrients in known if key not in nutrients) for key in rules.rounded(sums)}
    return Serving(
        rules.rounded(sums), {key: count for key, count in missing.items() if count}, _grams(every, servings)
    )


def _grams(every: Sequence[Weighed], servings: float) -> float | None:
    weights = [grams for _, grams in every]
    if any(grams is None for grams in weights):
        return None
    return round(fsum(grams or 0.0 for grams in weights) / servings, rules.GRAM_DECIMALS)
