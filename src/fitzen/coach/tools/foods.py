"""What a coach may look up: what is in a food, in 100 g of it and in the amount that was asked about."""

from collections.abc import Mapping
from math import fsum
from typing import Annotated

from pydantic import Field

from fitzen.coach.toolbox import Result, Tool, ToolContext
from fitzen.coach.tools.drafting import unclear
from fitzen.coach.tools.meals import UNCERTAIN, figures
from fitzen.coach.tools.showing import MAX_CHOICES
from fitzen.nutrition.foods.own import FoodQuery
from fitzen.nutrition.foods.service import get_food, search_foods
from fitzen.nutrition.rules import scaled
from fitzen.nutrition.understanding import understand
from fitzen.records import Json
from fitzen.science.nutrients import MACROS, NUTRIENTS
from fitzen.web.fields import Model

OTHERS = (
    "sugar_g", "saturated_g", "omega3_g", "cholesterol_mg", "sodium_mg", "potassium_mg", "calcium_mg", "iron_mg",
    "magnesium_mg", "zinc_mg", "selenium_ug", "vitamin_a_rae_ug", "thiamin_mg", "riboflavin_mg", "niacin_mg",
    "vitamin_b6_mg", "folate_ug", "vitamin_b12_ug", "vitamin_c_mg", "vitamin_d_ug", "vitamin_e_mg", "vitamin_k_ug",
    "alcohol_g", "caffeine_mg",
)  # fmt: skip
"""What people ask about beside energy and macronutrients."""
MARKS = {"ug": "µg"}
MAX_PORTIONS = 6
FINE = 10


class FoodArgs(Model):
    """A food by name. `amount` and `unit` as the person said them: 2 large, 1 cup, 60 g; a usual portion without."""

    query: Annotated[str, Field(min_length=1, max_length=200)]
    amount: Annotated[float, Field(gt=0, le=100_000)] | None = None
    unit: Annotated[str, Field(min_length=1, max_length=40)] | None = None


def lookup_food(context: ToolContext, args: FoodArgs) -> Result:
    """Say what is in a food; what its source does not give is named, never taken for 0."""
    understood = understand(context.store, context.user_id, _text(args))
    items, names = understood["items"], _names(context, args.query)
    if items and all(item["of_dish"] for item in items):
        return _dish(args, understood)
    if len(items) != 1 or items[0]["confidence"] < UNCERTAIN:
        return unclear({"name": args.query, "choices": names[:MAX_CHOICES], "of": "food"})
    item = items[0]
    food = get_food(context.store, context.user_id, item["food_id"])
    amount = _amount(item)
    data = {
        "food": food.name,
        "basis": "100 g",
        "per_100g": figures(food.per_100g),
        "amount": amount,
        "asked": args.amount is not None,
        "in_amount": figures(item["nutrients"]),
        "more_per_100g": _more(food.per_100g, 1.0),
        "more_in_amount": _more(food.per_100g, item["grams"] / 100),
        "unknown": [NUTRIENTS[key].label.lower() for key in (*MACROS, *OTHERS) if key not in food.per_100g],
        "portions": [f"{portion.label}: {_round(portion.grams_each):g} g" for portion in food.portions[:MAX_PORTIONS]],
        "others": [name for name in names if name != food.name][:MAX_CHOICES],
        **({"attribution": food.attribution} if food.attribution else {}),
    }
    source = {"label": food.name, "ref": f"food:{food.id}"}
    return Result(data, [source], [{"type": "food", "data": data}])


def _dish(args: FoodArgs, understood: Json) -> Result:
    """Say what is in a dish by what it is usually made of."""
    items, totals = understood["items"], understood["totals"]
    grams = fsum(item["grams"] for item in items)
    data = {
        "food": args.query,
        "basis": "100 g",
        "per_100g": figures(scaled(totals, 100 / grams)),
        "amount": f"{_round(grams):g} g",
        "asked": args.amount is not None,
        "in_amount": figures(totals),
        "more_per_100g": {},
        "more_in_amount": _more(totals, 1.0),
        "unknown": [],
        "in_part_unknown": [NUTRIENTS[key].label.lower() for key in (*MACROS, *OTHERS) if key in understood["unknown"]],
        "portions": [],
        "others": [],
        "parts": [f"{item['name']}: {_round(item['grams']):g} g" for item in items],
    }
    sources = [{"label": item["name"], "ref": f"food:{item['food_id']}"} for item in items]
    return Result(data, sources, [{"type": "food", "data": data}])


def _text(args: FoodArgs) -> str:
    """Put amount, unit and name together, as they are said of a meal."""
    parts = ["" if args.amount is None else f"{args.amount:g}", args.unit or "", args.query]
    return " ".join(filter(None, parts))


def _names(context: ToolContext, query: str) -> list[str]:
    found = search_foods(context.store, context.user_id, FoodQuery(q=query, limit=MAX_CHOICES + 1))
    return [food.name for food in found]


def _amount(item: Json) -> str:
    grams = f"{_round(item['grams']):g} g"
    return grams if item["unit"] == "g" else f"{round(item['amount'], 2):g} {item['unit']} ({grams})"


def _more(nutrients: Mapping[str, float], times: float) -> Mapping[str, str]:
    found = scaled(nutrients, times)
    return {NUTRIENTS[key].label: _said(key, found[key]) for key in OTHERS if key in found}


def _said(key: str, amount: float) -> str:
    """Write `18 mg`, `2.7 mg`, `0.04 µg`: two digits that count, at least."""
    unit = NUTRIENTS[key].unit
    digits = 0 if amount >= FINE else 1 if amount >= 1 else 2
    return f"{round(amount, digits):,g} {MARKS.get(unit, unit)}"


def _round(grams: float) -> float:
    return round(grams, 1) if grams < FINE else round(grams)


TOOLS = (
    Tool(
        "lookup_food",
        "What is in a food: energy and nutrients in 100 g and in an amount.",
        "Looking up the food",
        FoodArgs,
        lookup_food,
    ),
)
