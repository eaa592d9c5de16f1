"""Which kinds of records a phone may write, which only come down to it, and which stay on the server.

Every kind that a person's records have is in one of the three; a test compares them with the features and the store.
"""

from typing import Any, NamedTuple

from fitzen.entities import Entity
from fitzen.exercises.service import EXERCISES
from fitzen.habits.deriving import CHECKINS, HABITS, VACATIONS
from fitzen.measurements.service import MEASUREMENTS
from fitzen.nutrition.diary import DIARY_DAYS
from fitzen.nutrition.foods.favourites import FAVOURITES
from fitzen.nutrition.foods.service import FOODS
from fitzen.nutrition.recipes.service import RECIPES
from fitzen.nutrition.service import MEALS, WATERS
from fitzen.photos.service import PHOTOS
from fitzen.reminders.service import REMINDERS
from fitzen.sync.models import Action
from fitzen.users.service import USERS
from fitzen.workouts.service import WORKOUTS


class Written(NamedTuple):
    """What a phone may do with the records of an entity; with `named` its ids say what it is of, and are no UUIDs."""

    entity: Entity[Any]
    actions: frozenset[Action]
    named: bool = False


EVERYTHING: frozenset[Action] = frozenset({"create", "update", "delete"})

_WRITTEN = [
    Written(USERS, frozenset({"update"})),
    Written(EXERCISES, frozenset({"create"})),
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
    Written(MEALS, EVERYTHING),
    Written(WATERS, EVERYTHING),
    Written(DIARY_DAYS, EVERYTHING, named=True),
]
WRITTEN = {written.entity.kind: written for written in _WRITTEN}

READ_ONLY = frozenset({"workout_day", "lift", "best", "habit_state", "meal_day", "recent", "target_week"})
"""What the server derives from the others."""

KEPT_BACK = frozenset({"chat", "message", "memory", "action", "device", "import", "trash", "note"})
"""What expires, such as the note of a day, would stay on a phone for ever. Chat is a store of its own, read as it is written; a push token is a secret; the rest is the server's own work."""

COMING_DOWN = WRITTEN.keys() | READ_ONLY
