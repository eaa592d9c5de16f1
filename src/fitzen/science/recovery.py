"""Whether somebody recovers less than they usually do, against their own baseline; pure, no I/O, no clock.

No single sign tells overreaching; several together, with performance, do better (Meeusen 2013, doi
10.1249/MSS.0b013e318279a10a). It is a reason to look, not a diagnosis: illness, heat, travel and alcohol look the same.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from statistics import fmean, stdev
from typing import Literal, NamedTuple

from fitzen.science.samples import CONFIDENCE_90, difference

RECENT_DAYS, BASELINE_DAYS = 7, 42
"""The last week against the six before it."""
LEAST_RECENT, LEAST_BASELINE = 5, 14
"""Days of each with a reading."""
WORTH_SD = 0.5
"""A week's mean that is off by half the standard deviation of the baseline's days matters (Plews 2013, doi
10.1007/s40279-013-0071-8, of heart rate variability; for the others Fitzen takes the same)."""

type Name = Literal["resting_hr_bpm", "hrv_ms", "sleep_h", "soreness_1_5", "mood_1_5"]
WORSE: Mapping[str, int] = {"resting_hr_bpm": 1, "hrv_ms": -1, "sleep_h": -1, "soreness_1_5": 1, "mood_1_5": -1}
"""Which way is worse. Resting heart rate rises moderately in short-term overreaching (Bosquet 2008, doi
10.1136/bjsm.2007.042200); its variability mostly falls, but may rise (Plews 2013); and too little sleep looks like
overtraining (Fullagar 2015, doi 10.1007/s40279-014-0260-0)."""
BODILY = frozenset({"resting_hr_bpm", "hrv_ms"})
LEAST_SIGNS = 2


class Sign(NamedTuple):
    """A metric's last week against its baseline: means, how many days each, and whether it is clearly worse."""

    metric: str
    recent: float
    usual: float
    recent_days: int
    usual_days: int
    worse: bool


class Recovery(NamedTuple):
    """`under`: at least two signs are worse, one of them of the heart or of performance."""

    signs: Sequence[Sign]
    performance_down: bool
    under: bool

    @property
    def worse(self) -> Sequence[Sign]:
        return [sign for sign in self.signs if sign.worse]


def recovery(
    series: Mapping[str, Sequence[tuple[date, float]]], today: date, *, performance_down: bool = False
) -> Recovery | None:
    """Judge the metrics of WORSE, each given as (day, value); None where none of them has enough days.

    `performance_down`: lifts clearly fall (see `plateau`).
    """
    signs = [sign for metric, points in series.items() if (sign := _sign(metric, points, today)) is not None]
    if not signs:
        return None
    worse = [sign for sign in signs if sign.worse]
    telling = performance_down or any(sign.metric in BODILY for sign in worse)
    return Recovery(signs, performance_down, telling and len(worse) + performance_down >= LEAST_SIGNS)


def _sign(metric: str, points: Sequence[tuple[date, float]], today: date) -> Sign | None:
    first = today - timedelta(days=RECENT_DAYS - 1)
    start = first - timedelta(days=BASELINE_DAYS)
    recent = [value for day, value in sorted(points) if first <= day <= today]
    usual = [value for day, value in sorted(points) if start <= day < first]
    if metric not in WORSE or len(recent) < LEAST_RECENT or len(usual) < LEAST_BASELINE:
        return None
    found = difference(recent, usual, CONFIDENCE_90)
    spread = stdev(usual)
    worse = found is not None and found.clear and found.value * WORSE[metric] >= WORTH_SD * spread > 0
    return Sign(metric, fmean(recent), fmean(usual), len(recent), len(usual), worse)
