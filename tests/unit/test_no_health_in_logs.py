"""Errors that nobody foresaw are logged with their reasons, so those must not hold what a person said of themselves."""

from datetime import date

import pytest
from pydantic import ValidationError

from fitzen.measurements.models import MeasurementIn
from fitzen.science.energy import Body
from fitzen.science.expenditure import Day, Prior, estimate


def test_a_formula_does_not_repeat_the_figure_that_it_refuses() -> None:
    with pytest.raises(ValueError, match="weight_kg") as caught:
        Body(sex="female", age=30, height_cm=165, weight_kg=613.5)
    assert "613.5" not in str(caught.value)
    with pytest.raises(ValueError, match="intake_kcal") as caught:
        estimate([Day(date(2026, 11, 26), 51_234.5)], Prior(2000, 200))
    assert "51234.5" not in str(caught.value)


def test_a_model_does_not_repeat_what_it_refuses() -> None:
    with pytest.raises(ValidationError) as caught:
        MeasurementIn.model_validate({"metric": "weight_kg", "value": "61.5 kg", "taken_at": "today"})
    assert "61.5 kg" not in str(caught.value)
