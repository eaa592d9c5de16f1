"""The foods that somebody can choose from: those that ship with Fitzen, and their own."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from functools import lru_cache

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.errors import InvalidError, NotFoundError
from fitzen.infra.storage.base import Op, Store
from fitzen.nutrition.foods import barcodes, library
from fitzen.nutrition.foods.barcodes import FOOD
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.foods.own import FoodBody, FoodIn, FoodQuery
from fitzen.records import Json, Saved, all_records, many

MAX_OWN = 300
"""Own foods are read whole by each search: three pages at most."""
OWN_SOURCE = "own"
SHIPPED = "usda-"
"""What the ids of the foods that ship begin with; they never change while a process runs."""


def known_foods(store: Store, user_id: str, ids: Collection[str]) -> dict[str, Food]:
    """Return those of the foods that there are, by id: shipped, found by a barcode, own.

    Reads the store only for what does not ship.
    """
    found = {id_: food for id_ in ids if (food := _in_library(id_)) is not None}
    found |= {id_: food for id_ in set(ids) - found.keys() if (food := barcodes.kept(store, id_)) is not None}
    own = sorted(set(ids) - found.keys())
    if own:
        records = many(store, user_id, FOOD, own)
        found |= {id_: Food.model_validate_json(record.body) for id_, record in records.items()}
    return found


def _in_library(food_id: str) -> Food | None:
    """Return a food that ships or was imported. Those that ship are kept ready; a file of the others may be replaced."""
    return _shipped(food_id) if food_id.startswith(SHIPPED) else library.get(food_id)


@lru_cache(maxsize=1024)
def _shipped(food_id: str) -> Food | None:
    return library.get(food_id)


def get_food(store: Store, user_id: str, food_id: str) -> Food:
    """Return a food, shipped or own. Raises NotFoundError."""
    found = known_foods(store, user_id, [food_id])
    if not found:
        raise NotFoundError("There is no food with this id.")
    return found[food_id]


def search_foods(store: Store, user_id: str, query: FoodQuery) -> list[Food]:
    """Return what the words may mean, best first, one's own before others that fit as well."""
    return library.search(query.q, query.limit, own=list(own_foods(store, user_id)), language=query.lang)


def create_food(store: Store, user_id: str, body: FoodIn, now: datetime) -> Saved:
    """Save a food of one's own; the same again changes nothing. Raises ConflictError, GoneError, InvalidError."""
    return entities.save(store, FOODS, user_id, body, now)


def replace_food(
    store: Store, user_id: str, id: str, body: FoodIn, now: datetime, if_match: int | None = None
) -> Saved:
    """Put another food in the place of one's own; meals that had it stay. Raises NotFoundError, StaleError."""
    return entities.replace(store, FOODS, user_id, id, body, now, if_match)


def patch_food(store: Store, user_id: str, id: str, patch: Json, now: datetime, if_match: int | None = None) -> Saved:
    """Change some fields by JSON Merge Patch; what comes out is validated as a whole."""
    return entities.patch(store, FOODS, user_id, id, patch, now, if_match)


def delete_food(store: Store, user_id: str, id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a food of one's own; meals that had it stay. One that is not there is deleted already."""
    entities.remove(store, FOODS, user_id, id, now, if_match)


def own_foods(store: Store, user_id: str) -> Iterator[Food]:
    """Yield one's own, newest first."""
    return (Food.model_validate_json(record.body) for record in all_records(store, user_id, FOOD))


def _ops(store: Store, change: Change[FoodBody]) -> Sequence[Op]:
    if change.after is None:
        return [FOODS.delete(change)]
    if change.record is None and sum(1 for _ in all_records(store, change.owner, FOOD)) >= MAX_OWN:
        raise InvalidError.of("id", f"There can be at most {MAX_OWN} foods of your own.")
    at = change.record.at if change.record else change.now
    gtin = barcodes.check_gtin(change.after.barcode, "barcode") if change.after.barcode else None
    return [FOODS.put(change, at, derived={"source": OWN_SOURCE}, group=gtin)]


FOODS = Entity(FOOD, "food of your own", FoodBody, _ops)
