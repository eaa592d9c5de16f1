"""What a person wants at hand: favourites (kind `favourite`, id: the food or the recipe), and foods last logged."""

from collections.abc import Sequence
from datetime import datetime

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.infra.storage.base import Op, Store
from fitzen.nutrition import recent
from fitzen.nutrition.foods.models import Food
from fitzen.nutrition.foods.own import FavouriteBody
from fitzen.nutrition.foods.service import get_food, known_foods
from fitzen.nutrition.recipes.service import known_recipes
from fitzen.records import Json, Saved
from fitzen.web.answers import ListQuery
from fitzen.web.fields import LanguageQuery

FAVOURITE = "favourite"


class FavouritesQuery(ListQuery, LanguageQuery):
    """A page of favourites, under the names of a language."""


def add(store: Store, user_id: str, food_id: str, now: datetime) -> Saved:
    """Put a food or a recipe among the favourites, or leave it there. Raises NotFoundError."""
    return entities.keep(store, FAVOURITES, user_id, food_id, FavouriteBody(), now)


def remove(store: Store, user_id: str, food_id: str, now: datetime) -> None:
    entities.remove(store, FAVOURITES, user_id, food_id, now)


def list_foods(store: Store, user_id: str, query: FavouritesQuery) -> tuple[list[Food], str | None]:
    """Return a page of foods, the last added first, without those that are gone, and the cursor of the next."""
    page = entities.listed(store, FAVOURITE, user_id, query)
    foods = known_foods(store, user_id, [record.id for record in page.items])
    return [foods[record.id] for record in page.items if record.id in foods], page.next_cursor


def recent_foods(store: Store, user_id: str) -> list[Json]:
    """Return what was logged last, newest first."""
    return recent.of(store.get(user_id, *recent.KEY))


def _ops(store: Store, change: Change[FavouriteBody]) -> Sequence[Op]:
    if change.after is None:
        return [FAVOURITES.delete(change)]
    if not known_recipes(store, change.owner, [change.id]):
        get_food(store, change.owner, change.id)
    live = change.record is not None and not change.record.deleted
    return [FAVOURITES.put(change, change.record.at if change.record and live else change.now)]


FAVOURITES = Entity(FAVOURITE, "favourite", FavouriteBody, _ops)
