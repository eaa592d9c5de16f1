"""Vitamin A as retinol activity equivalents, from what is known of its parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.nutrition.foods.conversions import vitamin_a_rae_ug, vitamin_d_ug

amounts = st.floats(0, 20_000)
PARTS = ("retinol_ug", "beta_carotene_ug", "alpha_carotene_ug", "beta_cryptoxanthin_ug")


def iu_of(retinol: float, beta: float, alpha: float, crypto: float) -> float:
    return retinol / 0.3 + beta / 0.6 + (alpha + crypto) / 1.2


def rae_of(retinol: float, beta: float, alpha: float, crypto: float) -> float:
    return retinol + beta / 12 + (alpha + crypto) / 24


def test_vitamin_d_of_40_iu_is_1_ug() -> None:
    assert vitamin_d_ug(40) == 1


@given(st.tuples(amounts, amounts, amounts, amounts))
def test_all_parts_give_it_whatever_the_iu(parts: tuple[float, float, float, float]) -> None:
    known = dict(zip(PARTS, parts, strict=True))
    assert vitamin_a_rae_ug(known) == pytest.approx(rae_of(*parts))
    assert vitamin_a_rae_ug(known, 1.0) == pytest.approx(rae_of(*parts))


@given(st.tuples(amounts, amounts, amounts, amounts), st.sampled_from([PARTS[:1], PARTS[1:], PARTS[:2], PARTS[:3]]))
def test_iu_stand_for_the_part_that_is_not_known(
    parts: tuple[float, float, float, float], kept: tuple[str, ...]
) -> None:
    known = {key: amount for key, amount in zip(PARTS, parts, strict=True) if key in kept}
    assert vitamin_a_rae_ug(known, iu_of(*parts)) == pytest.approx(rae_of(*parts), abs=1e-6)


@given(st.tuples(amounts, amounts, amounts, amounts))
def test_without_iu_a_missing_part_leaves_it_unknown(parts: tuple[float, float, float, float]) -> None:
    for missing in PARTS:
        known = {key: amount for key, amount in zip(PARTS, parts, strict=True) if key != missing}
        assert vitamin_a_rae_ug(known) is None


def test_iu_alone_say_nothing_unless_they_are_0() -> None:
    assert vitamin_a_rae_ug({}, 500.0) is None
    assert vitamin_a_rae_ug({"beta_carotene_ug": 3.0}, 500.0) is None
    assert vitamin_a_rae_ug({}, 0.0) == 0
    assert vitamin_a_rae_ug({"beta_carotene_ug": 8.0}, 0.0) is None


def test_parts_that_contradict_the_iu_leave_it_unknown() -> None:
    assert vitamin_a_rae_ug({"retinol_ug": 300.0}, 500.0) is None
    assert vitamin_a_rae_ug(dict.fromkeys(PARTS[1:], 600.0), 100.0) is None
    assert vitamin_a_rae_ug({"retinol_ug": 45.0}, 149.0) == 45
