"""Which jobs each training day of a week has, in the order in which they are done.

How a week is split makes no difference that is known at equal sets (Ramos-Campo 2024, doi
10.1519/JSC.0000000000004774), so the whole body comes first, and the split with more days only shares out what does not fit.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fitzen.workouts.plans.pool import Slot

MAX_LIFTING_DAYS = 6
"""At least one day a week without lifting is Fitzen's choice, whoever asks for seven."""


class Template(NamedTuple):
    """A day: its name, the jobs that it should have (`first` of them before anything else), best first."""

    name: str
    slots: tuple[Slot, ...]
    first: int


FULL = Template(
    "Full body",
    (
        "squat", "horizontal_push", "horizontal_pull", "hinge", "vertical_pull", "vertical_push", "side_delts", "biceps",
        "triceps", "leg_curl", "core", "calves", "rear_delts", "leg_extension", "chest", "hip", "lunge", "obliques",
    ),
    4,
)  # fmt: skip
FULL_A = Template(
    "Full body A",
    (
        "squat", "horizontal_push", "horizontal_pull", "hinge", "leg_curl", "side_delts", "biceps", "core", "triceps",
        "calves", "vertical_pull", "rear_delts", "chest", "leg_extension", "hip", "vertical_push", "lunge", "obliques",
    ),
    3,
)  # fmt: skip
FULL_B = Template(
    "Full body B",
    (
        "hinge", "vertical_push", "vertical_pull", "lunge", "horizontal_push", "horizontal_pull", "triceps", "calves",
        "rear_delts", "biceps", "core", "leg_extension", "side_delts", "chest", "hip", "leg_curl", "squat", "obliques",
    ),
    3,
)  # fmt: skip
FULL_C = Template(
    "Full body C",
    (
        "squat", "horizontal_push", "vertical_pull", "hip", "horizontal_pull", "hinge", "side_delts", "core", "biceps",
        "triceps", "leg_curl", "rear_delts", "calves", "chest", "leg_extension", "vertical_push", "lunge", "obliques",
    ),
    3,
)  # fmt: skip
UPPER_A = Template(
    "Upper body A",
    (
        "horizontal_push", "horizontal_pull", "vertical_push", "vertical_pull", "side_delts", "triceps", "biceps",
        "rear_delts", "chest",
    ),
    4,
)  # fmt: skip
UPPER_B = Template(
    "Upper body B",
    (
        "vertical_pull", "horizontal_push", "horizontal_pull", "vertical_push", "biceps", "triceps", "side_delts",
        "rear_delts", "chest",
    ),
    3,
)  # fmt: skip
LOWER_A = Template(
    "Lower body A", ("squat", "hinge", "lunge", "leg_curl", "calves", "core", "leg_extension", "hip", "obliques"), 2
)
LOWER_B = Template(
    "Lower body B", ("hinge", "squat", "hip", "leg_extension", "calves", "core", "leg_curl", "lunge", "obliques"), 2
)
PUSH_A = Template("Push", ("horizontal_push", "vertical_push", "side_delts", "triceps", "chest", "core"), 2)
PULL_A = Template("Pull", ("vertical_pull", "horizontal_pull", "rear_delts", "biceps", "obliques", "core"), 2)
LEGS_A = Template("Legs", ("squat", "hinge", "lunge", "leg_curl", "calves", "leg_extension", "hip", "core"), 2)
PUSH_B = Template("Push B", ("horizontal_push", "vertical_push", "chest", "triceps", "side_delts", "core"), 2)
PULL_B = Template("Pull B", ("horizontal_pull", "vertical_pull", "biceps", "rear_delts", "core", "obliques"), 2)
LEGS_B = Template("Legs B", ("hinge", "squat", "hip", "leg_extension", "calves", "leg_curl", "lunge", "core"), 2)

SPLITS: Mapping[int, Sequence[Template]] = {
    1: (FULL,),
    2: (FULL_A, FULL_B),
    3: (FULL_A, FULL_B, FULL_C),
    4: (UPPER_A, LOWER_A, UPPER_B, LOWER_B),
    5: (UPPER_A, LOWER_A, PUSH_B, PULL_B, LEGS_B),
    6: (PUSH_A, PULL_A, LEGS_A, PUSH_B, PULL_B, LEGS_B),
}
WHOLE_BODY = (FULL_A, FULL_B, FULL_C)


def whole_body(days: int) -> list[Template]:
    """Return as many days of the whole body: for whom a split day would stay nearly empty."""
    names = "ABCDEF"
    return [WHOLE_BODY[day % 3]._replace(name=f"Full body {names[day]}") for day in range(days)]
