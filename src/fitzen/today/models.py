"""Today, as it is read."""

from typing import Annotated, Any

from pydantic import Field

from fitzen.achievements.models import Achievement
from fitzen.users.models import Targets
from fitzen.web.fields import Day, Id, Model, Timestamp


class Eaten(Model):
    """What was logged today. A nutrient that no item gives is absent; `unknown` counts the items that lack one."""

    energy_kcal: float | None = None
    protein_g: float | None = None
    carbs_g: float | None = None
    fat_g: float | None = None
    fiber_g: float | None = None
    water_ml: float
    unknown: dict[str, int]


class SourceOf(Model):
    """Where something comes from, such as `workout:<id>`."""

    label: str
    ref: str


class TurnOf(Model):
    """The session whose turn it is; `GET /api/workouts/{user_id}/next` has its loads."""

    name: str
    why: str
    exercises: list[str]
    minutes: int | None = None
    plan_id: Id | None = None
    session_id: Id | None = None
    sources: list[SourceOf]


class DueHabit(Model):
    """`due`: it asks for something today, done or not. `streak` counts days or weeks, as the habit does."""

    id: Id
    name: str
    due: bool
    done: bool
    streak: int


class WeightNow(Model):
    """In kg; `rate_per_week` is absent while there are too few weigh-ins to tell."""

    latest: float
    trend: float
    rate_per_week: float | None = None


class ReminderDue(Model):
    reminder_id: Id
    kind: str
    title: str
    due_at: Timestamp


class NoteOfToday(Model):
    text: str
    sources: list[dict[str, Any]]


class Today(Model):
    """The person's day as it stands; `targets` is null while the profile says too little."""

    day: Day
    targets: Targets | None
    eaten: Eaten
    next_session: TurnOf | None
    habits: list[DueHabit]
    weight: WeightNow | None
    reminders: list[ReminderDue]
    note: NoteOfToday | None
    achievements: Annotated[list[Achievement], Field(description="Earned in the last week, newest first.")]
    has_picture: Annotated[bool, Field(description="Whether the person has a picture of themselves (avatar).")]
