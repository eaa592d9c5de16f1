"""Rows for a spreadsheet: nothing is lost in lists, and nothing is run."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.transfer.kinds import SOURCES
from fitzen.transfer.sheets import Sheet, cell, columns

SETS = Sheet(
    columns("id", exercise="exercises.id", set="exercises.sets.#", reps="exercises.sets.reps", kg="total.kg"),
    each=("exercises", "exercises.sets"),
)


def test_each_entry_is_a_row_with_what_it_is_of() -> None:
    workout = {
        "id": "w",
        "total": {"kg": 5},
        "exercises": [{"id": "a", "sets": [{"reps": 1}, {"reps": 2}]}, {"id": "b", "sets": []}],
    }
    assert list(SETS.rows(workout)) == [
        ["w", "a", 1, 1, 5],
        ["w", "a", 2, 2, 5],
        ["w", "b", "", "", 5],
    ]
    assert list(SETS.rows({"id": "w"})) == [["w", "", "", "", ""]]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "true"),
        (-5.5, -5.5),
        ("=1+1", "'=1+1"),
        ("+34612", "'+34612"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("a=1", "a=1"),
        (["=a", "b"], "'=a; b"),
        ([1, 2], "[1,2]"),
        ({"a": 1}, '{"a":1}'),
    ],
)
def test_cells(value: Any, expected: Any) -> None:
    assert cell(value) == expected


@given(st.recursive(st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(), st.lists))
def test_no_text_is_a_formula(value: Any) -> None:
    found = cell(value)
    assert not isinstance(found, str) or not found.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("kind", SOURCES)
def test_a_kind_without_anything_in_it_is_a_row_all_the_same(kind: str) -> None:
    (row,) = SOURCES[kind].sheet.rows({"id": "x"})
    assert len(row) == len(SOURCES[kind].sheet.columns)
