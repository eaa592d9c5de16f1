"""Progress, comparisons, explanations, habits and a day: by logs whose truth is known by hand."""

from datetime import date, timedelta
from math import isclose
from random import Random
from statistics import fmean
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.coached import TODAY, ask, ate, drank, keeps, marked, measured, person, told, trained

from fitzen.coach.toolbox import ToolContext
from fitzen.cycle.models import PeriodIn
from fitzen.cycle.service import log_period
from fitzen.goals.models import GoalIn
from fitzen.goals.service import set_goal
from fitzen.records import Json, dumps
from fitzen.web.parsing import parse_json

DAY = timedelta(days=1)
NEW, OLD = "2026-11-09..2026-11-22", "2026-10-26..2026-11-08"
FIRST_NEW, FIRST_OLD = date(2026, 11, 9), date(2026, 10, 26)


def back(days: int) -> date:
    return TODAY - days * DAY


def bench(context: ToolContext, day: date, weight: float, sets: int = 3, reps: int = 5) -> str:
    return trained(context, day, {"barbell-bench-press": [{"reps": reps, "weight_kg": weight, "rir": 2}] * sets})


# Progress


def test_a_lift_s_progress_is_what_it_was() -> None:
    with person() as ana:
        bench(ana, back(7), 80)
        bench(ana, back(3), 82.5)
        found = ask(ana, "progress", subject="bench press")
        assert found.data["sessions"] == 2
        assert found.data["last"] == {"day": "20 Nov 2026", "sets": "3x5 at 82.5 kg with 2 in reserve"}
        assert found.data["bests"]["weight_kg"] == {"value": "82.5 kg", "day": "20 Nov 2026"}
        assert {source["ref"].split(":")[0] for source in found.sources} == {"workout"}
        assert ask(ana, "progress", subject="bench press", period="2026-11-15..2026-11-17").data["sessions"] == 1
        assert "no Barbell Bench Press in your log from" in told(ana, "progress", subject="bench", period="october")


def test_the_bests_of_a_span_are_those_of_its_sessions() -> None:
    with person() as ana:
        bench(ana, back(60), 100)
        bench(ana, back(20), 80)
        id_ = bench(ana, back(15), 85)
        found = ask(ana, "progress", subject="bench", period="last 30 days")
        assert found.data["bests"]["weight_kg"] == {"value": "85 kg", "day": "8 Nov 2026"}
        assert f"workout:{id_}" in {source["ref"] for source in found.sources}
        assert ask(ana, "progress", subject="bench").data["bests"]["weight_kg"]["value"] == "100 kg"
        assert "Your heaviest set was 85 kg, on 8 Nov 2026." in told(
            ana, "progress", subject="bench", period="last 30 days"
        )


def test_a_lift_that_stands_still_is_told_so() -> None:
    with person() as ana:
        for number in range(10):
            bench(ana, back(4 + 4 * number), 80)
        assert ask(ana, "progress", subject="bench").data["lately"]["way"] == "flat"
        assert "it has stood still" in told(ana, "progress", subject="bench")


def test_a_metric_is_told_without_its_swings_and_with_its_rate() -> None:
    with person() as ana:
        random = Random(5)
        measured(
            ana,
            "weight_kg",
            [(back(number), round(80 - number * 0.05 + random.gauss(0, 0.3), 1)) for number in range(40, -1, -1)],
        )
        data = ask(ana, "progress", subject="weight").data
        assert (data["way"], data["entries"]) == ("up", 41)
        assert data["per_week"].startswith("0.3")
        assert float(data["level_low"].split()[0]) < 80 < float(data["level_high"].split()[0])
        assert "rises by about" in told(ana, "progress", subject="weight")
        assert ask(ana, "progress", subject="weight", period=OLD).data["entries"] == 14


def test_a_metric_of_one_value_is_told_as_it_is() -> None:
    with person() as ana:
        measured(ana, "hrv_ms", [(back(1), 60)])
        assert told(ana, "progress", subject="hrv").startswith(
            "Your latest heart rate variability was 60 ms, on 22 Nov 2026."
        )


def test_weeks_of_eating_are_means_and_weeks_of_training_are_sums() -> None:
    with person() as ana:
        for number in range(14):
            ate(ana, FIRST_NEW + number * DAY, protein_g=100.0 + 10 * (number >= 7))
        for day in (FIRST_NEW, FIRST_NEW + 2 * DAY, FIRST_NEW + 8 * DAY):
            bench(ana, day, 100, sets=2, reps=5)
        weeks = ask(ana, "progress", subject="protein", period=NEW).data["weeks"]
        assert [(each["value"], each["days_logged"]) for each in weeks] == [("100 g", 7), ("110 g", 7)]
        weeks = ask(ana, "progress", subject="training", period=NEW).data["weeks"]
        assert [each["value"] for each in weeks] == ["2,000 kg", "1,000 kg"]


def test_a_goal_is_told_with_the_day_it_is_expected() -> None:
    with person() as ana:
        measured(ana, "weight_kg", [(back(28 - number), 80 - number / 14) for number in range(29)])
        body = {
            "kind": "weight",
            "title": "Down to 75",
            "target_value": 75,
            "start_on": str(back(28)),
            "due_on": "2027-06-01",
        }
        set_goal(ana.store, ana.user_id, parse_json(GoalIn, dumps(body)), ana.now)
        for words in ("my goals", "down to 75", "weight goal 75"):
            [goal] = ask(ana, "progress", subject=words).data["goals"]
            assert goal["title"] == "Down to 75"
            assert goal["on_track"] is True
            assert goal["expected_on"].endswith(("2026", "2027"))
        assert ask(ana, "progress", subject="my goals").sources[0]["ref"].startswith("goal:")


@pytest.mark.parametrize("subject", ["weight", "bench", "protein", "water", "training", "sleep", "my goals"])
def test_progress_of_nothing_is_told_kindly(subject: str) -> None:
    with person() as ana:
        assert not ask(ana, "progress", subject=subject).failed
        assert told(ana, "progress", subject=subject).endswith((".", "?"))


# Comparing


def test_two_spans_are_compared_with_the_difference_in_percent_and_their_coverage() -> None:
    with person() as ana:
        for number in range(14):
            ate(ana, FIRST_OLD + number * DAY, protein_g=100.0 + number % 2 * 10)
            if number < 10:
                ate(ana, FIRST_NEW + number * DAY, protein_g=130.0 + number % 2 * 10)
        data = ask(ana, "compare_periods", subject="protein", period=NEW, with_period=OLD).data
        assert (data["this"]["value"], data["other"]["value"]) == ("135 g", "105 g")
        assert (data["difference"], data["percent"], data["way"], data["clear"]) == ("30 g", "28.6%", "more", True)
        assert (data["this"]["days_logged"], data["other"]["days_logged"]) == (10, 14)
        assert "clear of the noise" in told(ana, "compare_periods", subject="protein", period=NEW)


def test_what_may_be_chance_is_told_so() -> None:
    with person() as ana:
        measured(ana, "sleep_h", [(FIRST_OLD + number * DAY, 7.0 + number * 7 % 5 / 2) for number in range(28)])
        data = ask(ana, "compare_periods", subject="sleep", period=NEW).data
        assert data["clear"] is False
        assert "may be chance" in told(ana, "compare_periods", subject="sleep", period=NEW)


def test_training_is_compared_by_what_the_spans_hold() -> None:
    with person() as ana:
        for number in (0, 2, 4, 7, 9):
            bench(ana, FIRST_NEW + number * DAY, 60)
        bench(ana, FIRST_OLD, 60)
        bench(ana, FIRST_OLD + 3 * DAY, 60)
        data = ask(ana, "compare_periods", subject="workouts", period=NEW).data
        assert (data["per"], data["this"]["value"], data["other"]["value"]) == ("all", "5 workouts", "2 workouts")
        assert (data["difference"], data["percent"]) == ("3 workouts", "150.0%")
        week = ask(ana, "compare_periods", subject="workouts", period="2026-11-09..2026-11-15", with_period=OLD).data
        assert (week["per"], week["this"]["value"], week["other"]["value"]) == ("week", "3 workouts", "1 workout")


def test_spans_that_overlap_are_refused() -> None:
    with person() as ana:
        found = ask(ana, "compare_periods", subject="weight", period="this month", with_period="last 30 days")
        assert found.failed
        assert "overlap" in found.data["error"]
        assert ask(ana, "compare_periods", subject="weight", period="ever").failed


VALUES = st.dictionaries(st.integers(0, 27), st.floats(50, 250).map(lambda value: round(value, 1)), max_size=28)


@settings(max_examples=30)
@given(VALUES)
def test_a_comparison_is_what_plain_means_say(log: dict[int, float]) -> None:
    with person() as ana:
        measured(ana, "waist_cm", [(FIRST_OLD + number * DAY, value) for number, value in log.items()])
        data = ask(ana, "compare_periods", subject="waist", period=NEW, with_period=OLD).data
        old, new = ([log[number] for number in sorted(log) if (number >= 14) is late] for late in (False, True))
        assert (data["this"]["days_logged"], data["other"]["days_logged"]) == (len(new), len(old))
        for side, values in (("this", new), ("other", old)):
            number: Any = data[side]["number"]
            assert (number is None) is (not values)
            assert number is None or isclose(number, fmean(values), abs_tol=0.051)
        if old and new:
            apart = fmean(new) - fmean(old)
            assert isclose(float(data["difference"].split()[0]), abs(apart), abs_tol=0.051)
            assert isclose(float(data["percent"].rstrip("%")), abs(100 * apart / fmean(old)), abs_tol=0.051)
            assert (data["clear"] is None) is (min(len(old), len(new)) < 5)


# Explaining


def _reasons(data: Json) -> dict[str, str]:
    return {each["what"]: each["certainty"] for each in data["reasons"]}


def test_weight_that_rose_while_more_was_eaten_names_the_energy_and_no_cause() -> None:
    random = Random(11)
    with person(birth_date="1990-01-01", sex="male", height_cm=180, activity_level="moderate") as ana:
        for number in range(56, 0, -1):
            late = number <= 28
            ate(
                ana,
                back(number),
                energy_kcal=2600.0 + 700 * late + random.gauss(0, 150),
                carbs_g=300.0,
                sodium_mg=3000.0,
            )
            measured(
                ana, "weight_kg", [(back(number), round(80 + late * (28 - number) * 0.07 + random.gauss(0, 0.3), 1))]
            )
        data = ask(ana, "explain_change", subject="weight", period="2026-10-26..2026-11-22").data
        assert data["clear"] is True
        assert "your weight rose by" in data["change"]
        certain = _reasons(data)
        assert certain["energy eaten"] == "likely"
        assert certain["carbohydrate"] == "no sign"
        assert certain["the scale's noise"] == "measured"
        assert "menstrual cycle" not in certain
        assert all(each["says"] and each["source"] for each in data["reasons"])
        said = told(ana, "explain_change", subject="weight", period="2026-10-26..2026-11-22")
        assert "need not be its cause" in said
        assert "because" not in said


def test_weight_that_only_swings_is_told_to() -> None:
    random = Random(2)
    with person() as ana:
        measured(ana, "weight_kg", [(back(number), round(80 + random.gauss(0, 0.5), 1)) for number in range(28)])
        data = ask(ana, "explain_change", subject="weight").data
        assert data["clear"] is False
        assert "did not clearly change" in data["change"]
        assert _reasons(data)["missing logs"] == "not known"


def test_days_of_much_more_carbohydrate_and_salt_may_be_water() -> None:
    with person() as ana:
        for number in range(31, 0, -1):
            much = number <= 3
            ate(ana, back(number), energy_kcal=2500.0, carbs_g=250.0 + 200 * much, sodium_mg=2500.0 + 3000 * much)
        measured(ana, "weight_kg", [(back(number), 80.0 + (number <= 2)) for number in range(20, 0, -2)])
        certain = _reasons(ask(ana, "explain_change", subject="weight", period="2026-11-02..2026-11-22").data)
        assert (certain["carbohydrate"], certain["sodium"]) == ("possible", "possible")


def test_the_cycle_is_spoken_of_only_when_it_is_tracked_and_asked_for() -> None:
    health = {"cycle_tracking": True}
    with person(sex="female", birth_date="1995-01-01", height_cm=168, health=health) as eva:
        measured(eva, "weight_kg", [(back(number), 65.0) for number in range(10)])
        for start in (56, 28, 0):
            body = {"started_on": str(back(start))}
            log_period(eva.store, eva.user_id, parse_json(PeriodIn, dumps(body)), eva.now)
        plain = ask(eva, "explain_change", subject="weight").data
        assert "menstrual cycle" not in _reasons(plain)
        assert "cycle" not in dumps(plain)
        assert _reasons(ask(eva, "explain_change", subject="weight", cycle=True).data)["menstrual cycle"] == "possible"
    with person(sex="female") as uma:
        measured(uma, "weight_kg", [(back(number), 65.0) for number in range(10)])
        assert "menstrual cycle" not in _reasons(ask(uma, "explain_change", subject="weight", cycle=True).data)


def test_a_lift_that_falls_names_sleep_weight_and_recovery_that_go_with_it() -> None:
    random = Random(4)
    with person() as ana:
        for number in range(52, 0, -4):
            bench(ana, back(number), 80 + number / 4)
        measured(
            ana,
            "weight_kg",
            [(back(number), round(70 + number * 0.08 + random.gauss(0, 0.2), 1)) for number in range(56, 0, -1)],
        )
        measured(
            ana,
            "sleep_h",
            [
                (back(number), round((7.5 if number > 26 else 6.2) + random.gauss(0, 0.3), 1))
                for number in range(56, -1, -1)
            ],
        )
        measured(
            ana,
            "resting_hr_bpm",
            [(back(number), (52 if number > 6 else 60) + random.choice([0, 1])) for number in range(56, -1, -1)],
        )
        data = ask(ana, "explain_change", subject="bench press").data
        assert data["clear"] is True
        assert "has fallen by" in data["change"]
        certain = _reasons(data)
        assert (certain["sleep"], certain["energy deficit"]) == ("possible", "possible")
        assert certain["recovery"] == "likely"
        assert certain["volume and frequency"] == "no sign"


def test_a_break_and_a_light_week_are_named() -> None:
    with person() as ana:
        for number in (50, 46, 42, 38, 20, 16, 12, 8):
            bench(ana, back(number), 80)
        bench(ana, back(4), 60)
        certain = _reasons(ask(ana, "explain_change", subject="bench press").data)
        assert (certain["a break"], certain["light sessions"]) == ("likely", "likely")


def test_what_is_eaten_names_the_meal_that_changed() -> None:
    with person() as ana:
        for number in range(28, 0, -1):
            late = number <= 14
            ate(ana, back(number), energy_kcal=800.0 + number % 3 * 10, slot="lunch")
            ate(ana, back(number), energy_kcal=500.0 + 400 * late, slot="dinner")
        data = ask(ana, "explain_change", subject="calories", period=NEW).data
        assert data["clear"] is True
        assert _reasons(data)["dinner"] == "measured"
        assert "+400 kcal against before" in told(ana, "explain_change", subject="calories", period=NEW)


def test_two_lifts_or_weigh_ins_are_too_few_to_explain() -> None:
    with person() as ana:
        bench(ana, back(3), 80)
        measured(ana, "weight_kg", [(back(3), 80.0)])
        for subject in ("bench press", "weight", "sleep"):
            data = ask(ana, "explain_change", subject=subject).data
            assert data["clear"] is None
            assert "too" in data["change"]


# Habits


def test_a_habit_s_weekdays_and_misses_are_counted() -> None:
    with person() as ana:
        start = date(2026, 9, 28)
        days = [start + number * DAY for number in range((TODAY - start).days)]
        keeps(ana, "Stretch", start, [day for day in days if day.weekday() < 5])
        [habit] = ask(ana, "habits_analysis", habit="stretch").data["habits"]
        assert (habit["done"], habit["due"], habit["percent"]) == (40, 56, "71%")
        assert habit["worst_weekday"] == {"weekday": "Saturday", "done": 0, "of": 8, "percent": "0%"}
        [link] = [each for each in habit["misses_more"] if each["when"] == "at weekends"]
        assert (link["missed"], link["of"], link["otherwise_missed"], link["otherwise_of"]) == (16, 16, 0, 40)
        assert "missed more often at weekends: 16 of 16 such days, and 0 of 40 others" in told(ana, "habits_analysis")


def test_misses_after_short_nights_are_found_and_chance_is_not() -> None:
    with person() as ana:
        start = date(2026, 9, 28)
        days = [start + number * DAY for number in range((TODAY - start).days)]
        short = {day for number, day in enumerate(days) if number % 4 == 0}
        measured(ana, "sleep_h", [(day, 5.0 if day in short else 7.5) for day in days])
        keeps(ana, "Read", start, [day for day in days if day not in short])
        keeps(ana, "Walk", start, [day for number, day in enumerate(days) if number % 5])
        found = {
            each["name"]: [link["when"] for link in each["misses_more"]]
            for each in ask(ana, "habits_analysis").data["habits"]
        }
        assert found == {"Read": ["after a night at least an hour shorter than usual"], "Walk": []}


def test_a_habit_of_times_a_week_is_told_by_weeks() -> None:
    with person() as ana:
        start = date(2026, 11, 2)
        keeps(
            ana,
            "Yoga",
            start,
            [start, start + 2 * DAY, start + 4 * DAY, start + 7 * DAY],
            schedule={"type": "times_per_week", "count": 3},
        )
        [habit] = ask(ana, "habits_analysis", habit="yoga").data["habits"]
        assert (habit["weeks_met"], habit["weeks"], habit["best_weekday"]["weekday"]) == (1, 3, "Monday")


def test_without_habits_there_is_nothing_to_analyse() -> None:
    with person() as ana:
        assert told(ana, "habits_analysis").startswith("You have no habit yet.")
        assert told(ana, "habits_analysis", habit="yoga").startswith("I do not know a figure called “yoga”.")


# A day


def test_a_day_has_what_was_eaten_drunk_trained_and_kept() -> None:
    with person(birth_date="1990-01-01", sex="male", height_cm=180, goal="maintain") as ana:
        measured(ana, "weight_kg", [(back(1), 80.0), (TODAY, 80.4)])
        ate(ana, TODAY, energy_kcal=700.0, protein_g=40.0, carbs_g=80.0, fat_g=20.0, fiber_g=8.0)
        drank(ana, TODAY, 500)
        keeps(ana, "Stretch", back(5), [TODAY])
        keeps(ana, "Read", back(5), [])
        bench(ana, back(1), 80)
        today = ask(ana, "day_summary").data
        eaten = {each["nutrient"]: each["value"] for each in today["eaten"]}
        assert (eaten["Energy"], eaten["Protein"], today["water"], today["weight"]) == (
            "700 kcal",
            "40 g",
            "500 ml",
            "80.4 kg",
        )
        targets, left = today["targets"]["energy_kcal"], today["left"]["energy_kcal"]
        assert _number(targets) - _number(left) == 700
        assert {each["name"]: each["done"] for each in today["habits"]} == {"Stretch": True, "Read": False}
        assert today["workouts"] == []
        before = ask(ana, "day_summary", day="yesterday").data
        assert before["workouts"][0] == {"name": "Session", "sets": 3, "volume": "1,200 kg", "length": "60 min"}
        assert "left" not in before
        assert "Habits done: Stretch." in told(ana, "day_summary")


def _number(text: str) -> float:
    return float(text.split(maxsplit=1)[0].replace(",", ""))


def test_a_day_long_ago_is_read_from_the_calendar() -> None:
    with person() as ana:
        keeps(ana, "Stretch", back(80), [back(60)])
        keeps(ana, "Later", back(5), [])
        assert ask(ana, "day_summary", day=str(back(60))).data["habits"] == [{"name": "Stretch", "done": True}]
        assert ask(ana, "day_summary", day=str(back(61))).data["habits"] == [{"name": "Stretch", "done": False}]


def test_more_than_one_day_is_refused() -> None:
    with person() as ana:
        assert ask(ana, "day_summary", day="last week").data["error"].startswith("“last week” is more than one day.")
        assert ask(ana, "day_summary", day="my birthday").failed


def test_a_day_that_is_marked_as_half_logged_is_told_so() -> None:
    with person() as ana:
        ate(ana, back(2), energy_kcal=700.0)
        marked(ana, back(2), complete=False)
        assert "not logged in full" in told(ana, "day_summary", day=str(back(2)))
