"""What a series comes to: one figure, of the points that count for it. Pure: no store, no clock."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from math import atanh, fsum, sqrt, tanh
from statistics import correlation, median
from typing import Literal, NamedTuple

from fitzen.coach.series import Point

type Statistic = Literal[
    "mean", "median", "sum", "min", "max", "count", "first", "last", "change", "share", "streak", "correlation"
]

WHOLE_ONLY = frozenset({"mean", "median", "min", "change", "share", "correlation"})
"""What a day that is half logged, or not over, would make wrong."""
LEAST_PAIRS = 10
"""Under so many days with both, a correlation says nothing: its interval then spans nearly everything."""
Z95 = 1.96


class Figure(NamedTuple):
    """A value; `at` is the point that it is, for those that are one; `used` are the points that it is of."""

    value: float
    used: Sequence[Point]
    at: Point | None = None


def figure(statistic: str, points: Sequence[Point]) -> Figure | None:
    """Return a figure of points in order of time; None where there are none that count. A sum of none is 0."""
    used = [point for point in points if point.whole] if statistic in WHOLE_ONLY else points
    if statistic in _SUMS:
        return Figure(_SUMS[statistic](used), used)
    if not used:
        return None
    if statistic == "mean":
        return Figure(fsum(point.value for point in used) / len(used), used)
    if statistic == "median":
        return Figure(median(point.value for point in used), used)
    if statistic == "change":
        return Figure(used[-1].value - used[0].value, used)
    at = _PICKED[statistic](used)
    return Figure(at.value, used, at)


_SUMS: Mapping[str, Callable[[Sequence[Point]], float]] = {
    "sum": lambda points: fsum(point.value for point in points),
    "count": lambda points: float(len(points)),
}
_PICKED: Mapping[str, Callable[[Sequence[Point]], Point]] = {
    "min": lambda points: min(points, key=lambda point: point.value),
    "max": lambda points: max(points, key=lambda point: point.value),
    "first": lambda points: points[0],
    "last": lambda points: points[-1],
}
"""Of equal ones the earliest."""


class Limits(NamedTuple):
    """Both ends belong to it, unless it is `strict`; None: no end. As stored."""

    low: float | None
    high: float | None
    strict: bool = False

    def hold(self, value: float) -> bool:
        if self.strict and value in (self.low, self.high):
            return False
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


def by_day(points: Sequence[Point]) -> dict[date, float]:
    """Return the mean of each day's whole points."""
    values: dict[date, list[float]] = {}
    for point in points:
        if point.whole:
            values.setdefault(point.day, []).append(point.value)
    return {day: fsum(each) / len(each) for day, each in values.items()}


def days_within(points: Sequence[Point], limits: Limits) -> tuple[int, int]:
    """Return on how many days the day's value is within limits, and how many whole days there are."""
    days = by_day(points)
    return sum(limits.hold(value) for value in days.values()), len(days)


def longest_run(days: Collection[date]) -> tuple[date, date] | None:
    """Return the first and last of the most days that follow each other, the earliest of equal ones; None of none."""
    runs: list[tuple[date, date]] = []
    for day in sorted(set(days)):
        if runs and day - runs[-1][1] == timedelta(days=1):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return max(runs, key=lambda run: run[1] - run[0], default=None)


class Correlation(NamedTuple):
    """Pearson's r of `n` pairs, with its interval that holds the truth 19 times in 20 (Fisher 1921, by his z)."""

    n: int
    r: float
    low: float
    high: float


def correlated(one: Sequence[Point], other: Sequence[Point]) -> Correlation | int:
    """Return how two series go together over the days that have both, or how many such days there are, if too few.

    Fisher's interval takes the days as independent, which days are not quite: it is rather too narrow.
    """
    mine, its = by_day(one), by_day(other)
    days = sorted(mine.keys() & its.keys())
    xs, ys = [mine[day] for day in days], [its[day] for day in days]
    if len(days) < LEAST_PAIRS or len(set(xs)) == 1 or len(set(ys)) == 1:
        return len(days)
    r = max(-0.9999, min(0.9999, correlation(xs, ys)))
    z, half = atanh(r), Z95 / sqrt(len(days) - 3)
    return Correlation(len(days), r, tanh(z - half), tanh(z + half))
