"""From parts of things to whole ones: the relaxed program's solution is rounded, and then one or two choices at a time change.

Of all changes of one choice, and of all swaps of one for another, the best is made, again and again. Where none helps, the
rows that do not hold count more from then on, which leads out of dead ends (breakout: Morris 1993, AAAI-93 pp. 40-45), and
what has just changed rests a while (tabu: Glover 1989, doi 10.1287/ijoc.1.3.190).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from fitzen.nutrition.meal_plans.budget import Budget
from fitzen.nutrition.meal_plans.solver import TINY, Arrays

if TYPE_CHECKING:
    from numpy.typing import NDArray

    type Floats = NDArray[Any]

HARD = 1000.0
"""What a row costs at first that is off by all of its bound, in the unit of costs."""
STEPS, RESTS = 40, 5
"""How many changes are made at most, and for how many a choice that has changed stays."""
HOLDS = 1e-9
TAKEN = 0.5


def mended(program: Arrays, parts: Sequence[float], budget: Budget) -> list[float] | None:
    """Return a whole solution near `parts` that no change of one or two choices betters; None where none was found."""
    return _Mending(program, parts).run(budget)


class _Mending:
    def __init__(self, program: Arrays, parts: Sequence[float]) -> None:
        import numpy as np

        self._np = np
        self.program = program
        self.taken = np.asarray(parts) > TAKEN
        self.sums = program.rows @ self.taken
        self.weights = np.concatenate([np.full(program.hard, HARD), program.price])
        self.rests = np.zeros(len(parts), dtype=int)

    def run(self, budget: Budget) -> list[float] | None:
        """Change until nothing betters what keeps to all rows; after the half of the budget the first that does is taken."""
        best: list[float] | None = None
        for step in range(STEPS):
            broken = self._broken()
            if not broken.any():
                best = [float(each) for each in self.taken]
            if budget.is_spent or (best is not None and budget.is_short):
                break
            change, gain = self._best(step)
            if gain <= TINY:
                if best is not None:
                    break
                self.weights[: self.program.hard][broken] += HARD
            self._make(change, step)
        return best

    def _broken(self) -> "Floats":
        hard = slice(self.program.hard)
        broken: Floats = self._off(self.sums)[hard] > HOLDS
        return broken

    def _off(self, sums: "Floats") -> "Floats":
        """Return how far sums of the rows are off their bounds; rows are the last axis."""
        np = self._np
        off: Floats = np.maximum(np.maximum(self.program.low - sums, sums - self.program.high), 0.0)
        return off

    def _best(self, step: int) -> "tuple[Floats, float]":
        """Return the choices of the best change, and what it gains."""
        np = self._np
        free = self.rests <= step
        on, off = np.flatnonzero(self.taken & free), np.flatnonzero(~self.taken & free)
        one = np.concatenate([on, off])
        sign = np.where(self.taken[one], -1.0, 1.0)
        rows, cost = self.program.rows.T, self.program.cost
        singles = self._off(self.sums + rows[one] * sign[:, None]) @ self.weights + cost[one] * sign
        without = self.sums - rows[on]
        pairs = self._off(without[:, None, :] + rows[off][None]) @ self.weights + cost[off] - cost[on][:, None]
        now = float(self._off(self.sums) @ self.weights)
        first = float(singles.min(initial=np.inf))
        second = float(pairs.min(initial=np.inf))
        if min(first, second) == np.inf:
            return one[:0], 0.0
        if first <= second:
            return one[[singles.argmin()]], now - first
        at = int(pairs.argmin())
        return np.array([on[at // len(off)], off[at % len(off)]]), now - second

    def _make(self, change: "Floats", step: int) -> None:
        sign = self._np.where(self.taken[change], -1.0, 1.0)
        self.sums = self.sums + self.program.rows[:, change] @ sign
        self.taken[change] = ~self.taken[change]
        self.rests[change] = step + RESTS
