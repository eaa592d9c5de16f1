"""How much time may be spent on an answer, so that it comes while somebody waits for it."""

from collections.abc import Callable
from time import thread_time


class Budget:
    """CPU seconds of this thread from now on. Searches ask between their steps, and stop with the best they have."""

    def __init__(self, seconds: float, clock: Callable[[], float] = thread_time) -> None:
        self._clock = clock
        self._seconds = seconds
        self._until = clock() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left, 0 at least."""
        return max(0.0, self._until - self._clock())

    @property
    def is_spent(self) -> bool:
        return self._clock() >= self._until

    @property
    def is_short(self) -> bool:
        """Say whether it is time to settle for what is right rather than for what is better: half is spent."""
        return self.left < self._seconds / 2

    def part(self, share: float) -> "Budget":
        """Return a budget of a share of what is left."""
        return Budget(share * self.left, self._clock)
