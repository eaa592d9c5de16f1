"""What to eat: limits before wishes."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.science.energy import UNDERWEIGHT_BMI, Body, Burn, Sex, energy_density, expenditure, rmr
from fitzen.science.targets import (
    FAT_FLOOR_G_KG,
    LEAST_KCAL,
    MOST_LOSS_KG,
    MOST_LOSS_SHARE,
    PLANS,
    Goal,
    protein_weight,
    targets,
)
from fitzen.users.models import Targets as ProfileTargets

WOMAN = Body(sex="female", age=30, height_cm=165, weight_kg=60)
LARGE = Body(sex="female", age=45, height_cm=165, weight_kg=110)
TEEN = Body(sex="other", age=15, height_cm=165, weight_kg=60)
THIN = Body(sex="male", age=25, height_cm=185, weight_kg=60)
PREGNANT = Body(sex="female", age=30, height_cm=165, weight_kg=70, pregnant=True)

sexes = st.sampled_from(["female", "male", "other"])
goals = st.sampled_from(list(PLANS))
bodies = st.builds(
    Body,
    sex=sexes,
    age=st.floats(9, 100),
    height_cm=st.floats(130, 210),
    weight_kg=st.floats(30, 250),
    body_fat_pct=st.none() | st.floats(5, 60),
    pregnant=st.booleans(),
)


@given(bodies, goals, st.floats(600, 6000), st.none() | st.floats(0, 5), st.floats(0, 1500))
def test_targets_are_safe_for_everybody(
    body: Body, goal: Goal, burn: float, kg_per_week: float | None, exercise: float
) -> None:
    found = targets(body, goal, Burn(burn, 100, "test"), kg_per_week=kg_per_week, exercise_kcal=exercise)
    assert found.energy_kcal >= max(rmr(body).kcal, LEAST_KCAL[body.sex]) - 1e-6
    deficit = burn - found.energy_kcal
    most = min(MOST_LOSS_SHARE * body.weight_kg, MOST_LOSS_KG) * energy_density(body.fat_kg) / 7
    assert deficit <= most + 1e-6
    if body.age < 18 or body.pregnant or body.bmi < UNDERWEIGHT_BMI:
        assert deficit <= 1e-6
    assert min(found.protein_g, found.carbs_g, found.fat_g, found.fiber_g) > 0
    total = 4 * found.protein_g + 4 * found.carbs_g + 9 * found.fat_g
    assert total == pytest.approx(found.energy_kcal, abs=2.01)


@given(bodies, goals, st.sampled_from(["sedentary", "moderate", "very_active"]))
def test_targets_fit_the_profile_and_say_why(body: Body, goal: Goal, activity: str) -> None:
    found = targets(body, goal, expenditure(body, activity))  # type: ignore[arg-type]
    names = ("energy_kcal", "protein_g", "carbs_g", "fat_g", "fiber_g", "source")
    assert ProfileTargets.model_validate({name: getattr(found, name) for name in names})
    assert found.why[0].startswith("You burn about")
    assert found.why[-1].startswith("Protein")
    assert bool(found.bound) == any(sentence.startswith(("No deficit", "Never", "Faster")) for sentence in found.why)


def test_losing_weight_of_an_ordinary_body_is_bound_by_nothing() -> None:
    found = targets(WOMAN, "lose", expenditure(WOMAN, "light"))
    assert found.bound == ()
    assert found.why[1] == "To lose 0.3 kg a week, eat 280 kcal a day less than that."
    assert (found.energy_kcal, found.protein_g) == (1710, 120)
    assert found.source == "Mifflin-St Jeor x 1.5, to lose"


@pytest.mark.parametrize(("body", "limit"), [(TEEN, "minor"), (PREGNANT, "pregnant"), (THIN, "underweight")])
def test_who_must_not_lose_keeps_the_weight_and_is_told_why(body: Body, limit: str) -> None:
    burn = expenditure(body, "light")
    found = targets(body, "lose", burn)
    assert limit in found.bound
    assert found.energy_kcal >= burn.kcal
    assert found.why[1].startswith("No deficit: ")
    assert found.protein_g == targets(body, "maintain", burn).protein_g


def test_a_thin_or_young_person_may_gain() -> None:
    assert targets(THIN, "gain", Burn(2400, 200, "test")).energy_kcal > 2400
    assert targets(TEEN, "gain", Burn(2400, 200, "test")).energy_kcal > 2400


def test_a_wish_too_fast_is_slowed_and_the_floor_holds() -> None:
    found = targets(LARGE, "lose", expenditure(LARGE, "sedentary"), kg_per_week=2)
    assert found.bound == ("rate", "rest")
    assert found.energy_kcal == 1750
    assert "Faster than 1 kg a week costs muscle, so the plan stays at that." in found.why
    pounds = targets(LARGE, "lose", expenditure(LARGE, "sedentary"), kg_per_week=2, units="imperial")
    assert "Faster than 2.2 lb a week costs muscle, so the plan stays at that." in pounds.why


def test_a_weight_of_three_figures_is_written_out() -> None:
    heavy = Body(sex="male", age=40, height_cm=185, weight_kg=180)
    assert any(
        ", counting 109 kg of your weight, " in each for each in targets(heavy, "lose", Burn(3000, 200, "test")).why
    )
    pounds = targets(heavy, "lose", Burn(3000, 200, "test"), units="imperial").why
    assert any(", counting 241 lb of your weight, " in each for each in pounds)


def test_a_small_woman_does_not_go_below_1200() -> None:
    small = Body(sex="female", age=70, height_cm=150, weight_kg=57)
    assert targets(small, "lose", Burn(1300, 50, "test")).energy_kcal >= 1200


def test_hard_training_of_a_lean_body_raises_the_floor() -> None:
    runner = Body(sex="female", age=25, height_cm=168, weight_kg=55, body_fat_pct=18)
    burn = Burn(2400, 100, "your own logs")
    rested = targets(runner, "lose", burn, kg_per_week=0.5)
    training = targets(runner, "lose", burn, kg_per_week=0.5, exercise_kcal=800)
    assert rested.bound == ()
    assert training.bound == ("availability",)
    assert training.energy_kcal == math.ceil((30 * 0.82 * 55 + 800) / 10) * 10


def test_protein_counts_a_quarter_of_what_is_above_bmi_25() -> None:
    limit = 25 * 1.65**2
    assert protein_weight(LARGE) == pytest.approx(limit + 0.25 * (110 - limit))
    assert protein_weight(WOMAN) == 60
    muscular = Body(sex="male", age=25, height_cm=180, weight_kg=100, body_fat_pct=12)
    assert protein_weight(muscular) == 100


@pytest.mark.parametrize("sex", ["female", "male"])
def test_fat_has_a_floor(sex: Sex) -> None:
    body = Body(sex=sex, age=30, height_cm=180, weight_kg=80)
    found = targets(body, "lose", Burn(2000, 100, "test"), kg_per_week=0.8)
    assert found.fat_g == round(FAT_FLOOR_G_KG * 80)


def test_more_energy_never_means_less_of_anything() -> None:
    low, high = (targets(WOMAN, "maintain", Burn(kcal, 100, "test")) for kcal in (1800, 2600))
    assert high.carbs_g > low.carbs_g
    assert high.protein_g >= low.protein_g
    assert high.fat_g > low.fat_g
    assert high.fiber_g > low.fiber_g
