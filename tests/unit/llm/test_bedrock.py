"""What only Bedrock has: cache points, thoughts that go back, settings of each model, credentials, and what it costs."""

import os
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

import pytest
from tests.fixtures.bedrock import faults
from tests.fixtures.model_scripts import Call, Fail, Refuse, Say, Stop, Think, calls, says
from tests.unit.llm.providers import ECHO, LARGE, SMALL, TURNS, bedrock_running, heard

from fitzen.infra.llm import converse
from fitzen.infra.llm.base import Budget, Done, ModelError, NotSetUpError, Text, ToolCall, ToolResult, Turn, Usage
from fitzen.infra.llm.bedrock import Bedrock
from fitzen.infra.llm.prices import bedrock_cost

POINT = {"cachePoint": {"type": "default"}}


def asked(turns: Sequence[Turn], model_id: str = LARGE) -> Any:
    return converse.request(model_id, turns, [ECHO], Budget())


def test_cache_points_follow_the_tools_and_each_system_turn() -> None:
    request = asked([Turn("system", "Be kind."), Turn("system", "Ana is 32."), Turn("user", "Hi")])
    assert request["toolConfig"]["tools"][-1] == POINT
    assert request["system"] == [{"text": "Be kind."}, POINT, {"text": "Ana is 32."}, POINT]
    assert request["messages"] == [{"role": "user", "content": [{"text": "Hi"}]}]


def test_a_long_history_is_cached_before_the_newest_message() -> None:
    long = Turn("user", "I did so much. " * 400)
    request = asked([Turn("system", "A"), Turn("system", "B"), long, Turn("coach", "Well done."), Turn("user", "And?")])
    assert request["messages"][0]["content"] == [{"text": long.text}, POINT]
    assert POINT not in request["messages"][-1]["content"]


def test_there_are_never_more_points_than_four() -> None:
    systems = [Turn("system", f"Part {number}") for number in range(6)]
    request = asked([*systems, Turn("user", "x" * 9000), Turn("coach", "Yes."), Turn("user", "Hi")])
    assert str(request).count("cachePoint") == 4
    assert faults(request) == []


def test_the_check_of_the_fake_refuses_what_aws_would() -> None:
    """The fake is only worth something if it says no."""
    right = asked(
        [
            *TURNS,
            Turn("coach", "", calls=[ToolCall("c", "echo", {})]),
            Turn("tool", results=[ToolResult("c", "echo", {})]),
        ]
    )
    assert faults(right) == []
    messages = right["messages"]
    wrongs: list[dict[str, Any]] = [
        {"messages": messages[:2]},
        {"messages": messages[1:]},
        {"messages": [*messages, {"role": "user", "content": [{"text": "And?"}]}]},
        {"messages": [{"role": "user", "content": [{"text": " "}]}]},
        {"messages": [{"role": "user", "content": []}]},
        {"messages": [{"role": "user", "content": [POINT]}]},
        {"messages": [{"role": "bot", "content": [{"text": "Hi"}]}]},
        {"inferenceConfig": {"maxTokens": 5, "temperature": 0.5}},
        {"inferenceConfig": {"maxTokens": "many"}},
        {"additionalModelRequestFields": {"thinking": {"type": "disabled"}}},
        {"toolConfig": {"tools": [*right["toolConfig"]["tools"], POINT]}},
        {"toolConfig": {"tools": right["toolConfig"]["tools"][:1] * 2}},
        {"toolConfig": right["toolConfig"] | {"toolChoice": {"any": {}}}},
        {"unknown": 1},
    ]  # fmt: skip
    assert [wrong for wrong in wrongs if not faults(right | wrong)] == []


@pytest.mark.parametrize(("model_id", "thinking"), [(LARGE, "between_tools"), (SMALL, "disabled")])
def test_a_model_is_told_not_to_think_first_in_its_own_words(model_id: str, thinking: str) -> None:
    request = asked(TURNS, model_id)
    assert request["additionalModelRequestFields"] == {"thinking": {"type": thinking}}
    assert faults(request) == []


def test_a_model_that_is_not_known_is_sent_nothing_special() -> None:
    assert asked(TURNS, "amazon.nova-lite-v1:0").keys() == {
        "modelId",
        "messages",
        "inferenceConfig",
        "system",
        "toolConfig",
    }


def test_thoughts_go_back_to_their_own_model_word_for_word() -> None:
    script = [Think("She asks for two.", "s1gned"), Say("Let me look. "), *calls(Call("c1", "echo", ['{"words":"x"}']))]
    with bedrock_running(script, says("There.")) as (llm, server):
        *_, call, done = heard(llm)
        assert isinstance(call, ToolCall)
        assert isinstance(done, Done)
        result = Turn("tool", results=[ToolResult("c1", "echo", {"heard": "x"})])
        turns = [*TURNS, Turn("coach", "Let me look. ", calls=[call], echo=done.echo), result]
        heard(llm, turns)
        heard(llm, turns, budget=Budget(size="small"))
    told = [{"text": "Let me look. "}, {"toolUse": {"toolUseId": "c1", "name": "echo", "input": {"words": "x"}}}]
    thought = {"reasoningContent": {"reasoningText": {"text": "She asks for two.", "signature": "s1gned"}}}
    assert server.faults == []
    assert server.asked[1]["messages"][1]["content"] == [thought, *told]
    assert server.asked[2]["messages"][1]["content"] == told, "to another model they mean nothing"


def test_thoughts_are_not_said() -> None:
    with bedrock_running([Think("Hm.", "s"), *says("Yes.")]) as (llm, _):
        assert [event for event in heard(llm) if isinstance(event, Text)] == [Text("Yes.")]


def test_usage_is_told_in_its_four_kinds_with_what_it_costs() -> None:
    with bedrock_running(says("Yes.", input=1000, output=200, cache_read=5000, cache_write=300)) as (llm, _):
        done = heard(llm)[-1]
    assert isinstance(done, Done)
    dollars = (1000 * 2 + 200 * 10 + 5000 * 0.1 + 300 * 2.5) / 1e6
    assert done.usage == Usage(1000, 200, 5000, round(dollars, 8), 300)


def test_prices_are_of_the_model_the_region_and_the_length() -> None:
    million = Usage(input_tokens=1_000_000)
    assert bedrock_cost("global.anthropic.claude-sonnet-5-5", million) == pytest.approx(2)
    assert bedrock_cost("eu.anthropic.claude-sonnet-5-5", million) == pytest.approx(2.2)
    assert bedrock_cost("global.anthropic.claude-haiku-5-5", million) == pytest.approx(0.5), "a long prompt"
    assert bedrock_cost("global.anthropic.claude-haiku-5-5", Usage(50_000)) == pytest.approx(0.005)
    assert bedrock_cost("global.somebody.unheard-of", million) == pytest.approx(3), "the dearest that is listed"


def test_an_end_without_usage_is_an_end() -> None:
    with bedrock_running([Say("Yes."), Stop(told=False)]) as (llm, _):
        assert heard(llm) == [Text("Yes."), Done("end", Usage())]


@pytest.mark.parametrize("reason", ["malformed_tool_use", "malformed_model_output"])
def test_an_answer_that_the_model_could_not_make_is_no_answer(reason: str) -> None:
    with bedrock_running([Say("Y"), Stop(reason)]) as (llm, _), pytest.raises(ModelError) as failed:
        heard(llm)
    assert failed.value.again


@pytest.mark.parametrize(
    "code", ["throttlingException", "serviceUnavailableException", "internalServerException", "validationException"]
)
def test_each_exception_within_a_stream_is_an_error(code: str) -> None:
    with bedrock_running([Say("Y"), Fail(code)]) as (llm, _), pytest.raises(ModelError) as failed:
        heard(llm)
    assert failed.value.again is (code != "validationException")
    assert code in failed.value.why


@pytest.mark.parametrize(
    ("status", "code", "again"),
    [
        (429, "ThrottlingException", True),
        (408, "ModelTimeoutException", True),
        (429, "ModelNotReadyException", True),
        (424, "ModelErrorException", False),
        (404, "ResourceNotFoundException", False),
        (400, "ValidationException", False),
    ],
)
def test_each_refusal_says_whether_it_may_pass(status: int, code: str, again: bool) -> None:
    with bedrock_running([Refuse(status, code)]) as (llm, server), pytest.raises(ModelError) as failed:
        heard(llm)
    assert (failed.value.again, server.begun) == (again, 1), "botocore repeats nothing by itself"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("AccessDeniedException", "access to that model in us-east-1"),
        ("UnrecognizedClientException", "AWS_ACCESS_KEY_ID"),
    ],
)
def test_what_an_operator_has_to_set_is_said(code: str, said: str) -> None:
    with bedrock_running([Refuse(403, code)]) as (llm, _), pytest.raises(NotSetUpError, match=said):
        heard(llm)


def test_without_credentials_it_says_what_to_set_and_does_not_wait() -> None:
    code = (
        "from fitzen.infra.llm.bedrock import Bedrock\\n"
        "from fitzen.infra.llm.base import Budget, NotSetUpError, Turn\\n"
        "llm = Bedrock('us-east-1', 'm', 's', 'https://127.0.0.1:9')\\n"
        "for call in (lambda: list(llm.stream([Turn('user', 'Hi')], [], Budget())), llm.ping):\\n"
        "    try:\\n        call()\\n"
        "    except NotSetUpError as error:\\n        print(error.detail)\\n"
    ).replace("\\n", "\n")
    bare = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    env = bare | {"AWS_EC2_METADATA_DISABLED": "true", "HOME": "/nowhere"}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.count("AWS_ACCESS_KEY_ID") == 2, done.stderr


def test_botocore_is_loaded_with_the_first_call_only() -> None:
    code = (
        "import sys; from fitzen.infra.llm.bedrock import Bedrock; Bedrock('us-east-1', 'm', 's'); "
        "print(any(name.startswith(('boto', 'httpx')) for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "False"


def test_ids_of_another_provider_are_made_to_fit() -> None:
    strange = "call/of another#provider" * 9
    turns = [
        *TURNS,
        Turn("coach", "", calls=[ToolCall(strange, "echo", {})]),
        Turn("tool", results=[ToolResult(strange, "echo", {})]),
    ]
    with bedrock_running(says("Yes.")) as (llm, server):
        heard(llm, turns)
    assert server.faults == []


def test_the_model_is_made_for_many_threads() -> None:
    llm = Bedrock("us-east-1", LARGE, SMALL, "http://127.0.0.1:9")
    assert llm._client.get() is llm._client.get()
    llm.close()
