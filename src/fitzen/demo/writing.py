"""How each thing that the simulated person says is written: by the service that the app's routes call."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import batched
from typing import Any, NamedTuple

from fitzen.coach.memory import MemoryIn, remember
from fitzen.demo.planning import Favourite
from fitzen.goals.models import GoalIn
from fitzen.goals.service import set_goal
from fitzen.habits.models import CheckinBody, CheckinIn, HabitIn, TimeOff
from fitzen.habits.service import check_in, go_on_vacation, make_habit
from fitzen.infra.storage.base import Store
from fitzen.measurements.models import MAX_BATCH, BatchIn, MeasurementIn
from fitzen.measurements.service import measure_all
from fitzen.nutrition.foods import favourites
from fitzen.nutrition.meal_plans.models import GenerateIn
from fitzen.nutrition.meal_plans.service import generate
from fitzen.nutrition.models import MealIn, WaterIn
from fitzen.nutrition.recipes.own import RecipeIn
from fitzen.nutrition.recipes.service import create_recipe
from fitzen.nutrition.service import log_meal, log_water
from fitzen.records import loads
from fitzen.reminders.models import ReminderIn
from fitzen.reminders.service import remind
from fitzen.workouts.models import WorkoutIn
from fitzen.workouts.plans.models import PlanRequest
from fitzen.workouts.plans.service import activate, make_plan
from fitzen.workouts.service import log_workout

type Entry = (
    WorkoutIn
    | MeasurementIn
    | MealIn
    | WaterIn
    | HabitIn
    | CheckinBody
    | TimeOff
    | GoalIn
    | ReminderIn
    | RecipeIn
    | Favourite
    | PlanRequest
    | GenerateIn
    | MemoryIn
)


class Kind(NamedTuple):
    """What a kind of entry is called, and how one of it is written: `write(store, user_id, entry, now)`."""

    name: str
    write: Callable[[Store, str, Any, datetime], object]


def _check_in(store: Store, user_id: str, entry: CheckinBody, now: datetime) -> None:
    check_in(store, user_id, entry.habit_id, entry.day, CheckinIn(value=entry.value, note=entry.note), now)


def _measure(store: Store, user_id: str, entries: Sequence[MeasurementIn], now: datetime) -> None:
    for batch in batched(entries, MAX_BATCH, strict=False):
        measure_all(store, user_id, BatchIn(items=list(batch)), now)


def _favour(store: Store, user_id: str, entry: Favourite, now: datetime) -> None:
    if store.get(user_id, favourites.FAVOURITE, entry.food_id) is None:
        favourites.add(store, user_id, entry.food_id, now)


def _train_by(store: Store, user_id: str, entry: PlanRequest, now: datetime) -> None:
    """Make a plan and train by it; filled again, the plan that is trained by since stays the active one."""
    saved = make_plan(store, user_id, entry, now)
    if saved.created:
        activate(store, user_id, loads(saved.body)["id"], now)


KINDS: Mapping[type, Kind] = {
    WorkoutIn: Kind("workouts", log_workout),
    MeasurementIn: Kind("measurements", _measure),
    MealIn: Kind("meals", log_meal),
    WaterIn: Kind("drinks", log_water),
    HabitIn: Kind("habits", make_habit),
    CheckinBody: Kind("checkins", _check_in),
    TimeOff: Kind("vacations", go_on_vacation),
    GoalIn: Kind("goals", set_goal),
    ReminderIn: Kind("reminders", remind),
    RecipeIn: Kind("recipes", create_recipe),
    Favourite: Kind("favourites", _favour),
    PlanRequest: Kind("training_plans", _train_by),
    GenerateIn: Kind("meal_plans", generate),
    MemoryIn: Kind("notes", remember),
}
"""Measurements that follow each other are written together, as a phone sends a day's."""


def write(store: Store, user_id: str, entries: Sequence[Entry], now: datetime) -> None:
    """Write entries that are all of one kind."""
    kind = KINDS[type(entries[0])]
    if kind is KINDS[MeasurementIn]:
        kind.write(store, user_id, entries, now)
        return
    for entry in entries:
        kind.write(store, user_id, entry, now)
