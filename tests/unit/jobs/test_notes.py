"""Notes and reports: only what the log says, with its figures; nothing when nothing matters."""

import re
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.jobs import notes
from fitzen.jobs.notes import Weight

TODAY = date(2026, 11, 23)
NAMES = {"bench": "Bench press", "squat": "Squat"}


def workout(days_ago: int = 1, *records: dict[str, Any], name: str = "Push") -> dict[str, Any]:
    day = (TODAY - timedelta(days=days_ago)).isoformat()
    return {
        "id": f"w{days_ago}",
        "name": name,
        "day": day,
        "started_at": f"{day}T18:00:00+01:00",
        "records": list(records),
    }


def record(metric: str, value: float, previous: float, exercise_id: str = "bench") -> dict[str, Any]:
    return {"exercise_id": exercise_id, "metric": metric, "value": value, "previous": previous}


def test_a_record_is_told_with_its_figures_and_where_they_are_from() -> None:
    found = workout(
        1, record("volume_kg", 2000, 1000), record("e1rm_kg", 102.5, 100), record("e1rm_kg", 150, 149, "squat")
    )
    note = notes.record_note([found], NAMES, "metric")
    assert note is not None
    assert note.text == (
        "Yesterday you set a record in Bench press: an estimated 102.5 kg for one repetition, up from 100 kg."
    )
    assert note.sources == [{"label": "Push, 22 Nov 2026", "ref": "workout:w1"}]


@pytest.mark.parametrize(
    ("broken", "units", "words"),
    [
        (record("weight_kg", 100, 90), "imperial", "220.5 lb, up from 198.4 lb"),
        (record("reps", 12, 10), "metric", "12 repetitions, up from 10"),
        (record("duration_s", 95, 90), "metric", "95 seconds, up from 90"),
        (record("distance_m", 5000, 4000), "metric", "5,000 m, up from 4,000"),
    ],
)
def test_a_record_in_its_own_unit(broken: dict[str, Any], units: str, words: str) -> None:
    note = notes.record_note([workout(1, broken)], NAMES, units)
    assert note is not None
    assert words in note.text


def test_no_record_no_note() -> None:
    assert notes.record_note([], NAMES, "metric") is None
    assert notes.record_note([workout()], NAMES, "metric") is None


def weights(per_week: float, days: int = 28, every: int = 2, noise: float = 0.3, start: float = 80) -> list[Weight]:
    chance = Random(7)
    return [
        Weight(TODAY - timedelta(days=back), start + per_week * (days - back) / 7 + chance.gauss(0, noise))
        for back in range(0, days, every)
    ]


@pytest.mark.parametrize(
    ("goal", "per_week", "words"),
    [
        ("lose", 0.5, "went up by 0.5"),
        ("lose", -1.5, "went down by 1.5"),
        ("lose", -0.5, None),
        ("gain", -0.5, "went down by 0.5"),
        ("gain", 1.0, "went up by 1.0"),
        ("gain", 0.25, None),
        ("maintain", 0.6, "went up by 0.6"),
        ("maintain", 0.0, None),
        ("perform", 2.0, None),
        (None, 2.0, None),
    ],
)
def test_weight_is_spoken_of_when_it_goes_against_the_goal(
    goal: str | None, per_week: float, words: str | None
) -> None:
    note = notes.weight_note(weights(per_week), goal, "metric")
    assert (note is None) is (words is None)
    if note and words:
        rate = re.search(r"went (\w+) by ([\d.]+) kg a week", note.text)
        assert rate is not None
        assert rate[1] == words.split()[1]
        assert float(rate[2]) == pytest.approx(abs(per_week), abs=0.2)
        assert note.sources[0]["label"] == "14 weigh-ins since 28 Oct"


def test_few_or_noisy_weigh_ins_say_nothing() -> None:
    assert notes.weight_note(weights(1, every=7), "lose", "metric") is None
    assert notes.weight_note(weights(1, days=10, every=1), "lose", "metric") is None
    assert notes.weight_note(weights(0.1, noise=2), "lose", "metric") is None


def test_the_weekly_rate_is_that_of_the_line() -> None:
    trend = notes.weight_trend(weights(-0.7, noise=0))
    assert trend is not None
    assert trend.per_week == pytest.approx(-0.7)
    assert trend.error == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("days_ago", "per_week", "words"),
    [
        ([6, 9, 12, 15], 3, "you trained once; you planned 3 sessions a week. The last one was Push, on 17 Nov."),
        ([8, 10, 12], 3, "you did not train;"),
        ([2, 4, 6, 9], 3, None),
        ([5, 6, 9, 12], 3, None),
        ([6, 9, 12], None, None),
        ([6, 9], 3, None),
        ([15, 17, 19, 21], 3, None),
        ([0, 9, 12, 15], 3, None),
    ],
)
def test_missed_sessions(days_ago: list[int], per_week: int | None, words: str | None) -> None:
    note = notes.missed_note([workout(days) for days in days_ago], per_week, TODAY)
    assert (note.text if note else None) is None if words is None else note is not None and words in note.text


@pytest.mark.parametrize(("current", "told"), [(5, False), (6, True), (7, False), (29, True), (364, True)])
def test_a_streak_is_told_of_before_a_round_number(current: int, told: bool) -> None:
    note = notes.streak_note("Read", "h1", current, "days")
    assert (note is not None) is told
    if note:
        assert note.text == f"Read: {current} days in a row. With today's it would be {current + 1}."
        assert note.sources == [{"label": "Read", "ref": "habit:h1"}]


WEEK = {"workouts": 3, "sets": 42, "volume_kg": 12345.0}
NONE = {"workouts": 0, "sets": 0, "volume_kg": 0.0}


def test_the_week_in_figures() -> None:
    weighed = [Weight(TODAY - timedelta(days=days), 70 + days / 10) for days in (1, 3, 8, 10)]
    text = notes.weekly_report(WEEK, WEEK | {"workouts": 4}, 2, weighed, TODAY, "metric")
    assert text == (
        "Your week from 16 Nov to 22 Nov:\n"
        "- Workouts: 3 (the week before: 4)\n"
        "- Working sets: 42 (the week before: 42), 12,345 kg lifted in all\n"
        "- Records: 2\n"
        "- Weight: 70.2 kg on average of 2 weigh-ins, 0.7 kg less than the week before"
    )


def test_a_week_of_nothing_is_not_reported() -> None:
    assert notes.weekly_report(NONE, NONE, 0, [], TODAY, "metric") is None
    assert notes.weekly_report(NONE, WEEK, 0, [], TODAY, "metric") is not None


@given(st.floats(30, 200), st.floats(30, 200), st.sampled_from(["metric", "imperial"]))
def test_no_figure_is_left_without_its_unit(one: float, other: float, units: str) -> None:
    note = notes.record_note([workout(1, record("e1rm_kg", one, other))], NAMES, units)
    assert note is not None
    assert len(re.findall(r"[\d.]+ (?:kg|lb)\b", note.text)) == 2
