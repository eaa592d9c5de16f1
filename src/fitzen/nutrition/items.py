"""What the items of a meal come to: looked up, weighed and rounded when they are written, and kept from then on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from fitzen.errors import FieldError, InvalidError
from fitzen.infra.storage.base import Store
from fitzen.nutrition import portions
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.foods.service import known_foods
from fitzen.nutrition.models import Item
from fitzen.nutrition.portions import Portion
from fitzen.nutrition.recipes.service import Known, known_recipes
from fitzen.records import Json

type Same = tuple[str | None, str | None, str, float]
"""What makes two items come to the same: food, recipe, unit and amount."""
type Measure = tuple[str | None, str | None, str]
"""What is measured in what: food, recipe and unit."""


class Sources(NamedTuple):
    """What items are made from: `kept` as they were, `measured` what was weighed in some unit before."""

    kept: Mapping[Same, Json]
    measured: Mapping[Measure, Json]
    foods: Mapping[str, Food]
    recipes: Mapping[str, Known]


def eaten(store: Store, user_id: str, items: Sequence[Item], before: Sequence[Json] = ()) -> list[Json]:
    """Return items as they are stored, each with its name, grams and nutrients.

    One that is in `before` as it was (the same food or recipe, amount and unit) keeps its figures, even where its food
    has changed since or is gone. Raises InvalidError naming each item whose food or recipe is not known.
    """
    sources = _sources(store, user_id, items, [item for item in before if not item.get("custom")])
    if errors := list(_unknown(items, sources)):
        raise InvalidError(errors[0].message, errors=errors)
    return [_stored(item, _portion(f"items.{index}", item, sources)) for index, item in enumerate(items)]


def _sources(store: Store, user_id: str, items: Sequence[Item], before: Sequence[Json]) -> Sources:
    measured = {(item.get("food_id"), item.get("recipe_id"), item["unit"]): item for item in before}
    kept = {(*_measure_of(item), item["amount"]): item for item in before}
    new = [item for item in items if not item.custom and _before(item, kept) is None]
    foods = known_foods(store, user_id, {item.food_id for item in new if item.food_id})
    recipe_ids = {item.recipe_id for item in new if item.recipe_id}
    return Sources(kept, measured, foods, known_recipes(store, user_id, recipe_ids) if recipe_ids else {})


def _measure_of(item: Json) -> Measure:
    return item.get("food_id"), item.get("recipe_id"), item["unit"]


def _before(item: Item, kept: Mapping[Same, Json]) -> Json | None:
    """Return the item as it was; None for another one, and where it is now said to weigh something else."""
    before = kept.get((item.food_id, item.recipe_id, item.unit, item.amount))
    return before if before and item.grams in (None, before.get("grams")) else None


def _unknown(items: Sequence[Item], sources: Sources) -> Iterator[FieldError]:
    for index, item in enumerate(items):
        if _before(item, sources.kept):
            continue
        if item.food_id and item.food_id not in sources.foods:
            yield FieldError(f"items.{index}.food_id", "There is no food with this id.")
        if item.recipe_id and item.recipe_id not in sources.recipes:
            yield FieldError(f"items.{index}.recipe_id", "There is no recipe with this id.")


def _portion(field: str, item: Item, sources: Sources) -> Portion:
    if item.custom:
        return portions.of_custom(item.name or "", item.grams, item.nutrients or {})
    if before := _before(item, sources.kept):
        return Portion(before["name"], before.get("grams"), before["nutrients"])
    if item.recipe_id:
        recipe = sources.recipes[item.recipe_id]
        return portions.of_recipe(recipe.name, recipe.serving, item.amount, item.unit, field)
    food = sources.foods[item.food_id or ""]
    return portions.of_food(food, _grams(field, item, food, sources), field)


def _grams(field: str, item: Item, food: Food, sources: Sources) -> float:
    """Weigh an item: a unit that is certain by that, else as it was said, or in proportion to what it was before."""
    if (each := portions.exact(food, item.unit)) is not None:
        return item.amount * each
    before = sources.measured.get((item.food_id, None, item.unit))
    if before and item.grams in (None, before["grams"]):
        return float(before["grams"] / before["amount"] * item.amount)
    return item.grams or item.amount * portions.estimated(food, item.unit, field)


def _stored(item: Item, portion: Portion) -> Json:
    said = item.model_dump(exclude_none=True, exclude={"name", "grams", "nutrients"})
    grams = {} if portion.grams is None else {"grams": portion.grams}
    return {**said, "name": item.name or portion.name, **grams, "nutrients": portion.nutrients}
