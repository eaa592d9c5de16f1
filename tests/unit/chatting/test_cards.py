"""Cards can be read, whatever they hold."""

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from tests.fixtures.coach_server import DRAFT

from fitzen.chatting.cards import BARS, SPARKS, render, seconds, sparkline
from fitzen.chatting.terminal import whole_blocks


def shown(kind: str, data: Any) -> str:
    console = Console(width=100, color_system=None)
    with console.capture() as captured:
        console.print(render({"type": kind, "data": data}))
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def test_a_workout_counts_equal_sets_and_names_an_exercise_once() -> None:
    lines = shown("workout_draft", DRAFT).splitlines()
    assert lines[0] == "Push, 2026-11-20"
    rows = [line.split() for line in lines if "kg" in line]
    assert rows == [
        ["Bench", "[press]", "1", "warm-up", "8", "reps", "40", "kg"],
        ["5", "5", "reps", "100", "kg", "RIR", "2"],
    ]


def test_a_table_has_its_columns_and_rows() -> None:
    rows = [["Monday", "120 g", "4"], ["Sunday", "150 g", "3"]]
    lines = shown("table", {"title": "protein", "columns": ["Day", "mean", "days"], "rows": rows}).splitlines()
    assert lines[0] == "protein"
    assert [line.split() for line in lines if " g" in line] == [
        ["Monday", "120", "g", "4"],
        ["Sunday", "150", "g", "3"],
    ]


def test_two_spans_stand_below_each_other_and_their_difference_below_both() -> None:
    sides = [
        {"label": "1 to 31 Oct 2026", "value": "82.4 kg", "days": "21 of 31"},
        {"label": "1 to 30 Sep 2026", "value": "82 kg", "days": "9 of 30"},
    ]
    lines = shown("comparison", {"title": "weight", "sides": sides, "difference": "0.4 kg more (0.5%)"}).splitlines()
    assert [line.strip() for line in lines if "kg more" in line] == ["0.4 kg more (0.5%)"]
    assert sum("of 3" in line for line in lines) == 2


def test_work_that_is_not_reps() -> None:
    sets = [
        {"duration_s": 60.0},
        {"distance_m": 5000.0, "duration_s": 1500.0, "rpe": 8.5},
        {"kind": "drop", "reps": 0, "weight": 22.5},
    ]
    text = shown("workout_draft", DRAFT | {"unit": "lb", "exercises": [{"name": "Mixed", "sets": sets}]})
    for part in ("1:00 min", "5000 m, 25:00 min", "RPE 8.5", "1 drop set", "0 reps", "22.5 lb"):
        assert part in text


@pytest.mark.parametrize(("value", "words"), [(45, "45 s"), (7.5, "7.5 s"), (90, "1:30 min"), (3661, "1:01:01 h")])
def test_durations(value: float, words: str) -> None:
    assert seconds(value) == words


def test_a_session_says_why() -> None:
    bench = {"name": "Bench press", "sets": "5x5 at 100 kg", "warm_up": "1x8 at 40 kg", "why": "You did 5x5."}
    text = shown("session", {"name": "Push", "why": "Three days ago.", "unit": "kg", "exercises": [bench]})
    for part in ("Push", "Three days ago.", *bench.values()):
        assert part in text


def test_a_series_names_its_ends() -> None:
    points = [{"day": f"2026-01-{day:02}", "value": 100 + day} for day in range(1, 9)]
    text = shown("series", {"title": "Bench: e1RM", "unit": "kg", "points": points})
    assert text.splitlines() == ["Bench: e1RM", f"{BARS}  101 kg (2026-01-01) → 108 kg (2026-01-08)"]
    assert "Nothing yet." in shown("series", {"title": "Bench", "unit": "kg", "points": []})
    assert "101 kg (2026-01-01)" in shown("series", {"title": "Bench", "unit": "kg", "points": points[:1]})


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=400))
def test_a_sparkline_fits_and_spans_its_bars(values: list[float]) -> None:
    line = sparkline(values)
    assert len(line) == min(len(values), SPARKS)
    if len(values) <= SPARKS and max(values) - min(values) > 1e-3:
        assert line[values.index(max(values))] == BARS[-1]
        assert line[values.index(min(values))] == BARS[0]


def test_exercises() -> None:
    item = {"name": "Squat", "muscles": ["quads"], "equipment": ["barbell"], "cues": ["Brace", "Sit"], "easier": []}
    text = shown("exercises", {"items": [item]})
    assert "Squat" in text
    assert "Brace\n" in text
    assert "Easier" not in text


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)  # the machine may be busy
@given(kind=st.sampled_from(["workout_draft", "session", "series", "exercises", "new_thing"]), data=json_values)
def test_no_card_breaks_the_conversation(kind: str, data: Any) -> None:
    shown(kind, data)


def test_an_unknown_card_shows_what_it_holds() -> None:
    data = {"next_race": "Valencia [half]", "splits": [{"km": 5, "min": 25}], "tags": ["a", "b"], "done": True}
    text = shown("race_plan", data)
    for part in ("Race plan", "Next race", "Valencia [half]", "km 5, min 25", "a, b", "true"):
        assert part in text, json.dumps(data)


@pytest.mark.parametrize(
    ("text", "whole"),
    [("", 0), ("one", 0), ("one\n\ntw", 5), ("one\n\n```\na\n\nb", 5), ("```\na\n\nb\n```\n\nc", 14)],
)
def test_blocks_end_at_blank_lines_outside_fences(text: str, whole: int) -> None:
    assert whole_blocks(text) == whole


MEAL = {
    "slot": "lunch",
    "day": "2026-11-23",
    "time": "13:00",
    "items": [
        {"name": "Oats", "amount": "60 g", "grams": 60, "energy_kcal": 227, "protein_g": 7.9},
        {"name": "Milk [whole]", "amount": "1 cup (244 g)", "grams": 244, "energy_kcal": 149, "assumed": True},
    ],
    "totals": {"energy_kcal": 1376, "protein_g": 7.9},
    "unknown": {"protein": 1},
}


def test_a_meal_sums_up_and_leaves_empty_what_is_not_known() -> None:
    lines = shown("meal_draft", MEAL).splitlines()
    assert lines[0] == "Lunch, 2026-11-23 13:00"
    rows = {line.split()[0]: line.split() for line in lines if "kcal" not in line and line.strip()}
    assert rows["Oats"] == ["Oats", "60", "g", "227", "7.9", "g"]
    assert rows["Milk"] == ["Milk", "[whole]", "1", "cup", "(244", "g),", "a", "usual", "portion", "149"]
    assert rows["Together"] == ["Together", "1,376", "7.9", "g"]


def test_a_change_of_the_profile_shows_before_and_after() -> None:
    text = shown("profile_draft", {"changes": [{"field": "Height", "before": "not said", "after": "5 ft 11 in"}]})
    assert [line.split() for line in text.splitlines() if "Height" in line] == [
        ["Height", "not", "said", "5", "ft", "11", "in"]
    ]


@pytest.mark.parametrize(
    ("kind", "data", "parts"),
    [
        ("water_draft", {"amount": "500 ml", "day": "2026-11-23", "day_total": "750 ml"}, ["500 ml", "The day with it", "750 ml"]),
        ("measurement_draft", {"metric": "weight", "value": "60 kg", "question": "60 kg is less?"}, ["60 kg", "Is it right?"]),
        ("checkin_draft", {"habit": "Read", "value": "done", "before": "a slip"}, ["Read", "done", "Until now", "a slip"]),
        ("goal_draft", {"title": "Weigh 70 kg", "target": "70 kg", "warnings": ["Eat enough."]}, ["Weigh 70 kg", "Eat enough."]),
        ("reminder_draft", {"title": "Train", "at": "18:00", "days": "every day"}, ["Train", "18:00", "every day"]),
    ],
)  # fmt: skip
def test_drafts_of_one_thing_have_a_row_for_what_is_there(kind: str, data: dict[str, Any], parts: list[str]) -> None:
    text = shown(kind, data)
    assert all(part in text for part in parts)
    assert len(text.strip().splitlines()) == len(data) + 2


def test_a_food_has_no_row_for_what_its_source_does_not_say() -> None:
    figures = {"energy_kcal": 379, "fat_g": 6.5}
    more = {"more_in_amount": {"Iron": "2.6 mg"}, "more_per_100g": {"Iron": "4.3 mg"}}
    text = shown("food", {"food": "Oats", "amount": "60 g", "in_amount": figures, "per_100g": figures, **more})
    assert "Protein" not in text
    assert [line.split() for line in text.splitlines() if "Iron" in line] == [["Iron", "2.6", "mg", "4.3", "mg"]]


def test_recipes_stand_side_by_side() -> None:
    item = {"name": "Tofu Bowl", "minutes": 20, "per_serving": {"energy_kcal": 598}, "why": "it has tofu"}
    text = shown("recipes", {"items": [item]})
    assert all(part in text for part in ("Tofu Bowl", "20", "598", "it has tofu"))


NARROW = 80
FULL: dict[str, Any] = {
    "session": {
        "name": "Full body A",
        "exercises": [
            {
                "name": "Chest-Supported Dumbbell Row",
                "warm_up": "32.5 kg x 8, 47.5 kg x 5, 65 kg x 3",
                "sets": "4x6 at 82.5 kg with 3 in reserve",
                "why": "Last time you did 5, 5, 5, 5 at 82.5 kg, under 6 to 10, so repeat it and aim for 6 reps.",
            }
        ],
        "why": "It is next in your plan.",
    },
    "recipes": {
        "items": [
            {
                "name": "Peppers Stuffed with Turkey and Cauliflower",
                "minutes": 40,
                "per_serving": {"energy_kcal": 1464, "protein_g": 37, "carbs_g": 138, "fat_g": 19, "fiber_g": 15.2},
                "why": "it is listed under dinner, and it has turkey",
            }
        ]
    },
    "meal_swap": {
        "slot": "breakfast",
        "day": "2026-11-27",
        "before": {"slot": "breakfast", "name": "Blueberry Overnight Oats", "servings": "1.5", "energy_kcal": "1,044"},
        "after": {
            "slot": "breakfast",
            "name": "Cocoa and Banana Porridge",
            "servings": "2",
            "with": ["Yoghurt, plain, whole milk", "Pistachios"],
            "energy_kcal": "1,020",
        },
    },
    "plan": {
        "name": "Muscle, 3 days a week",
        "weeks": 6,
        "days": [
            {
                "name": "Full body A",
                "minutes": 60,
                "exercises": [
                    {
                        "name": "Triceps Pushdown",
                        "sets": "4 sets of 10 to 15, 3 in reserve",
                        "swaps": ["Cable Overhead Triceps Extension", "Dumbbell Overhead Triceps Extension", "Dips"],
                    }
                ],
            }
        ],
        "changes": ["Full body A: Romanian Deadlift instead of Barbell Deadlift, which hurts your back"],
        "volume": [{"muscle": "chest", "sets": 5}],
        "notes": ["The last week is lighter: about half the sets."],
    },
}


@pytest.mark.parametrize("kind", FULL)
def test_at_eighty_columns_no_word_is_broken(kind: str) -> None:
    console = Console(width=NARROW, color_system=None)
    with console.capture() as captured:
        console.print(render({"type": kind, "data": FULL[kind]}))
    lines = captured.get().splitlines()
    assert max(map(len, lines)) <= NARROW
    seen = set(re.findall(r"\w+", " ".join(lines)))
    assert set(re.findall(r"\w+", " ".join(texts(FULL[kind])))) - seen - {"Dips"} == set()


def texts(value: Any) -> list[str]:
    """Return the texts within, without the names of keys."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []
