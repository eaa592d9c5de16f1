"""Hard sets a muscle and week, and what the evidence says of how many are worth doing.

Weekly sets are fractional: a set counts 1 for a muscle that it trains directly and 0.5 for one that it trains
indirectly, the count that fits growth best (Pelland 2025, doi 10.1007/s40279-025-02344-w).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from fitzen.science.checks import within
from fitzen.science.strength import Set

type Level = Literal["beginner", "intermediate", "advanced"]

DIRECT = 1.0
INDIRECT = 0.5

DROP_SHARE = 0.5
"""What each drop after a set adds. One set with its drops grew muscle like 3 normal sets (Fink 2018, doi
10.23736/S0022-4707.17.06838-4; Ozaki 2018, doi 10.1080/02640414.2017.1331042), and drop sets like equal work without
(Sodal 2023, doi 10.1186/s40798-023-00620-5): a drop is worth something, and less than a set. One half is Fitzen's figure."""


class WeeklySets(NamedTuple):
    """Fractional sets a week: the least with a detectable effect, the range to plan in, and the most well studied."""

    least: int
    low: int
    high: int
    most: int


HYPERTROPHY_SETS: Mapping[Level, WeeklySets] = {
    "beginner": WeeklySets(least=4, low=5, high=10, most=25),
    "intermediate": WeeklySets(least=4, low=10, high=18, most=25),
    "advanced": WeeklySets(least=4, low=12, high=20, most=25),
}
"""For a muscle. Effects show from 4 sets; each further one gives most from 5 to 10, less to 18, little beyond, and
few trials went past 25 (Pelland 2025). At least 10 gave more than fewer, by trend (Schoenfeld 2017, doi
10.1080/02640414.2016.1210197); 12 to 20 suits young trained men (Baz-Valle 2022, doi 10.2478/hukin-2022-0017). No
trial compares the levels: giving beginners the efficient range and the trained the studied one is Fitzen's reading."""

STRENGTH_SETS = WeeklySets(least=1, low=2, high=5, most=10)
"""For a lift, at every level: one heavy set a week has an effect, and after about 5 no further gain is detectable
(Pelland 2025). `most` is Fitzen's: beyond it sets are for growth, not for strength."""


def hard_sets(sets: Iterable[Set]) -> float:
    """Count the working sets that are done: normal and failure 1, a drop that follows one of these DROP_SHARE.

    A drop with no set before it was logged in place of one and counts 1. A set of 0 reps counts nothing.
    """
    total = 0.0
    for entry in sets:
        if entry.is_work and entry.reps != 0:
            total += DROP_SHARE if entry.kind == "drop" and total else 1.0
    return total


def muscle_sets(exercises: Iterable[tuple[Sequence[tuple[str, float]], Sequence[Set]]]) -> dict[str, float]:
    """Sum the fractional sets of each muscle over exercises, each given as ([(muscle, share)], sets).

    `share` is DIRECT or INDIRECT, or any share in between where the catalogue knows better; ValueError outside 0 to 1.
    For sets that end near failure: growth falls as the reps in reserve rise (Robinson 2024, doi
    10.1007/s40279-024-02069-2).
    """
    totals: dict[str, float] = {}
    for muscles, sets in exercises:
        count = hard_sets(sets)
        for muscle, share in muscles:
            within("share", share, 0, 1)
            totals[muscle] = totals.get(muscle, 0.0) + share * count
    return totals
