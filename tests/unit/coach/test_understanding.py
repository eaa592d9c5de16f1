"""What messages lead to: labelled lists, messages that want several things, and messages that lean on earlier ones."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fixtures.effort import MOST_TIMES, ORDINARY, effort

from fitzen.coach.builtin import answers
from fitzen.coach.builtin.dialogue import understand_turns
from fitzen.coach.builtin.intents import understand
from fitzen.coach.builtin.meant import Ask, Call, Meant
from fitzen.coach.builtin.replies import FIT_TEXT, LOG_WHAT, NOT_KNOWN_TEXT, SHALL_I, UNCLEAR_TEXT, UNKNOWN
from fitzen.exercises.search import resolve
from fitzen.infra.llm.base import Turn

FOLDER = Path(__file__).parent / "labelled"
LONG = 4000
ENOUGH, ENOUGH_HELD_OUT = 0.95, 0.9


def _labelled(name: str) -> list[tuple[str, str, str]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [_row(line) for line in lines if line and not line.startswith("#")]


def _row(line: str) -> tuple[str, str, str]:
    wanted, exercises, text = (part.strip() for part in line.split("|", 2))
    return wanted, exercises, text


def _outcome(meant: Meant) -> tuple[str, str]:
    """Return the tool or the reply, and the exercises as ids."""
    if isinstance(meant, Ask):
        return meant.name, _id(meant.about)
    tools = {call.tool for call in meant}
    assert len(tools) == 1, meant
    return tools.pop(), ",".join(_id(name) for call in meant for name in _names(call)) or "-"


def _names(call: Call) -> list[str]:
    arguments = call.arguments
    found = [arguments[key] for key in ("subject", "query") if key in arguments]
    return found or [each["name"] for each in arguments.get("exercises", [])]


def _id(name: str) -> str:
    exercise = resolve(name).exercise if name else None
    return exercise.id if exercise else "-"


def _wrong(rows: list[tuple[str, str, str]]) -> list[str]:
    found = [(row, _outcome(understand(row[2]))) for row in rows]
    return [
        f"{text!r}: {(wanted, exercises)} but got {got}"
        for (wanted, exercises, text), got in found
        if got[0] != wanted or exercises not in ("-", got[1])
    ]


@pytest.mark.parametrize(
    ("name", "least", "enough"), [("utterances.txt", 120, ENOUGH), ("held_out.txt", 60, ENOUGH_HELD_OUT)]
)
def test_accuracy(name: str, least: int, enough: float, record_property: Callable[[str, object], None]) -> None:
    rows = _labelled(name)
    wrong = _wrong(rows)
    accuracy = 1 - len(wrong) / len(rows)
    record_property("accuracy", f"{accuracy:.1%} of {len(rows)}")
    assert len(rows) >= least
    assert accuracy >= enough, "\n".join(wrong)


def test_what_is_told_and_what_is_asked_are_both_answered() -> None:
    meant = understand("Did legs today! Squat 5x5 100kg, leg press 3x12 180kg. What's next?")
    assert not isinstance(meant, Ask)
    assert [call.tool for call in meant] == ["log_workout", "next_session"]
    assert [each["name"] for each in meant[0].arguments["exercises"]] == ["squat", "leg press"]


def test_several_exercises_are_looked_up_at_once() -> None:
    assert understand("how are my bench press and my squat doing?") == [
        Call("progress", {"subject": "bench press"}),
        Call("progress", {"subject": "squat"}),
    ]


def test_weeks() -> None:
    weeks = {
        "what did I do in the last three weeks?": 3,
        "summary of the past 6 weeks": 6,
        "recap of my training this month": 4,
        "how was my week": 2,
        "overview of the last 500 weeks": 12,
    }
    assert {text: _weeks(text) for text in weeks} == weeks


def _weeks(text: str) -> object:
    meant = understand(text)
    assert not isinstance(meant, Ask)
    return meant[0].arguments["weeks"]


def _talk(*lines: str) -> Meant:
    """Return what the last line means; the person and the coach take turns."""
    roles = ["user" if index % 2 == 0 else "coach" for index in range(len(lines))]
    return understand_turns([Turn(role, line) for role, line in zip(roles, lines, strict=True)])  # type: ignore[arg-type]


PRESSES = UNCLEAR_TEXT.format(
    of="exercise", name="incline", choices="Incline Dumbbell Fly, Incline Dumbbell Curl or Incline Push-Up"
)
WHICH = "".join(answers.reply(Ask("which", "bench press")))
HOW_MANY = "".join(answers.reply(Ask("log_how", "bench")))


@pytest.mark.parametrize(
    ("reply", "chosen"),
    [
        ("the second", "Incline Dumbbell Curl"),
        ("curl", "Incline Dumbbell Curl"),
        ("1", "Incline Dumbbell Fly"),
        ("the last one", "Incline Push-Up"),
        ("push-up", "Incline Push-Up"),
        ("incline bench press", "incline bench press"),
    ],
)
def test_a_choice_takes_the_place_of_what_was_unclear(reply: str, chosen: str) -> None:
    meant = _talk("log incline 3x8 50 kg", PRESSES, reply)
    sets = [{"count": 3, "kind": "normal", "reps": 8, "weight": 50.0, "unit": "kg"}]
    assert meant == [Call("log_workout", {"exercises": [{"name": chosen, "sets": sets}]})]


def test_another_wish_instead_of_a_choice() -> None:
    assert _talk("log incline 3x8 50 kg", PRESSES, "what should I lift today?") == [Call("next_session", {})]


def test_sets_complete_what_was_asked_for() -> None:
    meant = _talk("log bench", HOW_MANY, "3x8 at 70 kg")
    assert _outcome(meant) == ("log_workout", "barbell-bench-press")


def test_a_name_completes_sets() -> None:
    meant = _talk("3x8 60kg", LOG_WHAT, "romanian deadlifts")
    assert _outcome(meant) == ("log_workout", "romanian-deadlift")


def test_a_draft_is_corrected() -> None:
    meant = _talk("log 4x5 bench 90kg", f"Here is what I would log. {SHALL_I}", "no, 4x5 at 95 kg")
    assert _outcome(meant) == ("log_workout", "barbell-bench-press")
    assert not isinstance(meant, Ask)
    assert meant[0].arguments["exercises"][0]["sets"][0]["weight"] == 95


@pytest.mark.parametrize(
    ("reply", "meant"),
    [
        ("how it's going", [Call("progress", {"subject": "bench press"})]),
        ("the first", [Call("progress", {"subject": "bench press"})]),
        ("how it's done", [Call("search_exercises", {"query": "bench press"})]),
        ("log it", Ask("log_how", "bench press")),
    ],
)
def test_a_topic_is_chosen(reply: str, meant: Meant) -> None:
    assert _talk("bench press", WHICH, reply) == meant


def test_the_choices_of_the_unsure_coach_work() -> None:
    assert _talk("blah", UNKNOWN, "propose today's session") == [Call("next_session", {})]
    assert _talk("blah", UNKNOWN, "the third") == [Call("next_session", {})]
    assert _talk("blah", UNKNOWN, "log a workout") == Ask("log_what")


@pytest.mark.parametrize(
    ("reply", "chosen"), [("the second", "Rope Pushdown"), ("dip", "Dip"), ("kickbacks", "Dumbbell Triceps Kickback")]
)
def test_one_of_those_that_fit_is_described(reply: str, chosen: str) -> None:
    fitting = FIT_TEXT.format(names="Dip, Rope Pushdown and Dumbbell Triceps Kickback")
    meant = _talk("exercises for triceps", fitting, reply)
    assert _outcome(meant) == ("search_exercises", _id(chosen))


@pytest.mark.parametrize(
    "asked",
    [PRESSES, FIT_TEXT.format(names="Dip and Rope Pushdown"), NOT_KNOWN_TEXT.format(of="an exercise", name="x")],
)
def test_thanks_are_no_choice(asked: str) -> None:
    assert _talk("log incline 3x8 50 kg", asked, "thanks!") == Ask("thanks")


def test_another_name_for_what_was_not_known() -> None:
    meant = _talk("log moonwalk 3x10", NOT_KNOWN_TEXT.format(of="an exercise", name="moonwalk"), "a step-up")
    assert _outcome(meant) == ("log_workout", "step-up")


def test_follow_ups_keep_the_question() -> None:
    history = ("how is my bench press going?", "It is 100 kg.")
    squat = [Call("progress", {"subject": "squat"})]
    assert _talk(*history, "and my squat?") == squat
    assert _talk(*history, "and my squat?", "It is 140 kg.", "is it going up?") == squat
    assert _talk("how do I do a face pull?", "Pull.", "what about an RDL?") == [
        Call("search_exercises", {"query": "rdl"})
    ]


@given(st.text(max_size=400))
def test_nothing_breaks_it(text: str) -> None:
    meant = _talk("how is my bench going?", WHICH, text)
    assert isinstance(meant, Ask) or all(isinstance(call, Call) for call in meant)


@pytest.mark.parametrize(
    "piece", ["1x", "5x5 ", "how is my ", "7:", "is are ", "100 ", "bench? ", "at 1, ", "the last ", "one hundred and "]
)
def test_the_longest_message_is_understood_in_time(piece: str) -> None:
    """No pattern backtracks its way into minutes: 4,000 characters of anything take about a second at worst."""
    text = (piece * LONG)[:LONG]
    assert effort(lambda: _talk("how is my bench going?", UNKNOWN, text), times=1) < MOST_TIMES * _ordinary_effort()


@cache
def _ordinary_effort() -> float:
    _talk("how is my bench going?", UNKNOWN, "hello")  # patterns are compiled, names are read
    return effort(lambda: _talk("how is my bench going?", UNKNOWN, ORDINARY[:LONG]))
