"""What the simulated person lifts: strength approaches a ceiling, every seventh week is light, and some is reported in error."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import NamedTuple

from fitzen.demo.seeds import ZONE, seeded_id
from fitzen.science.loading import round_load, warmup_sets
from fitzen.science.strength import load_for
from fitzen.workouts.models import PerformedExercise, Set, WorkoutIn


@dataclass(frozen=True, slots=True)
class Lift:
    """How an exercise develops: e1RM in kg from `start` towards `ceiling`, most of it within `months`."""

    exercise_id: str
    start: float
    ceiling: float
    months: float
    reps: int
    sets: int
    step: float = 2.5
    bar: float = 0.0


class Held(NamedTuple):
    exercise_id: str
    seconds: float
    sets: int


BENCH = Lift("barbell-bench-press", 72, 104, 8, 5, 4, bar=20)
SQUAT = Lift("barbell-back-squat", 90, 142, 7, 5, 4, bar=20)
DEADLIFT = Lift("barbell-deadlift", 110, 172, 7, 5, 3, step=5, bar=20)
PRESS = Lift("overhead-press", 46, 66, 9, 6, 4, bar=20)
ROW = Lift("barbell-row", 68, 96, 8, 8, 4, bar=20)
PULLDOWN = Lift("lat-pulldown", 62, 88, 8, 10, 3)
ROMANIAN = Lift("romanian-deadlift", 90, 132, 8, 8, 3, bar=20)
CURL = Lift("dumbbell-curl", 15, 23, 9, 10, 3, step=1)
PLANK = Held("plank", 45, 3)

SPLIT: dict[int, tuple[str, tuple[Lift | Held, ...]]] = {
    0: ("Upper A", (BENCH, ROW, PRESS, CURL)),
    1: ("Lower A", (SQUAT, ROMANIAN, PLANK)),
    3: ("Upper B", (PRESS, PULLDOWN, BENCH, CURL)),
    4: ("Lower B", (DEADLIFT, SQUAT, PLANK)),
}
"""The session of each weekday, Monday 0."""


def workout(random: Random, day: date, months: float, *, light: bool) -> WorkoutIn:
    name, lifts = SPLIT[day.weekday()]
    start = datetime.combine(day, time(18, random.randrange(0, 55)), ZONE)
    return WorkoutIn(
        id=seeded_id(random, start),
        name=name,
        started_at=start,
        ended_at=start + timedelta(minutes=random.randrange(48, 78)),
        notes="Light week." if light else None,
        exercises=[_exercise(random, lift, months, light=light) for lift in lifts],
    )


def _exercise(random: Random, lift: Lift | Held, months: float, *, light: bool) -> PerformedExercise:
    if isinstance(lift, Held):
        seconds = lift.seconds + 5 * round(months) + random.randrange(-5, 6)
        return PerformedExercise(exercise_id=lift.exercise_id, sets=[Set(duration_s=float(seconds))] * lift.sets)
    e1rm = lift.ceiling - (lift.ceiling - lift.start) * math.exp(-2.3 * months / lift.months)
    e1rm *= random.gauss(1, 0.012)
    # Ten effective repetitions are the most that the formula takes.
    planned = min(2.0, 10.0 - lift.reps)
    load = (load_for(e1rm, lift.reps, planned) or e1rm * 0.7) * (0.85 if light else 1)
    weight = round_load(load, lift.step, lift.bar)
    warm = [
        Set(kind="warmup", reps=item.reps, weight_kg=item.weight_kg)
        for item in warmup_sets(weight, lift.step, lift.bar)
    ]
    return PerformedExercise(exercise_id=lift.exercise_id, sets=[*warm, *_work(random, lift, weight, light=light)])


def _work(random: Random, lift: Lift, weight: float, *, light: bool) -> Iterator[Set]:
    """Working sets: reserve falls from set to set, and the last one sometimes misses a repetition."""
    for number in range(lift.sets - (1 if light else 0)):
        reserve = max(0.0, round((4 if light else 2.5) - 0.5 * number + random.gauss(0, 0.5)))
        missed = not light and number == lift.sets - 1 and random.random() < 0.15  # noqa: PLR2004 - one time in seven
        yield Set(reps=lift.reps - missed, weight_kg=weight, rir=0.0 if missed else reserve)
