"""One figure over a span of days: by logs small enough to reckon by hand, and by sums of the test's own over any log."""

from datetime import date, timedelta
from math import isclose
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.coached import TODAY, ask, ate, drank, keeps, marked, measured, person, told, trained

from fitzen.records import Json

DAY = timedelta(days=1)
MONDAY = date(2026, 11, 16)
"""It is Monday, 23 November 2026: this is the Monday before."""
WEEK = "2026-11-16..2026-11-22"


def day(number: int) -> date:
    return MONDAY + (number - 1) * DAY


def test_a_mean_is_of_what_was_measured_and_says_of_how_many_days() -> None:
    with person() as ana:
        measured(ana, "weight_kg", [(day(1), 70.0), (day(3), 71.0), (day(7), 72.5)])
        data = ask(ana, "figures", subject="weight", statistic="mean", period=WEEK).data
        assert (data["value"], data["number"]) == ("71.2 kg", 71.2)
        assert (data["days_logged"], data["days_in_period"]) == (3, 7)
        said = told(ana, "figures", subject="weight", statistic="mean", period=WEEK)
        assert said == "Your average weight from 16 to 22 Nov 2026 was 71.2 kg (logged on 3 of 7 days)."


def test_the_least_and_the_most_name_their_day() -> None:
    with person() as ana:
        measured(ana, "sleep_h", [(day(1), 7.5), (day(2), 5.5), (day(3), 8.0), (day(4), 5.5)])
        least = ask(ana, "figures", subject="sleep", statistic="min", period="last week").data
        assert (least["value"], least["day"], least["as_much_again"]) == ("5.5 h", "Tuesday, 17 Nov 2026", 1)
        assert ask(ana, "figures", subject="sleep", statistic="max").data["day"] == "Wednesday, 18 Nov 2026"
        assert "shortest night from 16 to 22 Nov 2026 was 5.5 h" in told(
            ana, "figures", subject="sleep", statistic="min", period=WEEK
        )


def test_a_change_goes_from_the_first_to_the_last() -> None:
    with person() as ana:
        measured(ana, "waist_cm", [(day(1), 84.0), (day(4), 90.0), (day(7), 82.5)])
        data = ask(ana, "figures", subject="waist", statistic="change", period=WEEK).data
        assert (data["value"], data["number"], data["way"]) == ("1.5 cm", -1.5, "down")
        assert data["first"] == {"value": "84 cm", "day": "16 Nov 2026"}
        assert data["last"] == {"value": "82.5 cm", "day": "22 Nov 2026"}


def test_one_day_alone_has_no_change() -> None:
    with person() as ana:
        measured(ana, "waist_cm", [(day(1), 84.0)])
        data = ask(ana, "figures", subject="waist", statistic="change", period=WEEK).data
        assert data["value"] is None
        assert "one day only" in told(ana, "figures", subject="waist", statistic="change", period=WEEK)


def test_workouts_are_counted_each_even_two_of_a_day() -> None:
    with person() as ana:
        for number in (1, 1, 4):
            trained(ana, day(number), {"barbell-bench-press": [{"reps": 5, "weight_kg": 60}]})
        assert ask(ana, "figures", subject="workouts", statistic="count", period=WEEK).data["value"] == "3 workouts"
        assert ask(ana, "figures", subject="workouts", statistic="mean", period=WEEK).data["value"] == "3 workouts"
        assert ask(ana, "figures", subject="training time", statistic="sum", period=WEEK).data["value"] == "180 min"
        week = ask(ana, "figures", subject="workouts", statistic="count", period=WEEK, by="weekday").data
        assert [group["number"] for group in week["groups"]] == [2, 0, 0, 1, 0, 0, 0]


def test_the_heaviest_set_is_a_working_one() -> None:
    with person() as ana:
        trained(ana, day(1), {"barbell-back-squat": [{"kind": "warmup", "reps": 1, "weight_kg": 140}, {"reps": 5, "weight_kg": 102.5}]})  # fmt: skip
        trained(ana, day(3), {"barbell-back-squat": [{"reps": 3, "weight_kg": 101.25}]})
        found = ask(ana, "figures", subject="squat", statistic="max")
        assert (found.data["value"], found.data["day"]) == ("102.5 kg", "Monday, 16 Nov 2026")
        assert len(found.sources) == 2
        assert ask(ana, "figures", subject="squat", statistic="sum").data["value"] == "816 kg"
        assert ask(ana, "figures", subject="squat", statistic="count").data["value"] == "2 sessions"
        assert ask(ana, "figures", subject="squat reps", statistic="sum").data["value"] == "8 reps"


def test_an_imperial_person_hears_pounds_inches_and_ounces() -> None:
    with person("imperial") as bo:
        measured(bo, "weight_kg", [(day(1), 90.0)])
        measured(bo, "waist_cm", [(day(1), 91.44)])
        drank(bo, day(1), 591.47)
        assert ask(bo, "figures", subject="weight", statistic="last").data["value"] == "198.4 lb"
        assert ask(bo, "figures", subject="waist", statistic="last").data["value"] == "36 in"
        assert ask(bo, "figures", subject="water", statistic="sum", period=WEEK).data["value"] == "20 fl oz"
        share = ask(bo, "figures", subject="weight", statistic="share", period=WEEK, at_least=198).data
        assert (share["met"], share["of"], share["criterion"]) == (1, 1, "at least 198 lb")


def test_half_logged_days_and_today_count_in_sums_and_not_in_means() -> None:
    with person() as ana:
        ate(ana, day(1), protein_g=120.0)
        ate(ana, day(2), protein_g=20.0)
        marked(ana, day(2), complete=False)
        ate(ana, TODAY, protein_g=10.0)
        mean = ask(ana, "figures", subject="protein", statistic="mean", period="last 30 days").data
        assert (mean["value"], mean["half_logged_days"]) == ("120 g", 2)
        assert "2 days not complete are left out" in told(ana, "figures", subject="protein", statistic="mean")
        assert ask(ana, "figures", subject="protein", statistic="sum").data["value"] == "150 g"
        assert ask(ana, "figures", subject="protein", statistic="mean", period="today").data["value"] == "10 g"
        marked(ana, TODAY, complete=True)
        assert ask(ana, "figures", subject="protein", statistic="mean").data["value"] == "65 g"


def test_only_some_weekdays_are_taken_when_asked_for() -> None:
    with person() as ana:
        for number, grams in enumerate((100.0, 110.0, 120.0, 130.0, 140.0, 200.0, 220.0), 1):
            ate(ana, day(number), protein_g=grams)
        of = {
            which: ask(ana, "figures", subject="protein", statistic="mean", period=WEEK, weekdays=[which]).data
            for which in ("saturdays", "weekdays", "weekend", "sun")
        }
        assert {which: data["value"] for which, data in of.items()} == {
            "saturdays": "200 g", "weekdays": "120 g", "weekend": "210 g", "sun": "220 g",
        }  # fmt: skip
        assert of["weekend"]["days_in_period"] == 2
        wrong = ask(ana, "figures", subject="protein", statistic="mean", weekdays=["someday"])
        assert wrong.failed
        assert wrong.data["fields"] == ["weekdays: “someday” is no weekday. Say monday to sunday, weekdays or weekend."]


def test_a_share_is_of_the_days_that_are_logged_in_full() -> None:
    with person() as ana:
        measured(ana, "steps", [(day(1), 9000.0), (day(2), 7000.0), (day(3), 8000.0), (TODAY, 100.0)])
        data = ask(ana, "figures", subject="steps", statistic="share", at_least=8000).data
        assert (data["value"], data["met"], data["of"]) == ("67%", 2, 3)
        assert ask(ana, "figures", subject="steps", statistic="count", at_most=8000, period=WEEK).data["met"] == 2


def test_a_target_is_the_person_s_own() -> None:
    with person(birth_date="1990-01-01", sex="male", height_cm=180, goal="maintain") as ana:
        assert ask(ana, "figures", subject="protein", statistic="share", target=True).failed
        measured(ana, "weight_kg", [(day(1), 80.0)])
        ate(ana, day(1), protein_g=300.0)
        ate(ana, day(2), protein_g=10.0)
        data = ask(ana, "figures", subject="protein", statistic="share", target=True).data
        assert (data["met"], data["of"]) == (1, 2)
        assert data["criterion"].endswith("your target of today")
        assert ask(ana, "figures", subject="sleep", statistic="share", target=True).failed


def test_a_habit_has_a_share_of_the_days_on_which_it_was_due() -> None:
    with person() as ana:
        keeps(ana, "Read a book", day(1), [day(1), day(2), day(5)])
        data = ask(ana, "figures", subject="read a book", statistic="share", period=WEEK).data
        assert (data["met"], data["of"], data["value"]) == (3, 7, "43%")
        assert ask(ana, "figures", subject="book habit", statistic="count", period=WEEK).data["value"] == "3"


def test_a_correlation_says_how_sure_it_is_and_that_it_is_no_cause() -> None:
    with person() as ana:
        days = [day(1) - number * DAY for number in range(20)]
        measured(ana, "sleep_h", [(each, 6 + number % 5 / 2) for number, each in enumerate(days)])
        measured(ana, "steps", [(each, 5000.0 + number % 5 * 1000) for number, each in enumerate(days)])
        data = ask(ana, "figures", subject="sleep", statistic="correlation", against="steps", period="ever").data
        assert (data["value"], data["pairs"], data["clear"]) == ("1.00", 20, True)
        assert "not causing" in told(ana, "figures", subject="sleep", statistic="correlation", against="steps")
        few = ask(ana, "figures", subject="sleep", statistic="correlation", against="steps", period=WEEK).data
        assert (few["value"], few["pairs"]) == (None, 1)
        assert ask(ana, "figures", subject="sleep", statistic="correlation").failed


def test_what_may_mean_several_things_is_asked_back() -> None:
    with person() as ana:
        assert ask(ana, "figures", subject="energy", statistic="mean").data["unclear"][0]["choices"] == [
            "calories", "active energy", "energy level",
        ]  # fmt: skip
        assert told(ana, "figures", subject="blood pressure", statistic="mean") == (
            "Which figure is “blood pressure”: systolic blood pressure or diastolic blood pressure?"
        )
        assert told(ana, "figures", subject="qwxz", statistic="mean").startswith(
            "I do not know a figure called “qwxz”."
        )


@pytest.mark.parametrize("subject", ["weight", "protein", "water", "workouts", "squat", "steps", "meals"])
@pytest.mark.parametrize("statistic", ["mean", "sum", "min", "max", "count", "first", "last", "change", "share"])
def test_an_empty_log_is_answered_kindly(subject: str, statistic: str) -> None:
    with person() as ana:
        found = ask(ana, "figures", subject=subject, statistic=statistic)
        assert not found.failed
        assert not found.sources
        assert told(ana, "figures", subject=subject, statistic=statistic).endswith(".")


NUMBERS = st.floats(40, 200).map(lambda value: round(value, 1))
LOG = st.dictionaries(st.integers(0, 40), NUMBERS, max_size=20)


@settings(max_examples=30)
@given(LOG, st.integers(1, 45), st.sampled_from(["mean", "min", "max", "first", "last", "count", "change"]))
def test_a_figure_of_a_metric_is_what_plain_sums_say(log: dict[int, float], span: int, statistic: str) -> None:
    with person() as ana:
        measured(ana, "weight_kg", [(TODAY - back * DAY, value) for back, value in log.items()])
        data = ask(ana, "figures", subject="weight", statistic=statistic, period=f"last {span} days").data
        within = [log[back] for back in sorted(log, reverse=True) if back < span]
        assert data["days_logged"] == data["entries"] == len(within)
        assert data["days_in_period"] == span
        _same(data, _expected(within, statistic))


@settings(max_examples=20)
@given(LOG, st.sets(st.integers(0, 40)), st.sampled_from(["mean", "min", "max", "sum", "count"]))
def test_a_figure_of_the_diary_is_what_plain_sums_say(log: dict[int, float], half: set[int], statistic: str) -> None:
    with person() as ana:
        for back, grams in log.items():
            ate(ana, TODAY - back * DAY, fat_g=grams)
        for back in half & log.keys():
            marked(ana, TODAY - back * DAY, complete=False)
        data = ask(ana, "figures", subject="fat", statistic=statistic, period="last 30 days").data
        whole = statistic in ("mean", "min")
        within = [
            log[back] for back in sorted(log, reverse=True) if back < 30 and not (whole and (back in half or back == 0))
        ]
        _same(data, _expected(within, statistic), tolerance=0.5)


def _expected(values: list[float], statistic: str) -> float | None:
    if statistic in ("count", "sum"):
        return len(values) if statistic == "count" else sum(values)
    if not values or (statistic == "change" and len(values) == 1):
        return None
    plain: dict[str, float] = {
        "mean": sum(values) / len(values), "min": min(values), "max": max(values),
        "first": values[0], "last": values[-1], "change": values[-1] - values[0],
    }  # fmt: skip
    return plain[statistic]


def _same(data: Json, expected: float | None, tolerance: float = 0.051) -> None:
    number: Any = data.get("number")
    if expected is None:
        assert data["value"] is None
    else:
        assert isclose(number, expected, abs_tol=tolerance)


@settings(max_examples=20)
@given(st.dictionaries(st.integers(0, 60), st.integers(1, 5), max_size=12), st.sampled_from(["week", "month"]))
def test_groups_add_up_to_the_whole(log: dict[int, int], by: str) -> None:
    with person() as ana:
        for back, sets in log.items():
            trained(ana, TODAY - back * DAY, {"plank": [{"duration_s": 60}] * sets})
        data = ask(ana, "figures", subject="sets", statistic="sum", period="last 61 days", by=by).data
        assert data["number"] == sum(log.values())
        assert sum(group["number"] for group in data.get("groups", [])) == sum(log.values())
