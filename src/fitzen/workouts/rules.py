"""What follows from a workout: totals, bests, records, and the figures of its day. Pure: no store, no clock."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from math import fsum
from statistics import linear_regression
from typing import Any, NamedTuple

from fitzen.exercises.models import WITHOUT_RESISTANCE, Exercise
from fitzen.records import Json
from fitzen.science import strength
from fitzen.science.volume import muscle_sets
from fitzen.workouts.models import Set, WorkoutBody


class Performed(NamedTuple):
    """One exercise of a workout, all its entries together, with the bests that it gave."""

    exercise: Exercise
    sets: list[Set]
    bests: Mapping[strength.BestMetric, float]


def performed(body: WorkoutBody, exercises: Mapping[str, Exercise]) -> dict[str, Performed]:
    """Gather the sets of each exercise of a workout and find its bests, by exercise id."""
    sets: dict[str, list[Set]] = {}
    for entry in body.exercises:
        sets.setdefault(entry.exercise_id, []).extend(entry.sets)
    return {
        id_: Performed(exercises[id_], own, strength.best_of(own, exercises[id_].metric)) for id_, own in sets.items()
    }


def totals(done: Iterable[Performed]) -> Json:
    """Sum the working sets of a workout: volume in kg, sets, reps."""
    work = [item for each in done for item in each.sets if item.is_work]
    return {
        "volume_kg": round(fsum(map(strength.set_volume_kg, work)), 3),
        "sets": len(work),
        "reps": sum(item.reps or 0 for item in work),
    }


def contribution(body: WorkoutBody, done: Mapping[str, Performed], summed: Json) -> Json:
    """Return what a workout adds to its day: its totals, its length in seconds, its sets of resistance by muscle."""
    muscles = muscle_sets(
        ([(part.muscle, part.share) for part in each.exercise.muscles], each.sets)
        for each in done.values()
        if each.exercise.pattern not in WITHOUT_RESISTANCE
    )
    length = (body.ended_at - body.started_at).total_seconds() if body.ended_at else 0.0
    return {"name": body.name, **summed, "duration_s": length, "muscles": dict(sorted(muscles.items()))}


SUMMED = ("volume_kg", "duration_s", "sets", "reps")


def day_of(day: str, workouts: Mapping[str, Json]) -> Json:
    """Sum a day from what each of its workouts adds.

    The parts are kept, so that a total never drifts: it is always the exact sum of what is there.
    """
    parts = [workouts[id_] for id_ in sorted(workouts)]
    muscles = sorted({muscle for part in parts for muscle in part["muscles"]})
    return {
        "day": day,
        **{name: round(fsum(part[name] for part in parts), 3) for name in SUMMED[:2]},
        **{name: sum(part[name] for part in parts) for name in SUMMED[2:]},
        "muscles": {muscle: fsum(part["muscles"].get(muscle, 0) for part in parts) for muscle in muscles},
        "workouts": {id_: workouts[id_] for id_ in sorted(workouts)},
    }


TOTALLED = ("volume_kg", "sets", "reps")


def total_of(workouts: Iterable[Json]) -> Json:
    """Sum all workouts ever, by their totals; a session is one with a working set. The order does not matter."""
    every = [*workouts]
    return {
        "sessions": sum(each["sets"] > 0 for each in every),
        "volume_kg": round(fsum(each["volume_kg"] for each in every), 3),
        **{name: sum(each[name] for each in every) for name in TOTALLED[1:]},
    }


def total_after(total: Json, before: Json | None, after: Json | None) -> Json:
    """Return the total after a workout's totals changed (None: there is none): the same as `total_of` over all of them.

    Volumes are whole grams, and rounding to them after each step keeps what a float would let drift.
    """
    old, new = total_of([before] if before else []), total_of([after] if after else [])
    return {name: round(value - old[name] + new[name], 3) for name, value in total.items()}


def lift_of(workout_id: str, body: WorkoutBody, day: str, exercise_id: str, done: Performed) -> Json:
    """Return one exercise of one workout as the exercise's history keeps it: bests, and the sets as logged."""
    return {
        "workout_id": workout_id,
        "workout_name": body.name,
        "exercise_id": exercise_id,
        "at": body.started_at.isoformat(),
        "day": day,
        **{metric: round(value, 3) for metric, value in done.bests.items()},
        "sets": [_fields(item) for item in done.sets],
    }


def _fields(item: Set) -> Json:
    """Return what is known of a set, as it is stored."""
    return {name: value for name, value in item.__dict__.items() if value is not None}


METRICS: tuple[strength.BestMetric, ...] = ("e1rm_kg", "weight_kg", "volume_kg", "reps", "duration_s", "distance_m")


def best_of_lifts(exercise_id: str, lifts: Iterable[Json]) -> Json:
    """Return the bests of an exercise over its lifts; of equal ones the earliest holds (then the lowest id).

    The order in which the lifts come does not matter.
    """
    best: dict[str, Any] = {}
    count = 0
    for lift in lifts:
        count += 1
        for metric in METRICS:
            if metric in lift:
                held = {"value": lift[metric], "workout_id": lift["workout_id"], "at": lift["at"]}
                if metric not in best or _beats(held, best[metric]):
                    best[metric] = held
    return {
        "exercise_id": exercise_id,
        "sessions": count,
        "metrics": {name: best[name] for name in METRICS if name in best},
    }


def add_lift(best: Json, lift: Json) -> Json:
    """Return the bests after one more lift: the same as `best_of_lifts` over all of them."""
    alone = best_of_lifts(best["exercise_id"], [lift])["metrics"]
    metrics = dict(best["metrics"])
    for metric, held in alone.items():
        if metric not in metrics or _beats(held, metrics[metric]):
            metrics[metric] = held
    return {
        "exercise_id": best["exercise_id"],
        "sessions": best["sessions"] + 1,
        "metrics": {name: metrics[name] for name in METRICS if name in metrics},
    }


def _beats(one: Json, other: Json) -> bool:
    if one["value"] != other["value"]:
        return bool(one["value"] > other["value"])
    return (_instant(one["at"]), one["workout_id"]) < (_instant(other["at"]), other["workout_id"])


def _instant(at: str) -> float:
    return datetime.fromisoformat(at).timestamp()


def records(done: Mapping[str, Performed], bests: Mapping[str, Json]) -> list[Json]:
    """List the records that a workout breaks, against the bests of everything else that is logged."""
    return [
        {
            "exercise_id": id_,
            "metric": broken.metric,
            "value": round(broken.value, 3),
            "previous": round(broken.previous, 3),
        }
        for id_, each in done.items()
        if id_ in bests
        for broken in strength.broken_records(_values(bests[id_]), each.bests)
    ]


def _values(best: Json) -> Mapping[strength.BestMetric, float]:
    return {metric: held["value"] for metric, held in best["metrics"].items()}


def week(monday: date, days: Mapping[str, Json]) -> Json:
    """Sum the seven days from a Monday."""
    own = [days[day] for back in range(7) if (day := (monday + timedelta(days=back)).isoformat()) in days]
    muscles = sorted({muscle for day in own for muscle in day["muscles"]})
    return {
        "starts_on": monday.isoformat(),
        "workouts": sum(len(day["workouts"]) for day in own),
        **{name: round(fsum(day[name] for day in own), 3) for name in SUMMED[:2]},
        **{name: sum(day[name] for day in own) for name in SUMMED[2:]},
        "muscles": [
            {"muscle": muscle, "sets": fsum(day["muscles"].get(muscle, 0) for day in own)} for muscle in muscles
        ],
    }


MAIN_METRIC: Mapping[strength.Metric, strength.BestMetric] = {
    "reps_load": "e1rm_kg",
    "bodyweight": "reps",
    "time": "duration_s",
    "distance": "distance_m",
}
MIN_TREND_SESSIONS = 3
WEEK_S = 7 * 24 * 3600


def trend(metric: strength.Metric, lifts: Sequence[Json]) -> Json | None:
    """Fit a line by least squares through the main metric of some lifts: its slope, a week. None under 3 sessions.

    `first` and `last` are the values of the oldest and the newest of them.
    """
    name = MAIN_METRIC[metric]
    points = sorted((_instant(lift["at"]), lift[name]) for lift in lifts if name in lift)
    if len(points) < MIN_TREND_SESSIONS or points[0][0] == points[-1][0]:
        return None
    slope = linear_regression(*zip(*points, strict=True)).slope
    return {
        "metric": name,
        "per_week": round(slope * WEEK_S, 3),
        "sessions": len(points),
        "first": points[0][1],
        "last": points[-1][1],
    }
