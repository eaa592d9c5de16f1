"""Hard sets a muscle."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.science.strength import Set
from fitzen.science.volume import DIRECT, HYPERTROPHY_SETS, INDIRECT, STRENGTH_SETS, hard_sets, muscle_sets

sets = st.builds(
    Set,
    kind=st.sampled_from(["warmup", "normal", "drop", "failure"]),
    reps=st.none() | st.integers(0, 30),
    done=st.booleans(),
)
exercises = st.lists(
    st.tuples(
        st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from([DIRECT, INDIRECT])), max_size=3),
        st.lists(sets, max_size=6),
    ),
    max_size=4,
)


def test_what_counts_as_a_hard_set() -> None:
    assert hard_sets([]) == 0
    assert hard_sets([Set(kind="warmup", reps=10), Set(reps=5, done=False), Set(reps=0)]) == 0
    assert hard_sets([Set(reps=5), Set(kind="failure", reps=5), Set(duration_s=60)]) == 3
    assert hard_sets([Set(reps=5), Set(kind="drop", reps=5), Set(kind="drop", reps=5)]) == 2


def test_a_drop_with_no_set_before_it_stands_for_one() -> None:
    assert hard_sets([Set(kind="warmup", reps=5), Set(kind="drop", reps=5), Set(kind="drop", reps=5)]) == 1.5


@pytest.mark.parametrize("share", [-0.1, 1.1, math.nan])
def test_a_share_is_at_most_a_whole(share: float) -> None:
    with pytest.raises(ValueError, match="share"):
        muscle_sets([([("chest", share)], [Set(reps=5)])])


@given(exercises)
def test_the_order_of_exercises_does_not_matter_and_no_muscle_gets_more_than_was_done(
    done: list[tuple[list[tuple[str, float]], list[Set]]],
) -> None:
    counted = muscle_sets(done)
    assert counted == muscle_sets(reversed(done))
    for muscle, count in counted.items():
        named = [hard_sets(own) for muscles, own in done for name, _ in muscles if name == muscle]
        assert sum(named) * INDIRECT <= count <= sum(named)


@given(st.lists(sets, max_size=6), sets)
def test_one_more_set_never_lowers_the_count(own: list[Set], more: Set) -> None:
    assert 0 <= hard_sets([*own, more]) - hard_sets(own) <= 1


def test_landmarks_rise_with_the_level() -> None:
    rows = list(HYPERTROPHY_SETS.values())
    assert rows == sorted(rows, key=lambda row: (row.low, row.high))
    assert all(row.least <= row.low < row.high < row.most for row in [*rows, STRENGTH_SETS])
