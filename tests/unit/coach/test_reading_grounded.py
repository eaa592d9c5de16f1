"""Every figure that is said of a reading stands in its data, whatever the log holds, in either system of units."""

from datetime import timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.coached import TODAY, ask, ate, drank, keeps, measured, person, trained

from fitzen.coach.builtin.answers import answer
from fitzen.coach.grounding.evidence import Evidence
from fitzen.coach.toolbox import ToolContext
from fitzen.infra.llm.base import ToolCall

DAY = timedelta(days=1)
SUBJECTS = (
    "weight",
    "sleep",
    "steps",
    "protein",
    "calories",
    "water",
    "workouts",
    "training time",
    "squat",
    "plank",
    "stretch",
    "waist",
)
STATISTICS = ("mean", "sum", "min", "max", "count", "first", "last", "change", "share")
CALLS: list[tuple[str, dict[str, Any]]] = [
    *(("figures", {"subject": subject, "statistic": statistic, "period": "last 40 days"}) for subject in SUBJECTS for statistic in STATISTICS),
    *(("figures", {"subject": subject, "statistic": "mean", "by": "weekday"}) for subject in SUBJECTS),
    *(("figures", {"subject": subject, "statistic": "sum", "by": "month", "period": "ever"}) for subject in SUBJECTS),
    ("figures", {"subject": "steps", "statistic": "share", "at_least": 8000}),
    ("figures", {"subject": "protein", "statistic": "mean", "weekdays": ["saturday", "sunday"]}),
    ("figures", {"subject": "sleep", "statistic": "correlation", "against": "steps", "period": "ever"}),
    ("figures", {"subject": "workouts", "statistic": "mean", "per": "month"}),
    *(("progress", {"subject": subject}) for subject in (*SUBJECTS, "my goals", "training")),
    *(("compare_periods", {"subject": subject, "period": "last 20 days"}) for subject in SUBJECTS),
    *(("explain_change", {"subject": subject}) for subject in SUBJECTS),
    ("habits_analysis", {}),
    ("day_summary", {}),
    ("day_summary", {"day": "yesterday"}),
]  # fmt: skip


def live(context: ToolContext, seed: int, days: int) -> None:
    """Log days of which each has something or not, by chance."""
    random = Random(seed)
    done = [TODAY - number * DAY for number in range(days, -1, -1)]
    for metric, usual, spread in (
        ("weight_kg", 80.0, 0.6),
        ("sleep_h", 7.0, 1.0),
        ("steps", 9000.0, 2000.0),
        ("waist_cm", 85.0, 0.5),
    ):
        measured(
            context, metric, [(day, round(random.gauss(usual, spread), 1)) for day in done if random.random() < 0.6]
        )
    for day in done:
        if random.random() < 0.5:
            ate(context, day, energy_kcal=round(random.gauss(2500, 400), 1), protein_g=round(random.gauss(120, 30), 1))
        if random.random() < 0.4:
            drank(context, day, float(random.randrange(100, 900)))
        if random.random() < 0.3:
            sets = [{"reps": random.randint(1, 8), "weight_kg": random.randrange(20, 60) * 2.5} for _ in range(3)]
            trained(
                context,
                day,
                {"barbell-back-squat": sets, "plank": [{"duration_s": random.randint(20, 200)}]},
                minutes=random.randint(20, 90),
            )
    keeps(context, "Stretch", done[0], [day for day in done if random.random() < 0.5])


@settings(max_examples=4)
@given(st.integers(0, 10**6), st.integers(0, 45), st.sampled_from(["metric", "imperial"]))
def test_every_figure_that_is_said_is_in_the_data(seed: int, days: int, units: str) -> None:
    with person(units, birth_date="1990-01-01", sex="female", height_cm=170) as ana:
        live(ana, seed, days)
        for tool, arguments in CALLS:
            _grounded(ana, tool, arguments)


def _grounded(context: ToolContext, tool: str, arguments: dict[str, Any]) -> None:
    found = ask(context, tool, **arguments)
    evidence = Evidence()
    evidence.add_data(found.data, tool)
    for sentence in answer(found.for_model(ToolCall("1", tool, arguments))):
        assert not evidence.untraced(sentence), (tool, arguments, sentence, found.data)
    assert not found.failed or "value" not in found.data
    assert len(found.sources) <= 6
    for source in found.sources:
        assert source["label"]
        assert ":" in source["ref"]


def test_an_empty_log_has_answers_without_figures_of_their_own() -> None:
    with person() as ana:
        for tool, arguments in CALLS:
            _grounded(ana, tool, arguments)
