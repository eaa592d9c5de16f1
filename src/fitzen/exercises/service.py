"""The exercises that somebody can choose from: those that ship with Fitzen, and their own."""

from collections.abc import Collection
from datetime import datetime
from functools import lru_cache

from fitzen.errors import InvalidError, NotFoundError
from fitzen.exercises import library
from fitzen.exercises.models import Exercise, ExerciseIn, ExerciseQuery
from fitzen.exercises.search import Match, Own, resolve, search
from fitzen.infra.storage.base import Put, Store
from fitzen.records import Saved, create, digest, many, new_id

EXERCISE = "exercise"
MAX_OWN = 100
INDEXED = 32
"""How many people's own exercises a process keeps as indexed, those last asked for: some 0.6 MB for a hundred exercises."""


def list_exercises(store: Store, user_id: str, query: ExerciseQuery) -> list[Exercise]:
    """Return what fits the query, best first."""
    own = own_exercises(store, user_id)
    return search(query.q, muscle=query.muscle, equipment=query.equipment, own=own, limit=query.limit)


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
    id_ = body.id or new_id(int(now.timestamp() * 1000))
    if len(own_exercises(store, user_id).exercises) >= MAX_OWN and store.get(user_id, EXERCISE, id_) is None:
        raise InvalidError.of("id", f"There can be at most {MAX_OWN} exercises of your own.")
    sent = body.model_dump_json(exclude={"id"}, exclude_none=True)
    exercise = Exercise(id=id_, **body.model_dump(exclude={"id"}))
    put = Put(user_id, EXERCISE, id_, exercise.model_dump_json(exclude_none=True), now, digest=digest(sent))
    return create(store, put)


def own_exercises(store: Store, user_id: str) -> Own:
    """Return one's own; there are at most a page of them."""
    return _own(tuple(record.body for record in store.list(user_id, EXERCISE, limit=MAX_OWN).items))


@lru_cache(INDEXED)
def _own(bodies: tuple[str, ...]) -> Own:
    """Keyed by what is stored, so that what was changed, or is somebody else's, is never found by it."""
    return Own(map(Exercise.model_validate_json, bodies))
