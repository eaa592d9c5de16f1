"""A circuit breaker: who has failed several times in a row is left alone for a while, then tried by one call."""

import time
from collections.abc import Callable
from threading import Lock

FAILURES, OPEN_S = 3, 30.0


class Breaker:
    """Closed, open, or half open. Any thread may ask; of those that ask when it is time to probe, one may."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, failures: int = FAILURES, open_s: float = OPEN_S
    ) -> None:
        self._clock = clock
        self._most = failures
        self._open_s = open_s
        self._lock = Lock()
        self._failures = 0
        self._opens_at: float | None = None
        """When the next probe may go, once it is open."""

    def allows(self) -> bool:
        """Say whether to call now. Who is told yes while it is half open is the probe: the next may after as long again."""
        with self._lock:
            if self._opens_at is None:
                return True
            if self._clock() < self._opens_at:
                return False
            self._opens_at = self._clock() + self._open_s
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._failures = 0
            self._opens_at = None

    def failed(self) -> None:
        with self._lock:
            self._failures += 1
            if self._failures >= self._most:
                self._opens_at = self._clock() + self._open_s

    @property
    def closed(self) -> bool:
        with self._lock:
            return self._opens_at is None
