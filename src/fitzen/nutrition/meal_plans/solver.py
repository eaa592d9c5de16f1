"""A mixed-integer program as rows and columns, solved over HiGHS, which is loaded when the first is solved."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import Any, NamedTuple

SECONDS = 10.0
"""A stop against what nobody foresaw; limits on how much is looked at end a long search, for they are the same anywhere."""
RELAXATIONS = 300
"""So many relaxed programs are solved before HiGHS searches by itself."""
NODES, GAP = 40, 0.3
"""How long HiGHS then looks for something better, in nodes, and how much better the best may be still, in cost."""
TINY = 1e-6
FEASIBLE = 2
"""What HiGHS calls a solution that keeps to all rows."""


class Solved(NamedTuple):
    """The columns' values, None where nothing was found; `impossible`: that there is nothing is certain."""

    values: Sequence[float] | None
    impossible: bool


class Program:
    """Minimises the sum of the columns' costs. Columns are whole (0 or 1) or amounts; rows bound sums of columns."""

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

    def solve(self, *, seed: int, relaxed: bool = False) -> "Solved":
        """Return a good solution, the same for the same seed; with one thread. `relaxed` takes all columns as amounts.

        First by a search of our own: relaxed programs that differ in a few bounds are solved from one another in half a
        millisecond, and the first whole one that a dive comes to is near the best. HiGHS's own search, which cuts and
        proves, takes four times as long for a day; it does what the dives do not find.
        """
        found = _Search(self._model(), [] if relaxed else self._integers()).run()
        return found if found is not None else self._by_highs(seed)

    def _integers(self) -> list[int]:
        return [column for column, integer in enumerate(self._integer) if integer]

    def _by_highs(self, seed: int) -> "Solved":
        import highspy

        solver = _quiet({"random_seed": seed, "mip_max_nodes": NODES, "mip_abs_gap": GAP, "mip_rel_gap": 0.0})
        model = self._model()
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        model.integrality_ = [kinds[each] for each in self._integer]
        solver.passModel(model)
        solver.run()
        impossible = solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible
        found = solver.getInfo().primal_solution_status == FEASIBLE
        return Solved(list(solver.getSolution().col_value) if found else None, impossible)

    def _model(self) -> Any:
        import highspy
        import numpy as np

        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self._cost), len(self._row_bounds[0])
        model.col_cost_ = np.asarray(self._cost)
        model.col_lower_, model.col_upper_ = map(np.asarray, self._column_bounds)
        model.row_lower_, model.row_upper_ = map(np.asarray, self._row_bounds)
        matrix = model.a_matrix_
        matrix.format_ = highspy.MatrixFormat.kRowwise
        matrix.start_, matrix.index_ = np.asarray(self._starts), np.asarray(self._index)
        matrix.value_ = np.asarray(self._value)
        return model


def _quiet(options: Mapping[str, Any]) -> Any:
    """Return a solver that prints nothing and has one thread."""
    import highspy  # here, for it takes half a second and 35 MB that a server which makes no plan does not need

    solver = highspy.Highs.__bases__[0]()  # the class itself prints a line before it can be told to be quiet
    for name, value in {
        "output_flag": False,
        "threads": 1,
        "parallel": "off",
        "time_limit": SECONDS,
        **options,
    }.items():
        solver.setOptionValue(name, value)
    return solver


class _Search:
    """Depth first over relaxed programs: the largest part of a whole is made whole, or else nothing."""

    def __init__(self, model: Any, integers: Sequence[int]) -> None:
        import highspy

        self._solver = _quiet({"presolve": "off", "solver": "simplex"})
        self._solver.passModel(model)
        self._optimal = highspy.HighsModelStatus.kOptimal
        self._integers = integers
        self._fixed: dict[int, float] = {}

    def run(self) -> "Solved | None":
        """Return the first whole solution, or that there is none; None where that would take too long."""
        waiting: list[dict[int, float]] = [{}]
        for _ in range(RELAXATIONS):
            if not waiting:
                return Solved(None, impossible=True)
            fixed = waiting.pop()
            values = self._relaxed(fixed)
            if values is None:
                continue
            parts = [(values[column], column) for column in self._integers if TINY < values[column] < 1 - TINY]
            if not parts:
                return Solved(values, impossible=False)
            _, column = max(parts)
            waiting += [fixed | {column: 0.0}, fixed | {column: 1.0}]
        return None

    def _relaxed(self, fixed: dict[int, float]) -> list[float] | None:
        for column in self._fixed.keys() - fixed.keys():
            self._solver.changeColBounds(column, 0.0, 1.0)
        for column, value in fixed.items():
            if self._fixed.get(column) != value:
                self._solver.changeColBounds(column, value, value)
        self._fixed = fixed
        self._solver.run()
        if self._solver.getModelStatus() != self._optimal:
            return None
        return list(self._solver.getSolution().col_value)
