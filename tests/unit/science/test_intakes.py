"""Reference intakes: the printed table again, row by row, and what each upper limit counts."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.science.energy import Sex
from fitzen.science.intakes import AGES, drinks_ml, reference
from fitzen.science.nutrients import NUTRIENTS

VITAMINS = [
    "vitamin_a_rae_ug",
    "vitamin_c_mg",
    "vitamin_d_ug",
    "vitamin_e_mg",
    "vitamin_k_ug",
    "thiamin_mg",
    "riboflavin_mg",
    "niacin_mg",
    "vitamin_b6_mg",
    "folate_ug",
    "vitamin_b12_ug",
    "pantothenic_acid_mg",
    "choline_mg",
]
ELEMENTS = [
    "calcium_mg",
    "copper_mg",
    "fluoride_ug",
    "iron_mg",
    "magnesium_mg",
    "manganese_mg",
    "phosphorus_mg",
    "selenium_ug",
    "zinc_mg",
    "potassium_mg",
    "sodium_mg",
]
OTHERS = ["water_g", "omega6_g", "omega3_g"]

type Group = tuple[Sex, int, str]

PRINTED: dict[Group, tuple[list[float], list[float], list[float]]] = {
    ("male", 9, ""): (
        [600, 45, 15, 11, 60, 0.9, 0.9, 12, 1.0, 300, 1.8, 4, 375],
        [1300, 0.7, 2000, 8, 240, 1.9, 1250, 40, 8, 2500, 1200],
        [2400, 12, 1.2],
    ),
    ("male", 16, ""): (
        [900, 75, 15, 15, 75, 1.2, 1.3, 16, 1.3, 400, 2.4, 5, 550],
        [1300, 0.89, 3000, 11, 410, 2.2, 1250, 55, 11, 3000, 1500],
        [3300, 16, 1.6],
    ),
    ("male", 25, ""): (
        [900, 90, 15, 15, 120, 1.2, 1.3, 16, 1.3, 400, 2.4, 5, 550],
        [1000, 0.9, 4000, 8, 400, 2.3, 700, 55, 11, 3400, 1500],
        [3700, 17, 1.6],
    ),
    ("male", 72, ""): (
        [900, 90, 20, 15, 120, 1.2, 1.3, 16, 1.7, 400, 2.4, 5, 550],
        [1200, 0.9, 4000, 8, 420, 2.3, 700, 55, 11, 3400, 1500],
        [3700, 14, 1.6],
    ),
    ("female", 13, ""): (
        [600, 45, 15, 11, 60, 0.9, 0.9, 12, 1.0, 300, 1.8, 4, 375],
        [1300, 0.7, 2000, 8, 240, 1.6, 1250, 40, 8, 2300, 1200],
        [2100, 10, 1.0],
    ),
    ("female", 14, ""): (
        [700, 65, 15, 15, 75, 1.0, 1.0, 14, 1.2, 400, 2.4, 5, 400],
        [1300, 0.89, 3000, 15, 360, 1.6, 1250, 55, 9, 2300, 1500],
        [2300, 11, 1.1],
    ),
    ("female", 30, ""): (
        [700, 75, 15, 15, 90, 1.1, 1.1, 14, 1.3, 400, 2.4, 5, 425],
        [1000, 0.9, 3000, 18, 310, 1.8, 700, 55, 8, 2600, 1500],
        [2700, 12, 1.1],
    ),
    ("female", 31, ""): (
        [700, 75, 15, 15, 90, 1.1, 1.1, 14, 1.3, 400, 2.4, 5, 425],
        [1000, 0.9, 3000, 18, 320, 1.8, 700, 55, 8, 2600, 1500],
        [2700, 12, 1.1],
    ),
    ("female", 60, ""): (
        [700, 75, 15, 15, 90, 1.1, 1.1, 14, 1.5, 400, 2.4, 5, 425],
        [1200, 0.9, 3000, 8, 320, 1.8, 700, 55, 8, 2600, 1500],
        [2700, 11, 1.1],
    ),
    ("female", 17, "pregnant"): (
        [750, 80, 15, 15, 75, 1.4, 1.4, 18, 1.9, 600, 2.6, 6, 450],
        [1300, 1.0, 3000, 27, 400, 2.0, 1250, 60, 12, 2600, 1500],
        [3000, 13, 1.4],
    ),
    ("female", 35, "pregnant"): (
        [770, 85, 15, 15, 90, 1.4, 1.4, 18, 1.9, 600, 2.6, 6, 450],
        [1000, 1.0, 3000, 27, 360, 2.0, 700, 60, 11, 2900, 1500],
        [3000, 13, 1.4],
    ),
    ("female", 18, "lactating"): (
        [1200, 115, 15, 19, 75, 1.4, 1.6, 17, 2.0, 500, 2.8, 7, 550],
        [1300, 1.3, 3000, 10, 360, 2.6, 1250, 70, 13, 2500, 1500],
        [3800, 13, 1.3],
    ),
    ("female", 28, "lactating"): (
        [1300, 120, 15, 19, 90, 1.4, 1.6, 17, 2.0, 500, 2.8, 7, 550],
        [1000, 1.3, 3000, 9, 310, 2.6, 700, 70, 12, 2800, 1500],
        [3800, 13, 1.3],
    ),
}

ADULT_UPPERS = {
    "vitamin_a_rae_ug": (3000, "retinol"),
    "vitamin_c_mg": (2000, "total"),
    "vitamin_d_ug": (100, "total"),
    "vitamin_e_mg": (1000, "supplements"),
    "niacin_mg": (35, "supplements"),
    "vitamin_b6_mg": (100, "total"),
    "folate_ug": (1000, "supplements"),
    "choline_mg": (3500, "total"),
    "calcium_mg": (2500, "total"),
    "copper_mg": (10, "total"),
    "fluoride_ug": (10_000, "total"),
    "iron_mg": (45, "total"),
    "magnesium_mg": (350, "supplements"),
    "manganese_mg": (11, "total"),
    "phosphorus_mg": (4000, "total"),
    "selenium_ug": (400, "total"),
    "zinc_mg": (40, "total"),
    "sodium_mg": (2300, "risk"),
}
"""At 19 to 50 years."""

AIS = {
    "vitamin_k_ug",
    "pantothenic_acid_mg",
    "choline_mg",
    "fluoride_ug",
    "manganese_mg",
    "potassium_mg",
    "sodium_mg",
    *OTHERS,
}


@pytest.mark.parametrize("group", PRINTED, ids=lambda group: f"{group[0]} {group[1]} {group[2]}".strip())
def test_amounts_are_those_of_the_printed_rows(group: Group) -> None:
    sex, age, state = group
    found = reference(sex, age, pregnant=state == "pregnant", lactating=state == "lactating")
    for names, amounts in zip((VITAMINS, ELEMENTS, OTHERS), PRINTED[group], strict=True):
        assert {name: found[name].amount for name in names} == dict(zip(names, amounts, strict=True))


def test_upper_limits_say_what_they_count() -> None:
    found = reference("female", 40)
    assert {name: (ref.upper, ref.upper_of) for name, ref in found.items() if ref.upper is not None} == ADULT_UPPERS
    assert {name for name, ref in found.items() if ref.kind == "ai"} == AIS


def test_limits_that_change_with_age_and_pregnancy() -> None:
    assert [reference("male", age)["calcium_mg"].upper for age in AGES] == [3000, 3000, 2500, 2500, 2000, 2000]
    assert reference("male", 75)["phosphorus_mg"].upper == 3000
    assert reference("female", 30, pregnant=True)["phosphorus_mg"].upper == 3500
    assert reference("female", 30, pregnant=True, lactating=True)["phosphorus_mg"].upper == 4000
    assert reference("male", 12)["vitamin_a_rae_ug"].upper == 1700
    assert reference("female", 13)["sodium_mg"].upper == 1800


@given(st.sampled_from(["female", "male", "other"]), st.floats(9, 120), st.booleans(), st.booleans())
def test_everybody_has_a_reference_for_each_and_no_more_than_is_safe(
    sex: Sex, age: float, pregnant: bool, lactating: bool
) -> None:
    found = reference(sex, age, pregnant=pregnant, lactating=lactating)
    assert set(found) == {*VITAMINS, *ELEMENTS, *OTHERS}
    assert set(found) <= set(NUTRIENTS)
    for ref in found.values():
        assert ref.amount > 0
        assert ref.upper is None or ref.upper_of == "supplements" or ref.amount < ref.upper


def test_other_gets_the_larger_of_both() -> None:
    female, male, other = (reference(sex, 25) for sex in ("female", "male", "other"))
    assert all(other[name].amount == max(female[name].amount, male[name].amount) for name in other)
    assert other["iron_mg"].amount == 18
    assert other["magnesium_mg"].amount == 400


def test_a_mother_outside_the_columns_gets_the_nearest() -> None:
    assert reference("female", 13, pregnant=True)["calcium_mg"].amount == 1300
    assert reference("female", 52, pregnant=True) != reference("female", 52)
    assert reference("female", 52, pregnant=True)["magnesium_mg"].amount == 360


def test_drinks() -> None:
    assert drinks_ml("male", 30) == 3000
    assert drinks_ml("female", 30) == 2200
    assert drinks_ml("female", 30, lactating=True) == 3100


@pytest.mark.parametrize("age", [8.9, math.nan, math.inf, 200])
def test_no_reference_below_nine_or_without_an_age(age: float) -> None:
    with pytest.raises(ValueError, match="age must be"):
        reference("female", age)
