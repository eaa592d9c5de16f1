"""What only OpenAI-compatible servers have: comments that keep silence alive, odd ends, and prices that are configured."""

import pytest
from tests.fixtures.model_scripts import Breathe, Call, Say, Stop, calls, says
from tests.unit.llm.providers import ECHO, TURNS, heard, openai_running

from fitzen.infra.llm import openai
from fitzen.infra.llm.base import Budget, Done, ModelError, Text, ToolCall, Usage
from fitzen.infra.llm.sse import data_of, lines_of


def test_comments_are_no_words() -> None:
    with (
        openai_running([Breathe(30, 0.02), *says("Yes.")], silence_s=0.2) as (llm, _),
        pytest.raises(ModelError) as failed,
    ):
        heard(llm)
    assert failed.value.again
    with openai_running([Breathe(3, 0.02), *says("Yes.")], silence_s=5) as (llm, _):
        assert heard(llm)[0] == Text("Yes.")


def test_cached_input_is_counted_once_and_costs_less() -> None:
    with openai_running(says("Yes.", input=1000, output=200, cache_read=5000)) as (llm, _):
        done = heard(llm)[-1]
        free = heard(llm, budget=Budget(size="small"))[-1]
    assert isinstance(done, Done)
    assert done.usage == Usage(1000, 200, 5000, round((1000 * 2 + 200 * 10 + 5000 * 0.2) / 1e6, 8))
    assert isinstance(free, Done)
    assert free.usage.cost_usd == 0


def test_what_a_server_does_not_tell_is_estimated() -> None:
    with openai_running([Say("Yes, " * 70), Stop(told=False)]) as (llm, _):
        done = heard(llm)[-1]
    assert isinstance(done, Done)
    assert done.usage.output_tokens == 100
    assert 20 < done.usage.input_tokens < 200


def test_a_server_that_says_stop_after_a_call_waits_for_its_result() -> None:
    with openai_running([*calls(Call("", "echo", ["{}"]))[:1], Stop("end_turn")]) as (llm, _):
        call, done = heard(llm)
    assert call == ToolCall("call-0", "echo", {}), "a call without an id gets one"
    assert isinstance(done, Done)
    assert done.stop == "tool_use"


def test_the_limit_has_the_name_that_the_server_knows() -> None:
    assert "max_tokens" in openai.request("m", TURNS, [ECHO], Budget())
    at_openai = openai.OpenAi("https://api.openai.com/v1", {})
    assert at_openai._limit() == "max_completion_tokens"


@pytest.mark.parametrize(
    ("lines", "events"),
    [
        (["data: a", ""], ["a"]),
        (["data:a", "data: b", "", "event: x", "id: 1", "data: c"], ["a\nb", "c"]),
        ([": hello", "", "data: a", ""], [None, "a"]),
        (["", "", "retry: 5", ""], []),
        (["data", ""], [""]),
    ],
)
def test_events_are_read_as_the_standard_says(lines: list[str], events: list[str | None]) -> None:
    assert list(data_of(lines)) == events


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        (["data: a\r", "\ndata: b\n", "\n"], ["data: a", "data: b", ""]),
        (["da", "ta: a\n\nrest"], ["data: a", "", "rest"]),
        (["data: \u2028\x85\n"], ["data: \u2028\x85"]),
    ],
)
def test_lines_are_put_together_from_what_arrives(pieces: list[str], lines: list[str]) -> None:
    assert list(lines_of(pieces)) == lines
