"""The total of all workouts: the same, in whatever order they come, change and go."""

from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.api import Json

from fitzen.workouts.rules import total_after, total_of

totals = st.builds(
    lambda grams, sets, reps: {"volume_kg": grams / 1000, "sets": sets, "reps": reps},
    st.integers(0, 50_000_000),
    st.integers(0, 200),
    st.integers(0, 5000),
)
changes = st.lists(st.tuples(st.integers(0, 5), st.none() | totals), max_size=40)


@given(changes)
def test_step_by_step_it_is_what_it_is_all_at_once(steps: list[tuple[int, Json | None]]) -> None:
    """Each step puts a workout in the place of one, or takes it away."""
    total, workouts = total_of(()), dict[int, Json]()
    for key, after in steps:
        total = total_after(total, workouts.get(key), after)
        workouts.pop(key, None)
        if after is not None:
            workouts[key] = after
    assert total == total_of(workouts.values())


def test_a_workout_without_a_working_set_is_no_session() -> None:
    nothing = {"volume_kg": 0.0, "sets": 0, "reps": 0}
    assert total_of([nothing, {"volume_kg": 100.0, "sets": 1, "reps": 5}])["sessions"] == 1
