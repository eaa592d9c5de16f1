"""What a body is made of and what it burns."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.science.energy import (
    FAT_KCAL_PER_KG,
    LEAN_KCAL_PER_KG,
    PAL,
    STATIC_KCAL_PER_KG,
    Body,
    Sex,
    body_fat,
    energy_availability,
    energy_density,
    expenditure,
    rmr,
)

SEXES: tuple[Sex, ...] = ("female", "male", "other")


def body(sex: Sex = "female", age: float = 30, height_cm: float = 165, weight_kg: float = 60, **more: float) -> Body:
    return Body(sex=sex, age=age, height_cm=height_cm, weight_kg=weight_kg, body_fat_pct=more.get("body_fat_pct"))


@pytest.mark.parametrize("bad", [math.nan, math.inf, -1.0])
@pytest.mark.parametrize("field", ["age", "height_cm", "weight_kg", "body_fat_pct"])
def test_no_bad_number_gets_in(field: str, bad: float) -> None:
    with pytest.raises(ValueError, match=f"{field} must be a number"):
        body(**{field: bad})  # type: ignore[arg-type]


def test_resting_energy_as_mifflin_and_henry_printed_it() -> None:
    assert rmr(body("male", 30, 180, 80)).kcal == 1780
    assert rmr(body("female", 30, 165, 60)).kcal == 1320.25
    assert rmr(body("male", 15, 165, 55)).kcal == pytest.approx(15.6 * 55 + 266 * 1.65 + 299)
    assert rmr(body("female", 15, 165, 55)).kcal == pytest.approx(9.4 * 55 + 249 * 1.65 + 462)


def test_known_body_fat_gives_katch_mcardle_for_adults_only() -> None:
    assert rmr(body(body_fat_pct=25)).kcal == 370 + 21.6 * 45
    assert rmr(body(age=17, body_fat_pct=25)).source == "Henry"


@given(st.floats(18, 80), st.floats(145, 200), st.floats(45, 140))
def test_other_is_the_mean_of_both_and_less_sure(age: float, height: float, weight: float) -> None:
    female, male, other = (rmr(body(sex, age, height, weight)) for sex in SEXES)
    assert other.kcal == pytest.approx((female.kcal + male.kcal) / 2)
    assert other.sd / other.kcal > max(female.sd / female.kcal, male.sd / male.kcal)


@given(st.sampled_from(SEXES), st.floats(9, 100), st.floats(130, 210), st.floats(30, 250))
def test_a_body_has_some_fat_and_mostly_not(sex: Sex, age: float, height: float, weight: float) -> None:
    someone = body(sex, age, height, weight)
    assert 5 <= body_fat(someone) <= 60
    assert someone.fat_kg + someone.lean_kg == pytest.approx(weight)


def test_more_activity_burns_more_and_saying_nothing_is_less_sure() -> None:
    burns = [expenditure(body(), activity) for activity in PAL]
    assert [burn.kcal for burn in burns] == sorted(burn.kcal for burn in burns)
    assert all(0.12 < burn.sd / burn.kcal < 0.15 for burn in burns)
    unknown = expenditure(body(), None)
    assert unknown.kcal == burns[2].kcal
    assert unknown.sd > burns[2].sd


@given(st.floats(0, 150))
def test_a_kilogram_holds_between_what_lean_and_fat_do(fat_kg: float) -> None:
    assert LEAN_KCAL_PER_KG <= energy_density(fat_kg) < FAT_KCAL_PER_KG
    assert energy_density(fat_kg + 1) > energy_density(fat_kg)


def test_the_rule_of_thumb_holds_at_35_kg_of_fat() -> None:
    assert energy_density(35) == pytest.approx(STATIC_KCAL_PER_KG, rel=0.001)


def test_energy_availability_is_after_exercise() -> None:
    assert energy_availability(2000, 500, 50) == 30
    with pytest.raises(ValueError, match="lean_kg must be"):
        energy_availability(2000, 500, 0)
