"""A program of yes-or-no choices as rows and columns: relaxed it is solved by HiGHS, whole by a search from there.

HiGHS and numpy are loaded when the first program is solved.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import Any, NamedTuple

from fitzen.nutrition.meal_plans.budget import Budget

SECONDS = 1.0
"""For a program that is given no budget."""
RELAXATIONS = 128
"""So many relaxed programs are solved, after the search near the first of them found nothing, before it is given up."""
TINY = 1e-6


class Solved(NamedTuple):
    """The binaries' values, in the order that they were added, None where nothing was found.

    `impossible`: that there is nothing is certain.
    """

    values: Sequence[float] | None
    impossible: bool


class Arrays(NamedTuple):
    """A program's binaries as arrays: what each costs, rows that must hold, and rows that cost `price` by how far they do not.

    A row is a matrix's row and bounds of its product with the binaries, both divided by the larger bound, so that how far
    rows are off can be compared.
    """

    cost: Any
    rows: Any
    low: Any
    high: Any
    hard: int
    price: Any


class Program:
    """Minimises the sum of the binaries' costs and of what wishes cost that are not met, within the bounds of the rows."""

    def __init__(self) -> None:
        self._cost = array("d")
        self._row_bounds = array("d"), array("d")
        self._starts = array("i", [0])
        self._index = array("i")
        self._value = array("d")
        self._price = array("d")

    def binary(self, cost: float = 0.0) -> int:
        """Add a column that is 0 or 1 and return its number."""
        self._cost.append(cost)
        return len(self._cost) - 1

    def row(self, terms: Iterable[tuple[int, float]], low: float = -inf, high: float = inf) -> None:
        """Bound the sum of columns times what each counts; a column comes once."""
        self._add(terms, low, high, inf)

    def wish(self, terms: Iterable[tuple[int, float]], low: float = -inf, high: float = inf, *, price: float) -> None:
        """Let it cost by how far the sum is below or above the bounds."""
        self._add(terms, low, high, price)

    def _add(self, terms: Iterable[tuple[int, float]], low: float, high: float, price: float) -> None:
        counting = [(column, value) for column, value in terms if value]
        self._index.extend([column for column, _ in counting])
        self._value.extend([value for _, value in counting])
        self._starts.append(len(self._index))
        self._row_bounds[0].append(low)
        self._row_bounds[1].append(high)
        self._price.append(price)

    def solve(self, *, relaxed: bool = False, quick: bool = False, budget: Budget | None = None) -> Solved:
        """Return a good solution, the same for the same program. `relaxed` takes all columns as amounts.

        The relaxed program's parts are made whole, and that is mended and bettered by swaps (`repair`): for a day of meals
        that takes a tenth of the time of cuts and bounds. Where nothing is found so, relaxed programs that differ in a few
        bounds are solved from one another in half a millisecond, down to a whole solution or the proof that there is none;
        not if it must be `quick`.
        """
        from fitzen.nutrition.meal_plans import repair

        within = budget or Budget(SECONDS)
        search = _Search(self._model(), len(self._cost), within)
        parts = search.relaxed({})
        if parts is None:
            return Solved(None, impossible=True)
        if relaxed:
            return Solved(parts, impossible=False)
        found = repair.mended(self.arrays(), parts, within)
        return Solved(found, impossible=False) if found is not None or quick else search.whole()

    def arrays(self) -> Arrays:
        """Return the binaries' costs and rows as numpy arrays, the rows that must hold first."""
        import numpy as np

        rows = np.zeros((len(self._price), len(self._cost)))
        counts = np.diff(np.asarray(self._starts))
        rows[np.repeat(np.arange(len(counts)), counts), np.asarray(self._index)] = np.asarray(self._value)
        low, high, price = map(np.asarray, (*self._row_bounds, self._price))
        needed = (price < inf) | (counts > 1) | (low > 0)
        hard_first = np.argsort(price < inf, kind="stable")
        order = hard_first[needed[hard_first]]
        larger = np.maximum(*(np.where(np.isfinite(each), abs(each), 0.0) for each in (low, high)))
        scale = np.where(price < inf, 1.0, np.maximum(larger, 1.0))[order]
        hard = int((price[order] == inf).sum())
        rows, low, high = rows[order] / scale[:, None], low[order] / scale, high[order] / scale
        return Arrays(np.asarray(self._cost), rows, low, high, hard, price[order][hard:])

    def _model(self) -> Any:
        """Return the relaxed program; each wish has two columns more, for how far below and above it is."""
        import highspy
        import numpy as np

        model = highspy.HighsLp()
        soft = [row for row, price in enumerate(self._price) if price < inf]
        whole, columns = len(self._cost), len(self._cost) + 2 * len(soft)
        model.num_col_, model.num_row_ = columns, len(self._price)
        model.col_cost_ = np.concatenate([self._cost, np.repeat([self._price[row] for row in soft], 2)])
        model.col_lower_ = np.zeros(columns)
        model.col_upper_ = np.concatenate([np.ones(whole), np.full(2 * len(soft), inf)])
        model.row_lower_, model.row_upper_ = map(np.asarray, self._row_bounds)
        ends = np.repeat([self._starts[row + 1] for row in soft], 2).astype(int)
        more = np.zeros(len(self._price), dtype=int)
        more[soft] = 2
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_ = np.asarray(self._starts) + np.concatenate([[0], np.cumsum(more)])
        matrix.index_ = np.insert(np.asarray(self._index, dtype=np.int32), ends, np.arange(whole, columns))
        matrix.value_ = np.insert(np.asarray(self._value), ends, np.tile([1.0, -1.0], len(soft)))
        return model


def _quiet(options: Mapping[str, Any]) -> Any:
    """Return a solver that prints nothing and has one thread."""
    import highspy  # here, for it takes half a second and 35 MB that a server which makes no plan does not need

    solver = highspy.Highs.__bases__[0]()  # the class itself prints a line before it can be told to be quiet
    for name, value in {"output_flag": False, "threads": 1, "parallel": "off", **options}.items():
        solver.setOptionValue(name, value)
    return solver


class _Search:
    """Depth first over relaxed programs: the largest part of a whole is made whole, or else nothing."""

    def __init__(self, model: Any, wholes: int, budget: Budget) -> None:
        import highspy

        self._solver = _quiet({"presolve": "off", "solver": "simplex", "time_limit": SECONDS})
        self._solver.passModel(model)
        self._optimal = highspy.HighsModelStatus.kOptimal
        self._impossible = highspy.HighsModelStatus.kInfeasible
        self._wholes = wholes
        self._budget = budget
        self._fixed: dict[int, float] = {}

    def whole(self) -> Solved:
        """Return the first whole solution, or that there is none; that it is not known where it would take too long."""
        waiting: list[dict[int, float]] = [{}]
        for _ in range(RELAXATIONS):
            if not waiting or self._budget.is_spent:
                break
            fixed = waiting.pop()
            values = self.relaxed(fixed)
            if values is None:
                continue
            parts = [(value, column) for column, value in enumerate(values) if TINY < value < 1 - TINY]
            if not parts:
                return Solved(values, impossible=False)
            _, column = max(parts)
            waiting += [fixed | {column: 0.0}, fixed | {column: 1.0}]
        return Solved(None, impossible=not waiting)

    def relaxed(self, fixed: Mapping[int, float]) -> list[float] | None:
        """Return the best with some columns fixed, of the columns that are 0 or 1 in a whole one; None: there is none."""
        for column in self._fixed.keys() - fixed.keys():
            self._solver.changeColBounds(column, 0.0, 1.0)
        for column, value in fixed.items():
            if self._fixed.get(column) != value:
                self._solver.changeColBounds(column, value, value)
        self._fixed = dict(fixed)
        self._solver.run()
        if self._solver.getModelStatus() != self._optimal:
            return None
        return list(self._solver.getSolution().col_value[: self._wholes])
