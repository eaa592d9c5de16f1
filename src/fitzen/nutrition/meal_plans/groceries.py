"""What a plan needs from the shop: every food of its dishes, summed, by aisle."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from fitzen.infra.storage.base import Store
from fitzen.nutrition import portions
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.foods.service import known_foods
from fitzen.nutrition.meal_plans.models import MealPlanBody
from fitzen.nutrition.models import Item
from fitzen.nutrition.recipes import library
from fitzen.nutrition.recipes.models import AISLES
from fitzen.nutrition.recipes.service import RECIPE
from fitzen.records import Json, loads, many

OTHER = "other"
PIECES: Mapping[str, tuple[str, str, float]] = {
    "usda-01123": ("egg", "eggs", 50.0),
    "usda-01124": ("egg white", "egg whites", 33.0),
    "usda-09003": ("apple", "apples", 182.0),
    "usda-09040": ("banana", "bananas", 118.0),
    "usda-09200": ("orange", "oranges", 131.0),
    "usda-09252": ("pear", "pears", 178.0),
    "usda-09236": ("peach", "peaches", 150.0),
    "usda-09148": ("kiwifruit", "kiwifruit", 69.0),
    "usda-09037": ("avocado", "avocados", 201.0),
    "usda-11282": ("onion", "onions", 110.0),
    "usda-11529": ("tomato", "tomatoes", 123.0),
    "usda-11124": ("carrot", "carrots", 61.0),
    "usda-11821": ("red pepper", "red peppers", 119.0),
    "usda-11333": ("green pepper", "green peppers", 119.0),
    "usda-11215": ("clove of garlic", "cloves of garlic", 3.0),
}
"""What is bought by the piece: one, several, and what one weighs without what is thrown away (portions of SR24)."""
KILOGRAM = 1000
FEW_GRAMS = 10
STEP_G = 5

type Needed = dict[str, tuple[float, list[str]]]


def of_plan(store: Store, user_id: str, plan: MealPlanBody, first: date | None, last: date | None) -> Json:
    """Return the groceries of a plan's days from one to another, both included."""
    items = [
        item
        for day in plan.days
        if (first is None or day.day >= first) and (last is None or day.day <= last)
        for meal in day.meals
        for item in meal.items
    ]
    ids = {item.recipe_id for item in items if item.recipe_id}
    own = {
        id_: loads(each.body)
        for id_, each in many(store, user_id, RECIPE, sorted(i for i in ids if not library.get(i))).items()
    }
    nested = {
        each["recipe_id"] for body in own.values() for each in body["ingredients"] if "recipe_id" in each
    } - own.keys()
    own |= (
        {id_: loads(each.body) for id_, each in many(store, user_id, RECIPE, sorted(nested)).items()} if nested else {}
    )
    parts = [part for item in items for part in _parts(item, own)]
    foods = known_foods(store, user_id, {food_id for food_id, _, _ in parts} | {i.food_id for i in items if i.food_id})
    needed = _needed([*parts, *_singles(items, foods)])
    missing = sorted(
        {item.name or item.recipe_id for item in items if item.recipe_id and _recipe(item.recipe_id, own) is None}
    )
    return {"aisles": _aisles(needed, foods), "missing": missing}


def _recipe(recipe_id: str, own: Mapping[str, Json]) -> Json | None:
    shipped = library.get(recipe_id)
    return shipped.model_dump(mode="json") if shipped else own.get(recipe_id)


def _parts(item: Item, own: Mapping[str, Json]) -> Iterator[tuple[str, float, str]]:
    """Yield the foods of a dish, each with grams and what it is for."""
    recipe = _recipe(item.recipe_id, own) if item.recipe_id else None
    if recipe is not None:
        yield from _ingredients(recipe, item.amount, recipe["name"], own)


def _ingredients(recipe: Json, servings: float, what: str, own: Mapping[str, Json]) -> Iterator[tuple[str, float, str]]:
    share = servings / recipe["servings"]
    for each in recipe["ingredients"]:
        if "food_id" in each:
            yield each["food_id"], each["grams"] * share, what
        elif (inner := _recipe(each["recipe_id"], own)) is not None:
            yield from _ingredients(inner, each["servings"] * share, what, own)


def _singles(items: Sequence[Item], foods: Mapping[str, Food]) -> Iterator[tuple[str, float, str]]:
    for item in items:
        if item.food_id and item.food_id in foods:
            food = foods[item.food_id]
            each = portions.exact(food, item.unit)
            grams = item.grams or (item.amount * each if each is not None else 0.0)
            yield food.id, grams, item.name or food.name


def _needed(parts: Sequence[tuple[str, float, str]]) -> Needed:
    needed: Needed = {}
    for food_id, grams, what in parts:
        before, uses = needed.get(food_id, (0.0, []))
        needed[food_id] = before + grams, uses if what in uses else [*uses, what]
    return needed


def _aisles(needed: Needed, foods: Mapping[str, Food]) -> list[Json]:
    table = library.foods()
    by_aisle: defaultdict[str, list[Json]] = defaultdict(list)
    for food_id, (grams, uses) in needed.items():
        if food_id in foods:
            known = table.get(food_id)
            name = known.name if known else foods[food_id].name
            entry = {
                "food_id": food_id,
                "name": name,
                "grams": round(grams, 1),
                "shown": shown(food_id, grams),
                "for": uses,
            }
            by_aisle[known.aisle if known else OTHER].append(entry)
    order = [*AISLES, OTHER]
    return [
        {"aisle": aisle, "items": sorted(by_aisle[aisle], key=lambda each: each["name"])}
        for aisle in order
        if by_aisle[aisle]
    ]


def shown(food_id: str, grams: float) -> str:
    """Write an amount as one reads it in a shop: pieces where it is sold so, rounded up; else grams or kilograms."""
    if food_id in PIECES:
        one, several, weight = PIECES[food_id]
        count = -int(-grams // weight)
        return f"{count} {one if count == 1 else several}"
    if grams >= KILOGRAM:
        return f"{grams / KILOGRAM:.1f} kg"
    if grams >= FEW_GRAMS:
        return f"{-int(-grams // STEP_G) * STEP_G} g"
    return f"{max(1, round(grams))} g"
