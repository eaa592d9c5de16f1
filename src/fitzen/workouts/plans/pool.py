"""The exercises that plans are made of: for each job, those of the library that do it, the ones to prefer first.

`:2` is for those with some training, `:3` for the advanced; all others suit everybody. Which are staples, and their
order, is Fitzen's choice: free weights and machines make equally strong and equally big (Haugen 2023, doi
10.1186/s13102-023-00713-4), so what can be loaded in small steps and learned soon comes first.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from fitzen.exercises.models import Pattern
from fitzen.science.volume import Level

type Slot = Literal[
    "squat", "lunge", "hinge", "hip", "horizontal_push", "vertical_push", "horizontal_pull", "vertical_pull", "chest",
    "side_delts", "rear_delts", "biceps", "triceps", "leg_curl", "leg_extension", "calves", "core", "obliques",
]  # fmt: skip

LEVELS: Mapping[Level, int] = {"beginner": 1, "intermediate": 2, "advanced": 3}


class Choice(NamedTuple):
    """An exercise that does a job, and from which level on."""

    id: str
    level: int


def _read(text: str) -> tuple[Choice, ...]:
    parts = [word.partition(":") for word in text.split()]
    return tuple(Choice(id_, int(level or 1)) for id_, _, level in parts)


POOL: Mapping[Slot, Sequence[Choice]] = {
    "squat": _read(
        "barbell-back-squat:2 leg-press goblet-squat front-squat:3 hack-squat dumbbell-front-squat"
        " kettlebell-goblet-squat smith-machine-squat barbell-box-squat:2 belt-squat landmine-squat dumbbell-squat"
        " double-kettlebell-front-squat:2 pendulum-squat:2 v-squat horizontal-leg-press sandbag-squat banded-squat"
        " bodyweight-box-squat bodyweight-squat cossack-squat:3 shrimp-squat:3"
    ),
    "lunge": _read(
        "bulgarian-split-squat:2 reverse-lunge step-up barbell-reverse-lunge:2 dumbbell-split-squat"
        " smith-machine-split-squat single-leg-press walking-lunge:2 bodyweight-bulgarian-split-squat:2"
        " bodyweight-reverse-lunge bodyweight-step-up split-squat"
    ),
    "hinge": _read(
        "romanian-deadlift:2 barbell-deadlift:2 dumbbell-romanian-deadlift trap-bar-deadlift kettlebell-deadlift"
        " sumo-deadlift:2 smith-machine-romanian-deadlift cable-romanian-deadlift cable-pull-through back-extension"
        " single-leg-romanian-deadlift:2 good-morning:3 machine-back-extension banded-good-morning"
        " bodyweight-single-leg-deadlift"
    ),
    "hip": _read(
        "hip-thrust:2 machine-hip-thrust smith-machine-hip-thrust dumbbell-hip-thrust barbell-glute-bridge"
        " single-leg-hip-thrust:2 machine-glute-kickback cable-glute-kickback single-leg-glute-bridge glute-bridge"
    ),
    "horizontal_push": _read(
        "barbell-bench-press:2 dumbbell-bench-press incline-dumbbell-press machine-chest-press"
        " incline-barbell-bench-press:2 dumbbell-floor-press smith-machine-bench-press neutral-grip-dumbbell-press"
        " machine-incline-chest-press cable-chest-press barbell-floor-press:2 dip:3 landmine-chest-press"
        " weighted-push-up:2 ring-push-up:3 suspension-push-up band-push-up:2 push-up band-chest-press"
        " decline-push-up:2 incline-push-up knee-push-up"
    ),
    "vertical_push": _read(
        "overhead-press:2 dumbbell-shoulder-press machine-shoulder-press standing-dumbbell-press"
        " seated-barbell-overhead-press:2 arnold-press:2 smith-machine-shoulder-press landmine-press kettlebell-press"
        " single-arm-dumbbell-press pike-push-up:2 band-overhead-press"
    ),
    "horizontal_pull": _read(
        "barbell-row:2 seated-cable-row chest-supported-row dumbbell-row machine-row t-bar-row:2 pendlay-row:3"
        " chest-supported-t-bar-row bent-over-dumbbell-row single-arm-cable-row seal-row:2 smith-machine-row:2"
        " gorilla-row:2 inverted-row:2 high-bar-inverted-row suspension-row ring-row band-row"
    ),
    "vertical_pull": _read(
        "pull-up:2 lat-pulldown chin-up:2 weighted-pull-up:3 neutral-grip-lat-pulldown machine-lat-pulldown"
        " neutral-grip-pull-up:2 close-grip-lat-pulldown assisted-pull-up single-arm-lat-pulldown"
        " band-assisted-pull-up negative-pull-up band-lat-pulldown"
    ),
    "chest": _read("cable-fly pec-deck incline-dumbbell-fly dumbbell-fly low-to-high-cable-fly band-fly"),
    "side_delts": _read(
        "dumbbell-lateral-raise cable-lateral-raise machine-lateral-raise seated-dumbbell-lateral-raise"
        " leaning-lateral-raise:2 band-lateral-raise"
    ),
    "rear_delts": _read(
        "face-pull machine-rear-delt-fly dumbbell-rear-delt-fly cable-rear-delt-fly incline-rear-delt-fly"
        " band-face-pull band-pull-apart suspension-y-fly"
    ),
    "biceps": _read(
        "dumbbell-curl ez-bar-curl barbell-curl incline-dumbbell-curl:2 cable-curl hammer-curl preacher-curl"
        " machine-preacher-curl rope-hammer-curl bayesian-curl:2 suspension-curl band-curl"
    ),
    "triceps": _read(
        "triceps-pushdown cable-overhead-triceps-extension dumbbell-overhead-triceps-extension skull-crusher:2"
        " rope-pushdown dumbbell-skull-crusher machine-triceps-extension band-pushdown suspension-triceps-extension:2"
        " bodyweight-triceps-extension:2 close-grip-push-up:2 bench-dip diamond-push-up:2"
    ),
    "leg_curl": _read(
        "seated-leg-curl lying-leg-curl standing-leg-curl dumbbell-leg-curl cable-leg-curl stability-ball-leg-curl"
        " nordic-curl:3 assisted-nordic-curl:2 band-leg-curl sliding-leg-curl"
    ),
    "leg_extension": _read("leg-extension single-leg-extension spanish-squat:2 reverse-nordic:3"),
    "calves": _read(
        "standing-calf-raise seated-calf-raise leg-press-calf-raise barbell-calf-raise dumbbell-calf-raise"
        " smith-machine-calf-raise single-leg-calf-raise bodyweight-calf-raise"
    ),
    "core": _read(
        "cable-crunch hanging-knee-raise ab-wheel-rollout:2 machine-crunch hanging-leg-raise:2 reverse-crunch dead-bug"
        " trx-fallout:2 crunch lying-leg-raise"
    ),
    "obliques": _read("pallof-press cable-woodchop bicycle-crunch russian-twist:2"),
}

PUSHES: frozenset[Pattern] = frozenset({"horizontal_push", "vertical_push"})
PULLS: frozenset[Pattern] = frozenset({"horizontal_pull", "vertical_pull"})
KNEE: frozenset[Pattern] = frozenset({"squat", "lunge"})
HIP: frozenset[Pattern] = frozenset({"hinge", "hip_isolation", "knee_flexion"})
"""The sides that have to be about even, by the pattern of an exercise, whatever its job."""
ISOLATION: frozenset[Slot] = frozenset(
    {"chest", "side_delts", "rear_delts", "biceps", "triceps", "leg_curl", "leg_extension", "calves"}
)
TRUNK: frozenset[Slot] = frozenset({"core", "obliques"})

SLOT_OF: Mapping[str, Slot] = {choice.id: slot for slot, choices in POOL.items() for choice in choices}
PATTERN_SLOTS: Mapping[str, Slot] = {
    "squat": "squat", "lunge": "lunge", "hinge": "hinge", "hip_isolation": "hip",
    "horizontal_push": "horizontal_push", "vertical_push": "vertical_push", "horizontal_pull": "horizontal_pull",
    "vertical_pull": "vertical_pull", "chest_isolation": "chest", "shoulder_isolation": "side_delts",
    "elbow_flexion": "biceps", "elbow_extension": "triceps", "knee_flexion": "leg_curl",
    "knee_extension": "leg_extension", "calf": "calves", "core": "core",
}  # fmt: skip
"""Which job an exercise has that is not in the pool, such as one of a person's own; of other patterns none is planned."""
