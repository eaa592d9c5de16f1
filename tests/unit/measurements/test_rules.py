"""Which values are asked about again."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.measurements.models import Metric
from fitzen.measurements.rules import METRICS, Before, question


def test_every_metric_of_the_api_has_its_bounds_and_no_other() -> None:
    assert set(METRICS) == set(get_args(Metric.__value__ if hasattr(Metric, "__value__") else Metric))


@pytest.mark.parametrize("metric", METRICS)
def test_what_is_plausible_is_possible(metric: str) -> None:
    possible, plausible = METRICS[metric].possible, METRICS[metric].plausible
    assert possible.low <= plausible.low < plausible.high <= possible.high


@pytest.mark.parametrize(
    ("metric", "value", "before", "words"),
    [
        (
            "weight_kg",
            165.0,
            Before(75.0, 1),
            ["165 kg is 90 kg more than 75 kg", "1 day before"],
        ),  # pounds as kilograms
        ("weight_kg", 17.1 + 10, None, ["27.1 kg", "weight"]),
        ("waist_cm", 38.0, None, ["38 cm", "waist"]),  # inches as centimetres
        ("height_cm", 71.0, None, ["71 cm", "height"]),
        ("body_fat_pct", 2.5, None, ["2.5%"]),
        ("weight_kg", 71.0, Before(75.5, 0), ["4.5 kg less", "the same day"]),
    ],
)
def test_slips_are_asked_about(metric: str, value: float, before: Before | None, words: list[str]) -> None:
    asked = question(metric, value, before)
    assert asked is not None
    assert all(word in asked for word in words), asked


@pytest.mark.parametrize(
    ("metric", "value", "before"),
    [
        ("weight_kg", 77.0, Before(75.0, 1)),  # a salty dinner
        ("weight_kg", 71.0, Before(75.0, 28)),  # a month of a diet
        ("weight_kg", 140.0, Before(75.0, 400)),  # long ago: nothing to compare with
        ("waist_cm", 84.0, Before(88.0, 14)),
        ("steps", 31_000, Before(900, 1)),
        ("mood_1_5", 1, Before(5, 1)),
    ],
)
def test_usual_values_are_not(metric: str, value: float, before: Before | None) -> None:
    assert question(metric, value, before) is None


@given(st.floats(45, 150), st.floats(0, 60), st.floats(-0.03, 0.03))
def test_a_change_of_three_percent_is_never_asked_about(last: float, days: float, change: float) -> None:
    assert question("weight_kg", last * (1 + change), Before(last, days)) is None
