"""The foods and recipes last logged (`recent`): one record, so that proposing them costs one read.

It is a help to log, not a figure: a food stays when its meal is deleted, and the doctor does not make it again.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

from fitzen.infra.storage.base import Put, Record
from fitzen.records import EPOCH, Json, dumps, loads

RECENT = "recent"
KEY = (RECENT, "foods")
MOST = 50


def of(record: Record | None) -> list[Json]:
    """Return what was logged last, newest first: {food_id | recipe_id, name, amount, unit, at, count}."""
    items: list[Json] = loads(record.body)["items"] if record else []
    return items


def moves(
    owner: str, found: Mapping[tuple[str, str], Record], items: Sequence[Json], eaten_at: datetime
) -> Iterator[Put]:
    """Yield the put of the record after a meal with these items, as stored; nothing where it stays as it is."""
    record = found.get(KEY)
    before = of(record)
    at = eaten_at.astimezone(UTC).isoformat()
    known = {_what(entry): entry for entry in before}
    for item in items:
        if not item.get("custom"):
            known[_what(item)] = _used(known.get(_what(item)), item, at)
    after = sorted(known.values(), key=lambda entry: (entry["at"], _what(entry)), reverse=True)[:MOST]
    if after != before:
        yield Put(owner, *KEY, dumps({"items": after}), EPOCH, record.version if record else 0)


def _what(entry: Json) -> str:
    what: str = entry.get("food_id") or entry["recipe_id"]
    return what


def _used(before: Json | None, item: Json, at: str) -> Json:
    """Return an entry after one more use: the latest amount stays, whatever the order in which meals are logged."""
    count = before["count"] + (before["at"] != at) if before else 1
    if before and before["at"] > at:
        return before | {"count": count}
    fields = ("food_id", "recipe_id", "name", "amount", "unit")
    return {name: item[name] for name in fields if name in item} | {"at": at, "count": count}
