"""What can be put on the bar: units, rounding, plates and the ramp of warm-up sets. Weights in kilograms.

Every function raises ValueError on NaN, infinity, a negative, and an increment or a plate of 0.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from fitzen.science.checks import positive, within
from fitzen.science.strength import Set

KG_PER_LB = 0.45359237
"""Exact by definition of the international pound, 1959 (NIST SP 811, doi 10.6028/NIST.SP.811e2008)."""

GRAM = 0.001
"""Loads closer than this are one load; below it is rounding, above it is a plate."""

GYM_PLATES_KG: Mapping[float, int] = {25: 5, 20: 2, 15: 2, 10: 2, 5: 2, 2.5: 2, 1.25: 2}
"""How many pairs of each plate stand beside a rack in an ordinary gym."""

WARMUP_RAMP = ((0.4, 8), (0.6, 5), (0.8, 3), (0.9, 1))
"""Share of the working weight, and reps at it: heavier and shorter, so that no step tires."""

WARMUP_STEP = 0.1
"""Steps that are closer together than this share of the working weight are left out."""


class Loading(NamedTuple):
    """Plates for one side, heaviest first, and what bar and plates weigh together."""

    per_side: tuple[float, ...]
    total_kg: float


def kg_from_lb(pounds: float) -> float:
    """Convert pounds to kilograms, exactly (see KG_PER_LB)."""
    within("pounds", pounds, 0)
    return pounds * KG_PER_LB


def lb_from_kg(kilograms: float) -> float:
    """Convert kilograms to pounds (see KG_PER_LB)."""
    within("kilograms", kilograms, 0)
    return kilograms / KG_PER_LB


GYM_PLATES_LB: Mapping[float, int] = {
    kg_from_lb(lb): pairs for lb, pairs in ((45, 6), (25, 2), (10, 2), (5, 2), (2.5, 2))
}
"""The same where plates are in pounds; keys in kilograms."""


def round_load(
    weight_kg: float, increment_kg: float, bar_kg: float = 0.0, *, how: Literal["down", "nearest"] = "down"
) -> float:
    """Return the load that can be made, bar_kg + n * increment_kg, at or below `weight_kg`, or nearest to it.

    A tie goes down, to the safer side. Nothing is lighter than the bar, so below it the bar is the answer.
    `increment_kg` is what one step adds in all: two of the smallest plates, or the step of the stack or the rack.
    """
    within("weight_kg", weight_kg, 0)
    within("bar_kg", bar_kg, 0)
    positive("increment_kg", increment_kg)
    steps = (weight_kg - bar_kg + GRAM) / increment_kg
    count = int(max(0.0, steps if how == "down" else steps + 0.5 - 2 * GRAM / increment_kg))
    return tidy(bar_kg + count * increment_kg)


def plates(weight_kg: float, bar_kg: float, pairs: Mapping[float, int]) -> Loading:
    """Load the bar to `weight_kg`, or as near below as the plates allow, with the fewest plates.

    `pairs` says how many pairs there are of each plate, by its weight in kg (GYM_PLATES_KG). It searches every
    combination: the heaviest plate first would miss 10 + 10 where there are a 15 and two 10 for 20 a side. Raises
    ValueError when `weight_kg` is below the bar.
    """
    within("bar_kg", bar_kg, 0)
    within("weight_kg", weight_kg, bar_kg - GRAM)
    side = _fullest((weight_kg - bar_kg) / 2 + GRAM, pairs)
    return Loading(side, tidy(bar_kg + 2 * sum(side)))


def _fullest(limit: float, pairs: Mapping[float, int]) -> tuple[float, ...]:
    """Return the plates with the largest sum up to `limit`, heaviest first; of equal sums, the fewest plates."""
    sums: dict[int, tuple[float, ...]] = {0: ()}
    for plate in sorted(pairs, reverse=True):
        positive("plate", plate)
        within("pairs", pairs[plate], 0)
        for chosen in list(sums.values()):
            for count in range(1, pairs[plate] + 1):
                more = chosen + (plate,) * count
                if sum(more) > limit:
                    break
                key = round(sum(more) / GRAM)
                sums[key] = min(sums.get(key, more), more, key=len)
    return sums[max(sums)]


def warmup_sets(work_weight_kg: float, increment_kg: float, bar_kg: float = 0.0) -> list[Set]:
    """Return the ramp to a working weight: sets of kind warmup, not yet done, each lighter than the work and loadable.

    Warming up improved performance in 79 % of the criteria of 32 trials (Fradkin 2010, doi
    10.1519/JSC.0b013e3181c643a0), and specific sets before heavy ones are the part to keep when time is short (Iversen
    2021, doi 10.1007/s40279-021-01490-1). No trial fixes the steps: WARMUP_RAMP is a convention. No steps at the bar.
    """
    within("work_weight_kg", work_weight_kg, 0)
    ramp: list[Set] = []
    previous = -work_weight_kg
    for share, reps in WARMUP_RAMP:
        weight = round_load(work_weight_kg * share, increment_kg, bar_kg)
        if 0 < weight < work_weight_kg and weight - previous >= WARMUP_STEP * work_weight_kg - GRAM:
            ramp.append(Set(kind="warmup", reps=reps, weight_kg=weight, done=False))
            previous = weight
    return ramp


def tidy(weight_kg: float) -> float:
    """Drop the noise of float sums: round to a microgram."""
    return round(weight_kg, 9)
