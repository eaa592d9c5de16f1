"""The Kalman filter does what the textbook's matrices do."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.science.kalman import Belief

numbers = st.floats(-3, 3)
changes = st.dictionaries(
    st.integers(0, 2), st.lists(st.tuples(st.integers(0, 2), numbers), min_size=1, max_size=3), max_size=3
)
rows = st.lists(st.tuples(st.integers(0, 2), numbers), min_size=1, max_size=3)


def product(left: Sequence[Sequence[float]], right: Sequence[Sequence[float]]) -> list[list[float]]:
    return [
        [sum(a * b for a, b in zip(row, column, strict=True)) for column in zip(*right, strict=True)] for row in left
    ]


def correlated() -> Belief:
    belief = Belief((1.0, 2.0, 3.0), (1.0, 2.0, 0.5))
    belief.shake([(0, 1.0), (1, -0.5), (2, 2.0)], 0.7)
    return belief


@given(changes)
def test_moving_is_the_product_with_the_transition_on_both_sides(rows_of: dict[int, list[tuple[int, float]]]) -> None:
    belief = correlated()
    matrix = [[float(i == j) for j in range(3)] for i in range(3)]
    for state, row in rows_of.items():
        for other, weight in row:
            matrix[state][other] += weight
    expected = product(product(matrix, belief.cov), [list(column) for column in zip(*matrix, strict=True)])
    belief.move(rows_of)
    for found, wanted in zip(belief.cov, expected, strict=True):
        assert found == pytest.approx(wanted, abs=1e-9)


@given(rows, st.floats(-10, 10), st.floats(0.1, 10))
def test_a_measurement_never_makes_less_sure_and_keeps_the_covariance_symmetric(
    row: list[tuple[int, float]], value: float, variance: float
) -> None:
    belief = correlated()
    before = [belief.sd(state) for state in range(3)]
    belief.observe(row, value, variance)
    assert all(belief.sd(state) <= sd + 1e-9 for state, sd in enumerate(before))
    assert all(belief.cov[i][j] == pytest.approx(belief.cov[j][i], abs=1e-9) for i in range(3) for j in range(3))


def test_equal_measurements_average() -> None:
    belief = Belief((0.0,), (1000.0,))
    for value in (1.0, 2.0, 3.0, 6.0):
        belief.observe([(0, 1.0)], value, 1.0)
    assert belief.mean[0] == pytest.approx(3, abs=1e-4)
    assert belief.sd(0) == pytest.approx(0.5, abs=1e-4)


def test_a_wild_value_counts_as_much_as_one_at_the_bound_and_a_wilder_one_not_at_all() -> None:
    def after(value: float) -> float:
        belief = Belief((0.0,), (1.0,))
        belief.observe([(0, 1.0)], value, 3.0, doubt=3.0, refuse=6.0)
        return belief.mean[0]

    assert after(6) == 1.5
    assert after(11) == pytest.approx(11 / 4 / (11**2 / 4 / 9))
    assert after(11) < after(6)
    assert after(12.1) == 0


def test_forgetting_cuts_every_tie() -> None:
    belief = correlated()
    belief.forget(1, 5.0, 2.0)
    assert belief.mean[1] == 5
    assert belief.cov[1] == [0, 4, 0]
    assert [line[1] for line in belief.cov] == [0, 4, 0]


@given(st.floats(0.1, 5), st.floats(0.1, 5), st.floats(-5, 5))
def test_the_surprise_is_in_standard_deviations(sd: float, noise: float, value: float) -> None:
    belief = Belief((0.0,), (sd,))
    assert belief.observe([(0, 1.0)], value, noise**2) == pytest.approx(value**2 / (math.hypot(sd, noise) ** 2))
