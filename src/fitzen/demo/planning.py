"""What the simulated person has by the last day: goals, plans and reminders, a recipe, and notes for the coach."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, NamedTuple

from fitzen.coach.memory import MemoryIn
from fitzen.demo.eating import OATS
from fitzen.demo.seeds import ZONE, seeded_id
from fitzen.demo.training import SPLIT
from fitzen.goals.models import GoalIn
from fitzen.nutrition.meal_plans.models import GenerateIn
from fitzen.nutrition.recipes.own import OwnIngredient, RecipeIn
from fitzen.reminders.models import ReminderIn
from fitzen.workouts.plans.models import PlanRequest

SINCE, AHEAD = timedelta(days=120), timedelta(days=120)
"""How long ago the goals that are still open were set, and when they are due."""


class Favourite(NamedTuple):
    food_id: str


FAVOURITES = [Favourite("usda-08120"), Favourite("usda-01116"), Favourite("usda-05064")]
TRAINING_DAYS = [1 + weekday for weekday in SPLIT]

STRENGTH: list[dict[str, Any]] = [
    {"title": "Squat 120 kg", "exercise_id": "barbell-back-squat", "target_value": 120},
    {"title": "Bench press 110 kg", "exercise_id": "barbell-bench-press", "target_value": 110},
]
"""By the estimated maximum: the first was set on the first day, and is reached within a year."""


def goals(random: Random, first: date, until: date, weight_kg: float, habit_id: str) -> Iterator[GoalIn]:
    since = max(first, until - SINCE)
    open_: dict[str, Any] = {"start_on": since, "due_on": until + AHEAD}
    said: list[dict[str, Any]] = [
        {"kind": "strength", "start_on": first, **STRENGTH[0]},
        {"kind": "strength", **open_, **STRENGTH[1]},
        {"kind": "weight", "title": "Gain two kilos", "target_value": round(weight_kg + 2, 1), **open_},
        {"kind": "habit", "habit_id": habit_id, "metric": "checkins", "target_value": 150, **open_},
        {"kind": "custom", "title": "Read 12 books", "target_value": 12, "start_value": 0, "current_value": 7,
         "unit": "books", **open_},
    ]  # fmt: skip
    for each in said:
        yield GoalIn(id=_id(random, until), **each)


def reminders(random: Random, until: date, habit_id: str) -> Iterator[ReminderIn]:
    said: list[dict[str, Any]] = [
        {"kind": "measurement", "title": "Step on the scale", "at_local": "07:05", "target_id": "weight_kg"},
        {"kind": "workout", "title": "Time to train", "at_local": "17:45", "days": TRAINING_DAYS},
        {"kind": "habit", "title": "A walk before the day ends", "at_local": "20:30", "target_id": habit_id},
    ]
    for each in said:
        yield ReminderIn(id=_id(random, until), only_if_not_done=True, **each)


def training_plan(random: Random, until: date) -> PlanRequest:
    """Ask for the plan that they train by from the day after the last."""
    return PlanRequest(id=_id(random, until), weeks=6, days_per_week=len(SPLIT), minutes=60)


def meal_plan(random: Random, until: date) -> GenerateIn:
    """Ask for the meals of the week that the day after the last is in: a newcomer's own, for the demo ends yesterday."""
    today = until + timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    return GenerateIn(id=_id(random, until), starts_on=monday, weekday_max_minutes=45)


NOTES = (
    "I train after work, from about a quarter to six.",
    "My left shoulder does not like dips.",
    "I want to bench 110 kg before the spring.",
)


def memories(random: Random, until: date) -> Iterator[MemoryIn]:
    for text in NOTES:
        yield MemoryIn(id=_id(random, until), text=text)


def recipe(random: Random, until: date) -> RecipeIn:
    return RecipeIn(
        id=_id(random, until),
        name="Overnight oats for two",
        servings=2,
        minutes=10,
        tags=["breakfast"],
        ingredients=[OwnIngredient(food_id=food.food_id, grams=2 * food.amount) for food in OATS],
        steps=[
            "Stir everything but the blueberries into the milk.",
            "Leave in the fridge overnight; top with the berries.",
        ],
    )


def _id(random: Random, day: date) -> str:
    return seeded_id(random, datetime.combine(day, time(21), ZONE))
