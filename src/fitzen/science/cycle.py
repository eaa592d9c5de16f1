"""The menstrual cycle from its logged first days: how long the next one takes, and which phase a day is likely in.

All of it is about averages and how far cycles stray from them. It is no contraception, and it does not find ovulation.
Days are counted from the first day of bleeding, which is day 0. Sources and examples: docs/science.md.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from statistics import fmean, median
from typing import Literal, NamedTuple

from fitzen.science.checks import within

type Phase = Literal["menstrual", "follicular", "ovulation", "luteal"]
type Regularity = Literal["unknown", "regular", "irregular"]

SHORTEST, LONGEST = 10, 90
"""Days: what lies outside is not one cycle (the bounds of Bull 2019, doi 10.1038/s41746-019-0152-7)."""
MOST_CYCLES = 12

PRIOR_MEAN = 29.0
PRIOR_SD = 3.0
"""Of women's own means: 28.9 days (Fehring 2006, doi 10.1111/j.1552-6909.2006.00051.x) and 29.3 (Bull 2019)."""
WITHIN_SD = 2.9
WITHIN_WEIGHT = 4
"""Of one woman's cycles: 0.4 days are 14 % of it (Bull 2019). It counts like four degrees of freedom, Fitzen's choice."""

LUTEAL_MEAN, LUTEAL_SD = 12.4, 2.55
LUTEAL_DAYS = range(6, 20)
"""12.4 days, 95 % of them 7 to 17 (Bull 2019)."""
OVULATION_DAYS = 1
"""The window is the day of ovulation and so many days on either side of it. Fitzen's choice."""

BLEEDING_MEAN, BLEEDING_SD = 6.0, 1.5
"""Days: median 6, SD 1.5 (Najmabadi 2020, doi 10.1111/ppe.12644)."""
FORGOTTEN = 1.75
"""A length of so many times the usual is two cycles with a first day that was not logged. Fitzen's figure."""
IRREGULAR_DAYS = 9
"""Between the shortest and the longest: up to 7 to 9 by age is regular (FIGO: Munro 2018, doi 10.1002/ijgo.12666)."""
ENOUGH_CYCLES = 3
TOO_LATE = 0.01
"""Where fewer cycles than this last so long, something else is the matter: nothing is predicted."""


class Length(NamedTuple):
    """How long the next cycle takes: mean and standard deviation in days, of `cycles` own ones and what is usual."""

    mean: float
    sd: float
    cycles: int


class Days(NamedTuple):
    """A day of the cycle, with the interval that holds it 9 times in 10."""

    expected: int
    low: int
    high: int


def lengths(starts: Sequence[date]) -> list[int]:
    """Return the lengths of the last twelve cycles, from the first days of bleeding in order.

    What is no single cycle is left out: under 10 or over 90 days, or about twice the usual, where a day was not logged.
    """
    every = [(after - before).days for before, after in pairwise(starts)]
    plausible = [length for length in every if SHORTEST <= length <= LONGEST]
    usual = median(plausible) if len(plausible) >= ENOUGH_CYCLES else LONGEST
    return [length for length in plausible if length < FORGOTTEN * usual][-MOST_CYCLES:]


def cycle_length(own: Sequence[int]) -> Length:
    """Estimate the length of the next cycle from one's own, drawn towards what is usual: the more, the fewer there are.

    Normal with a normal prior for the mean; the variance is the mean of the usual one and one's own, by degrees of freedom.
    """
    for length in own:
        within("length", length, SHORTEST, LONGEST)
    count = len(own)
    centre = fmean(own) if own else PRIOR_MEAN
    squares = sum((length - centre) ** 2 for length in own)
    variance = (WITHIN_WEIGHT * WITHIN_SD**2 + squares) / (WITHIN_WEIGHT + max(0, count - 1))
    precision = 1 / PRIOR_SD**2 + count / variance
    mean = (PRIOR_MEAN / PRIOR_SD**2 + count * centre / variance) / precision
    return Length(mean, math.sqrt(variance + 1 / precision), count)


def regularity(own: Sequence[int]) -> Regularity:
    """Say whether cycles are regular, once three of them are known."""
    if len(own) < ENOUGH_CYCLES:
        return "unknown"
    return "irregular" if max(own) - min(own) > IRREGULAR_DAYS else "regular"


def next_start(length: Length, day: int) -> Days | None:
    """Return on which day the next bleeding starts, as known on a `day` without it; None when it is too late to tell."""
    shares = _lasting(length, day)
    if not shares:
        return None
    low, expected, high = (_quantile(shares, share) for share in (0.05, 0.5, 0.95))
    return Days(expected, low, high)


def phases(length: Length, day: int, bleeding: float | None = None, *, over: bool = False) -> dict[Phase, float] | None:
    """Return how likely each phase is on a `day` of the cycle; they add up to 1. None when it is too late to tell.

    `bleeding` is how many days it usually lasts; `over` says that it is known to have ended. The luteal phase is the last
    so many days of a cycle, and ovulation comes right before it: what differs between cycles is the time before that.
    """
    within("day", day, 0)
    shares = _lasting(length, day)
    if not shares:
        return None
    menstrual = (
        0.0 if over else 1 - _normal_below(day + 0.5, BLEEDING_MEAN if bleeding is None else bleeding, BLEEDING_SD)
    )
    rest: dict[Phase, float] = {"follicular": 0.0, "ovulation": 0.0, "luteal": 0.0}
    for total, share in shares.items():
        for luteal, part in _LUTEAL.items():
            rest[_phase(day, total - luteal - 1)] += share * part
    found: dict[Phase, float] = {"menstrual": menstrual}
    return found | {phase: (1 - menstrual) * share for phase, share in rest.items()}


def position(day: int, length: float) -> float:
    """Return the share of a cycle that has passed on a day of it, from 0 to just under 1."""
    within("day", day, 0)
    within("length", length, 1)
    return min(day / length, 0.999)


def _phase(day: int, ovulation: int) -> Phase:
    if abs(day - ovulation) <= OVULATION_DAYS:
        return "ovulation"
    return "follicular" if day < ovulation else "luteal"


def _lasting(length: Length, day: int) -> dict[int, float]:
    """Return the probability of each length, of those that are longer than `day`; empty when hardly any is."""
    if 1 - _normal_below(day + 0.5, length.mean, length.sd) < TOO_LATE:
        return {}
    return _shares(range(max(SHORTEST, day + 1), LONGEST + 1), length.mean, length.sd)


def _shares(days: range, mean: float, sd: float) -> dict[int, float]:
    """Divide 1 among whole days as a normal distribution does."""
    found = {day: _normal_below(day + 0.5, mean, sd) - _normal_below(day - 0.5, mean, sd) for day in days}
    total = sum(found.values())
    return {day: share / total for day, share in found.items()} if total else {}


def _quantile(shares: Mapping[int, float], share: float) -> int:
    below = 0.0
    for day, each in shares.items():
        below += each
        if below >= share:
            return day
    return max(shares)


def _normal_below(value: float, mean: float, sd: float) -> float:
    return 0.5 * (1 + math.erf((value - mean) / (sd * math.sqrt(2))))


_LUTEAL = _shares(LUTEAL_DAYS, LUTEAL_MEAN, LUTEAL_SD)
