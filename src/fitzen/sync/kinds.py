"""Which kinds of records a phone may write, which only come down to it, and which stay on the server.

Every kind that a person's records have is in one of the three; a test compares them with the features and the store.
"""

from typing import Any, NamedTuple

from fitzen.coach.memory import MEMORIES
from fitzen.cycle.service import PERIODS
from fitzen.entities import Entity
from fitzen.exercises.service import EXERCISES
from fitzen.goals.setting import GOALS
from fitzen.habits.deriving import CHECKINS, HABITS, VACATIONS
from fitzen.measurements.service import MEASUREMENTS
from fitzen.nutrition.diary import DIARY_DAYS
from fitzen.nutrition.foods.favourites import FAVOURITES
from fitzen.nutrition.foods.service import FOODS
from fitzen.nutrition.meal_plans.service import MEAL_PLANS
from fitzen.nutrition.recipes.service import RECIPES
from fitzen.nutrition.service import MEALS, WATERS
from fitzen.photos.service import PHOTOS
from fitzen.reminders.service import REMINDERS
from fitzen.sync.models import Action
from fitzen.users.service import USERS
from fitzen.workouts.plans.service import PLANS
from fitzen.workouts.service import WORKOUTS


class Written(NamedTuple):
    """What a phone may do with the records of an entity; with `named` its ids say what it is of, and are no UUIDs."""

    entity: Entity[Any]
    actions: frozenset[Action]
    named: bool = False


EVERYTHING: frozenset[Action] = frozenset({"create", "update", "delete"})

_WRITTEN = [  # what others refer to before those: a phone that gives back what a server lost keeps this order
    Written(USERS, frozenset({"update"})),
    Written(EXERCISES, frozenset({"create"})),
    Written(PLANS, EVERYTHING),
    Written(WORKOUTS, EVERYTHING),
    Written(MEASUREMENTS, EVERYTHING),
    Written(PHOTOS, frozenset({"delete"})),
    Written(HABITS, EVERYTHING),
    Written(CHECKINS, frozenset({"create", "update"}), named=True),
    Written(VACATIONS, frozenset({"create", "update"}), named=True),
    Written(REMINDERS, EVERYTHING),
    Written(FOODS, EVERYTHING),
    Written(FAVOURITES, EVERYTHING, named=True),
    Written(RECIPES, EVERYTHING),
    Written(MEAL_PLANS, EVERYTHING),
    Written(MEALS, EVERYTHING),
    Written(WATERS, EVERYTHING),
    Written(DIARY_DAYS, EVERYTHING, named=True),
    Written(GOALS, EVERYTHING),
    Written(PERIODS, EVERYTHING),
    Written(MEMORIES, EVERYTHING),
]
WRITTEN = {written.entity.kind: written for written in _WRITTEN}

READ_ONLY = frozenset(
    {"workout_day", "lift", "best", "habit_state", "meal_day", "recent", "target_week", "workout_total", "achievement"}
    | {"active_plan"}
)
"""What the server derives from the others."""

KEPT_BACK = frozenset(
    {"chat", "message", "action", "coach_spend", "device", "import", "trash", "note", "picture"}
    | {"replan", "digest", "midnight"}
)
"""Chat is a store of its own, read as it is written; a push token is a secret; what expires, such as the note of a day,
would stay on a phone for ever; the rest is the server's own work."""

COMING_DOWN = WRITTEN.keys() | READ_ONLY


def writable_fields() -> dict[str, list[str]]:
    """Say which fields a phone may send of each kind, in the order in which it gives back what a server lost."""
    return {
        kind: [name for name in written.entity.body.model_fields if name != "id"] for kind, written in WRITTEN.items()
    }
