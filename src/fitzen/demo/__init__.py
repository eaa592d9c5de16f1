"""`fitzen demo`: a year of plausible training, meals and weight, for a newcomer to see. Same seed, same data.

The person is simulated, not sampled: strength approaches a ceiling, a session is missed now and then, every seventh
week is light, two holidays cost some strength, and effort is reported with the error that lifters make. Weight follows
from what is eaten (see eating.py).
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import NamedTuple
from zoneinfo import ZoneInfo

from fitzen.demo.eating import Eater, seeded_id
from fitzen.infra.storage.base import Store
from fitzen.measurements.models import MeasurementIn
from fitzen.measurements.service import measure
from fitzen.nutrition.models import MealIn, WaterIn
from fitzen.nutrition.service import log_meal, log_water
from fitzen.science.loading import round_load, warmup_sets
from fitzen.science.strength import load_for
from fitzen.users.models import OnboardingIn
from fitzen.users.service import onboard
from fitzen.workouts.models import PerformedExercise, Set, WorkoutIn
from fitzen.workouts.service import log_workout

ZONE = ZoneInfo("Europe/Madrid")
MISSED = 0.12
LIGHT_WEEK = 7
HOLIDAY_DAYS = 10
WEIGH_IN = 0.75


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

PROFILE = OnboardingIn(
    name="Alex",
    birth_date=date(1991, 4, 12),
    sex="male",
    height_cm=179.0,
    time_zone="Europe/Madrid",
    fitness_level="intermediate",
    activity_level="moderate",
    goal="gain",
    training_days_per_week=4,
    equipment=["barbell", "dumbbell", "bench", "rack", "cable", "pull_up_bar"],
)


class Filled(NamedTuple):
    workouts: int = 0
    measurements: int = 0
    meals: int = 0
    drinks: int = 0


type Entry = WorkoutIn | MeasurementIn | MealIn | WaterIn


def fill(store: Store, user_id: str, seed: int, until: date, days: int = 365) -> Iterator[Filled]:
    """Write the data day by day, and yield the counts so far after each. Filling again changes nothing."""
    now = datetime.combine(until, time(22), UTC)
    onboard(store, user_id, PROFILE)
    counts = dict.fromkeys(Filled._fields, 0)
    for entry in generate(seed, until, days):
        counts[_log(store, user_id, entry, now)] += 1
        yield Filled(**counts)


def _log(store: Store, user_id: str, entry: Entry, now: datetime) -> str:
    """Write an entry, and say which count it adds to."""
    match entry:
        case WorkoutIn():
            log_workout(store, user_id, entry, now)
            return "workouts"
        case MeasurementIn():
            measure(store, user_id, entry, now)
            return "measurements"
        case MealIn():
            log_meal(store, user_id, entry, now)
            return "meals"
        case WaterIn():
            log_water(store, user_id, entry, now)
            return "drinks"


def generate(seed: int, until: date, days: int = 365) -> Iterator[Entry]:
    """Yield what the person logs, oldest first, up to and with the day `until`."""
    random = Random(seed)  # noqa: S311 - a simulation
    first = until - timedelta(days=days - 1)
    holidays = [
        first + timedelta(days=int(days * share)) for share in (random.uniform(0.3, 0.4), random.uniform(0.7, 0.8))
    ]
    eater = Eater(Random(f"{seed}/eating"), ZONE)  # noqa: S311 - a simulation
    for number in range(days):
        day = first + timedelta(days=number)
        away = any(timedelta() <= day - start < timedelta(days=HOLIDAY_DAYS) for start in holidays)
        if not away and random.random() < WEIGH_IN:
            yield _weigh_in(random, day, eater.weight_kg)
        yield from eater.day(day, number, away=away)
        if day.weekday() in SPLIT and not away and random.random() >= MISSED:
            lost = sum(1 for start in holidays if day >= start) * HOLIDAY_DAYS
            yield _workout(
                random, day, max(0, number - lost) / 30.4, light=(number // 7) % LIGHT_WEEK == LIGHT_WEEK - 1
            )


def _weigh_in(random: Random, day: date, weight_kg: float) -> MeasurementIn:
    """The weight of the morning with the day-to-day noise of water (about 0.6 kg)."""
    at = datetime.combine(day, time(7, random.randrange(5, 50)), ZONE)
    value = round(weight_kg + random.gauss(0, 0.55), 1)
    return MeasurementIn(id=seeded_id(random, at), taken_at=at, metric="weight_kg", value=value)


def _workout(random: Random, day: date, months: float, *, light: bool) -> WorkoutIn:
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
