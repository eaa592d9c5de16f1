"""Messages that lean on what was said before: choices, missing pieces, corrections, follow-ups."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.coach.builtin import answers
from fitzen.coach.builtin.dialogue import understand_turns
from fitzen.coach.builtin.intents import understand
from fitzen.coach.builtin.making import MAKERS
from fitzen.coach.builtin.meant import Ask, Call, Meant
from fitzen.coach.builtin.replies import ASKED, OFFERS, OUT_OF_SCOPE, REPLIES, UNKNOWN, Question, offered, question
from fitzen.coach.grounding.figures import figures
from fitzen.infra.llm.base import Turn


def _talk(*lines: str) -> Meant:
    """Return what the last line means; the person and the coach take turns."""
    said = [Turn("user" if index % 2 == 0 else "coach", line) for index, line in enumerate(lines)]
    return understand_turns(said)


def _reply(text: str) -> str:
    """Say what the coach asks when this is all that was said."""
    meant = understand(text)
    assert isinstance(meant, Ask)
    return "".join(answers.reply(meant))


def _call(meant: Meant) -> tuple[str, dict[str, Any]]:
    assert not isinstance(meant, Ask), meant
    assert len(meant) == 1, meant
    return meant[0].tool, meant[0].arguments


def test_each_offer_is_known_again() -> None:
    """Of any two or three that it may offer: in the question's words, in their order."""
    assert set(OFFERS) == set(MAKERS)
    for size in (2, 3):
        for chosen in combinations(OFFERS, size):
            asked = "".join(answers.reply(Ask("offer", "it", chosen)))
            assert [intent for intent, _ in offered(asked)] == list(chosen)


def test_each_question_is_known_again() -> None:
    for name in ASKED:
        asked = question(REPLIES[name].format(about="leg day"))
        assert asked is not None
        assert asked.name == name
        assert asked.about in ("", "leg day")


def test_no_reply_names_a_figure_that_nothing_vouches_for() -> None:
    """What is released to the person is checked for figures: only examples of what could be said have some."""
    asked = [Ask(name, "squats") for name in REPLIES] + [Ask("offer", "it", tuple(OFFERS))]
    texts = ["".join(answers.reply(each)) for each in asked]
    assert {text: [*figures(text)] for text in texts if [*figures(text)]} == {}


def test_a_question_is_known_again_without_its_example() -> None:
    assert question("What does your weight read? ") == Question("measure_what", "weight")
    assert (
        _call(_talk("weight", _reply("weight"), "the second", "What does your weight read?", "81.2"))[1]["value"]
        == 81.2
    )


@pytest.mark.parametrize(
    ("before", "reply", "tool"),
    [
        ("banana", "the second", "lookup_food"),
        ("banana", "log it as a meal", "log_meal"),
        ("banana", "find a recipe", "suggest_recipes"),
        ("weight", "1", "progress"),
        ("creatine", "explain", "search_knowledge"),
        ("meditation", "tick it off", "check_in_habit"),
    ],
)
def test_an_offer_is_taken_by_words_or_number(before: str, reply: str, tool: str) -> None:
    assert _call(_talk(before, _reply(before), reply))[0] == tool


@pytest.mark.parametrize(("reply", "tool"), [("2", "next_session"), ("sum up today", "day_summary")])
def test_what_is_offered_instead_is_not_about_what_was_said(reply: str, tool: str) -> None:
    assert _call(_talk("who won the election?", OUT_OF_SCOPE, reply))[0] == tool


@pytest.mark.parametrize(
    ("before", "reply", "call"),
    [
        ("log my weight", "82.4", ("log_measurement", {"metric": "weight_kg", "value": 82.4})),
        ("remind me to stretch", "7pm every day", ("set_reminder", {"kind": "custom", "title": "stretch", "at": "19:00"})),
        ("I'm 34", "3 may 1992", ("update_profile", {"birth_date": "1992-05-03"})),
        ("swap dinner", "tuesday", ("swap_meal", {"day": "tuesday", "slot": "dinner"})),
        ("lose 5 kg by march", "75 kg", ("set_goal", {"kind": "weight", "target_value": 75, "unit": "kg", "due_on": "march"})),
    ],
)  # fmt: skip
def test_what_was_missing_completes_the_wish(before: str, reply: str, call: tuple[str, dict[str, Any]]) -> None:
    assert _call(_talk(before, _reply(before), reply)) == call


def test_a_plan_that_is_offered_is_made_at_a_yes() -> None:
    asked = "That did not work: You train by no plan yet. Shall I make you one?"
    assert _talk("swap bench for dumbbells", asked, "yes please") == [Call("make_training_plan", {})]


def test_another_question_is_no_reply() -> None:
    asked = _reply("remind me to stretch")
    assert _call(_talk("remind me to stretch", asked, "what should I lift today?"))[0] == "next_session"


SHALL = "Here is what I would log. Shall I?"


@pytest.mark.parametrize(
    ("before", "correction", "call"),
    [
        ("weight 84.2", "no, 82.4", ("log_measurement", {"metric": "weight_kg", "value": 82.4})),
        ("had 200 g yogurt", "I meant greek yogurt", ("log_meal", {"text": "200 g greek yogurt"})),
        ("had 2 eggs for breakfast", "make it 3 eggs", ("log_meal", {"text": "3 eggs", "slot": "breakfast"})),
        ("had 2 eggs for breakfast", "for lunch", ("log_meal", {"text": "2 eggs", "slot": "lunch"})),
        ("had chicken and rice", "not chicken, turkey", ("log_meal", {"text": "turkey and rice"})),
        ("drank 300 ml water", "no 500 ml", ("log_water", {"amount": 500, "unit": "ml"})),
        ("drank 300 ml water", "yesterday", ("log_water", {"amount": 300, "unit": "ml", "day": "yesterday"})),
        ("remind me to stretch at 7", "make it 8pm", ("set_reminder", {"kind": "custom", "title": "stretch", "at": "20:00"})),
    ],
)  # fmt: skip
def test_a_draft_is_corrected(before: str, correction: str, call: tuple[str, dict[str, Any]]) -> None:
    assert _call(_talk(before, SHALL, correction)) == call


def test_the_load_of_a_drafted_workout_is_corrected() -> None:
    _, arguments = _call(_talk("bench 3x8 60kg", SHALL, "sorry, 65 kg"))
    assert arguments["exercises"][0]["sets"] == [
        {"count": 3, "kind": "normal", "reps": 8, "weight": 65.0, "unit": "kg"}
    ]


def test_a_new_wish_is_no_correction() -> None:
    assert _call(_talk("weight 84.2", SHALL, "slept 7 hours"))[1]["metric"] == "sleep_h"


@pytest.mark.parametrize(
    ("before", "follow", "call"),
    [
        ("how much protein did I eat last week?", "and last month?", ("figures", {"subject": "protein", "statistic": "sum", "period": "last month"})),
        ("how much protein did I eat last week?", "what about fibre?", ("figures", {"subject": "fibre", "statistic": "sum", "period": "last week"})),
        ("average steps last week", "and the highest?", ("figures", {"subject": "steps", "statistic": "max", "period": "last week"})),
        ("what did i eat yesterday?", "and today?", ("day_summary", {"day": "today"})),
        ("how many calories in a banana", "and an apple?", ("lookup_food", {"query": "apple"})),
        ("why did my weight go up", "and my resting heart rate?", ("explain_change", {"subject": "resting heart rate"})),
        ("swap dinner on tuesday", "and on wednesday", ("swap_meal", {"day": "wednesday", "slot": "dinner"})),
        ("how is my meditation streak", "and reading?", ("habits_analysis", {"habit": "reading"})),
    ],
)  # fmt: skip
def test_a_follow_up_keeps_what_was_asked(before: str, follow: str, call: tuple[str, dict[str, Any]]) -> None:
    assert _call(_talk(before, "Here it is.", follow)) == call


def test_follow_ups_build_on_each_other() -> None:
    lines = ("how much protein did I eat last week?", "812 g.", "and last month?", "3,100 g.", "and fibre?")
    assert _call(_talk(*lines))[1] == {"subject": "fibre", "statistic": "sum", "period": "last month"}


@pytest.mark.parametrize(("said", "name"), [("yes", "yes"), ("no", "no"), ("never mind", "no"), ("thanks!", "thanks")])
def test_yes_and_no_to_a_draft_write_nothing(said: str, name: str) -> None:
    assert _talk("weight 84.2", SHALL, said) == Ask(name)


@given(st.text(max_size=60), st.sampled_from([UNKNOWN, SHALL, *(REPLIES[name] for name in sorted(ASKED))]))
def test_no_reply_breaks_it(text: str, asked: str) -> None:
    meant = _talk("had 2 eggs for breakfast", asked, text)
    assert isinstance(meant, Ask) or all(isinstance(call, Call) for call in meant)
