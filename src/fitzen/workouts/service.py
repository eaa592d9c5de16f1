"""Log, read, change and delete workouts. Each write updates, at once, the day, the lifts and the bests that follow.

Derived records: `workout_day` (id: the local day), `lift` (one exercise of one workout, grouped by exercise), `best`
(id: the exercise), `workout_total` (one: all that was ever logged). `fitzen doctor --rebuild` makes them again from the workouts and must find no difference.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.errors import FieldError, InvalidError
from fitzen.exercises.models import Exercise
from fitzen.exercises.service import known_exercises
from fitzen.infra.storage.base import Delete, Op, Page, Put, Record, Store
from fitzen.records import EPOCH, Json, Saved, all_records, digest, dumps, loads, many, midnight
from fitzen.web.answers import ListQuery
from fitzen.workouts import rules
from fitzen.workouts.models import WorkoutBody, WorkoutIn
from fitzen.workouts.rules import Performed

WORKOUT, DAY, LIFT, BEST, TOTAL = "workout", "workout_day", "lift", "best", "workout_total"
TOTAL_ID = "all"
MAX_EXERCISES_CHANGED = 47
"""Two operations each, and a write takes 100, of which sync's own is one: any change but one of all of forty exercises."""
MAX_WORKOUTS_A_DAY = 50
MAX_LIFTS = MAX_DAYS = 100

type Key = tuple[str, str]
type Found = Mapping[Key, Record]


def log_workout(store: Store, user_id: str, body: WorkoutIn, now: datetime) -> Saved:
    """Save a workout, with its records broken, day and bests, in one write; the same again changes nothing.

    Raises InvalidError (an exercise that is not known), ConflictError, GoneError.
    """
    return entities.save(store, WORKOUTS, user_id, body, now)


def list_workouts(store: Store, user_id: str, query: ListQuery) -> Page:
    return entities.listed(store, WORKOUT, user_id, query)


def get_workout(store: Store, user_id: str, workout_id: str) -> Record:
    return entities.get(store, WORKOUTS, user_id, workout_id)


def replace_workout(
    store: Store, user_id: str, workout_id: str, body: WorkoutIn, now: datetime, if_match: int | None = None
) -> Saved:
    """Put another workout in the place of one. Raises NotFoundError, StaleError, InvalidError."""
    return entities.replace(store, WORKOUTS, user_id, workout_id, body, now, if_match)


def patch_workout(
    store: Store, user_id: str, workout_id: str, patch: Json, now: datetime, if_match: int | None = None
) -> Saved:
    """Change some fields, by JSON Merge Patch; what comes out is validated as a whole."""
    return entities.patch(store, WORKOUTS, user_id, workout_id, patch, now, if_match)


def delete_workout(store: Store, user_id: str, workout_id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a workout and what derives from it; one that is not there is deleted already."""
    entities.remove(store, WORKOUTS, user_id, workout_id, now, if_match)


def lifts(store: Store, user_id: str, exercise_id: str, before: datetime | None = None) -> list[Json]:
    """Return the last sessions of an exercise, newest first, at most a hundred. One read."""
    page = store.list(user_id, LIFT, group=exercise_id, before=before, limit=MAX_LIFTS)
    return [loads(record.body) for record in page.items]


def bests(store: Store, user_id: str, exercise_ids: Sequence[str]) -> dict[str, Json]:
    """Return the bests {sessions, metrics{metric: {value, workout_id, at}}} of those exercises that have some. One read."""
    return {id_: loads(record.body) for id_, record in many(store, user_id, BEST, exercise_ids).items()}


def total(store: Store, user_id: str) -> Json:
    """Return {sessions, volume_kg, sets, reps} of all that was ever logged. One read."""
    record = store.get(user_id, TOTAL, TOTAL_ID)
    return loads(record.body) if record else rules.total_of(())


def workout_days(store: Store, user_id: str, since: date) -> list[Json]:
    """Return the days with workouts from one on, newest first, at most a hundred. One read."""
    page = store.list(user_id, DAY, after=midnight(since.isoformat()), limit=MAX_DAYS)
    return [day for record in page.items if (day := loads(record.body))["workouts"]]


def workouts_of(store: Store, user_id: str, ids: Sequence[str]) -> list[Json]:
    """Return those of some workouts that there are. One read."""
    return [loads(record.body) for record in many(store, user_id, WORKOUT, ids).values()]


def _ops(store: Store, change: Change[WorkoutBody]) -> Sequence[Op]:
    follows = _Change(store, change.owner, change.id, change.record, change.after)
    own = follows.workout(change.version) if change.after else WORKOUTS.delete(change)
    return [own, *follows.derived()]


WORKOUTS = Entity(WORKOUT, "workout", WorkoutBody, _ops)


class Side(NamedTuple):
    """A workout before or after a change."""

    body: WorkoutBody
    day: str
    done: Mapping[str, Performed]
    totals: Json


class _Change:
    """From one workout (None: it is new) to another (None: it is deleted), with all that follows from it."""

    def __init__(
        self, store: Store, user_id: str, workout_id: str, record: Record | None, after: WorkoutBody | None
    ) -> None:
        self._store = store
        self._owner = user_id
        self._id = workout_id
        self._before = side_of(store, user_id, WORKOUTS.given(record)) if record else None
        self._after = side_of(store, user_id, after) if after else None
        self._exercises = sorted({id_ for side in self._sides() for id_ in side.done})
        if len(self._exercises) > MAX_EXERCISES_CHANGED:
            raise InvalidError.of(
                "exercises", f"A change can touch {MAX_EXERCISES_CHANGED} exercises; make it in two steps."
            )
        self._found = self._read()
        self._others = {id_: self._best_of_others(id_) for id_ in self._exercises}

    def _sides(self) -> Iterator[Side]:
        yield from (side for side in (self._before, self._after) if side is not None)

    def _lift_id(self, exercise_id: str) -> str:
        return f"{self._id}.{exercise_id}"

    def _read(self) -> Found:
        """Read everything that the change may touch, in one call (two when it touches over a hundred records)."""
        keys: list[Key] = [(TOTAL, TOTAL_ID), *((DAY, day) for day in sorted({side.day for side in self._sides()}))]
        keys += [(BEST, id_) for id_ in self._exercises]
        if self._before:
            keys += [(LIFT, self._lift_id(id_)) for id_ in self._exercises]
        return {
            key: record
            for start in range(0, len(keys), 100)
            for key, record in self._store.get_many(self._owner, keys[start : start + 100], deleted=True).items()
        }

    def workout(self, version: int = 0) -> Put:
        """Return the put of the workout itself, with the digest of what was sent."""
        side = self._after
        assert side is not None  # noqa: S101 - a deletion has no put
        derived = {
            "day": side.day,
            "totals": side.totals,
            "records": rules.records(side.done, self._others),
        }
        sent = side.body.model_dump_json(exclude_none=True, exclude={"id"})
        body = f'{{"id":"{self._id}",{sent[1:-1]},{dumps(derived)[1:]}'
        return Put(self._owner, WORKOUT, self._id, body, _utc(side), version, digest=digest(sent))

    def derived(self) -> list[Op]:
        return [self._total(), *self._days(), *(op for id_ in self._exercises for op in self._exercise(id_))]

    def _total(self) -> Put:
        record = self._found.get((TOTAL, TOTAL_ID))
        before, after = (side.totals if side else None for side in (self._before, self._after))
        body = rules.total_after(loads(record.body) if record else rules.total_of(()), before, after)
        return Put(self._owner, TOTAL, TOTAL_ID, dumps(body), EPOCH, record.version if record else 0)

    def _days(self) -> Iterator[Put]:
        for day in sorted({side.day for side in self._sides()}):
            record = self._found.get((DAY, day))
            parts = dict(loads(record.body)["workouts"]) if record else {}
            parts.pop(self._id, None)
            if self._after and self._after.day == day:
                if len(parts) >= MAX_WORKOUTS_A_DAY:
                    raise InvalidError.of("started_at", f"A day holds at most {MAX_WORKOUTS_A_DAY} workouts.")
                parts[self._id] = rules.contribution(self._after.body, self._after.done, self._after.totals)
            body = dumps(rules.day_of(day, parts))
            yield Put(self._owner, DAY, day, body, midnight(day), record.version if record else 0)

    def _exercise(self, exercise_id: str) -> Iterator[Op]:
        """Yield the writes of one exercise: its lift in this workout, and its bests."""
        lift_id = self._lift_id(exercise_id)
        old = self._found.get((LIFT, lift_id))
        best = self._others[exercise_id]
        if self._after and exercise_id in self._after.done:
            side = self._after
            lift = rules.lift_of(self._id, side.body, side.day, exercise_id, side.done[exercise_id])
            best = rules.add_lift(best, lift)
            version = old.version if old else 0
            yield Put(self._owner, LIFT, lift_id, dumps(lift), _utc(side), version, group=exercise_id)
        elif old and not old.deleted:
            yield Delete(self._owner, LIFT, lift_id, old.version)
        record = self._found.get((BEST, exercise_id))
        yield Put(self._owner, BEST, exercise_id, dumps(best), EPOCH, record.version if record else 0)

    def _best_of_others(self, exercise_id: str) -> Json:
        """Return the bests of an exercise without this workout; read again only if this workout held one."""
        record = self._found.get((BEST, exercise_id))
        best = loads(record.body) if record else rules.best_of_lifts(exercise_id, ())
        old = self._found.get((LIFT, self._lift_id(exercise_id)))
        if old is None or old.deleted:
            return best
        if any(held["workout_id"] == self._id for held in best["metrics"].values()):
            lifts = all_records(self._store, self._owner, LIFT, group=exercise_id)
            return rules.best_of_lifts(exercise_id, (loads(lift.body) for lift in lifts if lift.id != old.id))
        return best | {"sessions": best["sessions"] - 1}


def side_of(store: Store, user_id: str, body: WorkoutBody) -> Side:
    done = rules.performed(body, known(store, user_id, body))
    burned = {} if body.energy_kcal is None else {"energy_kcal": body.energy_kcal}
    return Side(body, body.started_at.date().isoformat(), done, rules.totals(done.values()) | burned)


def known(store: Store, user_id: str, body: WorkoutBody) -> dict[str, Exercise]:
    """Look up the exercises of a workout, shipped and own. Raises InvalidError naming each that is not known."""
    found = known_exercises(store, user_id, {entry.exercise_id for entry in body.exercises})
    errors = [
        FieldError(f"exercises.{index}.exercise_id", "There is no exercise with this id.")
        for index, entry in enumerate(body.exercises)
        if entry.exercise_id not in found
    ]
    if errors:
        raise InvalidError("An exercise is not known.", errors=errors)
    return found


def _utc(side: Side) -> datetime:
    return side.body.started_at.astimezone(UTC)
