"""Small programs whose answer is known."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from fitzen.nutrition.meal_plans.solver import Program

SIZES = st.lists(st.integers(1, 30), min_size=1, max_size=7)


@settings(deadline=None, max_examples=40)
@given(sizes=SIZES, data=st.data())
def test_a_sum_is_found_where_there_is_one_and_denied_where_there_is_none(
    sizes: list[int], data: st.DataObject
) -> None:
    target = data.draw(st.integers(0, sum(sizes)))
    program = Program()
    columns = [program.binary(cost=1.0) for _ in sizes]
    program.row(zip(columns, map(float, sizes), strict=True), float(target), float(target))
    found = program.solve()
    every = {
        sum(size * taken for size, taken in zip(sizes, each, strict=True))
        for each in product((0, 1), repeat=len(sizes))
    }
    if target in every:
        assert found.values is not None
        assert round(sum(size * value for size, value in zip(sizes, found.values, strict=True))) == target
    else:
        assert found.values is None
        assert found.impossible


def test_parts_of_things_are_allowed_where_that_is_asked() -> None:
    program = Program()
    program.row([(program.binary(), 3.0)], 1.0, 1.0)
    assert program.solve().impossible
    relaxed = program.solve(relaxed=True)
    assert relaxed.values is not None
    assert abs(relaxed.values[0] - 1 / 3) < 1e-6
