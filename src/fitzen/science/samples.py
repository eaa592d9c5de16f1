"""What a few days can say: how two spans differ, and how a series slopes, each with an interval.

Days that follow each other are alike, so a span of n days counts as fewer that would be independent.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import NormalDist, fmean, median, variance
from typing import NamedTuple

LEAST = 5
"""Values on each side, below which the spread within a span is not known well enough to hold a difference against."""
MOST_ALIKE = 0.9
CONFIDENCE_95, CONFIDENCE_90 = 0.95, 0.90


class Interval(NamedTuple):
    """A value, and between what it lies as often as was asked."""

    value: float
    low: float
    high: float

    @property
    def clear(self) -> bool:
        """Say whether it is clear of 0."""
        return self.low > 0 or self.high < 0


def t_quantile(p: float, freedom: float) -> float:
    """Return a quantile of Student's t, by its expansion in 1/freedom (Abramowitz & Stegun 1964, 26.7.5).

    For p of 0.9 to 0.99 off by under 1% from 2 degrees of freedom on.
    """
    z = NormalDist().inv_cdf(p)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / freedom**power for power, term in enumerate(terms, 1))


def alike(values: Sequence[float]) -> float:
    """Return how alike values that follow each other are: their correlation at lag 1, 0 to MOST_ALIKE."""
    mean = fmean(values)
    square = sum((value - mean) ** 2 for value in values)
    if not square:
        return 0.0
    together = sum((one - mean) * (other - mean) for one, other in pairwise(values))
    return min(MOST_ALIKE, max(0.0, together / square))


def effective(values: Sequence[float]) -> float:
    """Return as how many independent values these count, at least 2: n (1 - r) / (1 + r) (Bartlett 1946, doi 10.2307/2983611)."""
    r = alike(values)
    return max(2.0, len(values) * (1 - r) / (1 + r))


def difference(one: Sequence[float], other: Sequence[float], confidence: float = CONFIDENCE_95) -> Interval | None:
    """Return the mean of the first less that of the second, both in order of time; None with fewer than LEAST of either.

    The interval is Welch's (1947, doi 10.1093/biomet/34.1-2.28), each side counted as `effective` says.
    """
    if min(len(one), len(other)) < LEAST:
        return None
    value = fmean(one) - fmean(other)
    shares = [(variance(side) / effective(side), effective(side)) for side in (one, other)]
    square = sum(share for share, _ in shares)
    if not square:
        return Interval(value, value, value)
    freedom = square**2 / sum(share**2 / (count - 1) for share, count in shares)
    half = t_quantile((1 + confidence) / 2, max(2.0, freedom)) * math.sqrt(square)
    return Interval(value, value - half, value + half)


def fisher_exact(hits: int, of: int, other_hits: int, other_of: int) -> float:
    """Return how likely shares at least as far apart are by chance alone, two-sided (Fisher 1935, The Design of Experiments)."""
    hit, every = hits + other_hits, of + other_of
    ways = [
        math.comb(of, number) * math.comb(other_of, hit - number)
        for number in range(max(0, hit - other_of), min(of, hit) + 1)
    ]
    seen = math.comb(of, hits) * math.comb(other_of, other_hits)
    return sum(each for each in ways if each <= seen) / math.comb(every, hit)


def theil_sen(points: Sequence[tuple[float, float]], confidence: float = CONFIDENCE_90) -> Interval | None:
    """Return the median slope of all pairs of points (x, y), with its interval (Sen 1968, doi 10.1080/01621459.1968.10480934).

    A light week or a slip hardly moves it. With few points the interval is all slopes that there are. None without two x.
    """
    slopes = sorted(
        (y2 - y1) / (x2 - x1) for number, (x1, y1) in enumerate(points) for x2, y2 in points[number + 1 :] if x1 != x2
    )
    if not slopes:
        return None
    count = len(points)
    spread = math.sqrt(count * (count - 1) * (2 * count + 5) / 18)
    reach = NormalDist().inv_cdf((1 + confidence) / 2) * spread
    low = max(0, round((len(slopes) - reach) / 2))
    high = min(len(slopes) - 1, round((len(slopes) + reach) / 2))
    return Interval(median(slopes), slopes[low], slopes[high])
