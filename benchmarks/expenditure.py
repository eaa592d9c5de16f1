"""How near the estimate of expenditure comes to the truth, on simulated people, and what a day of it costs.

`PYTHONPATH=. python benchmarks/expenditure.py` prints a table for two seeds; the second was not tuned on. The last rows
are people who leave out a fifth of everything that they eat: their bias is what no estimator can see.
"""

import time
from collections.abc import Sequence
from typing import NamedTuple

from tests.unit.science.simulator import people, scores

TUNED, HELD_OUT = 1, 20_261_126
PEOPLE = 600
DAYS = 84
HORIZONS = (21, 56, 84)
BUDGET = {21: 8.0, 56: 4.0}
"""The mean absolute error allowed on a day, in percent."""
BIAS_BUDGET = 1.0
COVERAGE_BUDGET = (85, 95)


class Row(NamedTuple):
    """Percentages: error, bias, how often the 90 % interval held the truth, its half width; CPU µs a day of a person."""

    case: str
    day: int
    error: float
    budget: float | None
    bias: float
    coverage: float
    half_width: float
    cpu_us: float


def figures() -> list[Row]:
    """Measure every crowd."""
    return [
        *_rows(f"seed {TUNED}", TUNED),
        *_rows(f"seed {HELD_OUT}, held out", HELD_OUT),
        *_rows("a fifth never logged", TUNED, 0.2),
    ]


def _rows(case: str, seed: int, under_logging: float = 0.0) -> list[Row]:
    crowd = list(people(seed, PEOPLE, DAYS, under_logging))
    before = time.process_time_ns()
    found = scores(crowd, HORIZONS)
    cost = (time.process_time_ns() - before) / 1000 / PEOPLE / DAYS
    budgets = {} if under_logging else BUDGET
    return [
        Row(case, day, error, budgets.get(day), bias, coverage, width, cost)
        for day, _, error, bias, coverage, width in found
    ]


def show(rows: Sequence[Row]) -> None:
    """Print the table."""
    print(f"\n{'expenditure':<26}{'day':>5}{'error %':>9}{'budget':>8}{'bias %':>8}{'in 90 %':>9}{'± %':>6}")
    for row in rows:
        limit = "" if row.budget is None else f"{row.budget:.1f}"
        over = "  over" if row.budget and _is_over(row, row.budget) else ""
        figure = f"{row.error:>9.2f}{limit:>8}{row.bias:>+8.2f}{row.coverage:>9.1f}{row.half_width:>6.1f}"
        print(f"{row.case:<26}{row.day:>5}{figure}{over}")
    cost = sum(row.cpu_us for row in rows) / len(rows)
    print(f"{PEOPLE} people a row; a day of one person costs {cost:.0f} µs of CPU.")


def _is_over(row: Row, budget: float) -> bool:
    low, high = COVERAGE_BUDGET
    return row.error > budget or abs(row.bias) > BIAS_BUDGET or not low <= row.coverage <= high


if __name__ == "__main__":
    show(figures())
