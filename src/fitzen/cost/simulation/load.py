"""When requests come, and how much CPU each needs."""

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from math import exp, pi, sin
from random import Random
from typing import NamedTuple

from fitzen.cost.measured import ASSUMED

DAY_S = 86_400
MORNING_S, MORNING_WIDTH_S = 7.0 * 3600, 3600.0
"""Most people log their weight and look at Today between six and eight."""


class Kind(NamedTuple):
    """A route: its share of requests, and CPU in milliseconds on the machine of the measurements.

    The CPU is the route's on SQLite and that of its calls of DynamoDB (get 1.9, list 2.6, write 1.4): `make bench`,
    2026-11-26. The shares are assumed; three quarters read, as in the bill.
    """

    name: str
    share: float
    cpu_ms: float


KINDS = (
    Kind("list", 0.25, 0.8 + 2.6),
    Kind("get", 0.25, 0.5 + 1.9),
    Kind("today", 0.15, 3.5 + 2.6),
    Kind("pull", 0.10, 1.1 + 2.6),
    Kind("log", 0.20, 2.3 + 3.3),
    Kind("push", 0.05, 5.8 + 3.3),
)
SHAPE = 4.0
"""Of the gamma distribution about each mean: half a mean of standard deviation."""


def mean_cpu_ms(kinds: Sequence[Kind] = KINDS) -> float:
    return ASSUMED.arm_slower * sum(kind.share * kind.cpu_ms for kind in kinds)


def measured_cpu(rng: Random) -> Iterator[float]:
    """Give the CPU seconds of request after request, on Graviton."""
    shares = list(accumulate(kind.share for kind in KINDS))
    scale = [ASSUMED.arm_slower * kind.cpu_ms / 1000 / SHAPE for kind in KINDS]
    last = len(KINDS) - 1
    while True:
        place = min(bisect(shares, rng.random()), last)
        yield rng.gammavariate(SHAPE, scale[place])


def exponential_cpu(mean_s: float) -> Callable[[Random], Iterator[float]]:
    """Return a source of exponential times, of which queueing theory knows the queue."""

    def source(rng: Random) -> Iterator[float]:
        while True:
            yield rng.expovariate(1 / mean_s)

    return source


def shape_of_a_day(second: float) -> float:
    """Return the load at a second of the day against the day's mean: quiet at night, four times the mean at seven."""
    day = 0.75 + 0.55 * sin(2 * pi * (second / DAY_S - 0.40))
    morning = 3.65 * exp(-(((second - MORNING_S) / MORNING_WIDTH_S) ** 2))
    return (day + morning) / 1.02


def flat(second: float) -> float:
    del second
    return 1.0
