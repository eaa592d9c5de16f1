"""What derives from workouts, made again from the workouts: days, lifts, bests and the total."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from fitzen.infra.storage.base import Put, Store
from fitzen.rebuild import Derivation
from fitzen.records import EPOCH, Json, all_records, dumps, midnight
from fitzen.workouts import rules
from fitzen.workouts.service import BEST, DAY, LIFT, TOTAL, TOTAL_ID, WORKOUT, WORKOUTS, side_of


def _expected(store: Store, user_id: str) -> Iterator[Put]:
    days: dict[str, dict[str, Json]] = {}
    lifts: dict[str, list[Json]] = {}
    totals: list[Json] = []
    for record in all_records(store, user_id, WORKOUT):
        side = side_of(store, user_id, WORKOUTS.given(record))
        days.setdefault(side.day, {})[record.id] = rules.contribution(side.body, side.done, side.totals)
        totals.append(side.totals)
        for exercise_id, done in side.done.items():
            lift = rules.lift_of(record.id, side.body, side.day, exercise_id, done)
            lifts.setdefault(exercise_id, []).append(lift)
            at = datetime.fromisoformat(lift["at"]).astimezone(UTC)
            yield Put(user_id, LIFT, f"{record.id}.{exercise_id}", dumps(lift), at, group=exercise_id)
    if totals:
        yield _total(user_id, totals)
    for day, parts in days.items():
        yield _day(user_id, day, parts)
    for exercise_id, own in lifts.items():
        yield _best(user_id, exercise_id, own)


def _day(owner: str, day: str, parts: dict[str, Json]) -> Put:
    return Put(owner, DAY, day, dumps(rules.day_of(day, parts)), midnight(day))


def _best(owner: str, exercise_id: str, lifts: list[Json]) -> Put:
    return Put(owner, BEST, exercise_id, dumps(rules.best_of_lifts(exercise_id, lifts)), EPOCH)


def _total(owner: str, totals: list[Json]) -> Put:
    return Put(owner, TOTAL, TOTAL_ID, dumps(rules.total_of(totals)), EPOCH)


_EMPTIED: dict[str, Callable[[str, str], Put]] = {
    DAY: lambda owner, day: _day(owner, day, {}),
    BEST: lambda owner, exercise_id: _best(owner, exercise_id, []),
    TOTAL: lambda owner, _: _total(owner, []),
}


def _emptied(owner: str, kind: str, id: str) -> Put | None:
    """A day, a best and the total stay, without anything in them; a lift goes with its workout."""
    return _EMPTIED[kind](owner, id) if kind in _EMPTIED else None


DERIVATION = Derivation((DAY, LIFT, BEST, TOTAL), _expected, _emptied)
