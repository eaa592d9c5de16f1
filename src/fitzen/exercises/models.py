"""What an exercise is, and the words that describe one."""

from typing import Annotated, Literal, get_args

from pydantic import Field

from fitzen.web.fields import Id, LanguageQuery, Model, Name

Muscle = Literal[
    "chest", "front_delts", "side_delts", "rear_delts", "rotator_cuff", "triceps", "biceps", "forearms", "lats",
    "upper_back", "traps", "lower_back", "abs", "obliques", "hip_flexors", "glutes", "quads", "hamstrings", "adductors", "abductors", "calves",
    "shins", "neck",
]  # fmt: skip
Pattern = Literal[
    "squat", "hinge", "lunge", "horizontal_push", "vertical_push", "horizontal_pull", "vertical_pull",
    "elbow_flexion", "elbow_extension", "shoulder_isolation", "chest_isolation", "knee_extension", "knee_flexion",
    "hip_isolation", "calf", "grip", "neck", "core", "carry", "olympic", "jump", "conditioning", "mobility",
]  # fmt: skip
WITHOUT_RESISTANCE: frozenset[Pattern] = frozenset({"conditioning", "mobility"})
"""Cardio, sport and stretching: of their muscles they say which work, and no set of theirs counts as one of resistance
(docs/science.md, weekly sets)."""
Equipment = Literal[
    "barbell", "dumbbell", "kettlebell", "cable", "machine", "smith_machine", "band", "bench", "rack", "pull_up_bar",
    "dip_bars", "rings", "suspension_trainer", "trap_bar", "ez_bar", "landmine", "medicine_ball", "stability_ball",
    "ab_wheel", "box", "step", "sled", "plate", "sandbag", "log", "stones", "yoke", "farmers_handles", "tyre",
    "battle_ropes", "jump_rope", "rower", "ski_erg", "treadmill", "bike", "air_bike", "elliptical", "stair_climber",
    "foam_roller", "pool", "roman_chair", "preacher_bench", "neck_harness", "belt", "sport_gear",
]  # fmt: skip
Metric = Literal["reps_load", "bodyweight", "time", "distance"]
"""reps_load: reps at an outer load; bodyweight: reps of one's own, load may be added; time in s; distance in m."""

MUSCLES: tuple[Muscle, ...] = get_args(Muscle)
EQUIPMENT: tuple[Equipment, ...] = get_args(Equipment)

Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]
Cue = Annotated[str, Field(min_length=3, max_length=90)]


class MuscleShare(Model):
    """How a set counts for a muscle: 1 where it is trained directly, 0.5 where it helps."""

    muscle: Muscle
    share: Annotated[float, Field(ge=0.5, le=1, multiple_of=0.5)]


class Exercise(Model):
    """One entry of the library, or a person's own. `met` is the energy cost in MET, `increment_kg` the smallest step."""

    id: Slug
    name: Name
    aliases: list[Name] = []
    pattern: Pattern
    equipment: list[Equipment] = []
    unilateral: bool = False
    metric: Metric
    muscles: list[MuscleShare]
    met: Annotated[float, Field(ge=1, le=25)] | None = None
    increment_kg: Annotated[float, Field(gt=0, le=50)] | None = None
    cues: list[Cue] = []
    easier: list[Slug] = []
    harder: list[Slug] = []


class ExerciseBody(Model):
    name: Name
    aliases: Annotated[list[Name], Field(max_length=10)] = []
    pattern: Pattern
    equipment: Annotated[list[Equipment], Field(max_length=10)] = []
    unilateral: bool = False
    metric: Metric
    muscles: Annotated[list[MuscleShare], Field(min_length=1, max_length=10)]
    met: Annotated[float, Field(ge=1, le=25)] | None = None
    increment_kg: Annotated[float, Field(gt=0, le=50)] | None = None
    cues: Annotated[list[Cue], Field(max_length=6)] = []


class ExerciseIn(ExerciseBody):
    """An exercise of one's own. With an `id` of the client's the same can be sent again without harm."""

    model_config = {
        "json_schema_extra": {
            "examples": [
                {
                    "name": "Landmine twist",
                    "pattern": "core",
                    "equipment": ["barbell", "landmine"],
                    "metric": "reps_load",
                    "muscles": [{"muscle": "obliques", "share": 1}, {"muscle": "abs", "share": 0.5}],
                    "increment_kg": 2.5,
                }
            ]
        }
    }

    id: Id | None = None


class ExerciseQuery(LanguageQuery):
    """Words of a name, an alias, a muscle or a piece of equipment; typing errors are forgiven."""

    q: Annotated[str, Field(max_length=100)] = ""
    muscle: Muscle | None = None
    equipment: Equipment | None = None
    limit: Annotated[int, Field(ge=1, le=100)] = 20
