"""Log, read, change and delete meals and water. Each write updates, at once, the days that follow from it.

Derived records: `meal_day` (see days.py) and `recent` (the foods last logged: see recent.py). What an item came to is
computed when it is written and kept, so that no later edit of a food changes what was eaten.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.errors import InvalidError
from fitzen.infra.storage.base import MAX_BODY_BYTES, Op, Page, Put, Record, Store
from fitzen.nutrition import days, recent, rules
from fitzen.nutrition.diary import DIARY_DAYS
from fitzen.nutrition.foods.favourites import FAVOURITES
from fitzen.nutrition.foods.service import FOODS
from fitzen.nutrition.items import eaten
from fitzen.nutrition.models import MealBody, MealIn, WaterBody, WaterIn
from fitzen.nutrition.recipes.service import RECIPES
from fitzen.records import Json, Saved, loads, midnight
from fitzen.web.answers import MAX_LIMIT, ListQuery

MEAL, WATER = "meal", "water"

__all__ = ["DIARY_DAYS", "FAVOURITES", "FOODS", "MEALS", "RECIPES", "WATERS"]


def log_meal(store: Store, user_id: str, body: MealIn, now: datetime) -> Saved:
    """Save a meal and its day in one write; the same again changes nothing.

    Raises InvalidError (a food or a unit that is not known), ConflictError, GoneError.
    """
    return entities.save(store, MEALS, user_id, body, now)


def list_meals(store: Store, user_id: str, query: ListQuery) -> Page:
    return entities.listed(store, MEAL, user_id, query)


def days_with_meals(store: Store, user_id: str, since: date) -> list[date]:
    """Return the days from one on with a meal, newest first, at most a hundred. One read."""
    page = store.list(user_id, days.DAY, after=midnight(since.isoformat()), limit=MAX_LIMIT)
    return [date.fromisoformat(record.id) for record in page.items if loads(record.body)["meals"]]


def get_meal(store: Store, user_id: str, id: str) -> Record:
    return entities.get(store, MEALS, user_id, id)


def replace_meal(
    store: Store, user_id: str, id: str, body: MealIn, now: datetime, if_match: int | None = None
) -> Saved:
    """Put another meal in the place of one. Raises NotFoundError, StaleError, InvalidError."""
    return entities.replace(store, MEALS, user_id, id, body, now, if_match)


def patch_meal(store: Store, user_id: str, id: str, patch: Json, now: datetime, if_match: int | None = None) -> Saved:
    """Change some fields by JSON Merge Patch; what comes out is validated as a whole."""
    return entities.patch(store, MEALS, user_id, id, patch, now, if_match)


def delete_meal(store: Store, user_id: str, id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a meal, out of its day too; one that is not there is deleted already."""
    entities.remove(store, MEALS, user_id, id, now, if_match)


def log_water(store: Store, user_id: str, body: WaterIn, now: datetime) -> Saved:
    """Save a drink and its day in one write; the same again changes nothing. Raises ConflictError, GoneError."""
    return entities.save(store, WATERS, user_id, body, now)


def list_water(store: Store, user_id: str, query: ListQuery) -> Page:
    return entities.listed(store, WATER, user_id, query)


def delete_water(store: Store, user_id: str, id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a drink, out of its day too; one that is not there is deleted already."""
    entities.remove(store, WATERS, user_id, id, now, if_match)


def _meal_ops(store: Store, change: Change[MealBody]) -> Sequence[Op]:
    before = loads(change.record.body) if change.record else None
    day = change.after.eaten_at.date().isoformat() if change.after else None
    left = before["day"] if before else None
    found = store.get_many(change.owner, [*days.keys((left, day)), recent.KEY], deleted=True)
    if change.after is None:
        return [MEALS.delete(change), *days.meal_moves(change.owner, found, change.id, left, None)]
    own, meal = meal_put(store, change, before["items"] if before else [])
    return [
        own,
        *days.meal_moves(change.owner, found, change.id, left, meal),
        *recent.moves(change.owner, found, meal["items"], change.after.eaten_at),
    ]


def meal_put(store: Store, change: Change[MealBody], before: Sequence[Json]) -> tuple[Put, Json]:
    """Return the put of a meal, and what it derives: slot, day, items, totals. `before`: see `items.eaten`."""
    body = change.after
    assert body is not None  # noqa: S101 - a deletion has no put
    items = eaten(store, change.owner, body.items, before)
    meal = {"slot": body.slot, "day": body.eaten_at.date().isoformat(), "items": items, **rules.totals(items)}
    put = MEALS.put(change, body.eaten_at.astimezone(UTC), derived=meal)
    if len(put.body.encode()) > MAX_BODY_BYTES:
        raise InvalidError.of("items", "A meal this large does not fit. Log it as two.")
    return put, meal


def _water_ops(store: Store, change: Change[WaterBody]) -> Sequence[Op]:
    left = loads(change.record.body)["day"] if change.record else None
    day = change.after.drunk_at.date().isoformat() if change.after else None
    found = store.get_many(change.owner, days.keys((left, day)), deleted=True)
    if change.after is None:
        return [WATERS.delete(change), *days.drink_moves(change.owner, found, change.id, left, None)]
    ml = round(change.after.ml, rules.ML_DECIMALS)
    drink = {"day": day, "ml": ml}
    return [
        WATERS.put(change, change.after.drunk_at.astimezone(UTC), derived=drink),
        *days.drink_moves(change.owner, found, change.id, left, drink),
    ]


MEALS = Entity(MEAL, "meal", MealBody, _meal_ops)
WATERS = Entity(WATER, "drink", WaterBody, _water_ops)
