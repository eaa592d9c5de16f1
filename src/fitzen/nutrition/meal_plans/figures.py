"""What the days of a plan come to, when they are written."""

from collections.abc import Iterator, Mapping, Sequence

from fitzen.errors import FieldError, InvalidError
from fitzen.infra.storage.base import Store
from fitzen.nutrition import rules
from fitzen.nutrition.items import eaten
from fitzen.nutrition.meal_plans.candidates import singles
from fitzen.nutrition.meal_plans.given import NOT_MINIMA
from fitzen.nutrition.meal_plans.models import PlannedDay
from fitzen.nutrition.recipes.service import minutes_of
from fitzen.records import Json, dumps
from fitzen.science.intakes import Reference
from fitzen.science.nutrients import MACROS

SHORT = 0.95
"""A day that has this share of a reference intake is not called short of it."""
ALSO = ("saturated_g", "sugar_g", "retinol_ug")
"""What a day's totals have beside the macronutrients and what has a reference intake."""

type SaidItem = tuple[str, float, str]
type Said = tuple[str, tuple[tuple[str, tuple[SaidItem, ...]], ...]]
"""A day as somebody says it: the day, and of each meal the slot and what is in it."""


def shown_days(
    store: Store, user_id: str, days: Sequence[PlannedDay], wanted: Mapping[str, Reference], before: Sequence[Json] = ()
) -> list[Json]:
    """Return days as they are stored, with `wanted` reference intakes to say what they are short of.

    One that is in `before` as it is now keeps its figures, even where a food is gone. Raises InvalidError naming each item
    whose food or recipe is not known.
    """
    kept = {_stored_key(each): each for each in before}
    new = [(index, day) for index, day in enumerate(days) if key_of(day) not in kept]
    written = iter(_items(store, user_id, new))
    ids = [item.recipe_id for _, day in new for meal in day.meals for item in meal.items if item.recipe_id]
    minutes = minutes_of(store, user_id, ids)
    return [kept.get(key_of(day)) or _day(day, written, minutes, wanted) for day in days]


def key_of(day: PlannedDay) -> Said:
    """Return what makes two days the same: slots and what is in them."""
    return _stored_key(day.model_dump(mode="json", exclude_none=True))


def _stored_key(day: Json) -> Said:
    return day["day"], tuple((meal["slot"], tuple(map(_item_key, meal["items"]))) for meal in day["meals"])


def _item_key(item: Json) -> SaidItem:
    """Return what an item is; an entry of one's own is what it is called and what it says it holds."""
    what = (
        item.get("food_id") or item.get("recipe_id") or dumps([item["name"], item.get("grams"), item.get("nutrients")])
    )
    return what, item["amount"], item["unit"]


def _items(store: Store, user_id: str, days: Sequence[tuple[int, PlannedDay]]) -> list[Json]:
    """Return all items of the days with their figures, in order, read at once."""
    places = [
        (f"days.{index}.meals.{number}.items.{place}", item)
        for index, day in days
        for number, meal in enumerate(day.meals)
        for place, item in enumerate(meal.items)
    ]
    try:
        return eaten(store, user_id, [item for _, item in places])
    except InvalidError as error:
        errors = [_placed(each, [place for place, _ in places]) for each in error.errors]
        raise InvalidError(error.detail, errors=errors) from None


def _placed(error: FieldError, places: Sequence[str]) -> FieldError:
    """Say where in the plan an item is that was wrong in the list of all."""
    _, number, field = error.field.split(".", 2)
    return FieldError(f"{places[int(number)]}.{field}", error.message)


def _day(day: PlannedDay, written: Iterator[Json], minutes: Mapping[str, int], wanted: Mapping[str, Reference]) -> Json:
    items = [[next(written) for _ in meal.items] for meal in day.meals]
    totals = rules.summed(item["nutrients"] for each in items for item in each)
    keys = {*MACROS, *ALSO, *wanted}
    return {
        "day": day.day.isoformat(),
        "meals": [_meal(meal.slot, each, minutes) for meal, each in zip(day.meals, items, strict=True)],
        "totals": {key: value for key, value in totals.items() if key in keys},
        "shortfalls": _shortfalls(totals, wanted),
    }


def _meal(slot: str, items: Sequence[Json], minutes: Mapping[str, int]) -> Json:
    recipe = next((item for item in items if "recipe_id" in item), None)
    name = recipe["name"] if recipe else " and ".join(item["name"] for item in items)[:MOST_NAME]
    totals = rules.summed(item["nutrients"] for item in items)
    known = _minutes(items, minutes)
    return {
        "slot": slot,
        "name": name or slot.capitalize(),
        **({"recipe_id": recipe["recipe_id"]} if recipe else {}),
        **({} if known is None else {"minutes": known}),
        "items": [item if "custom" in item else item | {"nutrients": _macros(item["nutrients"])} for item in items],
        "totals": _macros(totals),
    }


MOST_NAME = 200


def _macros(nutrients: Mapping[str, float]) -> dict[str, float]:
    return {key: nutrients[key] for key in MACROS if key in nutrients}


def _minutes(items: Sequence[Json], recipes: Mapping[str, int]) -> int | None:
    """Return how long a meal takes; None where a recipe does not say."""
    ids = [item["recipe_id"] for item in items if "recipe_id" in item]
    if any(id_ not in recipes for id_ in ids):
        return None
    table = {single.food_id: single.minutes for single in singles()}
    return sum(recipes[id_] for id_ in ids) + sum(table.get(item.get("food_id", ""), 0) for item in items)


def _shortfalls(totals: Mapping[str, float], wanted: Mapping[str, Reference]) -> list[Json]:
    """Return what a day is short of, the most first."""
    found = [
        {
            "nutrient": key,
            "amount": totals.get(key, 0.0),
            "reference": each.amount,
            "percent": int(100 * totals.get(key, 0.0) / each.amount),
        }
        for key, each in wanted.items()
        if key not in NOT_MINIMA and totals.get(key, 0.0) < SHORT * each.amount
    ]
    return sorted(found, key=lambda each: each["percent"])
