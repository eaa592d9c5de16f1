"""How much something weighs, and what is in it: an amount of a unit of a food or a recipe, in grams and nutrients."""

from collections.abc import Mapping
from typing import NamedTuple

from fitzen.errors import InvalidError
from fitzen.nutrition import rules
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.rules import GRAM_DECIMALS, scaled

GRAMS: Mapping[str, float] = {"g": 1.0, "kg": 1000.0, "oz": 28.349523125, "lb": 453.59237}
"""International avoirdupois ounce and pound (1959)."""
MILLILITRES: Mapping[str, float] = {"ml": 1.0, "l": 1000.0}
SERVING = "serving"
VOLUMES_ML: Mapping[str, float] = {
    "fl oz": 29.5735295625,
    "cup": 236.5882365,
    "tbsp": 14.78676478125,
    "tsp": 4.92892159375,
    "pint": 473.176473,
    "quart": 946.352946,
}
"""US customary measures, which the USDA's portions are in: they tell the density of a food."""
MOST_GRAMS = 100_000.0


class Portion(NamedTuple):
    """What an item comes to."""

    name: str
    grams: float | None
    nutrients: dict[str, float]


def of_food(food: Food, amount: float, unit: str, field: str) -> Portion:
    """Weigh a food. Raises InvalidError naming `field` when it has no such unit, or the amount is beyond all measure."""
    grams = amount * _grams_each(food, unit, field)
    if grams > MOST_GRAMS:
        raise InvalidError.of(f"{field}.amount", f"That is more than {MOST_GRAMS / 1000:g} kg.")
    return Portion(food.name, round(grams, GRAM_DECIMALS), scaled(food.per_100g, grams / 100))


def _grams_each(food: Food, unit: str, field: str) -> float:
    """Return what one of a unit weighs: a portion of the food's own comes before a measure of the same name."""
    for portion in food.portions:
        if portion.label.casefold() == unit.casefold():
            return portion.grams_each
    if unit in GRAMS:
        return GRAMS[unit]
    if unit in MILLILITRES:
        return MILLILITRES[unit] * density(food)
    if unit == SERVING and food.portions:
        return food.portions[0].grams_each
    known = ", ".join([*GRAMS, *MILLILITRES, *(portion.label for portion in food.portions[:5])])
    raise InvalidError.of(f"{field}.unit", f"{food.name} is not measured in that. Use one of {known}.")


def density(food: Food) -> float:
    """Return grams a millilitre, from a portion that is a measure of volume; 1, as water, where there is none."""
    for portion in food.portions:
        for measure, millilitres in VOLUMES_ML.items():
            if portion.label.casefold().startswith(measure):
                return portion.grams_each / millilitres
    return 1.0


def of_custom(name: str, grams: float | None, nutrients: Mapping[str, float]) -> Portion:
    """Take an entry of one's own as it is given."""
    return Portion(name, None if grams is None else round(grams, GRAM_DECIMALS), rules.rounded(nutrients))
