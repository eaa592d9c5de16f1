"""What to lift today: the session whose turn it is, with a load for each exercise and the reason for it.

Without a plan, the turn is read from the log: of the sessions done in the last weeks, told apart by name, the one
that was done longest ago. Loads come from double progression (science/progression.py) over each exercise's history.
"""

from collections.abc import Sequence
from datetime import date, datetime
from statistics import median
from typing import Any
from zoneinfo import ZoneInfo

from fitzen.exercises.models import Exercise
from fitzen.infra.storage.base import Record, Store
from fitzen.records import Json, loads
from fitzen.science.loading import kg_from_lb, lb_from_kg, warmup_sets
from fitzen.science.progression import Units, next_load
from fitzen.science.strength import Set
from fitzen.users.service import time_zone, units
from fitzen.workouts.service import LIFT, WORKOUT, WORKOUTS, known

LOOK_BACK_DAYS = 35
RECENT = 16
"""So many workouts are read for whose turn it is: four weeks of four."""
SESSIONS_READ = 4
TARGET_RIR = 2
"""Stops short of failure, as most working sets should (Refalo 2023, doi 10.1007/s40279-022-01784-y)."""
REP_RANGES = ((1, 3), (3, 5), (5, 8), (8, 12), (12, 20), (20, 30))
BAR_KG = 20.0
ROUNDING = 0.01
FIELDS = Set.__dataclass_fields__.keys()


def next_session(store: Store, user_id: str, now: datetime) -> Json:
    """Propose a session; `exercises` is empty when no workout is logged."""
    records = store.list(user_id, WORKOUT, limit=RECENT).items
    if not records:
        return {
            "name": "Your first session",
            "why": "Nothing is logged yet. Log a workout, and the next one is proposed from it.",
            "exercises": [],
            "sources": [],
        }
    today = now.astimezone(ZoneInfo(time_zone(store, user_id))).date()
    record, why = _turn(records, today)
    body = WORKOUTS.given(record)
    exercises = known(store, user_id, body)
    order = list(dict.fromkeys(entry.exercise_id for entry in body.exercises))
    unit = units(store, user_id)
    return {
        "name": body.name,
        "why": why,
        "exercises": [_exercise(store, user_id, exercises[id_], unit, today) for id_ in order],
        "sources": [source(body.name, record.id, body.started_at)],
    }


def whose_turn(store: Store, user_id: str, today: date) -> Json | None:
    """Return whose turn it is, without loads: {name, why, exercises, minutes?, sources}; None without a log. One read."""
    records = store.list(user_id, WORKOUT, limit=RECENT).items
    if not records:
        return None
    record, why = _turn(records, today)
    body = loads(record.body)
    started, ended = (datetime.fromisoformat(body[at]) if at in body else None for at in ("started_at", "ended_at"))
    return {
        "name": body["name"],
        "why": why,
        "exercises": [entry["exercise_id"] for entry in body["exercises"]],
        **({"minutes": round((ended - started).total_seconds() / 60)} if started and ended else {}),
        "sources": [source(body["name"], record.id, started or record.at)],
    }


def source(name: str, workout_id: str, at: datetime) -> Json:
    """Name a workout as where a figure comes from."""
    return {"label": f"{name}, {at.day} {at:%b %Y}", "ref": f"workout:{workout_id}"}


def _turn(records: Sequence[Record], today: date) -> tuple[Record, str]:
    """Choose, of the latest workout of each name, the one done longest ago (of those in the last five weeks)."""
    latest: dict[str, tuple[Record, Json]] = {}
    for record in records:
        body = loads(record.body)
        latest.setdefault(body["name"].casefold(), (record, body))
    turns = [(record, body["name"], _days_since(body, today)) for record, body in latest.values()]
    recent = [turn for turn in turns if turn[-1] <= LOOK_BACK_DAYS]
    chosen, name, days = recent[-1] if recent else turns[0]
    ago = "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
    if len(recent) > 1:
        return chosen, f"Of your {len(recent)} recent sessions, {name} was done longest ago: {ago}."
    return chosen, f"{name} is what you did last, {ago}."


def _days_since(logged: Json, today: date) -> int:
    """Count the days from a workout's own local day; one that lies ahead (a clock was wrong) is of today."""
    return max(0, (today - date.fromisoformat(logged["day"])).days)


def _exercise(store: Store, user_id: str, exercise: Exercise, unit: Units, today: date) -> Json:
    lifts = store.list(user_id, LIFT, group=exercise.id, limit=SESSIONS_READ).items
    history = [[_set(item) for item in loads(lift.body)["sets"]] for lift in lifts]
    sources = [_origin(lift) for lift in lifts[:2]]
    return {"exercise_id": exercise.id, "name": exercise.name, "sources": sources} | _proposal(
        exercise, history, _days_since(loads(lifts[0].body), today) if lifts else 0, unit
    )


def _origin(lift: Record) -> Json:
    body = loads(lift.body)
    return source(body["workout_name"], body["workout_id"], datetime.fromisoformat(body["at"]))


def _set(item: Json) -> Set:
    return Set(**{key: value for key, value in item.items() if key in FIELDS})


def _proposal(exercise: Exercise, history: list[list[Set]], days: int, unit: Units) -> Json:
    work = [item for item in history[0] if item.is_work and item.kind != "drop"] if history else []
    reps = [item.reps for item in work if item.reps]
    if exercise.metric not in ("reps_load", "bodyweight") or not reps:
        return {"sets": _repeat(work), "why": "The same as last time, or a little more if it felt easy."}
    weight = max(item.weight_kg or 0.0 for item in work)
    unit = "imperial" if in_pounds(weight) else "metric" if weight else unit
    increment, bar = _steps(exercise, unit) if exercise.metric == "reps_load" else (0.0, 0.0)
    bar = bar if min((item.weight_kg or 0.0) for item in work) >= bar else 0.0
    found = next_load(history, rep_range(reps), TARGET_RIR, increment, days_since=days, bar_kg=bar, units=unit)
    assert found is not None  # noqa: S101 - there is history
    sets: list[Json] = [{"kind": "normal", "reps": found.reps, "weight_kg": found.weight_kg, "rir": found.rir}] * len(
        reps
    )
    ramp = warmup_sets(found.weight_kg, increment, bar) if found.weight_kg and increment else []
    warm: list[Json] = [{"kind": "warmup", "reps": item.reps, "weight_kg": item.weight_kg} for item in ramp]
    return {"sets": [_known(item) for item in [*warm, *sets]], "why": found.reason}


def in_pounds(weight_kg: float) -> bool:
    """Tell a load made of pound plates: a whole number of pounds that no kilogram plates make."""
    pounds = lb_from_kg(weight_kg)
    return (
        weight_kg > 0
        and abs(pounds - round(pounds)) < ROUNDING
        and abs(weight_kg * 4 - round(weight_kg * 4)) > ROUNDING
    )


def _steps(exercise: Exercise, unit: Units) -> tuple[float, float]:
    """Return the smallest step and the bar, in kg: 5 lb for 2.5 kg and a bar of 45 lb for those who lift pounds."""
    step = exercise.increment_kg or 2.5
    bar = BAR_KG if "barbell" in exercise.equipment else 0.0
    if unit == "metric":
        return step, bar
    return kg_from_lb(2 * step), kg_from_lb(45) if bar else 0.0


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
    """Leave out what is not known, and round loads to the gram: five pounds are 2.26796185 kg."""
    known = {key: value for key, value in item.items() if value is not None}
    return known | ({"weight_kg": round(known["weight_kg"], 3)} if "weight_kg" in known else {})
