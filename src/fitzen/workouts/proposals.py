"""What to do next in one exercise: sets, a load from double progression over its history, and the reason for it."""

from collections.abc import Sequence
from datetime import date, datetime
from statistics import median
from typing import Any, NamedTuple

from fitzen.exercises.models import Exercise
from fitzen.infra.storage.base import Record, Store
from fitzen.records import Json, loads
from fitzen.science.loading import lb_from_kg, warmup_sets
from fitzen.science.progression import Units, next_load
from fitzen.science.strength import Set
from fitzen.workouts.plans.loads import lighter, ramp, steps
from fitzen.workouts.service import LIFT

SESSIONS_READ = 4
TARGET_RIR = 2
"""Stops short of failure, as most working sets should (Refalo 2023, doi 10.1007/s40279-022-01784-y)."""
REP_RANGES = ((1, 3), (3, 5), (5, 8), (8, 12), (12, 20), (20, 30))
ROUNDING = 0.01
FIELDS = Set.__dataclass_fields__.keys()


class Planned(NamedTuple):
    """What a plan asks of an exercise: working sets as planned, how many warm-up sets, whether its week is lighter."""

    sets: Sequence[Json]
    ramp: int
    why: str
    lighter: bool


def source(name: str, workout_id: str, at: datetime) -> Json:
    """Name a workout as where a figure comes from."""
    return {"label": f"{name}, {at.day} {at:%b %Y}", "ref": f"workout:{workout_id}"}


def days_since(logged: Json, today: date) -> int:
    """Count the days from a workout's own local day; one that lies ahead (a clock was wrong) is of today."""
    return max(0, (today - date.fromisoformat(logged["day"])).days)


def proposed(
    store: Store, user_id: str, exercise: Exercise, unit: Units, today: date, planned: Planned | None = None
) -> Json:
    """Return {exercise_id, name, sets, why, sources} of the next time, as a plan asks or as the log goes on. One read."""
    lifts = store.list(user_id, LIFT, group=exercise.id, limit=SESSIONS_READ).items
    history = [[_set(item) for item in loads(lift.body)["sets"]] for lift in lifts]
    sources = [_origin(lift) for lift in lifts[:2]]
    days = days_since(loads(lifts[0].body), today) if lifts else 0
    found = _planned(exercise, history, days, unit, planned) if planned else _proposal(exercise, history, days, unit)
    return {"exercise_id": exercise.id, "name": exercise.name, "sources": sources} | found


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
    increment, bar = steps(exercise, unit) if exercise.metric == "reps_load" else (0.0, 0.0)
    bar = bar if min((item.weight_kg or 0.0) for item in work) >= bar else 0.0
    found = next_load(history, rep_range(reps), TARGET_RIR, increment, days_since=days, bar_kg=bar, units=unit)
    assert found is not None  # noqa: S101 - there is history
    sets: list[Json] = [{"kind": "normal", "reps": found.reps, "weight_kg": found.weight_kg, "rir": found.rir}] * len(
        reps
    )
    ramp = warmup_sets(found.weight_kg, increment, bar) if found.weight_kg and increment else []
    warm: list[Json] = [{"kind": "warmup", "reps": item.reps, "weight_kg": item.weight_kg} for item in ramp]
    return {"sets": [_known(item) for item in [*warm, *sets]], "why": found.reason}


def _planned(exercise: Exercise, history: list[list[Set]], days: int, unit: Units, planned: Planned) -> Json:
    """Take sets, reps and reserve from the plan, and the load from what was done last."""
    one = planned.sets[0]
    if "reps" not in one or exercise.metric not in ("reps_load", "bodyweight"):
        return {"sets": [_next(each) for each in planned.sets], "why": planned.why}
    loads = [item.weight_kg for sets in history[:1] for item in sets if item.is_work and item.weight_kg]
    if loads:
        unit = "imperial" if in_pounds(max(loads)) else "metric"
    increment, bar = steps(exercise, unit) if exercise.metric == "reps_load" else (0.0, 0.0)
    bar = bar if not loads or min(loads) >= bar else 0.0
    low, high = one["reps"]
    if planned.lighter:
        reps, weight, why = low, lighter(exercise, max(loads), unit) if loads and increment else None, LIGHTER
    elif found := next_load(history, (low, high), one["rir"], increment, days_since=days, bar_kg=bar, units=unit):
        reps, weight, why = found.reps, found.weight_kg, found.reason
    else:
        reps, weight, why = low, one.get("weight_kg"), planned.why
    warm = ramp(exercise, weight, unit, planned.ramp) if weight and increment and planned.ramp else []
    sets = [{"kind": "warmup", "reps": item.reps, "weight_kg": item.weight_kg} for item in warm]
    sets += [_next(each) | {"reps": reps, "weight_kg": weight} for each in planned.sets]
    return {"sets": [_known(item) for item in sets], "why": why}


LIGHTER = "A lighter week on purpose: fewer sets, about a tenth less load, nothing near the limit."


def _next(item: Json) -> Json:
    """Turn a planned set into one to do: of its range of reps the lower end."""
    kept = {name: item[name] for name in ("rir", "weight_kg", "duration_s", "distance_m", "rest_s") if name in item}
    return {"kind": "normal"} | kept | ({"reps": item["reps"][0]} if "reps" in item else {})


def in_pounds(weight_kg: float) -> bool:
    """Tell a load made of pound plates: a whole number of pounds that no kilogram plates make."""
    pounds = lb_from_kg(weight_kg)
    return (
        weight_kg > 0
        and abs(pounds - round(pounds)) < ROUNDING
        and abs(weight_kg * 4 - round(weight_kg * 4)) > ROUNDING
    )


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
