"""What derives from workouts, made again from the workouts: days, lifts and bests."""

from collections.abc import Iterator
from datetime import UTC, datetime

from fitzen.infra.storage.base import Put, Store
from fitzen.rebuild import Derivation
from fitzen.records import EPOCH, Json, all_records, dumps, midnight
from fitzen.workouts import rules
from fitzen.workouts.service import BEST, DAY, LIFT, WORKOUT, WORKOUTS, side_of


def _expected(store: Store, user_id: str) -> Iterator[Put]:
    days: dict[str, dict[str, Json]] = {}
    lifts: dict[str, list[Json]] = {}
    for record in all_records(store, user_id, WORKOUT):
        side = side_of(store, user_id, WORKOUTS.given(record))
        days.setdefault(side.day, {})[record.id] = rules.contribution(side.body, side.done, side.totals)
        for exercise_id, done in side.done.items():
            lift = rules.lift_of(record.id, side.body, side.day, exercise_id, done)
            lifts.setdefault(exercise_id, []).append(lift)
            at = datetime.fromisoformat(lift["at"]).astimezone(UTC)
            yield Put(user_id, LIFT, f"{record.id}.{exercise_id}", dumps(lift), at, group=exercise_id)
    for day, parts in days.items():
        yield _day(user_id, day, parts)
    for exercise_id, own in lifts.items():
        yield _best(user_id, exercise_id, own)


def _day(owner: str, day: str, parts: dict[str, Json]) -> Put:
    return Put(owner, DAY, day, dumps(rules.day_of(day, parts)), midnight(day))


def _best(owner: str, exercise_id: str, lifts: list[Json]) -> Put:
    return Put(owner, BEST, exercise_id, dumps(rules.best_of_lifts(exercise_id, lifts)), EPOCH)


def _emptied(owner: str, kind: str, id: str) -> Put | None:
    """A day or a best stays, without anything in it; a lift goes with its workout."""
    if kind == LIFT:
        return None
    return _day(owner, id, {}) if kind == DAY else _best(owner, id, [])


DERIVATION = Derivation((DAY, LIFT, BEST), _expected, _emptied)
