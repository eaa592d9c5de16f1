"""A mixed-integer program as rows and columns, solved by HiGHS, which is loaded when the first is solved."""

from array import array
from collections.abc import Iterable, Sequence
from math import inf
from typing import Any, NamedTuple

SECONDS = 10.0
"""A stop against what nobody foresaw; the limit on nodes is what ends a search that is long, for it is the same anywhere."""

FEASIBLE = 2
"""What HiGHS calls a solution that keeps to all rows."""


class Solved(NamedTuple):
    """The columns' values, None where nothing was found; `impossible`: that there is nothing is certain."""

    values: Sequence[float] | None
    impossible: bool


class Program:
    """Minimises the sum of the columns' costs. Columns are integers or amounts; rows bound sums of columns."""

    def __init__(self) -> None:
        self._cost = array("d")
        self._column_bounds = array("d"), array("d")
        self._integer: list[bool] = []
        self._row_bounds = array("d"), array("d")
        self._starts = array("i", [0])
        self._index = array("i")
        self._value = array("d")

    def column(self, cost: float = 0.0, low: float = 0.0, high: float = inf, *, integer: bool = False) -> int:
        """Add a column and return its number."""
        self._cost.append(cost)
        self._column_bounds[0].append(low)
        self._column_bounds[1].append(high)
        self._integer.append(integer)
        return len(self._cost) - 1

    def binary(self, cost: float = 0.0) -> int:
        return self.column(cost, 0.0, 1.0, integer=True)

    def row(self, terms: Iterable[tuple[int, float]], low: float = -inf, high: float = inf) -> None:
        """Bound the sum of columns times what each counts; a column comes once."""
        for column, value in terms:
            if value:
                self._index.append(column)
                self._value.append(value)
        self._starts.append(len(self._index))
        self._row_bounds[0].append(low)
        self._row_bounds[1].append(high)

    def solve(self, *, seed: int, nodes: int, gap: float, relaxed: bool = False) -> "Solved":
        """Return the best that is found within so many nodes, with one thread: the same for the same seed.

        `gap` is how much better the best possible may be, in cost. `relaxed` takes all columns as amounts.
        """
        import highspy

        solver = highspy.Highs.__bases__[0]()  # the class itself prints a line before it can be told to be quiet
        options = {
            "output_flag": False,
            "threads": 1,
            "parallel": "off",
            "random_seed": seed,
            "mip_max_nodes": nodes,
            "mip_abs_gap": gap,
            "mip_rel_gap": 0.0,
            "time_limit": SECONDS,
            "solve_relaxation": relaxed,
        }
        for name, value in options.items():
            solver.setOptionValue(name, value)
        solver.passModel(self._model())
        solver.run()
        impossible = solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible
        found = solver.getInfo().primal_solution_status == FEASIBLE
        return Solved(solver.getSolution().col_value if found else None, impossible)

    def _model(self) -> Any:
        import highspy
        import numpy as np

        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self._cost), len(self._row_bounds[0])
        model.col_cost_ = np.asarray(self._cost)
        model.col_lower_, model.col_upper_ = map(np.asarray, self._column_bounds)
        model.row_lower_, model.row_upper_ = map(np.asarray, self._row_bounds)
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        model.integrality_ = [kinds[each] for each in self._integer]
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_, matrix.index_ = np.asarray(self._starts), np.asarray(self._index)
        matrix.value_ = np.asarray(self._value)
        return model
