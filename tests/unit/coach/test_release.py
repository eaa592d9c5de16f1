"""Text goes out sentence by sentence once each figure of it is traced; what cannot be is said anew once, or left out."""

from collections.abc import Generator, Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.coach.agent import AgentEvent, Finished, Said, Used, Using
from fitzen.coach.grounding.evidence import Evidence
from fitzen.coach.grounding.release import NOTHING_CERTAIN, Tally, released
from fitzen.coach.grounding.sentences import Sentences
from fitzen.coach.toolbox import Result, Toolbox, ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.infra.llm.base import ToolCall, Usage
from fitzen.infra.storage.sql import SqlStore

CALL = ToolCall("1", "day_summary", {})
EATEN = Used(CALL, Result({"eaten": {"energy_kcal": 1840}}))
END = Finished(Usage())


def ok(_: str) -> None:
    return None


def nothing(_: str, __: Sequence[str]) -> str:
    return ""


def said(*events: AgentEvent, repair: object = nothing, review: object = ok, tally: Tally | None = None) -> list[str]:
    def given_() -> Generator[AgentEvent]:
        yield from events

    evidence = Evidence()
    evidence.add_text("I weigh 80 kg", "said")
    found = released(given_(), evidence, review, repair, tally or Tally())  # type: ignore[arg-type]
    return [event.text for event in found if isinstance(event, Said)]


def test_a_sentence_goes_out_as_soon_as_it_is_whole() -> None:
    pieces = [Said(piece) for piece in ("You ", "are at 80", " kg. An", "d that is fine.", " Really")]
    assert said(*pieces, END) == ["You are at 80 kg. ", "And that is fine. ", "Really"]


def test_a_figure_that_comes_from_nowhere_is_not_said() -> None:
    tally = Tally()
    assert said(Said("You ate 1,840 kcal. Go on."), EATEN, END, tally=tally) == ["Go on. "]
    assert said(Using(CALL), EATEN, Said("You ate 1,840 kcal. You burnt 2,500 kcal."), END, tally=tally) == [
        "You ate 1,840 kcal. "
    ]
    assert (tally.sentences, tally.figures, tally.dropped) == (2, 1, 2)
    assert list(tally.origins) == ["day_summary"]


def test_it_is_said_anew_once() -> None:
    asked: list[tuple[str, Sequence[str]]] = []

    def repair(sentence: str, wrong: Sequence[str]) -> str:
        asked.append((sentence, wrong))
        return "You burnt a good deal."

    tally = Tally()
    assert said(Said("You burnt 2,500 kcal. Good."), END, repair=repair, tally=tally) == [
        "You burnt a good deal. ",
        "Good.",
    ]
    assert asked == [("You burnt 2,500 kcal.", ["2,500 kcal"])]
    assert (tally.repaired, tally.dropped) == (1, 0)


def test_what_is_no_better_anew_is_left_out() -> None:
    assert said(Said("You burnt 2,500 kcal. Good."), END, repair=lambda *_: "It was 2,600 kcal.") == ["Good."]


def test_where_nothing_is_left_that_is_said() -> None:
    assert said(Said("You burnt 2,500 kcal."), END) == [NOTHING_CERTAIN]


def test_what_the_review_refuses_is_not_said() -> None:
    refused = said(Said("Starve. Sleep."), END, review=lambda sentence: "no food" if "Starve" in sentence else None)
    assert refused == ["Sleep."]


def test_closing_it_closes_the_model() -> None:
    closed: list[bool] = []

    def events() -> Generator[AgentEvent]:
        try:
            yield Said("Yes. ")
            yield Said("No. ")
        finally:
            closed.append(True)

    going = released(events(), Evidence(), ok, nothing, Tally())
    next(going)
    going.close()
    assert closed == [True]


@given(st.text(alphabet='ab1.!? \n"”)', max_size=80), st.lists(st.integers(1, 7), min_size=1))
def test_sentences_lose_nothing_however_the_text_comes(text: str, sizes: list[int]) -> None:
    sentences, out, at = Sentences(), "", 0
    for size in sizes * (len(text) + 1):
        out += "".join(sentences.feed(text[at : at + size]))
        at += size
    assert out + "".join(sentences.rest()) == text


@pytest.mark.parametrize("text", ["It is 81.4 kg", "e.g. oats", "1. One thing", "approx. two", "at 6 a.m. sharp"])
def test_a_full_stop_is_not_always_an_end(text: str) -> None:
    sentences = Sentences()
    assert list(sentences.feed(text)) == []


@pytest.mark.parametrize(
    ("expression", "result"),
    [("82.4 - 81.1", "1.3 kg"), ("(82.4-81.1)/82.4*100", "1.58 kg"), ("-82.4 + 7 * 81.1", "485.3 kg"), ("2 * 1840", "3680 kg")],
)  # fmt: skip
def test_a_figure_is_worked_out_of_known_ones(expression: str, result: str) -> None:
    assert worked_out(expression).data["result"] == result


@pytest.mark.parametrize(
    "expression",
    ["82.4 - 80", "1/0", "82.4 / (7 - 7)", "__import__('os')", "82.4 ** 9", "a", "", "82.4 +", "True + 1", "1e999 * 2", "'a' * 9", "(" * 90],
)  # fmt: skip
def test_anything_else_is_told_to_the_model(expression: str) -> None:
    assert worked_out(expression).failed


def worked_out(expression: str) -> Result:
    store = SqlStore("sqlite://")
    context = ToolContext(store, "ana", datetime(2026, 11, 26, tzinfo=UTC))
    context.evidence.add_data({"weight": "82.4 kg", "before": "81.1 kg", "energy_kcal": 1840}, "progress")
    arguments = {"expression": expression, "of": "the difference", "unit": "kg"}
    found = Toolbox(context, TOOLS).run(ToolCall("1", "calculate", arguments))
    store.close()
    return found
