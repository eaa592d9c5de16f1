"""What to lift today: the session whose turn it is, with a load for each exercise and the reason for it.

Without a plan, the turn is read from the log: of the sessions done in the last weeks, told apart by name, the one
that was done longest ago. Loads come from double progression (science/progression.py) over each exercise's history.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from fitzen.exercises.models import Exercise
from fitzen.infra.storage.base import Record, Store
from fitzen.records import Json, loads
from fitzen.science.loading import warmup_sets
from fitzen.science.progression import Units, next_load
from fitzen.science.strength import Set
from fitzen.users.service import units
from fitzen.web.parsing import check
from fitzen.workouts.models import WorkoutBody
from fitzen.workouts.service import LIFT, WORKOUT, known

LOOK_BACK = timedelta(weeks=5)
RECENT = 30
SESSIONS_READ = 4
TARGET_RIR = 2
"""Stops short of failure, as most working sets should (Refalo 2023, doi 10.1007/s40279-022-01784-y)."""
REP_RANGES = ((1, 3), (3, 5), (5, 8), (8, 12), (12, 20), (20, 30))
BAR_KG = 20.0
FIELDS = Set.__dataclass_fields__.keys()


def next_session(store: Store, user_id: str, now: datetime) -> Json:
    """Propose a session; `exercises` is empty when no workout is logged."""
    page = store.list(user_id, WORKOUT, limit=RECENT)
    workouts = [loads(record.body) for record in page.items]
    if not workouts:
        return {
            "name": "Your first session",
            "why": "Nothing is logged yet. Log a workout, and the next one is proposed from it.",
            "exercises": [],
            "sources": [],
        }
    chosen, why = _turn(workouts, now)
    body = check(WorkoutBody, {key: value for key, value in chosen.items() if key in WorkoutBody.model_fields})
    exercises = known(store, user_id, body)
    order = list(dict.fromkeys(entry.exercise_id for entry in body.exercises))
    unit = units(store, user_id)
    return {
        "name": chosen["name"],
        "why": why,
        "exercises": [_exercise(store, user_id, exercises[id_], unit, now) for id_ in order],
        "sources": [source(chosen)],
    }


def source(workout: Json) -> Json:
    """Name a workout as where a figure comes from."""
    day = datetime.fromisoformat(workout["started_at"])
    return {"label": f"{workout['name']}, {day.day} {day:%b %Y}", "ref": f"workout:{workout['id']}"}


def _turn(workouts: Sequence[Json], now: datetime) -> tuple[Json, str]:
    """Choose, of the latest workout of each name, the one done longest ago (of those in the last five weeks)."""
    latest: dict[str, Json] = {}
    for workout in workouts:
        latest.setdefault(workout["name"].casefold(), workout)
    recent = [workout for workout in latest.values() if _days_since(workout["started_at"], now) <= LOOK_BACK.days]
    chosen = (recent or list(latest.values()))[-1 if recent else 0]
    days = _days_since(chosen["started_at"], now)
    ago = "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
    if len(recent) > 1:
        return chosen, f"Of your {len(recent)} recent sessions, {chosen['name']} was done longest ago: {ago}."
    return chosen, f"{chosen['name']} is what you did last, {ago}."


def _days_since(at: str, now: datetime) -> int:
    return max(0, (now - datetime.fromisoformat(at)).days)


def _exercise(store: Store, user_id: str, exercise: Exercise, unit: Units, now: datetime) -> Json:
    lifts = store.list(user_id, LIFT, group=exercise.id, limit=SESSIONS_READ).items
    history = [[_set(item) for item in loads(lift.body)["sets"]] for lift in lifts]
    sources = [source(_origin(lift)) for lift in lifts[:2]]
    return {"exercise_id": exercise.id, "name": exercise.name, "sources": sources} | _proposal(
        exercise, history, (now - lifts[0].at).days if lifts else 0, unit
    )


def _origin(lift: Record) -> Json:
    body = loads(lift.body)
    return {"name": body["workout_name"], "id": body["workout_id"], "started_at": body["at"]}


def _set(item: Json) -> Set:
    return Set(**{key: value for key, value in item.items() if key in FIELDS})


def _proposal(exercise: Exercise, history: list[list[Set]], days: int, unit: Units) -> Json:
    work = [item for item in history[0] if item.is_work and item.kind != "drop"] if history else []
    reps = [item.reps for item in work if item.reps]
    if exercise.metric not in ("reps_load", "bodyweight") or not reps:
        return {"sets": _repeat(work), "why": "The same as last time, or a little more if it felt easy."}
    increment = (exercise.increment_kg or 2.5) if exercise.metric == "reps_load" else 0.0
    bar = BAR_KG if "barbell" in exercise.equipment else 0.0
    bar = bar if min((item.weight_kg or 0.0) for item in work) >= bar else 0.0
    found = next_load(history, rep_range(reps), TARGET_RIR, increment, days_since=days, bar_kg=bar, units=unit)
    assert found is not None  # noqa: S101 - there is history
    sets = [{"kind": "normal", "reps": found.reps, "weight_kg": found.weight_kg, "rir": found.rir}] * len(reps)
    ramp = warmup_sets(found.weight_kg, increment, bar) if found.weight_kg and increment else []
    warm = [{"kind": "warmup", "reps": item.reps, "weight_kg": item.weight_kg} for item in ramp]
    return {"sets": [_known(item) for item in [*warm, *sets]], "why": found.reason}


def rep_range(reps: Sequence[int]) -> tuple[int, int]:
    """Return the range that a lifter seems to work in: the first that holds the middle of the reps done."""
    middle = median(reps)
    return next(((low, high) for low, high in REP_RANGES if middle <= high), REP_RANGES[-1])


def _repeat(work: Sequence[Set]) -> list[Json]:
    return [
        _known(
            {
                "kind": "normal",
                "reps": item.reps,
                "weight_kg": item.weight_kg,
                "duration_s": item.duration_s,
                "distance_m": item.distance_m,
            }
        )
        for item in work
    ]


def _known(item: dict[str, Any]) -> Json:
    return {key: value for key, value in item.items() if value is not None}
