"""The exercises that somebody can choose from: those that ship with Fitzen, and their own."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import lru_cache

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.errors import ForbiddenError, InvalidError, NotFoundError
from fitzen.exercises import library
from fitzen.exercises.models import Exercise, ExerciseBody, ExerciseIn, ExerciseQuery
from fitzen.exercises.search import Match, Own, resolve, search
from fitzen.infra.storage.base import Op, Store
from fitzen.records import Saved, many

EXERCISE = "exercise"
MAX_OWN = 100
INDEXED = 32
"""How many people's own exercises a process keeps as indexed, those last asked for: some 0.6 MB for a hundred exercises."""


def list_exercises(store: Store, user_id: str, query: ExerciseQuery) -> list[Exercise]:
    """Return what fits the query, best first."""
    own = own_exercises(store, user_id)
    return search(
        query.q, muscle=query.muscle, equipment=query.equipment, own=own, limit=query.limit, language=query.lang
    )


def resolve_exercise(store: Store, user_id: str, phrase: str) -> Match:
    """Say which exercise a person means by a phrase, one's own included."""
    return resolve(phrase, own_exercises(store, user_id))


def get_exercise(store: Store, user_id: str, exercise_id: str) -> Exercise:
    """Return an exercise, shipped or own. Raises NotFoundError."""
    found = known_exercises(store, user_id, [exercise_id])
    if not found:
        raise NotFoundError("There is no exercise with this id.")
    return found[exercise_id]


def known_exercises(store: Store, user_id: str, ids: Collection[str]) -> dict[str, Exercise]:
    """Return those of the exercises that there are, by id; reads the store only for one's own."""
    found = {id_: exercise for id_ in ids if (exercise := library.get(id_)) is not None}
    own = sorted(set(ids) - found.keys())
    if own:
        records = many(store, user_id, EXERCISE, own)
        found |= {id_: Exercise.model_validate_json(record.body) for id_, record in records.items()}
    return found


def create_exercise(store: Store, user_id: str, body: ExerciseIn, now: datetime) -> Saved:
    """Save an exercise of one's own; the same again changes nothing. Raises ConflictError, InvalidError."""
    return entities.save(store, EXERCISES, user_id, body, now)


def own_exercises(store: Store, user_id: str) -> Own:
    """Return one's own; there are at most a page of them."""
    return _own(tuple(record.body for record in store.list(user_id, EXERCISE, limit=MAX_OWN).items))


@lru_cache(INDEXED)
def _own(bodies: tuple[str, ...]) -> Own:
    """Keyed by what is stored, so that what was changed, or is somebody else's, is never found by it."""
    return Own(map(Exercise.model_validate_json, bodies))


def _ops(store: Store, change: Change[ExerciseBody]) -> Sequence[Op]:
    """An exercise is only made: workouts name it, and what they were cannot change after."""
    if change.record is not None or change.after is None:
        raise ForbiddenError("An exercise of your own stays as it is, for your workouts refer to it.")
    if len(own_exercises(store, change.owner).exercises) >= MAX_OWN:
        raise InvalidError.of("id", f"There can be at most {MAX_OWN} exercises of your own.")
    return [EXERCISES.put(change, change.now, derived={"easier": [], "harder": []})]


EXERCISES = Entity(EXERCISE, "exercise", ExerciseBody, _ops)
