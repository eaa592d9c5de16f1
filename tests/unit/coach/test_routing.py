"""Which model answers: measured on labelled messages, and steady through a conversation."""

import json
from pathlib import Path

import pytest
from tests.fixtures.effort import MOST_TIMES, ORDINARY, effort

from fitzen.coach.routing import size_after, size_of
from fitzen.infra.llm.base import Budget, ToolCall

DATA = Path(__file__).parents[3] / "evals" / "data"


def labelled(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("name", "least"), [("model_size", 0.97), ("model_size_held_out", 0.94)])
def test_most_messages_go_to_the_model_that_they_need(name: str, least: float) -> None:
    rows = labelled(name)
    wrong = [row["text"] for row in rows if size_of(row["text"]) != row["size"]]
    assert {row["size"] for row in rows} == {"small", "large"}
    assert 1 - len(wrong) / len(rows) >= least, wrong


def test_what_needs_thought_hardly_ever_goes_to_the_small_one() -> None:
    """The other mistake only costs money."""
    large = [
        row["text"]
        for name in ("model_size", "model_size_held_out")
        for row in labelled(name)
        if row["size"] == "large"
    ]
    assert [text for text in large if size_of(text) == "small"] == []


@pytest.mark.parametrize(
    "text", ["my chest hurts", "Log: 5 km. My knee is swollen now", "I feel dizzy", "i hate myself"]
)
def test_health_is_always_for_the_large_one(text: str) -> None:
    assert size_of(text) == "large"


@pytest.mark.parametrize("text", ["yes", "the second one", "ok", "no", "go on"])
def test_a_few_words_are_of_the_size_of_what_they_go_on_from(text: str) -> None:
    assert size_of(text, ["make me a training plan"]) == "large"
    assert size_of(text, ["make me a training plan", "log 5x5 squats at 100 kg"]) == "small"
    assert size_of(text, ["make me a training plan", "yes"]) == "large"
    assert size_of(text) == "small"


def test_a_few_words_that_nobody_can_place_are_for_the_large_one() -> None:
    assert size_of("rate my diet") == size_of("the squat") == "large"


@pytest.mark.parametrize("text", ["", " ", "?", "x" * 4000, "log " * 1000, "ä" * 50, "\u2019" * 9])
def test_any_text_has_a_size_at_once(text: str) -> None:
    assert size_of(text, [text] * 5) in ("small", "large")
    ordinary = effort(lambda: size_of(ORDINARY, [ORDINARY] * 5))
    assert effort(lambda: size_of(text, [text] * 5)) < MOST_TIMES * ordinary


def test_a_step_keeps_its_size_unless_a_plan_is_made() -> None:
    small = Budget(size="small")
    assert size_after(small, [ToolCall("1", "log_meal", {})]) is small
    assert size_after(small, [ToolCall("1", "log_meal", {}), ToolCall("2", "make_meal_plan", {})]).size == "large"
    assert size_after(Budget(500, "large"), [ToolCall("1", "log_meal", {})]) == Budget(500, "large")
