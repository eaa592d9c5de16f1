"""The limits of every plan: what is refused, and that what is computed never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.nutrition import limits
from fitzen.science.energy import Body, Sex, expenditure, rmr
from fitzen.science.targets import Goal, targets

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
ADULT = Body(sex="female", age=30, height_cm=165, weight_kg=70)


@given(bodies, goals, st.none() | st.floats(0, 5))
def test_no_target_that_is_computed_is_one_that_is_refused(body: Body, goal: Goal, rate: float | None) -> None:
    burn = expenditure(body, "moderate")
    found = targets(body, goal, burn, kg_per_week=rate)
    assert limits.energy_refused(body, found.energy_kcal) is None
    assert limits.deficit_refused(body, found.energy_kcal, burn.kcal) is None


@given(bodies, st.floats(0, 4000))
def test_energy_is_refused_below_rest_and_below_the_least(body: Body, kcal: float) -> None:
    least = max(rmr(body).kcal, {"female": 1200, "male": 1500, "other": 1350}[body.sex])
    assert (limits.energy_refused(body, kcal) is not None) == (kcal < least - 1e-9)


@given(bodies, st.floats(0.01, 5))
def test_loss_is_refused_beyond_one_percent_or_a_kilogram_and_to_those_who_may_not(body: Body, rate: float) -> None:
    barred = body.age < 18 or body.pregnant or body.eating_disorder or body.bmi < 18.5
    too_fast = rate > min(1.0, 0.01 * body.weight_kg) + 1e-9
    assert (limits.loss_refused(body, rate) is not None) == (barred or too_fast)


def test_a_weight_below_a_bmi_of_18_5_is_refused_kindly() -> None:
    said = limits.weight_refused(ADULT, 48)
    assert said is not None
    assert "50.4 kg" in said
    assert "gladly" in said
    assert limits.weight_refused(ADULT, 60) is None
    assert limits.weight_refused(ADULT, 90) is None, "to gain is another matter"
    assert "lb" in str(limits.weight_refused(ADULT, 48, "imperial"))


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        (Body(sex="female", age=16, height_cm=165, weight_kg=70), "growing"),
        (Body(sex="female", age=30, height_cm=165, weight_kg=70, pregnant=True), "pregnancy"),
        (Body(sex="female", age=30, height_cm=165, weight_kg=45), "BMI"),
        (Body(sex="female", age=30, height_cm=165, weight_kg=70, eating_disorder=True), "eating disorder"),
    ],
)
def test_who_may_not_lose_weight_is_told_why(changed: Body, word: str) -> None:
    for said in (
        limits.deficit_refused(changed, 1500, 2000),
        limits.loss_refused(changed, 0.3),
        limits.weight_refused(changed, 43),
    ):
        assert said is not None
        assert word in said
    assert limits.deficit_refused(changed, 2000, 2000) is None
