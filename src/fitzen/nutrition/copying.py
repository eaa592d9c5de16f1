"""Log a day's meals, or one, once more on another day; all of it in one write."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from fitzen.entities import Change
from fitzen.errors import InvalidError, NotFoundError
from fitzen.infra.storage.base import Op, Put, Store
from fitzen.nutrition import days, recent
from fitzen.nutrition.models import CopyIn, Item, MealBody
from fitzen.nutrition.service import MEAL, get_meal, meal_put
from fitzen.records import Json, Saved, created_before, digest, loads, many, new_id, run_again
from fitzen.users.service import time_zone

MAX_BYTES = 3_000_000
"""Of the bodies of one copy; a write takes 4 MB."""


@run_again
def copy_meals(store: Store, user_id: str, body: CopyIn, now: datetime) -> list[Saved]:
    """Copy meals, with the figures that they have; sent again with the same ids, answer with what is there now.

    Raises NotFoundError (nothing is there to copy), InvalidError, ConflictError, GoneError.
    """
    sent = digest(body.model_dump_json())
    known = store.get_many(user_id, [(MEAL, id_) for id_ in body.ids or ()], deleted=True)
    if body.ids and known:
        return [created_before(known[MEAL, id_], sent) for id_ in body.ids if (MEAL, id_) in known]
    sources = _sources(store, user_id, body)
    ids = body.ids or [new_id(int(now.timestamp() * 1000)) for _ in sources]
    if len(set(ids)) != len(sources) or len(ids) != len(sources):
        raise InvalidError.of("ids", f"There are {len(sources)} meals to copy; each needs an id of its own.")
    zone = ZoneInfo(time_zone(store, user_id))
    made = []
    for id_, source in zip(ids, sources, strict=True):
        change = Change(user_id, id_, None, _moved(source, body, zone), now)
        put, meal = meal_put(store, change, source["items"])
        made.append((put._replace(digest=sent), meal))
    if sum(len(put.body) for put, _ in made) > MAX_BYTES:
        raise InvalidError.of("from_day", "That is too much to copy at once. Copy one meal after the other.")
    store.write([*(put for put, _ in made), *_derived(store, user_id, body.to_day.isoformat(), made)])
    return [Saved(put.body, 1, created=True) for put, _ in made]


def _derived(store: Store, owner: str, day: str, made: Sequence[tuple[Put, Json]]) -> Iterable[Op]:
    found = store.get_many(owner, [*days.keys([day]), recent.KEY], deleted=True)
    yield days.with_meals(owner, found, day, {put.id: meal for put, meal in made})
    items = [item for _, meal in made for item in meal["items"]]
    yield from recent.moves(owner, found, items, max(put.at for put, _ in made))


def _sources(store: Store, user_id: str, body: CopyIn) -> list[Json]:
    """Return the meals to copy as stored, in the order in which they were eaten."""
    if body.meal_id:
        return [loads(get_meal(store, user_id, body.meal_id).body)]
    parts = days.Parts.of(store.get(user_id, days.DAY, str(body.from_day))).meals
    wanted = [id_ for id_, part in parts.items() if body.slot in (None, part["slot"])]
    if not wanted:
        raise NotFoundError("There is nothing logged to copy.")
    records = many(store, user_id, MEAL, wanted).values()
    return [loads(each.body) for each in sorted(records, key=lambda each: (each.at, each.id))]


def _moved(source: Json, body: CopyIn, zone: ZoneInfo) -> MealBody:
    """Return a meal on another day. A slot chooses which of a day's meals are copied, and where a single one goes."""
    said = {name: source[name] for name in ("name", "notes") if name in source}
    slot = body.slot or source["slot"]
    at = moved_to(datetime.fromisoformat(source["eaten_at"]), body.to_day, zone)
    items = [Item.model_validate(item) for item in source["items"]]
    return MealBody(eaten_at=at, slot=slot, items=items, **said)


def moved_to(at: datetime, day: date, zone: ZoneInfo) -> datetime:
    """Return the same local time of another day: in the person's zone if it was eaten there, else at its offset."""
    there = at.replace(tzinfo=zone).utcoffset() == at.utcoffset()
    moved = datetime.combine(day, at.time(), zone if there else at.tzinfo)
    return datetime.fromisoformat(moved.isoformat())
