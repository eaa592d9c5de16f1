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
from fitzen.records import Json


class Same(NamedTuple):
    """What makes two items come to the same."""

    food_id: str | None
    recipe_id: str | None
    amount: float
    unit: str


def eaten(store: Store, user_id: str, items: Sequence[Item], before: Sequence[Json] = ()) -> list[Json]:
    """Return items as they are stored, each with its name, grams and nutrients.

    One that is in `before` as it was (the same food or recipe, amount and unit) keeps its figures, even where its food
    has changed since or is gone. Raises InvalidError naming each item whose food or recipe is not known.
    """
    kept = {_same(Item.model_construct(**item)): item for item in before if not item.get("custom")}
    new = [item for item in items if not item.custom and _same(item) not in kept]
    foods = known_foods(store, user_id, {item.food_id for item in new if item.food_id})
    if errors := list(_unknown(items, kept, foods)):
        raise InvalidError(errors[0].message, errors=errors)
    return [_stored(item, _portion(index, item, kept, foods)) for index, item in enumerate(items)]


def _same(item: Item) -> Same:
    return Same(item.food_id, item.recipe_id, item.amount, item.unit)


def _unknown(items: Sequence[Item], kept: Mapping[Same, Json], foods: Mapping[str, Food]) -> Iterator[FieldError]:
    for index, item in enumerate(items):
        if item.food_id and item.food_id not in foods and _same(item) not in kept:
            yield FieldError(f"items.{index}.food_id", "There is no food with this id.")
        if item.recipe_id and _same(item) not in kept:
            yield FieldError(f"items.{index}.recipe_id", "There is no recipe with this id.")


def _portion(index: int, item: Item, kept: Mapping[Same, Json], foods: Mapping[str, Food]) -> Portion:
    if item.custom:
        return portions.of_custom(item.name or "", item.grams, item.nutrients or {})
    if (before := kept.get(_same(item))) is not None:
        return Portion(before["name"], before.get("grams"), before["nutrients"])
    return portions.of_food(foods[item.food_id or ""], item.amount, item.unit, f"items.{index}")


def _stored(item: Item, portion: Portion) -> Json:
    said = item.model_dump(exclude_none=True, exclude={"name", "grams", "nutrients"})
    grams = {} if portion.grams is None else {"grams": portion.grams}
    return {**said, "name": item.name or portion.name, **grams, "nutrients": portion.nutrients}
