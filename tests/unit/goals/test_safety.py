"""Which goals of body weight are refused, and which only warned of."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.goals.safety import Weight, concerns, of_fat
from fitzen.records import Json

TODAY = date(2026, 11, 23)
ADULT: Json = {"birth_date": "1990-05-01", "height_cm": 175, "units": "metric"}

weights = st.floats(40, 200).map(lambda value: round(value, 1))


@given(weights, weights, st.integers(1, 900))
def test_the_earliest_day_that_is_named_is_safe_and_the_day_before_is_not(now: float, target: float, days: int) -> None:
    weight = Weight(now, target, TODAY, TODAY + timedelta(days=days))
    refused = [each for each in concerns(weight, ADULT, TODAY) if each.field == "due_on"]
    if not refused:
        assert abs(target - now) / days * 7 <= (min(0.01 * now, 1.0) if target < now else 0.01 * now) + 1e-6
        return
    earliest = date.fromisoformat(refused[0].message.removesuffix(".").rpartition(" ")[2])
    assert earliest > weight.due_on  # type: ignore[operator] # it is set
    for due_on, safe in ((earliest, True), (earliest - timedelta(days=1), False)):
        again = concerns(weight._replace(due_on=due_on), ADULT, TODAY)
        assert all(each.field != "due_on" for each in again) == safe


@given(weights, weights, st.floats(140, 210))
def test_nobody_is_led_to_be_underweight(now: float, target: float, height: float) -> None:
    found = concerns(Weight(now, target, TODAY, None), ADULT | {"height_cm": height}, TODAY)
    thin = target / (height / 100) ** 2 < 18.5
    assert (found != []) == (thin and target < now)


@pytest.mark.parametrize(
    ("profile", "field"),
    [
        ({"birth_date": "2008-11-24"}, "target_value"),  # 18 tomorrow
        ({"birth_date": "2008-11-23"}, None),
        ({"health": {"pregnant": True}}, "target_value"),
        ({"health": {"pregnant": False}}, None),
    ],
)
def test_those_who_need_the_energy_set_no_goal_to_lose(profile: Json, field: str | None) -> None:
    found = concerns(Weight(80, 75, TODAY, None), ADULT | profile, TODAY)
    assert [each.field for each in found] == ([field] if field else [])
    assert concerns(Weight(75, 80, TODAY, None), ADULT | profile, TODAY) == []


def test_nor_one_to_lose_fat() -> None:
    minor = ADULT | {"birth_date": "2010-05-01"}
    assert [each.field for each in of_fat(22, 15, None, minor, TODAY)] == ["target_value"]
    assert of_fat(22, 25, None, minor, TODAY) == []
    assert of_fat(22, 15, 70, ADULT, TODAY) == []
    assert [each.field for each in of_fat(22, 15, 56, ADULT, TODAY)] == ["target_value"], "a BMI of 18.3"
    assert of_fat(15, 22, 56, ADULT, TODAY) == []


def test_who_is_heavy_loses_no_more_than_a_kilogram_a_week_either() -> None:
    found = concerns(Weight(300, 270, TODAY, TODAY + timedelta(weeks=10)), ADULT, TODAY)
    assert [each.field for each in found] == ["due_on"]
    assert "more than 1.0 kg a week is not safe" in found[0].message


def test_a_quick_gain_is_warned_of() -> None:
    found = concerns(Weight(70, 74, TODAY, TODAY + timedelta(weeks=8)), ADULT, TODAY)
    assert [each.field for each in found] == [None]
    assert "mostly fat" in found[0].message


def test_pounds_are_said_to_who_counts_in_them() -> None:
    found = concerns(Weight(80, 50, TODAY, None), ADULT | {"units": "imperial"}, TODAY)
    assert "125.0 lb (BMI 18.5)" in found[0].message
