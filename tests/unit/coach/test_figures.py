"""Figures are found in texts and data as people write them, and traced to where they come from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.coach.grounding.evidence import Evidence
from fitzen.coach.grounding.figures import figures
from fitzen.records import Json

READ = {
    "You ate 2,134 kcal": [(2134.0, "kcal")],
    "on 20 Nov 2026": [(1120.0, "date"), (2026.0, "")],
    "on November 20th": [(1120.0, "date")],
    "3x8 at 60 kg": [(3.0, ""), (8.0, ""), (60.0, "kg")],
    "100kg": [(100.0, "kg")],
    "twenty-five sets, twice a week, one of them": [(25.0, "sets"), (2.0, "")],
    "a hundred steps": [(100.0, "steps")],
    "81,4 kg": [(81.4, "kg")],
    "1½ cups": [(1.5, "")],
    "1/2 banana": [(0.5, "")],
    "120/80": [(120.0, ""), (80.0, "")],
    "12 %": [(12.0, "pct")],
    "5-8 reps": [(5.0, ""), (8.0, "reps")],
    "in 27:30 on 2026-11-20": [(1650.0, "clock"), (1120.0, "date"), (2026.0, "")],
    "the 100th workout": [(100.0, "workouts")],
    "7 h 20 min": [(7.0, "h"), (20.0, "min")],
    "1.6 to 2.2 g per kg": [(1.6, ""), (2.2, "g")],
}
NONE = [
    "1. take B12 and omega-3 [2]",
    "your 1RM and e1RM, VO2max, vitamin D3",
    "say “log bench press 3x8 at 60 kg”",
    "one of them, the second one",
    "019abcde-1234-7abc-8def-0123456789ab",
    "whatever happens 24/7",
]
KNOWN: Json = {
    "energy_kcal": 2134, "weight": "81.4 kg", "day": "2026-11-20", "items": [{"id": "4711"}] * 5, "left_g": 34.56,
    "slept_h": 7.5, "share": 0.854, "change_kg": -0.43,
}  # fmt: skip
TRUE = [
    "You ate 2,134 kcal.",
    "About 2,100 kcal.",
    "Nearly 2,130 kcal.",
    "81.4 kg on 20 November 2026",
    "That is 179.5 lb.",
    "Five meals",
    "35 g, or 34.6 g",
    "450 minutes of sleep",
    "on 85% of days",
    "down 0.43 kg, or 0.4 kg",
    "8,929 kJ",
]
UNTRUE = [
    "2,100 kcal",
    "2,135 kcal",
    "2,134 g",
    "34.5 g",
    "81.5 kg",
    "on 21 November",
    "5 kg",
    "4711",
    "twice that",
    "7:30",
    "86%",
    "at 20:26",
]


@pytest.mark.parametrize("text", READ)
def test_figures_are_read(text: str) -> None:
    assert [(figure.value, figure.unit) for figure in figures(text)] == READ[text]


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    assert list(figures(text)) == []


def known() -> Evidence:
    evidence = Evidence()
    evidence.add_data(KNOWN, "day_summary")
    return evidence


@pytest.mark.parametrize("sentence", TRUE)
def test_what_a_result_has_may_be_said(sentence: str) -> None:
    assert known().untraced(sentence) == []
    assert {each.origin for each in known().trace(sentence)} == {"day_summary"}


@pytest.mark.parametrize("sentence", UNTRUE)
def test_what_no_result_has_may_not(sentence: str) -> None:
    assert known().untraced(sentence)


@given(
    value=st.floats(0.001, 99_999, allow_nan=False),
    decimals=st.integers(0, 3),
    unit=st.sampled_from(["kg", "kcal", "cm", "ml"]),
)
def test_a_figure_may_be_rounded_but_not_moved(value: float, decimals: int, unit: str) -> None:
    evidence = Evidence()
    evidence.add_data({f"x_{unit}": value}, "tool")
    step = 10.0**-decimals
    assert evidence.untraced(f"It is {value:,.{decimals}f} {unit}.") == []
    assert evidence.untraced(f"It is {value + 1.5 * step:.{decimals}f} {unit}.")


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    evidence = Evidence()
    evidence.add_text(text, "said")
    assert evidence.untraced(text) == []
