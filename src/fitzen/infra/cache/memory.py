"""The cache in this process's memory: for one process, or where each may count for itself."""

import math
import time
from collections.abc import Callable
from datetime import timedelta
from threading import Lock

from fitzen.infra.cache.base import Rate

MOST = 10_000
"""Keys of each sort. Beyond it those that have run out go, and then those that are there longest."""
TOLERANCE_S = 1e-6
"""What the sum of many fractions may be off by."""


class MemoryCache:
    """`clock` gives seconds that only grow."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._values: dict[str, tuple[float, str]] = {}
        """Until when each is kept, and what it is."""
        self._used: dict[str, float] = {}
        """When all that was taken of each rate has come back (GCRA's theoretical arrival time)."""

    def get(self, key: str) -> str | None:
        until, value = self._values.get(key, (0.0, ""))
        return value if until > self._clock() else None

    def put(self, key: str, value: str, kept: timedelta) -> None:
        with self._lock:
            now = self._clock()
            if self._values.get(key, (0.0, ""))[0] > now:
                return
            self._values.pop(key, None)
            self._values[key] = (now + kept.total_seconds(), value)
            if len(self._values) > MOST:
                self._values = dict([item for item in self._values.items() if item[1][0] > now][-MOST:])

    def take(self, key: str, rate: Rate) -> int:
        window = rate.window.total_seconds()
        with self._lock:
            now = self._clock()
            used = max(now, self._used.get(key, now)) + window / rate.at_most
            if used - now > window + TOLERANCE_S:
                return max(1, math.ceil(used - now - window))
            self._used.pop(key, None)
            self._used[key] = used
            if len(self._used) > MOST:
                self._used = dict([item for item in self._used.items() if item[1] > now][-MOST:])
        return 0

    def ping(self) -> None:
        """It is here."""

    def close(self) -> None:
        """There is nothing to let go of."""
