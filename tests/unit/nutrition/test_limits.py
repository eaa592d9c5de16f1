"""The limits of every plan: what is refused, and that what is computed never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.nutrition import limits
from fitzen.science.energy import Body, Sex, expenditure, rmr
from fitzen.science.targets import Goal, no_deficit, targets

sexes: st.SearchStrategy[Sex] = st.sampled_from(["female", "male", "other"])
goals: st.SearchStrategy[Goal] = st.sampled_from(["lose", "maintain", "gain", "perform", "health"])
bodies = st.builds(
    Body,
    sex=sexes,
    age=st.floats(10, 90),
    height_cm=st.floats(140, 210),
    weight_kg=st.floats(35, 200),
    pregnant=st.booleans(),
    eating_disorder=st.booleans(),
)


@given(bodies, goals, st.none() | st.floats(0, 5))
def test_no_target_that_is_computed_is_one_that_is_refused(body: Body, goal: Goal, rate: float | None) -> None:
    burn = expenditure(body, "moderate")
    found = targets(body, goal, burn, kg_per_week=rate)
    assert limits.energy_refused(body, found.energy_kcal) is None
    assert no_deficit(body) is None or found.energy_kcal >= burn.kcal - 1e-9


@given(bodies, st.floats(0, 4000))
def test_energy_is_refused_below_rest_and_below_the_least(body: Body, kcal: float) -> None:
    least = max(rmr(body).kcal, {"female": 1200, "male": 1500, "other": 1350}[body.sex])
    assert (limits.energy_refused(body, kcal) is not None) == (kcal < least - 1e-9)


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (Body(sex="female", age=85, height_cm=150, weight_kg=45), "nutrients"),
        (Body(sex="female", age=30, height_cm=165, weight_kg=70), "at rest"),
        (Body(sex="female", age=16, height_cm=165, weight_kg=70), "growing"),
        (Body(sex="female", age=30, height_cm=165, weight_kg=70, pregnant=True), "pregnancy"),
        (Body(sex="female", age=30, height_cm=165, weight_kg=45), "BMI"),
        (Body(sex="female", age=30, height_cm=165, weight_kg=70, eating_disorder=True), "eating disorder"),
    ],
)
def test_who_is_planned_no_less_is_told_why(body: Body, why: str) -> None:
    said = limits.energy_refused(body, 800)
    assert said is not None
    assert why in said
    assert f"{limits.least_in_tens(body):,}" in said
    assert limits.energy_refused(body, limits.least_in_tens(body)) is None
