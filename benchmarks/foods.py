"""How often a food is found and a meal understood, of the labelled lists, and CPU milliseconds a query.

`python benchmarks/foods.py`; `make bench` prints it too. Budget: the right food among the first three for 95% of the
queries, grams within 10% for 90% of the foods of meals, 5 ms a query.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.fixtures import foods as labelled

from fitzen.nutrition.foods import catalog, library
from fitzen.nutrition.foods.parse import MAX_TEXT, parse
from used import cpu_ms

BUDGET_MS = 5.0
LONG = ("2 eggs and " * MAX_TEXT)[:MAX_TEXT]


class Row(NamedTuple):
    """`right` is the share that is, at least `budget`; `cpu_ms` of one query, and of the slowest."""

    case: str
    cases: int
    right: float
    budget: float
    cpu_ms: float
    worst_ms: float


def figures() -> list[Row]:
    """Measure all lists, those held out too."""
    catalog.shipped()
    return [row for kind in ("", "_held_out") for row in (_searches(f"search{kind}"), _meals(f"meals{kind}"))]


def _searches(name: str) -> Row:
    cases = labelled.queries(name)
    found = labelled.search_figures(cases)
    return Row(name, len(cases), found.first_three, 0.95, *_cost(library.search, [case.text for case in cases]))


def _meals(name: str) -> Row:
    cases = labelled.meals(name)
    found = labelled.meal_figures(cases)
    return Row(name, len(cases), found.grams, 0.9, *_cost(parse, [case.text for case in cases]))


def _cost(call: Callable[[str], object], texts: Sequence[str]) -> tuple[float, float]:
    """Return the mean and the greatest CPU ms of a call, where each text has been seen once before."""
    each = [cpu_ms(call, text) for text in texts]
    return sum(each) / len(each), max(each)


def opening_ms() -> float:
    """Measure reading the foods and indexing them, which the first query of a process pays."""
    return cpu_ms(lambda _: catalog.read_shipped(), "")


def show(rows: Sequence[Row]) -> None:
    print(f"{'foods':<20}{'cases':>7}{'right':>8}{'budget':>8}{'CPU ms':>9}{'slowest':>9}")
    for row in rows:
        over = "  over" if row.right < row.budget or row.cpu_ms > BUDGET_MS else ""
        print(
            f"{row.case:<20}{row.cases:>7}{row.right:>8.1%}{row.budget:>8.0%}{row.cpu_ms:>9.2f}{row.worst_ms:>9.2f}{over}"
        )
    print(
        f"Reading the foods costs {opening_ms():.0f} ms, once; {MAX_TEXT} letters of a meal {cpu_ms(parse, LONG):.0f} ms."
    )


if __name__ == "__main__":
    show(figures())
