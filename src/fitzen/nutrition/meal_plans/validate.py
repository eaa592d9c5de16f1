"""Check a plan against what a person was promised, from its stored items and the food tables: nothing of the program.

Each dish is taken apart into foods and grams here, and what it comes to is added up anew from what 100 g of each give.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import fsum
from typing import NamedTuple

from fitzen.nutrition.foods import library as foods
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.meal_plans.candidates import KETO_FOOD_NET_G, protein_source, singles
from fitzen.nutrition.meal_plans.given import KETO_NET_CARBS_G, Given, disliked_names
from fitzen.nutrition.meal_plans.models import Group
from fitzen.nutrition.recipes import library, rules
from fitzen.nutrition.recipes.models import Diet, RecipeFood
from fitzen.nutrition.recipes.search import words
from fitzen.records import Json

HALVES = 2
PATTERN_DIETS: Mapping[str, Diet] = {
    "pescatarian": "pescatarian",
    "vegetarian": "vegetarian",
    "vegan": "vegan",
    "halal": "halal_possible",
    "kosher": "kosher_possible",
    "paleo": "paleo",
}


class Violation(NamedTuple):
    """A hard constraint that does not hold, on which day, and how far off it is, in words."""

    constraint: Group | str
    day: str
    text: str


class Part(NamedTuple):
    """Grams of a food in a meal; `known` is what its allergens and kinds are known by, None for a food of one's own."""

    food: Food
    grams: float
    known: RecipeFood | None


class Dish(NamedTuple):
    """An item taken apart."""

    id: str
    name: str
    is_recipe: bool
    portions: float
    minutes: int | None
    parts: Sequence[Part]
    labels: Sequence[str]


class Kept(NamedTuple):
    """What a person's own are: recipes as they are shown, and foods, by id."""

    recipes: Mapping[str, Json] = {}
    foods: Mapping[str, Food] = {}


type Meal = tuple[str, Sequence[Dish]]
type Day = tuple[date, Sequence[Meal]]


def validate(plan: Json, given: Given, own: Kept = Kept()) -> list[Violation]:  # noqa: B008 - it cannot be changed
    """Return every hard constraint that a plan, as it is stored or shown, does not keep to."""
    days = [
        (
            date.fromisoformat(day["day"]),
            [(meal["slot"], [_dish(each, own) for each in meal["items"]]) for meal in day["meals"]],
        )
        for day in plan["days"]
    ]
    found = [violation for day in days for violation in _of_day(day, given)]
    return [*found, *_of_week(days, given), *_of_length(plan, given)]


def _dish(item: Json, own: Kept) -> Dish:
    if "recipe_id" in item:
        return _recipe(item, own)
    food = own.foods.get(item["food_id"]) or foods.get(item["food_id"])
    assert food is not None, item  # noqa: S101 - an item of a food that there is not is no plan
    portion = next((each for each in food.portions if each.label == item["unit"]), None)
    grams = item["amount"] * (
        1.0 if item["unit"] == "g" else portion.grams / portion.amount if portion else float("nan")
    )
    line = next((each for each in singles() if each.food_id == item["food_id"]), None)
    count = item["amount"] / line.amount if line else item["amount"]
    part = Part(food, grams, library.foods().get(food.id))
    return Dish(food.id, item["name"], False, count, line.minutes if line else None, [part], [food.name, item["name"]])


def _recipe(item: Json, own: Kept) -> Dish:
    shipped = library.get(item["recipe_id"])
    recipe = shipped.model_dump(mode="json") if shipped else own.recipes[item["recipe_id"]]
    share = item["amount"] / recipe["servings"]
    parts = [_part(each, share, own) for each in recipe["ingredients"]]
    labels = [recipe["name"], *(each["label"] for each in recipe["ingredients"] if each.get("label"))]
    return Dish(recipe["id"], recipe["name"], True, item["amount"], recipe.get("minutes"), parts, labels)


def _part(ingredient: Json, share: float, own: Kept) -> Part:
    id_ = ingredient["food_id"]
    food = foods.get(id_) or own.foods[id_]
    return Part(food, ingredient["grams"] * share, library.foods().get(id_))


def _sum(parts: Iterable[Part], key: str) -> float:
    return fsum(part.food.per_100g.get(key, 0.0) * part.grams / 100 for part in parts)


def _of_day(day: Day, given: Given) -> Iterator[Violation]:
    on, meals = day
    dishes = [dish for _, each in meals for dish in each]
    checks = (_structure(meals, given), _amounts(dishes, given), _time(on, meals, given), _served(meals, given))
    for found in (*checks, _variety(meals, given)):
        yield from (Violation(name, on.isoformat(), text) for name, text in found)


def _structure(meals: Sequence[Meal], given: Given) -> Iterator[tuple[str, str]]:
    if [slot for slot, _ in meals] != list(given.slots):
        yield "meals", f"{len(meals)} meals"
    for slot, dishes in meals:
        recipes = sum(dish.is_recipe for dish in dishes)
        if not dishes or recipes > 1 or (slot in ("lunch", "dinner") and recipes != 1):
            yield "meals", f"{slot} has {recipes} recipes of {len(dishes)} items"
    for dish in (dish for _, dishes in meals for dish in dishes):
        step = HALVES if dish.is_recipe else 1
        if dish.portions <= 0 or abs(dish.portions * step - round(dish.portions * step)) > 1e-6:  # noqa: PLR2004 - rounding
            yield "portions", f"{dish.portions} of {dish.name}"


def _amounts(dishes: Sequence[Dish], given: Given) -> Iterator[tuple[str, str]]:
    parts = [part for dish in dishes for part in dish.parts]
    kcal, target = _sum(parts, "energy_kcal"), given.targets.energy_kcal
    if not 0.97 * target <= kcal <= max(1.03 * target, given.low_kcal * 1.005) or kcal < given.low_kcal - 1e-6:
        yield "energy", f"{kcal:.1f} kcal for {target:.0f}"
    if (protein := _sum(parts, "protein_g")) < given.targets.protein_g:
        yield "protein", f"{protein:.2f} g for {given.targets.protein_g:g}"
    if (fiber := _sum(parts, "fiber_g")) < given.targets.fiber_g:
        yield "fibre", f"{fiber:.2f} g for {given.targets.fiber_g:g}"
    for key, most in given.most.items():
        if (amount := _sum(parts, key)) > most:
            yield "sodium" if key == "sodium_mg" else "upper_limits", f"{key} {amount:.1f}, at most {most:g}"
    net_carbs = _sum(parts, "carbs_g") - _sum(parts, "fiber_g")
    if given.pattern == "keto" and net_carbs > KETO_NET_CARBS_G:
        yield "net_carbs", f"{net_carbs:.1f} g"


def _time(on: date, meals: Sequence[Meal], given: Given) -> Iterator[tuple[str, str]]:
    wishes = given.wishes
    limits = [wishes.max_minutes, wishes.weekday_max_minutes if on.isoweekday() <= 5 else None]  # noqa: PLR2004 - Friday
    most = min([each for each in limits if each is not None], default=None)
    minutes = [[dish.minutes for dish in dishes] for _, dishes in meals]
    for each in minutes:
        if most is not None and (None in each or sum(one or 0 for one in each) > most):
            yield "cooking_time", f"{each} minutes, at most {most}"
    total = sum(one or 0 for each in minutes for one in each)
    if wishes.day_max_minutes is not None and total > wishes.day_max_minutes:
        yield "cooking_time", f"{total} minutes a day, at most {wishes.day_max_minutes}"


def _served(meals: Sequence[Meal], given: Given) -> Iterator[tuple[str, str]]:
    for slot, dishes in meals:
        yield from (problem for dish in dishes for problem in _dish_served(dish, given))
        known = [part.known for dish in dishes for part in dish.parts if part.known is not None]
        diet = PATTERN_DIETS.get(given.pattern or "")
        if diet is not None and not rules.SUITS[diet](known):
            yield "diet", f"{slot} as a whole is not {given.pattern}"


def _dish_served(dish: Dish, given: Given) -> Iterator[tuple[str, str]]:
    known = [part.known for part in dish.parts if part.known is not None]
    all_known = len(known) == len(dish.parts)
    called = [name for part in dish.parts for name in (part.food.name, part.food.source_name or "")]
    names = [frozenset(words(text)) for text in (*dish.labels, *called, *(each.name for each in known))]
    kinds = {kind for each in known for kind in each.kinds}
    bad = {allergen for each in known for allergen in (*each.allergens, *each.may_contain)}
    if given.allergies and (not all_known or given.allergies.meets(kinds, names, bad)):
        yield "allergies", dish.name
    certain = {allergen for each in known for allergen in each.allergens}
    if given.unwanted.meets(kinds, disliked_names(names, given.unwanted), certain):
        yield "dislikes", dish.name
    if given.pattern in (None, "omnivore"):
        return
    if not all_known:
        yield "diet", f"{dish.name} is not known"
    elif given.pattern == "keto" and not _is_keto(dish):
        yield "diet", f"{dish.name} is not keto"


def _is_keto(dish: Dish) -> bool:
    """Say whether one serving is keto as data/README.md says, or one portion as `KETO_FOOD_NET_G` does."""
    carbs, fiber, fat, kcal = (
        _sum(dish.parts, key) / dish.portions for key in ("carbs_g", "fiber_g", "fat_g", "energy_kcal")
    )
    if not dish.is_recipe:
        return carbs - fiber <= KETO_FOOD_NET_G + 1e-3
    return carbs - fiber <= 10.05 and fat * 9 >= 0.5495 * kcal  # noqa: PLR2004 - as the README says, and rounding


def _variety(meals: Sequence[Meal], given: Given) -> Iterator[tuple[str, str]]:
    recipes = [dish for _, dishes in meals for dish in dishes if dish.is_recipe]
    if len({dish.id for dish in recipes}) < len(recipes):
        yield "variety", "a recipe twice on a day"
    sources = [
        _protein(dish) for slot, dishes in meals for dish in dishes if dish.is_recipe and slot in ("lunch", "dinner")
    ]
    if not given.wishes.same_protein and len(set(sources)) < len(sources):
        yield "variety", f"lunch and dinner are both of {sources[0]}"


def _protein(dish: Dish) -> str:
    shares: Counter[str] = Counter()
    for part in dish.parts:
        if part.known is None:
            return dish.id
        shares[protein_source(part.known)] += part.grams * part.food.per_100g.get("protein_g", 0.0)  # type: ignore[assignment] # a Counter of amounts
    return max(sorted(shares), key=lambda source: shares[source])


def _of_week(days: Sequence[Day], given: Given) -> Iterator[Violation]:
    eaten = {on: {dish.id for _, dishes in meals for dish in dishes if dish.is_recipe} for on, meals in days}
    for on, ids in eaten.items():
        week = Counter(
            id_ for other, each in eaten.items() if timedelta() <= on - other <= timedelta(6) for id_ in each
        )
        for id_, times in week.items():
            if times > given.wishes.max_repeats:
                yield Violation("repeats", on.isoformat(), f"{id_} {times} times in seven days")
        again = ids & eaten.get(on - timedelta(1), set())
        if again and not given.wishes.leftovers:
            yield Violation("repeats", on.isoformat(), f"{', '.join(sorted(again))} two days in a row")


def _of_length(plan: Json, given: Given) -> Iterator[Violation]:
    if len(plan["days"]) != given.wishes.days:
        yield Violation("days", plan["starts_on"], f"{len(plan['days'])} days for {given.wishes.days}")
