"""Whether a lift goes up, stands still or falls, out of what its sessions gave; pure, no I/O, no clock."""

from collections.abc import Sequence
from datetime import date
from statistics import median
from typing import Literal, NamedTuple

from fitzen.science.samples import CONFIDENCE_90, theil_sen

type Way = Literal["up", "flat", "down", "unclear"]

LEAST_SESSIONS, LEAST_DAYS = 4, 21
"""What a plateau takes: fewer sessions or less time say more of the day than of the lift. Fitzen's figures; a 1RM tested
twice differs by some 4% of itself (median CV 4.2%: Grgic 2020, doi 10.1186/s40798-020-00260-z)."""
LOOK_BACK_DAYS = 56
"""Eight weeks: two blocks of training."""
WORTH_PERCENT = 0.5
"""A gain of this share of the level a week, or less, is no progress that is worth the name here: 6% in three months.
Fitzen's figure, below what trained lifters gain in trials (some 0.5 to 1% a week)."""
DAYS_PER_WEEK = 7


class Plateau(NamedTuple):
    """How a lift moves: kg (or reps, s, m) a week, with the interval that holds it 9 times in 10, and as % of the level.

    `way` is up or down where the interval is clear of 0, flat where it is not and even its upper end is no gain worth
    the name, unclear otherwise.
    """

    way: Way
    sessions: int
    days: int
    per_week: float
    low: float
    high: float
    level: float

    @property
    def percent(self) -> float:
        return 100 * self.per_week / self.level


def plateau(
    sessions: Sequence[tuple[date, float]], today: date, look_back_days: int = LOOK_BACK_DAYS
) -> Plateau | None:
    """Judge the sessions (day, best) of the last eight weeks, or of so many days; None where they are too few, or span too little.

    The slope is the median of all pairs (`samples.theil_sen`), so that a light week or a bad day does not make it.
    """
    recent = sorted((day, value) for day, value in sessions if 0 <= (today - day).days < look_back_days and value > 0)
    if len(recent) < LEAST_SESSIONS or (span := (recent[-1][0] - recent[0][0]).days) < LEAST_DAYS:
        return None
    slope = theil_sen([(day.toordinal() / DAYS_PER_WEEK, value) for day, value in recent], CONFIDENCE_90)
    if slope is None:
        return None
    level = median(value for _, value in recent)
    return Plateau(_way(slope.low, slope.high, level), len(recent), span, *slope, level)


def _way(low: float, high: float, level: float) -> Way:
    if low > 0:
        return "up"
    if high < 0:
        return "down"
    return "flat" if 100 * high / level <= WORTH_PERCENT else "unclear"
