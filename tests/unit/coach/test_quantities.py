"""Amounts are read as people say them, in their units, and read back as they were said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.coach.quantities import figure, height_in_words, read, read_height, shown, unit_of
from fitzen.errors import InvalidError
from fitzen.users.models import Units


@pytest.mark.parametrize(
    ("said", "kept", "units", "value"),
    [
        ("81.4", "kg", "metric", 81.4),
        ("81,4 kg", "kg", "metric", 81.4),
        (81.4, "kg", "metric", 81.4),
        ("180 lbs", "kg", "metric", 81.647),
        ("180", "kg", "imperial", 81.647),
        ("180 pounds.", "kg", "imperial", 81.647),
        ("81.4kg", "kg", "imperial", 81.4),
        ("11 st 4", "kg", "metric", 71.668),
        ("11 stone 4 lb", "kg", "metric", 71.668),
        ("about 80 kg", "kg", "metric", 80),
        ("32 inches", "cm", "metric", 81.28),
        ("32", "cm", "imperial", 81.28),
        ('32"', "cm", "metric", 81.28),
        ("0.82 m", "cm", "metric", 82),
        ("1 m 80", "cm", "metric", 180),
        ("1m80", "cm", "metric", 180),
        ("22%", "%", "metric", 22),
        ("22 percent", "%", "imperial", 22),
        ("7 h 30", "h", "metric", 7.5),
        ("7h30", "h", "metric", 7.5),
        ("7:30", "h", "metric", 7.5),
        ("7.5 hours", "h", "metric", 7.5),
        ("450 min", "h", "metric", 7.5),
        ("7 hours and 30 minutes", "h", "metric", 7.5),
        ("12,400", "steps", "metric", 12_400),
        ("12.4k", "steps", "metric", 12_400),
        ("58 bpm", "bpm", "metric", 58),
        ("4/5", "of 5", "metric", 4),
        ("4 out of 5", "of 5", "metric", 4),
        ("98.6", "°C", "imperial", 37),
        ("37 c", "°C", "imperial", 37),
        ("98.6 °F", "°C", "metric", 37),
        ("99 mg/dl", "mmol/l", "metric", 5.495),
        ("25:00", "s", "metric", 1500),
        ("1:02:30", "s", "metric", 3750),
        ("45 min", "s", "metric", 2700),
        ("5k", "m", "metric", 5000),
        ("3 miles", "m", "metric", 4828.032),
        ("3", "m", "imperial", 4828.032),
    ],
)
def test_amounts_in_words(said: float | str, kept: str, units: Units, value: float) -> None:
    assert read(said, kept, units) == pytest.approx(value, abs=1e-3)


@pytest.mark.parametrize(
    ("said", "units", "value"),
    [
        ("5 ft 11", "metric", 180.34),
        ("5'11\"", "metric", 180.34),
        ("5\u201911", "imperial", 180.34),
        ("5 feet 11 inches", "imperial", 180.34),
        ("6 ft", "imperial", 182.88),
        ("71", "imperial", 180.34),
        ("180", "imperial", 180),
        ("180", "metric", 180),
        (180, "metric", 180),
        ("1.80", "metric", 180),
        ("1,80", "imperial", 180),
        ("1.80 m", "metric", 180),
        ("180cm", "imperial", 180),
    ],
)
def test_heights(said: float | str, units: Units, value: float) -> None:
    assert read_height(said, units) == pytest.approx(value)


def test_a_unit_that_is_told_apart_counts_for_a_bare_number() -> None:
    assert read(180, "kg", "metric", "lb") == pytest.approx(81.647, abs=1e-3)
    assert read("180", "kg", "imperial", "kg") == 180
    assert read_height("71", "metric", "inches") == pytest.approx(180.34)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("heavy", "kg"),
        ("", "kg"),
        ("80 cm", "kg"),
        ("120/80", "mmHg"),
        ("80 kg or so", "kg"),
        ("5:99", "s"),
        ("--", "%"),
    ],
)
def test_what_is_no_amount_is_said_with_an_example(said: str, kept: str) -> None:
    with pytest.raises(InvalidError) as caught:
        read(said, kept, "metric")
    assert [error.field for error in caught.value.errors] == ["value"]


def test_an_unknown_unit_names_those_that_are_known() -> None:
    with pytest.raises(InvalidError, match="kg or lb or st or g"):
        read(80, "kg", "metric", "cm")


def test_five_point_eleven_is_neither_feet_nor_metres() -> None:
    with pytest.raises(InvalidError, match="5 ft 11"):
        read_height("5.11", "imperial")


UNITS = st.sampled_from(["metric", "imperial"])


@given(value=st.floats(20, 300), kept=st.sampled_from(["kg", "cm", "%", "bpm", "m", "h"]), units=UNITS)
def test_what_is_shown_is_read_back_as_the_same_figure(value: float, kept: str, units: Units) -> None:
    again = read(shown(value, kept, units), kept, units)
    assert figure(again, kept, units) == figure(value, kept, units)


@given(value=st.floats(100, 250), units=UNITS)
def test_a_height_is_read_back_to_the_inch(value: float, units: Units) -> None:
    assert abs(read_height(height_in_words(value, units), units) - value) <= 1.28


def test_figures_have_their_marks() -> None:
    assert shown(81.647, "kg", "imperial") == "180 lb"
    assert shown(81.647, "kg", "metric") == "81.65 kg"
    assert shown(12_400, "steps", "metric") == "12,400 steps"
    assert shown(18.25, "%", "metric") == "18.2%"
    assert height_in_words(180.34, "imperial") == "5 ft 11 in"
    assert height_in_words(182.7, "imperial") == "6 ft 0 in"
    assert unit_of("°C", "imperial") == " °F"
