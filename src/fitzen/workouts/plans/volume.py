"""How many sets each muscle should get in a week, for whom, and the sets that exercises give."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fitzen.exercises.models import WITHOUT_RESISTANCE, Exercise, Muscle
from fitzen.science.programming import Aim
from fitzen.science.volume import HYPERTROPHY_SETS, Level, WeeklySets
from fitzen.workouts.plans.models import Given, Goal

AIMS: Mapping[Goal, Aim] = {
    "gain": "growth", "perform": "strength", "lose": "general", "maintain": "general", "health": "general",
}  # fmt: skip

LARGE: tuple[Muscle, ...] = ("chest", "lats", "upper_back", "quads", "hamstrings", "glutes", "biceps", "triceps")
"""They should reach the range of the level (science/volume.py)."""
SMALL: tuple[Muscle, ...] = ("front_delts", "side_delts", "rear_delts", "calves", "abs")
"""For these the least that has an effect is asked for, which is Fitzen's choice: time goes to the large ones first."""


FOCUS = 2
"""A set of a muscle that was asked for counts twice, and it is to reach the range of the large ones."""


class Wanted(NamedTuple):
    """Weekly sets of a muscle: what it should have at least, what is aimed at, and the most that there may be.

    `weight` is how much a set of it counts when time is short.
    """

    floor: float
    aim: float
    most: float
    weight: int = 1


def level_of(given: Given) -> Level:
    """Whoever has to be careful trains as much as a beginner."""
    return "beginner" if given.careful else given.level


def wanted(given: Given) -> dict[Muscle, Wanted]:
    """Return what each muscle should have; those to be avoided and those that nothing is asked of are not there."""
    sets = HYPERTROPHY_SETS[level_of(given)]
    floor, aim = _floor_and_aim(given, sets)
    found = {muscle: Wanted(floor, aim, sets.high) for muscle in LARGE}
    found |= {muscle: Wanted(sets.least, max(sets.least, aim / 2), sets.high) for muscle in SMALL}
    found |= {muscle: Wanted(sets.low, sets.high, sets.high, FOCUS) for muscle in given.focus}
    return {muscle: each for muscle, each in found.items() if muscle not in given.avoid_muscles}


def most(given: Given) -> int:
    """Return the most weekly sets of any muscle."""
    return HYPERTROPHY_SETS[level_of(given)].high


def _floor_and_aim(given: Given, sets: WeeklySets) -> tuple[float, float]:
    """For growth aim at the middle of the range, else at its lower quarter, and a quarter more if harder.

    Who wants it easier leaves the range for what still has an effect.
    """
    if given.effort < 0:
        return sets.least, (sets.least + sets.low) / 2
    share = (0.5 if AIMS[given.goal] == "growth" else 0.25) + 0.25 * given.effort
    return sets.low, sets.low + share * (sets.high - sets.low)


def shares(exercise: Exercise) -> Mapping[Muscle, float]:
    """Return what one set of an exercise counts for each muscle."""
    if exercise.pattern in WITHOUT_RESISTANCE:
        return {}
    return {part.muscle: part.share for part in exercise.muscles}


def sets_of(done: Iterable[tuple[Exercise, int]]) -> dict[Muscle, float]:
    """Sum the sets of each muscle over exercises and their numbers of working sets."""
    totals: dict[Muscle, float] = {}
    for exercise, count in done:
        for muscle, share in shares(exercise).items():
            totals[muscle] = totals.get(muscle, 0.0) + share * count
    return totals


def in_words(muscle: str) -> str:
    return NAMES.get(muscle, muscle.replace("_", " "))


NAMES = {
    "side_delts": "side of the shoulders",
    "front_delts": "front of the shoulders",
    "rear_delts": "rear of the shoulders",
}
