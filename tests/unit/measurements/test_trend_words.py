"""What is said of a trend, and how noisy a metric is taken to be."""

import pytest

from fitzen.measurements.rules import METRICS, NOISE, moves, noise_of

FALLS = {"level": 77.37, "rate_per_week": -0.5, "rate_low": -0.69, "rate_high": -0.3}


@pytest.mark.parametrize(
    ("count", "found", "said"),
    [
        (1, None, "1 value of weight in this time: too few to tell how it moves."),
        (
            3,
            {"level": 77.37},
            "By 3 values, your weight without its swings is 77.4 kg. How fast it moves is told once they span a week.",
        ),
        (
            40,
            FALLS,
            "By 40 values, your weight without its swings is 77.4 kg and falls by 0.5 kg a week (most likely -0.69 to -0.30).",
        ),
        (
            40,
            FALLS | {"rate_high": 0.1},
            "By 40 values, your weight without its swings is 77.4 kg and falls by 0.5 kg a week (most likely -0.69 to +0.10, so it may as well not move).",
        ),
        (
            40,
            FALLS | {"rate_per_week": 0.001, "rate_low": -0.1, "rate_high": 0.1},
            "By 40 values, your weight without its swings is 77.4 kg and hardly moves, 0 kg a week (most likely -0.10 to +0.10, so it may as well not move).",
        ),
    ],
)
def test_how_a_metric_moves_is_said_with_how_sure_it_is(count: int, found: dict[str, float] | None, said: str) -> None:
    assert moves("weight_kg", count, found) == said


def test_noise_is_a_share_of_the_usual_value_of_metrics_that_there_are() -> None:
    assert set(NOISE) <= set(METRICS)
    assert noise_of("steps", [8000, 10_000, 12_000]) == 3500
    assert noise_of("weight_kg", [80]) is None
    assert noise_of("steps", [0, 0]) > 0  # type: ignore[operator] # it is known
    assert noise_of("steps", []) is None
