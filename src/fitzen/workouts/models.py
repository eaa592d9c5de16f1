"""What a workout is, as it is sent, stored and read: one shape, in which the server adds what it derives."""

from datetime import timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from fitzen.science.loading import kg_from_lb
from fitzen.science.strength import PerformedSet
from fitzen.web.fields import Day, Id, Model, Name, Notes, Timestamp

MAX_EXERCISES = 40
MAX_SETS = 50
MAX_DURATION = timedelta(hours=36)

ExerciseId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]
"""A shipped exercise's slug, or the UUID of one's own."""

Metric = Literal["e1rm_kg", "weight_kg", "volume_kg", "reps", "duration_s", "distance_m"]

EXAMPLE: JsonDict = {
    "name": "Push day",
    "started_at": "2026-11-23T18:00:00+01:00",
    "ended_at": "2026-11-23T19:05:00+01:00",
    "exercises": [
        {
            "exercise_id": "barbell-bench-press",
            "sets": [
                {"kind": "warmup", "reps": 10, "weight_kg": 40},
                {"kind": "normal", "reps": 5, "weight_kg": 82.5, "rir": 2},
                {"kind": "drop", "reps": 10, "weight_lb": 135},
            ],
        },
        {"exercise_id": "push-up", "superset": "a", "sets": [{"reps": 15}]},
    ],
}


class Set(PerformedSet, Model):
    """One set. `weight_lb` may be sent instead of `weight_kg`; it is stored as kilograms, to the gram.

    `assist_kg` is what a machine or a band took off the body's weight: it is kept, and counts in no volume and no best.
    """

    kind: Literal["warmup", "normal", "drop", "failure"] = "normal"
    reps: Annotated[int, Field(ge=0, le=10_000)] | None = None
    weight_kg: Annotated[float, Field(ge=0, le=2_000)] | None = None
    weight_lb: Annotated[float, Field(ge=0, le=4_400)] | None = None
    assist_kg: Annotated[float, Field(ge=0, le=500)] | None = None
    rpe: Annotated[float, Field(ge=1, le=10)] | None = None
    rir: Annotated[float, Field(ge=0, le=10)] | None = None
    duration_s: Annotated[float, Field(ge=0, le=129_600)] | None = None
    distance_m: Annotated[float, Field(ge=0, le=1_000_000)] | None = None
    done: bool = True

    @model_validator(mode="after")
    def _check(self) -> Self:
        if self.weight_lb is not None:
            if self.weight_kg is not None:
                raise PydanticCustomError("two_weights", "Send weight_kg or weight_lb, not both.")
            self.weight_kg = round(kg_from_lb(self.weight_lb), 3)
            self.weight_lb = None
        if self.done and self.reps is None and self.duration_s is None and self.distance_m is None:
            raise PydanticCustomError("empty_set", "A set that was done needs reps, duration_s or distance_m.")
        return self


class PerformedExercise(Model):
    """An exercise within a workout; those with the same `superset` mark were done in turns."""

    exercise_id: ExerciseId
    superset: Annotated[str, Field(min_length=1, max_length=20, pattern=r"^[\w-]+$")] | None = None
    notes: Notes | None = None
    sets: Annotated[list[Set], Field(max_length=MAX_SETS)]


class WorkoutBody(Model):
    """What a person says of a workout. `energy_kcal` is what it burned, as a device or they themselves say.

    `source` says where it came from, if they did not log it themselves: a device's health store, an import.
    """

    name: Name
    started_at: Timestamp
    ended_at: Timestamp | None = None
    notes: Notes | None = None
    plan_id: Id | None = None
    session_id: Id | None = None
    energy_kcal: Annotated[float, Field(ge=0, le=20_000)] | None = None
    source: Annotated[str, Field(min_length=1, max_length=40, pattern=r"^[\w .:-]+$")] | None = None
    exercises: Annotated[list[PerformedExercise], Field(max_length=MAX_EXERCISES)]

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ended_at is not None and not timedelta() <= self.ended_at - self.started_at <= MAX_DURATION:
            raise PydanticCustomError("ends", "ended_at must come after started_at, within 36 hours.")
        return self


class WorkoutIn(WorkoutBody):
    """A workout to log. With an `id` of the client's the same can be sent again without harm."""

    model_config = {"json_schema_extra": {"examples": [EXAMPLE]}}

    id: Id | None = None


class StatsQuery(Model):
    weeks: Annotated[int, Field(ge=1, le=52)] = 12


class Totals(Model):
    volume_kg: float
    sets: int
    reps: int
    energy_kcal: float | None = None


class BrokenRecord(Model):
    """A personal record that this workout broke, as things stood when it was logged."""

    exercise_id: ExerciseId
    metric: Metric
    value: float
    previous: float | None = None


class Workout(WorkoutBody):
    """A workout as stored. `day` is the local date at the offset of `started_at`."""

    id: Id
    day: Day
    totals: Totals
    records: list[BrokenRecord]


class Best(Model):
    value: float
    workout_id: Id
    at: Timestamp


class PerformedSession(Model):
    """One exercise in one workout."""

    workout_id: Id
    workout_name: str
    at: Timestamp
    day: Day
    e1rm_kg: float | None = None
    weight_kg: float | None = None
    reps: float | None = None
    volume_kg: float | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    sets: list[Set]


class Trend(Model):
    """A straight line through the e1RM of the sessions shown: kilograms a week, and over how many sessions."""

    metric: Metric
    per_week: float
    sessions: int
    first: float
    last: float


class ExerciseHistory(Model):
    exercise_id: ExerciseId
    name: str
    bests: dict[Metric, Best]
    sessions: list[PerformedSession]
    trend: Trend | None = None
    next_cursor: str | None = None


class MuscleSets(Model):
    muscle: str
    sets: float


class Week(Model):
    """A week from Monday. A set counts 1 for a muscle it trains directly and 0.5 for one it trains indirectly.

    Cardio, sport and stretching count in the totals, and for no muscle.
    """

    starts_on: Day
    workouts: int
    sets: int
    reps: int
    volume_kg: float
    duration_s: float
    muscles: list[MuscleSets]


class Stats(Model):
    """The last weeks, newest first, those without a workout too."""

    weeks: list[Week]


class Source(Model):
    """Where a figure comes from, such as `workout:<id>`."""

    label: str
    ref: str


class NextSet(Model):
    """A set to do. `duration_s` and `distance_m` for what is measured by them."""

    kind: Literal["warmup", "normal"]
    reps: int | None = None
    weight_kg: float | None = None
    rir: float | None = None
    duration_s: float | None = None
    distance_m: float | None = None
    rest_s: int | None = None


class NextExercise(Model):
    exercise_id: ExerciseId
    name: str
    sets: list[NextSet]
    why: str
    sources: list[Source]


class NextSession(Model):
    """What to lift today, with loads; `exercises` is empty when nothing is known yet.

    Of a plan's session there are `plan_id`, `session_id` and `minutes`: a workout that is logged with the two is that
    session, done.
    """

    name: str
    why: str
    exercises: list[NextExercise]
    plan_id: Id | None = None
    session_id: Id | None = None
    minutes: int | None = None
    sources: list[Source]
