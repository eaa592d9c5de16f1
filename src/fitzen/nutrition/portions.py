"""How much something weighs, and what is in it: an amount of a unit of a food or a recipe, in grams and nutrients."""

from collections.abc import Mapping
from typing import NamedTuple

from fitzen.errors import InvalidError
from fitzen.nutrition import rules
from fitzen.nutrition.foods.amounts import HOUSEHOLD, MASS_G, VOLUME_ML, Amount
from fitzen.nutrition.foods.grams import weigh
from fitzen.nutrition.foods.models import MOST, Food
from fitzen.nutrition.recipes.figures import Serving
from fitzen.nutrition.rules import GRAM_DECIMALS, scaled

MOST_GRAMS = 100_000.0
ESTIMATED = frozenset({*VOLUME_ML, *HOUSEHOLD.values()})
"""Units that a food may have no portion for, so that what they weigh is estimated."""

SURE_ENOUGH = 0.5


class Portion(NamedTuple):
    """What an item comes to."""

    name: str
    grams: float | None
    nutrients: Mapping[str, float]


def of_food(food: Food, grams: float, field: str) -> Portion:
    """Return what so many grams of a food come to. Raises InvalidError naming `field` where that is beyond measure."""
    if grams > MOST_GRAMS:
        raise InvalidError.of(f"{field}.amount", f"That is more than {MOST_GRAMS / 1000:g} kg.")
    return Portion(food.name, round(grams, GRAM_DECIMALS), _possible(scaled(food.per_100g, grams / 100), field))


def _possible(nutrients: Mapping[str, float], field: str) -> Mapping[str, float]:
    """Refuse what an item could not be sent back with. Raises InvalidError naming the amount."""
    if max(nutrients.values(), default=0.0) > MOST:
        raise InvalidError.of(f"{field}.amount", "That is more than anybody can eat.")
    return nutrients


def of_recipe(name: str, serving: Serving, amount: float, unit: str, field: str) -> Portion:
    """Return what servings of a recipe come to. A cooked dish weighs less than what went into it: only servings count."""
    if unit != "serving":
        raise InvalidError.of(f"{field}.unit", "A recipe is measured in servings: use serving.")
    grams = None if serving.grams is None else round(serving.grams * amount, GRAM_DECIMALS)
    return Portion(name, grams, _possible(scaled(serving.nutrients, amount), field))


def of_custom(name: str, grams: float | None, nutrients: Mapping[str, float]) -> Portion:
    """Take an entry of one's own as it is given."""
    return Portion(name, None if grams is None else round(grams, GRAM_DECIMALS), rules.rounded(nutrients))


def exact(food: Food, unit: str) -> float | None:
    """Return the grams of one unit that is known for certain: a mass, or a household portion of the food by its label."""
    wanted = unit.casefold()
    for portion in food.portions:
        if portion.label.casefold() == wanted:
            return portion.grams_each
    return MASS_G.get(unit)


def estimated(food: Food, unit: str, field: str) -> float:
    """Return the grams of one unit that has to be estimated, as meals from words are (see foods/grams.py).

    Raises InvalidError where the food is not measured in it, and where it would be no more than a guess.
    """
    if unit in ESTIMATED:
        found = weigh(food, Amount(1.0, unit))
        if found.sure >= SURE_ENOUGH:
            return found.grams
        raise InvalidError.of(f"{field}.grams", f"Please say how many grams of {food.name} that is.")
    for portion in food.portions:
        if portion.label.casefold().partition(",")[0].strip() == unit.casefold():
            return portion.grams_each
    known = ", ".join(["g", "oz", "ml", *(portion.label for portion in food.portions[:5])])
    raise InvalidError.of(f"{field}.unit", f"{food.name} is not measured in that. Use one of {known}.")
