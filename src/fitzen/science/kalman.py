"""A Gaussian belief over a few numbers that move and are measured: the Kalman filter, in plain floats.

Made for a handful of states and transitions that touch few of them: a step costs some microseconds and no import.
"""

import math
from collections.abc import Mapping, Sequence

type Row = Sequence[tuple[int, float]]
"""A sparse row: (state, coefficient)."""


class Belief:
    """Mean and covariance of the states; starts with independent states of these means and standard deviations."""

    __slots__ = ("cov", "mean")

    def __init__(self, mean: Sequence[float], sd: Sequence[float]) -> None:
        self.mean = list(mean)
        self.cov = [[0.0] * len(mean) for _ in mean]
        for state, error in enumerate(sd):
            self.cov[state][state] = error * error

    def sd(self, state: int) -> float:
        return math.sqrt(max(0.0, self.cov[state][state]))

    def expect(self, row: Row) -> float:
        """Return the mean of a sum of states."""
        return sum(weight * self.mean[state] for state, weight in row)

    def observe(
        self, row: Row, value: float, variance: float, *, doubt: float = math.inf, refuse: float = math.inf
    ) -> float:
        """Learn that the sum `row` was measured as `value`; return the squared surprise in standard deviations.

        A surprise beyond `doubt` is taken to have as much more noise as makes it that, so the further off a value is, the
        less it moves (a redescending weight; Hampel 1974, doi 10.1080/01621459.1974.10482962); one beyond `refuse` is
        not learnt from.
        """
        toward = self._tied(row)
        total = sum(toward[state] * weight for state, weight in row) + variance
        apart = value - self.expect(row)
        surprise = apart * apart / total
        if surprise <= refuse * refuse:
            self._learn(toward, apart, total * max(1.0, surprise / (doubt * doubt)))
        return surprise

    def _learn(self, toward: Sequence[float], apart: float, total: float) -> None:
        for state, line in enumerate(self.cov):
            gain = toward[state] / total
            if gain:
                self.mean[state] += gain * apart
                self.cov[state] = [entry - gain * other for entry, other in zip(line, toward, strict=True)]

    def move(self, changes: Mapping[int, Row]) -> None:
        """Carry the covariance through x + Dx, where `changes` has the rows of D; the caller moves the mean."""
        cov = self.cov
        gains = {state: self._tied(row) for state, row in changes.items()}
        for state, gain in gains.items():
            line = cov[state]
            for other, added in enumerate(gain):
                line[other] += added
                cov[other][state] += added
        for state, gain in gains.items():
            for other, row in changes.items():
                for j, weight in row:
                    cov[state][other] += gain[j] * weight

    def _tied(self, row: Row) -> list[float]:
        """Return the covariance of a sum of states with each state."""
        total = [0.0] * len(self.mean)
        for state, weight in row:
            total = [value + weight * entry for value, entry in zip(total, self.cov[state], strict=True)]
        return total

    def shake(self, row: Row, variance: float) -> None:
        """Add noise of this variance that moves the states of `row` together, by its coefficients."""
        for state, weight in row:
            for other, factor in row:
                self.cov[state][other] += weight * factor * variance

    def forget(self, state: int, mean: float, sd: float) -> None:
        """Replace what is known of a state, and with it all that tied it to others."""
        for line in self.cov:
            line[state] = 0.0
        self.cov[state] = [0.0] * len(self.mean)
        self.mean[state], self.cov[state][state] = mean, sd * sd
