"""Make a training plan from what is given: the same person and id give the same plan.

Hard limits never break: minutes, equipment, what hurts, weekly and daily sets of a muscle, repetitions in reserve. What
they leave no room for is said in the plan's notes, with the least change that would help.
"""

from typing import NamedTuple

from fitzen.errors import InvalidError
from fitzen.workouts.plans.frame import Frame, Person
from fitzen.workouts.plans.models import Goal, PlanBody
from fitzen.workouts.plans.notes import notes
from fitzen.workouts.plans.schedule import Ids, spread
from fitzen.workouts.plans.selection import choose
from fitzen.workouts.plans.weekly import Week

GOAL_NAMES: dict[Goal, str] = {
    "gain": "Muscle",
    "perform": "Strength",
    "lose": "Keep muscle while losing weight",
    "maintain": "Keep what you have",
    "health": "Health",
}


class Made(NamedTuple):
    """A plan, and the week that it repeats."""

    plan: PlanBody
    week: Week


def generate(
    person: Person, plan_id: str, start: Week | None = None, ids: Ids | None = None, *, fill: bool = True
) -> Made:
    """Make a plan; `start` is a week to begin from, and to fill. Raises InvalidError when no exercise at all is left."""
    frame = start.frame if start else Frame(person)
    week = choose(frame, start, fill=fill)
    if not all(day.works for day in week.days):
        raise InvalidError.of(
            "avoid", "With what hurts, what is to be avoided and what there is to train with, no exercise is left."
        )
    given = person.given
    days = len(week.days)
    plan = PlanBody(
        name=f"{GOAL_NAMES[given.goal]}, {days} day{'s' * (days > 1)} a week",
        goal=given.goal,
        weeks=given.weeks,
        days=spread(frame, week, plan_id, ids),
        notes=notes(frame, week),
        given=given,
    )
    return Made(plan, week)
