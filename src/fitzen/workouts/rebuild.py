"""Make the records that derive from workouts again, from the workouts, and say where they differ from what is stored."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import batched
from typing import NamedTuple

from fitzen.infra.storage.base import Delete, Op, Put, Record, Store
from fitzen.records import EPOCH, Json, all_records, dumps, loads, midnight
from fitzen.workouts import rules
from fitzen.workouts.service import BEST, DAY, LIFT, TOTAL, TOTAL_ID, WORKOUT, WORKOUTS, side_of

BATCH = 90
DERIVED = (DAY, LIFT, BEST, TOTAL)


class Difference(NamedTuple):
    """A derived record that is not what its sources give; `expected` None: it should not be there."""

    kind: str
    id: str
    expected: Json | None
    stored: Record | None


def differences(store: Store, user_id: str) -> list[Difference]:
    """Compare every derived record of a person with what the workouts give. Empty when all agree."""
    expected = _expected(store, user_id)
    stored = {(kind, record.id): record for kind in DERIVED for record in all_records(store, user_id, kind)}
    return [
        Difference(*key, expected.get(key), stored.get(key))
        for key in sorted(expected.keys() | stored.keys())
        if not _same(*key, expected.get(key), stored.get(key))
    ]


def repair(store: Store, user_id: str, found: list[Difference]) -> None:
    """Write what should be there; WriteConflict when the person logs meanwhile (compare again then)."""
    for batch in batched((_op(user_id, difference) for difference in found), BATCH, strict=False):
        store.write(batch)


def _expected(store: Store, user_id: str) -> dict[tuple[str, str], Json]:
    days: dict[str, dict[str, Json]] = {}
    lifts: dict[str, list[Json]] = {}
    found: dict[tuple[str, str], Json] = {}
    totals: list[Json] = []
    for record in all_records(store, user_id, WORKOUT):
        side = side_of(store, user_id, WORKOUTS.given(record))
        days.setdefault(side.day, {})[record.id] = rules.contribution(side.body, side.done, side.totals)
        totals.append(side.totals)
        for exercise_id, done in side.done.items():
            lift = rules.lift_of(record.id, side.body, side.day, exercise_id, done)
            found[LIFT, f"{record.id}.{exercise_id}"] = lift
            lifts.setdefault(exercise_id, []).append(lift)
    if totals:
        found[TOTAL, TOTAL_ID] = rules.total_of(totals)
    found |= {(DAY, day): rules.day_of(day, parts) for day, parts in days.items()}
    return found | {(BEST, id_): rules.best_of_lifts(id_, own) for id_, own in lifts.items()}


def _same(kind: str, id_: str, expected: Json | None, stored: Record | None) -> bool:
    """An emptied day, best or total is as good as none: a record that others rely on is never deleted."""
    if stored is None:
        return expected is None
    if expected is None and kind in _EMPTY:
        expected = _EMPTY[kind](id_)
    return expected is not None and loads(dumps(expected)) == loads(stored.body)


def _op(owner: str, difference: Difference) -> Op:
    kind, id_, expected, stored = difference
    version = stored.version if stored else 0
    if expected is None:
        if kind == LIFT:
            return Delete(owner, LIFT, id_, version)
        expected = _EMPTY[kind](id_)
    group = expected["exercise_id"] if kind == LIFT else None
    return Put(owner, kind, id_, dumps(expected), _at(kind, id_, expected), version, group=group)


_EMPTY: dict[str, Callable[[str], Json]] = {
    DAY: lambda day: rules.day_of(day, {}),
    BEST: lambda exercise_id: rules.best_of_lifts(exercise_id, ()),
    TOTAL: lambda _: rules.total_of(()),
}


def _at(kind: str, id_: str, body: Json) -> datetime:
    if kind == DAY:
        return midnight(id_)
    return EPOCH if kind in (BEST, TOTAL) else datetime.fromisoformat(body["at"]).astimezone(UTC)


def users_with_differences(store: Store) -> Iterator[tuple[str, list[Difference]]]:
    """Check everybody, one after the other; yields those whose records disagree."""
    for user_id in store.users():
        if found := differences(store, user_id):
            yield user_id, found
