"""The loop: what a model says and asks for, what it gets back, and when it ends."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from threading import Barrier
from typing import Any

import pytest
from tests.fixtures.models import USAGE, Script, calls, says

from fitzen.coach import agent
from fitzen.coach.agent import Finished, Said, Used, Using
from fitzen.coach.toolbox import Result, Tool, Toolbox, ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.errors import NotFoundError, UnavailableError
from fitzen.infra.llm.base import Budget, ToolCall, Turn, Usage
from fitzen.infra.storage.sql import SqlStore
from fitzen.records import new_id
from fitzen.users.service import new_user
from fitzen.web.fields import Model

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASKED = [Turn("system", "Be kind."), Turn("user", "Hello?")]


class Words(Model):
    words: str


@pytest.fixture
def context() -> Iterator[ToolContext]:
    store = SqlStore("sqlite://")
    store.migrate()
    user_id = new_id()
    store.write([new_user(user_id, NOW, email="ana@example.com")])
    yield ToolContext(store, user_id, NOW)
    store.close()


def _tool(name: str, run: Any) -> Tool:
    return Tool(name, f"It {name}s.", f"{name}ing", Words, run)


def _echo(context: ToolContext, args: Words) -> Result:
    return Result({"heard": args.words, "user": context.user_id})


def _lose(_: ToolContext, args: Words) -> Result:
    raise NotFoundError(f"There is no {args.words}.")


@pytest.fixture
def toolbox(context: ToolContext) -> Toolbox:
    return Toolbox(context, {"echo": _tool("echo", _echo), "lose": _tool("lose", _lose)})


def _run(model: Script, toolbox: Toolbox) -> list[agent.AgentEvent]:
    return list(agent.run(model, toolbox, ASKED, Budget()))


def _results(model: Script) -> list[tuple[str, dict[str, Any], bool]]:
    """Return what the model was told of its tools, in its last call."""
    return [(result.id, result.content, result.failed) for result in model.asked[-1].messages[-1].results]


def test_words_come_as_they_are_said(toolbox: Toolbox) -> None:
    model = Script(says("Hello ", "Ana."))
    assert _run(model, toolbox) == [Said("Hello "), Said("Ana."), Finished(USAGE)]
    assert model.asked[0].messages == ASKED
    assert [tool.name for tool in model.asked[0].tools] == ["echo", "lose"]


def test_a_tool_runs_for_the_user_and_the_model_goes_on(toolbox: Toolbox, context: ToolContext) -> None:
    call = ToolCall("1", "echo", {"words": "deep"})
    model = Script(calls(call), says("It said deep."))
    using, used, said, finished = _run(model, toolbox)
    assert using == Using(call)
    assert isinstance(used, Used)
    assert used.result.data == {"heard": "deep", "user": context.user_id}
    assert said == Said("It said deep.")
    assert finished == Finished(Usage(20, 10, 4, 0.002))
    assert model.asked[1].messages[-2] == Turn("coach", "", calls=[call])
    assert _results(model) == [("1", used.result.data, False)]


def test_the_user_cannot_be_given_by_the_model(toolbox: Toolbox) -> None:
    model = Script(calls(ToolCall("1", "echo", {"words": "x", "user_id": "another"})), says("No."))
    _run(model, toolbox)
    ((_, content, failed),) = _results(model)
    assert failed
    assert content["fields"] == ["user_id: This field is not known."]


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (ToolCall("1", "fly", {}), "There is no tool fly."),
        (ToolCall("1", "echo", {}), "Please check words."),
        (ToolCall("1", "echo", {"words": 5}), "Please check words."),
        (ToolCall("1", "lose", {"words": "key"}), "There is no key."),
    ],
)
def test_what_goes_wrong_is_told_to_the_model(toolbox: Toolbox, call: ToolCall, error: str) -> None:
    model = Script(calls(call), says("Sorry."))
    assert Said("Sorry.") in _run(model, toolbox)
    ((_, content, failed),) = _results(model)
    assert (content["error"], failed) == (error, True)


def test_calls_of_one_turn_run_at_once_and_keep_their_order(context: ToolContext) -> None:
    together = Barrier(3)

    def meet(_: ToolContext, args: Words) -> Result:
        together.wait(10)
        return Result({"heard": args.words})

    toolbox = Toolbox(context, {"meet": _tool("meet", meet)})
    model = Script(calls(*(ToolCall(word, "meet", {"words": word}) for word in "abc")), says("Met."))
    _run(model, toolbox)
    assert [(id_, content["heard"]) for id_, content, _ in _results(model)] == [("a", "a"), ("b", "b"), ("c", "c")]


def test_tools_follow_one_another_for_six_rounds_at_most(toolbox: Toolbox) -> None:
    model = Script(*(calls(ToolCall(str(round_), "echo", {"words": "again"})) for round_ in range(9)))
    events = _run(model, toolbox)
    assert len(model.asked) == agent.MAX_STEPS == 6
    assert Said(agent.TOO_LONG) in events
    assert isinstance(events[-1], Finished)


def test_closing_stops_the_model(toolbox: Toolbox) -> None:
    model = Script(says("one", "two", "three"))
    with closing(agent.run(model, toolbox, ASKED, Budget())) as events:
        assert next(events) == Said("one")
    assert model.closed == 1


def test_a_model_that_cannot_be_reached_is_an_error(toolbox: Toolbox) -> None:
    with pytest.raises(UnavailableError):
        _run(Script([UnavailableError()]), toolbox)


def test_every_tool_describes_its_arguments(context: ToolContext) -> None:
    for spec in Toolbox(context, TOOLS).specs:
        assert spec.schema["type"] == "object"
        assert spec.schema["additionalProperties"] is False
        assert "user" not in str(spec.schema["properties"]).lower()
        assert spec.description
