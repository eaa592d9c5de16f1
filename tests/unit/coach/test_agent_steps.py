"""The loop over the real wire and the chain: what is cut, repeated, broken or spent, and that no tool runs twice."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.fixtures.api import settings_for
from tests.fixtures.bedrock import serving
from tests.fixtures.model_scripts import Call, Cut, Refuse, Say, Step, calls, says
from tests.fixtures.models import USAGE, Script
from tests.fixtures.models import calls as scripted_calls
from tests.fixtures.models import says as scripted_says

from fitzen import wiring
from fitzen.coach import agent
from fitzen.coach.agent import Finished, Said, Used
from fitzen.coach.toolbox import Draft, Result, Tool, Toolbox, ToolContext
from fitzen.infra.llm.base import Budget, Done, Echo, Event, Notice, Text, ToolCall, Turn
from fitzen.infra.llm.resilient import GO_ON
from fitzen.infra.storage.sql import SqlStore
from fitzen.records import new_id
from fitzen.users.service import new_user
from fitzen.web.fields import Model

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASKED = [Turn("system", "Be kind."), Turn("user", "How is my squat going?")]


class Words(Model):
    words: str


class Counted:
    """A tool that counts how often it ran, and drafts something each time."""

    def __init__(self) -> None:
        self.ran: list[str] = []

    def __call__(self, _: ToolContext, args: Words) -> Result:
        self.ran.append(args.words)
        draft = Draft(new_id(), "echo", f"Say {args.words}", {})
        return Result({"heard": args.words}, cards=[{"type": "x", "data": {}}], action=draft)


@pytest.fixture
def ran() -> Counted:
    return Counted()


@pytest.fixture
def toolbox(ran: Counted) -> Iterator[Toolbox]:
    store = SqlStore("sqlite://")
    store.migrate()
    user_id = new_id()
    store.write([new_user(user_id, NOW, email="ana@example.com")])
    yield Toolbox(ToolContext(store, user_id, NOW), {"echo": Tool("echo", "It echoes.", "Echoing", Words, ran)})
    store.close()


def words(events: list[agent.AgentEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, Said))


def echo(id_: str, said: str) -> Call:
    return Call(id_, "echo", [f'{{"words": "{said}"}}'])


def test_tools_run_in_parallel_and_in_sequence_over_the_wire(toolbox: Toolbox, ran: Counted, tmp_path: Path) -> None:
    scripts: list[list[Step]] = [
        [Say("Let me look. "), *calls(echo("a", "one"), echo("b", "two"))],
        calls(echo("c", "three")),
        says("There."),
    ]
    with serving(*scripts) as server:
        llm = wiring._llm(settings_for(tmp_path, llm_url=f"bedrock:///?endpoint={server.url}"))
        events = list(agent.run(llm, toolbox, ASKED, Budget()))
    assert server.faults == []
    assert sorted(ran.ran[:2]) == ["one", "two"]
    assert ran.ran[2:] == ["three"]
    assert words(events) == "Let me look. There."
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert (finished.usage.input_tokens, finished.usage.output_tokens) == (300, 60)
    assert finished.usage.cost_usd > 0


def test_a_stream_cut_after_a_call_runs_no_tool_and_the_step_is_done_again(
    toolbox: Toolbox, ran: Counted, tmp_path: Path
) -> None:
    cut: list[Step] = [Say("Let me look. I thi"), echo("a", "one"), Cut()]
    refused: list[Step] = [Refuse(400, "ValidationException")]
    with serving(cut, refused) as first, serving(calls(echo("z", "one")), says("It went well.")) as second:
        url = f"bedrock:///?endpoint={first.url},bedrock:///?endpoint={second.url}"
        llm = wiring._llm(settings_for(tmp_path, llm_url=url))
        events = list(agent.run(llm, toolbox, ASKED, Budget()))
    assert second.faults == []
    assert ran.ran == ["one"]
    assert words(events) == f"Let me look. \n\n{wiring.ANOTHER_MODEL}It went well."
    assert second.asked[0]["messages"][-1]["content"] == [{"text": GO_ON}]


def test_a_broken_call_goes_back_to_the_model(toolbox: Toolbox, ran: Counted, tmp_path: Path) -> None:
    with serving(calls(Call("a", "echo", ['{"words": "o']), echo("b", "two")), says("Sorry.")) as server:
        llm = wiring._llm(settings_for(tmp_path, llm_url=f"bedrock:///?endpoint={server.url}"))
        events = list(agent.run(llm, toolbox, ASKED, Budget()))
    failed = [event.result.failed for event in events if isinstance(event, Used)]
    assert (failed, ran.ran) == ([True, False], ["two"])
    assert server.faults == []
    broken, right = server.asked[1]["messages"][-1]["content"]
    assert "not valid JSON" in str(broken["toolResult"])
    assert (broken["toolResult"]["status"], right["toolResult"]["status"]) == ("error", "success")


def test_the_same_call_runs_once_and_proposes_once(toolbox: Toolbox, ran: Counted) -> None:
    model = Script(
        scripted_calls(ToolCall("1", "echo", {"words": "x"}), ToolCall("2", "echo", {"words": "x"})),
        scripted_calls(ToolCall("3", "echo", {"words": "x"})),
        scripted_says("Done."),
    )
    results = [event.result for event in agent.run(model, toolbox, ASKED, Budget()) if isinstance(event, Used)]
    assert ran.ran == ["x"]
    assert [result.data for result in results] == [{"heard": "x"}] * 3
    assert [(result.action is not None, len(result.cards)) for result in results] == [(True, 1), (False, 0), (False, 0)]
    assert [result.id for result in model.asked[1].messages[-1].results] == ["1", "2"]


def test_an_answer_that_was_stopped_by_its_limit_says_so(toolbox: Toolbox) -> None:
    model = Script([Text("It goes on and"), Done("max_tokens", USAGE)])
    assert words(list(agent.run(model, toolbox, ASKED, Budget()))) == f"It goes on and{agent.CUT_SHORT}"


@pytest.mark.parametrize("said", [[], [Text(" \n")]])
def test_a_model_that_says_nothing_is_not_silence(toolbox: Toolbox, said: list[Text]) -> None:
    events = list(agent.run(Script([*said, Done("end", USAGE)]), toolbox, ASKED, Budget()))
    assert events[-2:] == [Said(agent.NOTHING), Finished(USAGE, whole=False)]


def test_a_notice_is_said_once_and_told_to_no_model(toolbox: Toolbox) -> None:
    call = ToolCall("1", "echo", {"words": "x"})
    model = Script(
        [Notice("Another model. "), *scripted_calls(call)], [Notice("Another model. "), *scripted_says("Well.")]
    )
    assert words(list(agent.run(model, toolbox, ASKED, Budget()))) == "Another model. Well."
    assert model.asked[1].messages[-2].text == ""


def test_a_plan_is_explained_by_the_large_model(toolbox: Toolbox) -> None:
    steps = [ToolCall("1", "echo", {"words": "x"}), ToolCall("2", "make_training_plan", {})]
    model = Script(*(scripted_calls(step) for step in steps), scripted_says("There."))
    list(agent.run(model, toolbox, ASKED, Budget(size="small")))
    assert [asked.budget.size for asked in model.asked] == ["small", "small", "large"]


def test_when_bedrock_is_down_the_built_in_coach_answers_with_a_notice(toolbox: Toolbox, tmp_path: Path) -> None:
    with serving([Refuse(403, "AccessDeniedException")]) as server:
        llm = wiring._llm(settings_for(tmp_path, llm_url=f"bedrock:///?endpoint={server.url}"))
        events = list(agent.run(llm, toolbox, [Turn("user", "help")], Budget()))
    assert words(events).startswith(wiring.BUILTIN)
    assert len(words(events)) > len(wiring.BUILTIN)


def test_thoughts_travel_with_their_turn(toolbox: Toolbox) -> None:
    echoed = Echo("m", [{"reasoningContent": {"reasoningText": {"text": "Hm.", "signature": "s"}}}])
    model = Script([ToolCall("1", "echo", {"words": "x"}), Done("tool_use", USAGE, echoed)], scripted_says("Well."))
    list(agent.run(model, toolbox, ASKED, Budget()))
    assert model.asked[1].messages[-2].echo is echoed


@pytest.mark.parametrize(
    ("script", "whole"),
    [
        ([Text("Well."), Done("end", USAGE)], True),
        ([Text("It goes on and"), Done("max_tokens", USAGE)], False),
        ([Notice("Another. "), Text("Well."), Done("end", USAGE)], False),
    ],
)
def test_it_is_told_whether_the_answer_is_whole(toolbox: Toolbox, script: list[Event | Exception], whole: bool) -> None:
    assert list(agent.run(Script(script), toolbox, ASKED, Budget()))[-1] == Finished(USAGE, whole)
