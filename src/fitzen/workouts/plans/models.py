"""What a training plan is, as it is sent, stored and read."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from fitzen.exercises.models import Equipment, Muscle
from fitzen.science.volume import Level
from fitzen.users.models import Word
from fitzen.web.fields import Id, Model, Name, Timestamp, no_nul
from fitzen.workouts.models import ExerciseId

MAX_DAYS_A_WEEK, MAX_WEEKS = 7, 12
MAX_SESSIONS = MAX_DAYS_A_WEEK * MAX_WEEKS
MIN_MINUTES, MAX_MINUTES = 10, 180

Goal = Literal["lose", "maintain", "gain", "perform", "health"]
Status = Literal["proposed", "active", "done"]
Text = Annotated[str, Field(min_length=1, max_length=800), AfterValidator(no_nul)]
Reps = Annotated[int, Field(ge=1, le=100)]


class PlannedSet(Model):
    """A set to do. `reps` is a range; what is held has `duration_s` instead. `rest_s` is the rest after it."""

    kind: Literal["warmup", "normal"] = "normal"
    reps: Annotated[list[Reps], Field(min_length=2, max_length=2)] | None = None
    duration_s: Annotated[float, Field(gt=0, le=7_200)] | None = None
    distance_m: Annotated[float, Field(gt=0, le=100_000)] | None = None
    rir: Annotated[float, Field(ge=0, le=10)] | None = None
    weight_kg: Annotated[float, Field(ge=0, le=2_000)] | None = None
    rest_s: Annotated[int, Field(ge=0, le=1_800)] = 0

    @model_validator(mode="after")
    def _is_something(self) -> Self:
        if self.reps is None and self.duration_s is None and self.distance_m is None:
            raise PydanticCustomError("empty_set", "A set needs reps, duration_s or distance_m.")
        if self.reps is not None and self.reps[0] > self.reps[1]:
            raise PydanticCustomError("reps", "The lower number of reps comes first.")
        return self


class PlannedExercise(Model):
    """`swaps` are exercises that do the same job, best first."""

    exercise_id: ExerciseId
    sets: Annotated[list[PlannedSet], Field(min_length=1, max_length=20)]
    why: Text | None = None
    swaps: Annotated[list[ExerciseId], Field(max_length=5)] = []


class PlannedSession(Model):
    """One day of training; `order` counts within its week, `deload` marks a lighter week."""

    id: Id
    name: Name
    week: Annotated[int, Field(ge=1, le=MAX_WEEKS)]
    order: Annotated[int, Field(ge=1, le=MAX_DAYS_A_WEEK)]
    minutes: Annotated[int, Field(ge=1, le=600)]
    deload: bool = False
    exercises: Annotated[list[PlannedExercise], Field(min_length=1, max_length=20)]


class Given(Model):
    """What a plan was made for. `equipment` null: not known, so a full gym is assumed."""

    goal: Goal = "health"
    level: Level = "beginner"
    weeks: Annotated[int, Field(ge=4, le=8)] = 6
    days_per_week: Annotated[int, Field(ge=1, le=7)] = 3
    minutes: Annotated[int, Field(ge=MIN_MINUTES, le=MAX_MINUTES)] = 60
    equipment: Annotated[list[Equipment], Field(max_length=60)] | None = None
    injuries: Annotated[list[Word], Field(max_length=50)] = []
    focus: Annotated[list[Muscle], Field(max_length=4)] = []
    avoid_exercises: Annotated[list[ExerciseId], Field(max_length=100)] = []
    avoid_muscles: Annotated[list[Muscle], Field(max_length=23)] = []
    careful: bool = False
    effort: Annotated[int, Field(ge=-1, le=1)] = 0
    deloads: Annotated[list[Annotated[int, Field(ge=1, le=8)]], Field(max_length=8)] = []


class MuscleVolume(Model):
    """Hard sets of a muscle in a week: 1 where it is trained directly, 0.5 where it helps."""

    muscle: Muscle
    week: int
    sets: float


class PlanChange(Model):
    """What an adjusted plan does otherwise than the one it came from."""

    kind: Literal["added", "removed", "swapped", "sets", "effort", "load", "minutes", "days", "weeks", "deload"]
    text: Text


EXAMPLE: JsonDict = {
    "name": "Two days of strength",
    "goal": "perform",
    "weeks": 4,
    "days": [
        {
            "id": "0192f0a0-0000-7000-8000-000000000001",
            "name": "Full body",
            "week": 1,
            "order": 1,
            "minutes": 30,
            "exercises": [
                {
                    "exercise_id": "barbell-back-squat",
                    "sets": [{"reps": [5, 8], "rir": 2, "weight_kg": 80, "rest_s": 180}],
                    "swaps": ["leg-press"],
                }
            ],
        }
    ],
}


class PlanBody(Model):
    """What a person says of a plan; of one that was generated, `given` is what for.

    `created_at` and `replaces`, the plan that was active before it, are Fitzen's; a client sends them back as they are.
    """

    name: Name
    goal: Goal
    weeks: Annotated[int, Field(ge=1, le=MAX_WEEKS)]
    status: Status = "proposed"
    days: Annotated[list[PlannedSession], Field(min_length=1, max_length=MAX_SESSIONS)]
    notes: Annotated[list[Text], Field(max_length=40)] = []
    given: Given | None = None
    created_at: Timestamp | None = None
    replaces: Id | None = None
    changes: Annotated[list[PlanChange], Field(max_length=200)] = []

    @model_validator(mode="after")
    def _days_are_told_apart(self) -> Self:
        if len({day.id for day in self.days}) < len(self.days):
            raise PydanticCustomError("days", "Every day has an id of its own.")
        if len({(day.week, day.order) for day in self.days}) < len(self.days):
            raise PydanticCustomError("days", "Two days have the same week and order.")
        if any(day.week > self.weeks for day in self.days):
            raise PydanticCustomError("days", "A day's week is beyond the weeks of the plan.")
        return self


class PlanIn(PlanBody):
    """A whole plan, put in place of one."""

    model_config = {"json_schema_extra": {"examples": [EXAMPLE]}}

    id: Id | None = None


class TrainingPlan(PlanBody):
    """A plan as stored. `volume` and `warnings` are worked out from its days."""

    id: Id
    volume: list[MuscleVolume]
    warnings: list[str]


class PlanRequest(Model):
    """What to make a plan for; what is left out comes from the profile. The same sent again makes no second plan.

    `avoid` takes exercises, muscles and injuries in one's own words.
    """

    model_config = {
        "json_schema_extra": {
            "examples": [{"goal": "gain", "weeks": 6, "days_per_week": 4, "minutes": 60, "focus": ["side_delts"]}]
        }
    }

    id: Id | None = None
    goal: Goal | None = None
    level: Level | None = None
    weeks: Annotated[int, Field(ge=4, le=8)] | None = None
    days_per_week: Annotated[int, Field(ge=1, le=7)] | None = None
    minutes: Annotated[int, Field(ge=MIN_MINUTES, le=MAX_MINUTES)] | None = None
    equipment: Annotated[list[Equipment], Field(max_length=60)] | None = None
    focus: Annotated[list[Muscle], Field(max_length=4)] = []
    avoid: Annotated[list[Word], Field(max_length=20)] = []
