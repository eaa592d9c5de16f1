"""Every kind of record that a person can have, and what becomes of it when their data go out and come in again.

A kind is in one of the tables; a test compares them with what the features and the store name.
"""

from dataclasses import dataclass
from typing import Any

from fitzen.achievements.service import ACHIEVEMENT
from fitzen.coach.chats import ACTION, CHAT, MESSAGE
from fitzen.coach.memory import MEMORIES, MEMORY
from fitzen.cycle.service import CYCLE, PERIODS, PRIVATE_KINDS
from fitzen.entities import Entity
from fitzen.exercises.service import EXERCISE, EXERCISES
from fitzen.goals.setting import GOAL, GOALS
from fitzen.habits.deriving import CHECKIN, HABIT, STATE, VACATION
from fitzen.habits.service import CHECKINS, HABITS, VACATIONS
from fitzen.measurements.service import MEASUREMENT, MEASUREMENTS
from fitzen.nutrition import service as nutrition
from fitzen.nutrition.diary import DIARY_DAY
from fitzen.nutrition.expenditure import WEEK
from fitzen.nutrition.foods.barcodes import FOOD
from fitzen.nutrition.foods.favourites import FAVOURITE
from fitzen.nutrition.meal_plans.service import MEAL_PLAN, MEAL_PLANS
from fitzen.nutrition.recent import RECENT
from fitzen.nutrition.recipes.service import RECIPE
from fitzen.photos.pictures import PICTURE
from fitzen.photos.service import PHOTO, PHOTOS
from fitzen.records import Json
from fitzen.reminders.service import REMINDER, REMINDERS
from fitzen.science.nutrients import NUTRIENTS
from fitzen.transfer.sheets import Sheet, columns
from fitzen.users.service import USER
from fitzen.workouts.plans.service import PLAN, PLANS
from fitzen.workouts.service import WORKOUT, WORKOUTS

KEYS = ("key", "thumbnail_key")
"""The fields that name files of a picture, the picture itself first."""


@dataclass(frozen=True, slots=True)
class Source:
    """A kind that goes out and comes in.

    `entity` checks what somebody may have changed in the file; what has none is checked by `checked.py`. `in_chat`: it
    lives in the store of chats. `names_itself`: its ids are no UUIDs, and
    its entity says what they are. `follows`: it comes of itself when the others are taken one by one.
    """

    sheet: Sheet
    entity: Entity[Any] | None = None
    in_chat: bool = False
    names_itself: bool = False
    follows: bool = False


_SET = "exercises.sets"
_PLANNED = "days.exercises.sets"
_TARGETS = ("energy_kcal", "protein_g", "carbs_g", "fat_g", "fiber_g")
_PICTURE = columns("width", "height", file="key")

SOURCES: dict[str, Source] = {
    USER: Source(
        Sheet(
            columns(
                "id", "name", "email", "phone", "birth_date", "sex", "height_cm", "time_zone", "units", "locale",
                "fitness_level", "activity_level", "goal", "equipment", "training_days_per_week", "session_minutes",
                "onboarding_completed",
                "subscription_status", "subscription_expires_at", "created_at",
                diet="dietary.pattern", allergies="dietary.allergies", dislikes="dietary.dislikes",
                coach_gender="coach.gender", coach_style="coach.style",
                conditions="health.conditions", injuries="health.injuries", pregnant="health.pregnant",
                clearance="health.clearance", screening_active="health.screening.active",
                screening_disease="health.screening.disease", screening_symptoms="health.screening.symptoms",
                screening_supervised="health.screening.supervised", screening_medicines="health.screening.medicines",
                screening_joints="health.screening.joints", screening_intensity="health.screening.intensity",
                screening_answered_at="health.screening.answered_at", quiet_from="quiet_hours.start", quiet_until="quiet_hours.end",
                target_energy_kcal="targets.energy_kcal", target_protein_g="targets.protein_g",
                target_carbs_g="targets.carbs_g", target_fat_g="targets.fat_g", target_fiber_g="targets.fiber_g",
            )
        )
    ),
    EXERCISE: Source(
        Sheet(
            columns("id", "name", "aliases", "pattern", "equipment", "unilateral", "metric", "met", "increment_kg", "cues")
            | {"muscle": "muscles.muscle", "share": "muscles.share"},
            each=("muscles",),
        ),
        EXERCISES,
    ),
    PLAN: Source(
        Sheet(
            columns(
                "id", "name", "goal", "weeks", "status", "notes", day="days.name", week="days.week", order="days.order",
                minutes="days.minutes", exercise="days.exercises.exercise_id", why="days.exercises.why",
                set=f"{_PLANNED}.#",
            )
            | {name: f"{_PLANNED}.{name}" for name in ("kind", "reps", "rir", "weight_kg", "duration_s", "rest_s")},
            each=("days", "days.exercises", _PLANNED),
        ),
        PLANS,
    ),
    WORKOUT: Source(
        Sheet(
            columns(
                "id", "day", "name", "started_at", "ended_at", "notes",
                exercise="exercises.exercise_id", superset="exercises.superset", exercise_notes="exercises.notes",
                set=f"{_SET}.#",
            )
            | {
                name: f"{_SET}.{name}"
                for name in ("kind", "reps", "weight_kg", "rpe", "rir", "duration_s", "distance_m", "done", "assist_kg")
            }
            | columns(workout_volume_kg="totals.volume_kg", workout_energy_kcal="totals.energy_kcal"),
            each=("exercises", _SET),
        ),
        WORKOUTS,
    ),
    MEASUREMENT: Source(Sheet(columns("id", "day", "taken_at", "metric", "value", "note", "source")), MEASUREMENTS),
    FOOD: Source(
        Sheet(
            columns("id", "name", "brand", "barcode", portion="portions.label", amount="portions.amount")
            | {"grams": "portions.grams"}
            | {f"{name}_in_100_g": f"per_100g.{name}" for name in NUTRIENTS},
            each=("portions",),
        ),
        nutrition.FOODS,
    ),
    RECIPE: Source(
        Sheet(
            columns("id", "name", "servings", "minutes", "tags", "steps", "notes")
            | {name: f"ingredients.{name}" for name in ("food_id", "grams", "recipe_id", "label")}
            | {"recipe_servings": "ingredients.servings"},
            each=("ingredients",),
        ),
        nutrition.RECIPES,
    ),
    FAVOURITE: Source(Sheet(columns(food_id="id")), nutrition.FAVOURITES, names_itself=True),
    nutrition.MEAL: Source(
        Sheet(
            columns("id", "day", "eaten_at", "slot", "name", "notes", item="items.#", what="items.name")
            | {name: f"items.{name}" for name in ("food_id", "recipe_id", "amount", "unit", "grams")}
            | {name: f"items.nutrients.{name}" for name in NUTRIENTS},
            each=("items",),
        ),
        nutrition.MEALS,
    ),
    nutrition.WATER: Source(Sheet(columns("id", "day", "drunk_at", "ml", "note")), nutrition.WATERS),
    DIARY_DAY: Source(Sheet(columns("complete", day="id")), nutrition.DIARY_DAYS, names_itself=True),
    MEAL_PLAN: Source(
        Sheet(
            columns("id", "name", "starts_on", day="days.day", slot="days.meals.slot", item="days.meals.items.#")
            | {"what": "days.meals.items.name"}
            | {name: f"days.meals.items.{name}" for name in ("food_id", "recipe_id", "amount", "unit", "grams")}
            | {name: f"days.meals.items.nutrients.{name}" for name in _TARGETS},
            each=("days", "days.meals", "days.meals.items"),
        ),
        MEAL_PLANS,
    ),
    WEEK: Source(Sheet(columns("starts_on", "why") | {n: f"targets.{n}" for n in _TARGETS})),
    RECENT: Source(
        Sheet({name: f"items.{name}" for name in ("name", "amount", "unit", "at", "count")}, each=("items",)),
        follows=True,
    ),
    HABIT: Source(
        Sheet(
            columns(
                "id", "name", "kind", "start_on", "archived_on", "reminder_id", "pauses",
                schedule="schedule.type", days="schedule.days", times_a_week="schedule.count",
                target="target.value", unit="target.unit",
            )
        ),
        HABITS,
    ),
    VACATION: Source(
        Sheet({"from": "periods.from", "to": "periods.to"}, each=("periods",)), VACATIONS, names_itself=True
    ),
    CHECKIN: Source(Sheet(columns("habit_id", "day", "value", "note", "cleared")), CHECKINS, names_itself=True),
    GOAL: Source(
        Sheet(
            columns(
                "id", "kind", "title", "metric", "exercise_id", "habit_id", "distance_m", "start_on", "start_value",
                "target_value", "current_value", "unit", "due_on", "status", "reached_on", "note",
            )
        ),
        GOALS,
    ),
    REMINDER: Source(
        Sheet(
            columns(
                "id", "kind", "title", "body", "at_local", "days", "once_at", "enabled", "channels", "snooze",
                "only_if_not_done", "target_id",
            )
        ),
        REMINDERS,
    ),
    PHOTO: Source(Sheet(columns("id", "day", "taken_at", "pose", "content_type") | _PICTURE), PHOTOS),
    PICTURE: Source(Sheet(_PICTURE)),
    ACHIEVEMENT: Source(Sheet(columns("id", "title", "text", "earned_on", "value")), follows=True),
    CYCLE: Source(Sheet(columns("id", "started_on", "ended_on", "flow", "symptoms", "note")), PERIODS),
    MEMORY: Source(Sheet(columns("id", "at", "text")), MEMORIES),
    CHAT: Source(Sheet(columns("id", "title", "created_at", "updated_at")), in_chat=True),
    MESSAGE: Source(Sheet(columns("id", "chat_id", "at", "sender", "text")), in_chat=True),
    ACTION: Source(Sheet(columns("id", "chat_id", "message_id", "tool", "summary", "status")), in_chat=True),
}  # fmt: skip
"""In the order in which they come in: what others refer to comes first."""

DERIVED = frozenset({"workout_day", "workout_total", "lift", "best", "active_plan", "meal_day", STATE, "note"})
"""Made again from the others, so they neither go out nor come in."""

INTERNAL = frozenset({"trash", "import", "device", "delivery", "replan", "midnight", "digest", "coach_spend"})
"""Of the service's own: files to be removed, reports of imports, push tokens (which are secrets), what is due when, what
the coach's models cost."""

SYSTEM = frozenset(
    {
        "claim",
        "claims",
        "code",
        "session",
        "credential",
        "counter",
        "lease",
        "analytics",
        "applied_op",
        "coach_answer",
        "pool",
        "pool-user",
        "tickets",
    }
)
"""Of no person's: how people sign in, what runs at the moment, and how many did what."""


def goes_out(kind: str, body: Json, include: frozenset[str] = frozenset()) -> bool:
    """Say whether a record is part of an export: what was announced and never uploaded is no picture yet."""
    source = SOURCES.get(kind)
    if source is None or kind in PRIVATE_KINDS - include:
        return False
    return "key" in body or kind not in (PHOTO, PICTURE)
