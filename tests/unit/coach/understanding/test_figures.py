"""Questions about figures: which figure, of what, over which days, and how several in one question come apart."""

import pytest

from fitzen.coach.builtin.intents import understand
from fitzen.coach.builtin.meant import Ask
from fitzen.records import Json


def figures(text: str) -> list[Json]:
    meant = understand(text)
    assert not isinstance(meant, Ask), meant
    assert {call.tool for call in meant} == {"figures"}
    return [call.arguments for call in meant]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("average weight between 10 and 24 june", {"statistic": "mean", "period": "between 10 and 24 june"}),
        ("my shortest night this month", {"subject": "sleep", "statistic": "min", "period": "this month"}),
        ("when was I lightest in may?", {"subject": "weight", "statistic": "min", "period": "may"}),
        ("how many times did I deadlift in october", {"subject": "deadlift", "statistic": "count"}),
        ("how long was my longest workout in may", {"subject": "training time", "statistic": "max"}),
        ("how much protein do I eat on saturdays in may", {"statistic": "mean", "weekdays": ["saturday"]}),
        ("how many chest sets did I do in october", {"subject": "chest sets", "statistic": "sum"}),
        ("best week for steps this year", {"subject": "steps", "statistic": "max", "by": "week"}),
        ("grams of protein per kg of body weight in may", {"subject": "protein", "per": "kg"}),
        ("most days in a row with over 10k steps this year", {"statistic": "streak", "at_least": 10_000, "strict": True}),
        ("how many days did I drink 2 litres or more in may", {"statistic": "count", "at_least": 2, "unit": "litres"}),
        ("what did I weigh at the start of october", {"statistic": "first", "period": "october"}),
        ("best resting heart rate in october", {"statistic": "min"}),
        ("how many workouts have I logged in total", {"statistic": "count", "period": "ever"}),
    ],
)  # fmt: skip
def test_a_question_is_read_for_its_figure_its_subject_and_its_days(text: str, wanted: Json) -> None:
    (found,) = figures(text)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("my highest and lowest weight in may", [("weight", "max", "may"), ("weight", "min", "may")]),
        ("protein and fibre a day in may", [("protein", "mean", "may"), ("fibre", "mean", "may")]),
        ("average steps in may and in june", [("steps", "mean", "may"), ("steps", "mean", "june")]),
        ("how many workouts and how many sets in may", [("workouts", "count", "may"), ("sets", "sum", "may")]),
    ],
)
def test_what_one_part_of_a_question_leaves_out_the_others_say(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(each["subject"], each["statistic"], each["period"]) for each in figures(text)] == wanted


@pytest.mark.parametrize(
    "text", ["average steps between 1 and 3 may", "how much did I sleep on saturdays and sundays in may"]
)
def test_the_and_of_a_span_joins_no_two_figures(text: str) -> None:
    assert len(figures(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "compare my average sleep in october with may",
        "sum up the last 6 weeks in the gym",
        "bench press 3x8 at 60 kg on monday",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    meant = understand(text)
    assert isinstance(meant, Ask) or {call.tool for call in meant} != {"figures"}
