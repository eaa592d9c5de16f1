"""`fitzen demo`: a year of a plausible life with Fitzen, for a newcomer to see. Same seed, same data.

The person is simulated, not sampled: strength approaches a ceiling, a session is missed now and then, every seventh
week is light, two holidays cost some strength, and effort is reported with the error that lifters make. Weight follows
from what is eaten (see eating.py), steps fill a habit (body.py, keeping.py), and what they are after is in planning.py.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from random import Random
from typing import NamedTuple

from fitzen.demo.body import Body, weigh_in
from fitzen.demo.eating import Eater
from fitzen.demo.keeping import Keeper
from fitzen.demo.planning import FAVOURITES, goals, meal_plan, memories, recipe, reminders, training_plan
from fitzen.demo.seeds import stream
from fitzen.demo.training import SPLIT, workout
from fitzen.demo.writing import KINDS, Entry, write
from fitzen.habits.models import TimeOff
from fitzen.infra.storage.base import Store
from fitzen.users.models import OnboardingIn
from fitzen.users.service import onboard

__all__ = ["Entry", "Filled", "fill", "fill_with", "generate"]

MISSED = 0.12
LIGHT_WEEK = 7
HOLIDAY_DAYS, HOLIDAY_SHARE = 10, 0.08
"""How long each of two holidays is, but no more than this share of the days."""
WEIGH_IN = 0.75

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
    """How many of each were written."""

    workouts: int = 0
    measurements: int = 0
    meals: int = 0
    drinks: int = 0
    habits: int = 0
    checkins: int = 0
    vacations: int = 0
    goals: int = 0
    reminders: int = 0
    recipes: int = 0
    favourites: int = 0
    training_plans: int = 0
    meal_plans: int = 0
    notes: int = 0


def fill(store: Store, user_id: str, seed: int, until: date, days: int = 365) -> Iterator[Filled]:
    """Write the data day by day, and yield the counts so far as it goes. Filling again changes nothing."""
    yield from fill_with(store, user_id, generate(seed, until, days), until)


def fill_with(store: Store, user_id: str, given: Iterable[Entry], until: date) -> Iterator[Filled]:
    """Write what is given, or a part of it, as it was said on the evening of `until`."""
    now = datetime.combine(until, time(22), UTC)
    onboard(store, user_id, PROFILE)
    counts = dict.fromkeys(Filled._fields, 0)
    for kind, entries in groupby(given, type):
        alike = list(entries)
        write(store, user_id, alike, now)
        counts[KINDS[kind].name] += len(alike)
        yield Filled(**counts)


def generate(seed: int, until: date, days: int = 365) -> Iterator[Entry]:
    """Yield what the person says: habits and holidays, then each day up to and with `until`, then what is planned."""
    random = Random(seed)  # noqa: S311 - a simulation
    first = until - timedelta(days=days - 1)
    holidays = [
        first + timedelta(days=int(days * share)) for share in (random.uniform(0.3, 0.4), random.uniform(0.7, 0.8))
    ]
    eater = Eater(stream(seed, "eating"))
    off = min(HOLIDAY_DAYS, int(days * HOLIDAY_SHARE))
    keeper = Keeper(stream(seed, "habits"), first)
    yield from keeper.habits
    for start in holidays if off else ():
        yield TimeOff.model_validate({"from": start, "to": start + timedelta(days=off - 1)})
    body = Body(stream(seed, "body"))
    weighed = False
    for number in range(days):
        day = first + timedelta(days=number)
        away = any(timedelta() <= day - start < timedelta(days=off) for start in holidays)
        if not away and random.random() < WEIGH_IN:
            weighed = True
            yield weigh_in(random, day, eater.weight_kg)
        trains = day.weekday() in SPLIT and not away and random.random() >= MISSED
        yield from body.day(day, eater.weight_kg, trained=trains, away=away)
        yield from eater.day(day, number, away=away)
        if trains:
            lost = sum(1 for start in holidays if day >= start) * off
            light = (number // 7) % LIGHT_WEEK == LIGHT_WEEK - 1
            yield workout(random, day, max(0, number - lost) / 30.4, light=light)
        if not away:
            yield from keeper.day(day, body.steps)
    yield from _planned(stream(seed, "plans"), first, until, eater.weight_kg, keeper.habits[0].id or "")
    yield from _coached(stream(seed, "coached"), until, weighed=weighed)


def _planned(random: Random, first: date, until: date, weight_kg: float, habit_id: str) -> Iterator[Entry]:
    yield recipe(random, until)
    yield from FAVOURITES
    yield from goals(random, first, until, weight_kg, habit_id)
    yield from reminders(random, until, habit_id)


def _coached(random: Random, until: date, *, weighed: bool) -> Iterator[Entry]:
    """Yield what the coach made or keeps; meals cannot be planned for somebody whose weight nobody knows."""
    yield training_plan(random, until)
    if weighed:
        yield meal_plan(random, until)
    yield from memories(random, until)
