"""Log, read, change and delete workouts. Each write updates, at once, the day, the lifts and the bests that follow.

Derived records: `workout_day` (id: the local day), `lift` (one exercise of one workout, grouped by exercise), `best`
(id: the exercise). `fitzen doctor --rebuild` makes them again from the workouts and must find no difference.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from fitzen.errors import InvalidError
from fitzen.exercises import library
from fitzen.exercises.models import Exercise
from fitzen.infra.storage.base import Delete, Op, Page, Put, Record, Store
from fitzen.records import (
    Json,
    Saved,
    check_version,
    create,
    digest,
    dumps,
    load,
    loads,
    many,
    merge_patch,
    new_id,
    run_again,
)
from fitzen.web.answers import ListQuery
from fitzen.web.parsing import check
from fitzen.workouts import rules
from fitzen.workouts.models import WorkoutBody, WorkoutIn
from fitzen.workouts.rules import Performed

WORKOUT, DAY, LIFT, BEST = "workout", "workout_day", "lift", "best"
MAX_EXERCISES_CHANGED = 48
"""Two operations each, and a write takes 100: enough for any change but one of all of forty exercises."""
MAX_WORKOUTS_A_DAY = 50

type Key = tuple[str, str]
type Found = Mapping[Key, Record]


@run_again
def log_workout(store: Store, user_id: str, body: WorkoutIn, now: datetime) -> Saved:
    """Save a workout, with its records broken, day and bests, in one write; the same again changes nothing.

    Raises InvalidError (an exercise that is not known), ConflictError, GoneError.
    """
    workout_id = body.id or new_id(int(now.timestamp() * 1000))
    change = _Change(store, user_id, workout_id, None, body)
    return create(store, change.workout(digest=digest(body.model_dump_json(exclude_none=True))), *change.derived())


def list_workouts(store: Store, user_id: str, query: ListQuery) -> Page:
    return store.list(user_id, WORKOUT, after=query.after, before=query.before, limit=query.limit, cursor=query.cursor)


def get_workout(store: Store, user_id: str, workout_id: str) -> Record:
    return load(store, user_id, WORKOUT, workout_id, "workout")


@run_again
def replace_workout(store: Store, user_id: str, workout_id: str, body: WorkoutIn, if_match: int | None = None) -> Saved:
    """Put another workout in the place of one. Raises NotFoundError, StaleError, InvalidError."""
    if body.id not in (None, workout_id):
        raise InvalidError.of("id", "The id in the body is not the one in the path.")
    record = get_workout(store, user_id, workout_id)
    check_version(record, if_match)
    return _replace(store, record, body)


@run_again
def patch_workout(store: Store, user_id: str, workout_id: str, patch: Json, if_match: int | None = None) -> Saved:
    """Change some fields, by JSON Merge Patch; what comes out is validated as a whole."""
    record = get_workout(store, user_id, workout_id)
    check_version(record, if_match)
    given = {name: value for name, value in loads(record.body).items() if name in WorkoutBody.model_fields}
    return _replace(store, record, check(WorkoutBody, merge_patch(given, patch)))


def _replace(store: Store, record: Record, body: WorkoutBody) -> Saved:
    change = _Change(store, record.owner, record.id, record, body)
    put = change.workout(version=record.version)
    store.write([put, *change.derived()])
    return Saved(put.body, record.version + 1)


@run_again
def delete_workout(store: Store, user_id: str, workout_id: str, if_match: int | None = None) -> None:
    """Delete a workout and what derives from it; one that is not there is deleted already."""
    record = store.get(user_id, WORKOUT, workout_id)
    if record is None:
        return
    check_version(record, if_match)
    change = _Change(store, user_id, workout_id, record, None)
    store.write([Delete(user_id, WORKOUT, workout_id, record.version), *change.derived()])


class _Side(NamedTuple):
    """A workout before or after a change."""

    body: WorkoutBody
    day: str
    done: Mapping[str, Performed]


class _Change:
    """From one workout (None: it is new) to another (None: it is deleted), with all that follows from it."""

    def __init__(
        self, store: Store, user_id: str, workout_id: str, record: Record | None, after: WorkoutBody | None
    ) -> None:
        self._store = store
        self._owner = user_id
        self._id = workout_id
        self._before = _side(store, user_id, _given(record)) if record else None
        self._after = _side(store, user_id, after) if after else None
        self._exercises = sorted({id_ for side in self._sides() for id_ in side.done})
        if len(self._exercises) > MAX_EXERCISES_CHANGED:
            raise InvalidError.of(
                "exercises", f"A change can touch {MAX_EXERCISES_CHANGED} exercises; make it in two steps."
            )
        self._found = self._read()
        self._others = {id_: self._best_of_others(id_) for id_ in self._exercises}

    def _sides(self) -> Iterator[_Side]:
        yield from (side for side in (self._before, self._after) if side is not None)

    def _lift_id(self, exercise_id: str) -> str:
        return f"{self._id}.{exercise_id}"

    def _read(self) -> Found:
        """Read everything that the change may touch, in one call (two when it touches over a hundred records)."""
        keys: list[Key] = [(DAY, day) for day in sorted({side.day for side in self._sides()})]
        keys += [(BEST, id_) for id_ in self._exercises]
        if self._before:
            keys += [(LIFT, self._lift_id(id_)) for id_ in self._exercises]
        return {
            key: record
            for start in range(0, len(keys), 100)
            for key, record in self._store.get_many(self._owner, keys[start : start + 100], deleted=True).items()
        }

    def workout(self, *, version: int = 0, digest: str | None = None) -> Put:
        """Return the put of the workout itself."""
        side = self._after
        assert side is not None  # noqa: S101 - a deletion has no put
        derived = {
            "day": side.day,
            "totals": rules.totals(side.done.values()),
            "records": rules.records(side.done, self._others),
        }
        given = side.body.model_dump_json(exclude_none=True, exclude={"id"})
        body = f'{{"id":"{self._id}",{given[1:-1]},{dumps(derived)[1:]}'
        return Put(self._owner, WORKOUT, self._id, body, _utc(side), version, digest=digest)

    def derived(self) -> list[Op]:
        return [*self._days(), *(op for id_ in self._exercises for op in self._exercise(id_))]

    def _days(self) -> Iterator[Put]:
        for day in sorted({side.day for side in self._sides()}):
            record = self._found.get((DAY, day))
            parts = dict(loads(record.body)["workouts"]) if record else {}
            parts.pop(self._id, None)
            if self._after and self._after.day == day:
                if len(parts) >= MAX_WORKOUTS_A_DAY:
                    raise InvalidError.of("started_at", f"A day holds at most {MAX_WORKOUTS_A_DAY} workouts.")
                summed = rules.totals(self._after.done.values())
                parts[self._id] = rules.contribution(self._after.body, self._after.done, summed)
            body = dumps(rules.day_of(day, parts))
            yield Put(self._owner, DAY, day, body, _midnight(day), record.version if record else 0)

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
        yield Put(self._owner, BEST, exercise_id, dumps(best), _EPOCH, record.version if record else 0)

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


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def all_records(
    store: Store, owner: str, kind: str, *, group: str | None = None, after: datetime | None = None
) -> Iterator[Record]:
    """Read a whole list, page by page, newest first."""
    cursor = None
    while True:
        page = store.list(owner, kind, group=group, after=after, limit=100, cursor=cursor)
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return


def _side(store: Store, user_id: str, body: WorkoutBody) -> _Side:
    exercises = known(store, user_id, body)
    return _Side(body, body.started_at.date().isoformat(), rules.performed(body, exercises))


def _given(record: Record) -> WorkoutBody:
    """Read back what was sent, out of what is stored."""
    stored = {name: value for name, value in loads(record.body).items() if name in WorkoutBody.model_fields}
    return check(WorkoutBody, stored)


def known(store: Store, user_id: str, body: WorkoutBody) -> dict[str, Exercise]:
    """Look up the exercises of a workout, shipped and own. Raises InvalidError naming each that is not known."""
    wanted = {entry.exercise_id for entry in body.exercises}
    found = {id_: exercise for id_ in wanted if (exercise := library.get(id_)) is not None}
    own = sorted(wanted - found.keys())
    if own:
        found |= {
            id_: Exercise.model_validate_json(record.body)
            for id_, record in many(store, user_id, "exercise", own).items()
        }
    errors = [
        InvalidError.of(f"exercises.{index}.exercise_id", "There is no exercise with this id.").errors[0]
        for index, entry in enumerate(body.exercises)
        if entry.exercise_id not in found
    ]
    if errors:
        raise InvalidError("An exercise is not known.", errors=errors)
    return found


def _utc(side: _Side) -> datetime:
    return side.body.started_at.astimezone(UTC)


def _midnight(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), UTC)
