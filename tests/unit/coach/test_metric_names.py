"""What is measured is known by what people call it."""

import pytest

from fitzen.coach.metrics import ALSO, named
from fitzen.measurements.rules import METRICS


@pytest.mark.parametrize(
    ("said", "metric"),
    [
        ("bodyweight", "weight_kg"),
        ("my body weight", "weight_kg"),
        ("BF%", "body_fat_pct"),
        ("Body Fat", "body_fat_pct"),
        ("waist", "waist_cm"),
        ("wiast", "waist_cm"),
        ("resting heart rate", "resting_hr_bpm"),
        ("RHR", "resting_hr_bpm"),
        ("weight_kg", "weight_kg"),
        ("the hips", "hip_cm"),
        ("sleep", "sleep_h"),
        ("blood sugar", "glucose_mmol_l"),
        ("bisceps", "arm_cm"),
    ],
)
def test_names(said: str, metric: str) -> None:
    assert named(said).metric == metric


def test_two_readings_are_asked_about() -> None:
    assert named("blood pressure") == (None, ["systolic blood pressure", "diastolic blood pressure"])


def test_what_is_nothing_has_no_choices() -> None:
    assert named("glorp") == (None, [])


def test_each_name_has_one_metric() -> None:
    every = [(word, metric) for metric, words in ALSO.items() for word in words.split(", ")]
    assert len({word for word, _ in every}) == len(every)
    assert [(word, named(word).metric) for word, _ in every] == every


@pytest.mark.parametrize("metric", METRICS)
def test_the_words_that_are_offered_as_a_choice_are_understood(metric: str) -> None:
    assert named(METRICS[metric].words).metric == metric
