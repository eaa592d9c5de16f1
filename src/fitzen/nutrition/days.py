"""The day record (`meal_day`): what each meal and drink of a local day adds, and their sums.

It is written together with the meal, the drink or the mark that changed it, so it always agrees with them; `fitzen
doctor --rebuild` makes it again from those. Reading a day is one record, however much was logged.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from fitzen.errors import InvalidError
from fitzen.infra.storage.base import Put, Record
from fitzen.nutrition import rules
from fitzen.records import Json, dumps, loads, midnight

DAY = "meal_day"
MAX_MEALS, MAX_DRINKS = 40, 200

type Key = tuple[str, str]


@dataclass(slots=True)
class Parts:
    """What a day is made of."""

    meals: dict[str, Json] = field(default_factory=dict)
    water: dict[str, float] = field(default_factory=dict)
    complete: bool | None = None

    @classmethod
    def of(cls, record: Record | None) -> "Parts":
        body = loads(record.body) if record and not record.deleted else {}
        return cls(dict(body.get("meals", {})), dict(body.get("water", {})), body.get("complete"))

    def put(self, owner: str, day: str, version: int = 0) -> Put:
        body = rules.day_of(day, self.meals, self.water, complete=self.complete)
        return Put(owner, DAY, day, dumps(body), midnight(day), version)


def keys(days: Iterable[str | None]) -> list[Key]:
    """Name the records of some days, each once."""
    return [(DAY, day) for day in sorted({day for day in days if day is not None})]


def meal_moves(
    owner: str, found: Mapping[Key, Record], meal_id: str, before: str | None, after: Json | None
) -> Iterator[Put]:
    """Yield the puts of the days that a meal leaves (`before`) and comes to (`after`, the meal as stored)."""
    for day, parts, version in _days(found, (before, after["day"] if after else None)):
        parts.meals.pop(meal_id, None)
        if after and after["day"] == day:
            _check_room(parts.meals, MAX_MEALS, "eaten_at", "meals")
            parts.meals[meal_id] = rules.contribution(after)
        yield parts.put(owner, day, version)


def with_meals(owner: str, found: Mapping[Key, Record], day: str, meals: Mapping[str, Json]) -> Put:
    """Return the put of a day to which several meals, as stored, are added. Raises InvalidError when it is full."""
    record = found.get((DAY, day))
    parts = Parts.of(record)
    for id_, meal in meals.items():
        _check_room(parts.meals, MAX_MEALS, "to_day", "meals")
        parts.meals[id_] = rules.contribution(meal)
    return parts.put(owner, day, record.version if record else 0)


def drink_moves(
    owner: str, found: Mapping[Key, Record], drink_id: str, before: str | None, after: Json | None
) -> Iterator[Put]:
    """Yield the same for a drink of water."""
    for day, parts, version in _days(found, (before, after["day"] if after else None)):
        parts.water.pop(drink_id, None)
        if after and after["day"] == day:
            _check_room(parts.water, MAX_DRINKS, "drunk_at", "drinks")
            parts.water[drink_id] = after["ml"]
        yield parts.put(owner, day, version)


def marked(owner: str, record: Record | None, day: str, *, complete: bool | None) -> Put:
    """Return the put of a day that is, or is no longer, said to be logged in full."""
    parts = Parts.of(record)
    parts.complete = complete
    return parts.put(owner, day, record.version if record else 0)


def _days(found: Mapping[Key, Record], days: Iterable[str | None]) -> Iterator[tuple[str, Parts, int]]:
    for key in keys(days):
        record = found.get(key)
        yield key[1], Parts.of(record), record.version if record else 0


def _check_room(parts: Collection[str], most: int, field: str, what: str) -> None:
    if len(parts) >= most:
        raise InvalidError.of(field, f"A day holds at most {most} {what}.")
