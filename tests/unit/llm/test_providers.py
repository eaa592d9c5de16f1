"""What holds for every provider, over its real wire: words, tools, usage, and each way in which a stream can fail."""

import threading
from collections.abc import Sequence

import pytest
from tests.fixtures.model_scripts import Call, Cut, Fail, Garble, Refuse, Say, Step, Stop, Wait, calls, says
from tests.unit.llm.providers import ECHO, PROVIDERS, TURNS, Start, heard, openai_running, streamed

from fitzen.infra.llm.base import Budget, Done, Event, ModelError, NotSetUpError, Text, ToolCall, ToolResult, Turn


@pytest.fixture(params=PROVIDERS)
def start(request: pytest.FixtureRequest) -> Start:
    return PROVIDERS[request.param]


def test_words_come_as_they_are_said(start: Start) -> None:
    with start(says("Hello ", "Ana.")) as (llm, server):
        *words, done = heard(llm)
    assert words == [Text("Hello "), Text("Ana.")]
    assert isinstance(done, Done)
    assert (done.stop, done.usage.input_tokens, done.usage.output_tokens) == ("end", 100, 20)
    assert server.faults == []


def test_words_come_before_the_end_does(start: Start) -> None:
    gate = threading.Event()
    with start([Say("First. "), Wait(20, gate), Say("Second."), Stop()]) as (llm, _), streamed(llm) as events:
        assert next(events) == Text("First. ")
        gate.set()
        assert next(events) == Text("Second.")


@pytest.mark.parametrize("pieces", [['{"words": "deep"}'], ['{"wo', 'rds":', ' "de', 'ep"}'], [*'{"words": "deep"}']])
def test_a_call_is_put_together_from_its_pieces(start: Start, pieces: Sequence[str]) -> None:
    with start(calls(Call("c1", "echo", pieces))) as (llm, _):
        call, done = heard(llm)
    assert call == ToolCall("c1", "echo", {"words": "deep"})
    assert isinstance(done, Done)
    assert done.stop == "tool_use"


def test_calls_of_one_answer_keep_their_order(start: Start) -> None:
    script = calls(Call("a", "echo", ['{"words":"1"}']), Call("b", "lose", []), Call("c", "echo", ['{"words":"3"}']))
    with start([Say("Let me look. "), *script]) as (llm, _):
        words, *asked, done = heard(llm)
    assert words == Text("Let me look. ")
    assert asked == [
        ToolCall("a", "echo", {"words": "1"}),
        ToolCall("b", "lose", {}),
        ToolCall("c", "echo", {"words": "3"}),
    ]
    assert isinstance(done, Done)


@pytest.mark.parametrize("given", ['{"words": "de', "[1, 2]", '"text"', "{'words': 1}", "null"])
def test_arguments_that_are_no_object_are_said_to_be(start: Start, given: str) -> None:
    with start(calls(Call("c1", "echo", [given]))) as (llm, _):
        call, _ = heard(llm)
    assert isinstance(call, ToolCall)
    assert (call.name, call.arguments) == ("echo", {})
    assert call.broken


@pytest.mark.parametrize("broken", [False, True])
def test_results_go_back_and_the_request_is_right(start: Start, broken: bool) -> None:
    first = ToolCall("c1", "echo", {} if broken else {"words": "x"}, "not JSON" if broken else "")
    second = ToolCall("c2", "lose", {})
    turns = [
        *TURNS,
        Turn("coach", "Let me look.", calls=[first, second]),
        Turn("tool", results=[ToolResult("c1", "echo", {"heard": "x"}, broken), ToolResult("c2", "lose", {"error": "No."}, failed=True)]),
    ]  # fmt: skip
    with start(says("There.")) as (llm, server):
        assert heard(llm, turns)[0] == Text("There.")
    assert server.faults == []
    assert '"heard"' in str(server.asked).replace("'", '"')


HISTORIES = [
    [Turn("user", "Hi")],
    [Turn("system", "A"), Turn("system", "B"), Turn("system", "C"), Turn("coach", "Earlier."), Turn("user", "Hi")],
    [Turn("user", "One"), Turn("user", "Two")],
    [Turn("user", "One"), Turn("coach", "  "), Turn("user", "Two")],
    [Turn("user", " "), Turn("coach", "Yes?"), Turn("user", "x" * 9000), Turn("coach", "Well."), Turn("user", "Hi")],
]


@pytest.mark.parametrize("turns", HISTORIES)
def test_any_history_makes_a_right_request(start: Start, turns: Sequence[Turn]) -> None:
    with start(says("Yes.")) as (llm, server):
        heard(llm, turns)
        heard(llm, turns, ())
    assert server.faults == []


@pytest.mark.parametrize(("given", "sent"), [(None, 1024), (5, 5), (3000, 3000), (99_999, 3000), (0, 1)])
def test_the_limit_is_never_above_three_thousand(start: Start, given: int | None, sent: int) -> None:
    with start(says("Yes.")) as (llm, server):
        heard(llm, budget=Budget() if given is None else Budget(max_tokens=given))
    asked = server.asked[0]
    assert asked.get("max_tokens", asked.get("inferenceConfig", {}).get("maxTokens")) == sent


def test_the_size_chooses_the_model(start: Start) -> None:
    with start(says("Yes.")) as (llm, server):
        heard(llm, budget=Budget(size="small"))
        heard(llm, budget=Budget(size="large"))
    names = [asked.get("modelId", asked.get("model")) for asked in server.asked]
    assert len(set(names)) == 2
    assert names[0] in ("little", "global.anthropic.claude-haiku-5-5")


def test_an_answer_that_meets_its_limit_says_so(start: Start) -> None:
    with start([Say("It goes"), Stop("max_tokens")]) as (llm, _):
        assert heard(llm)[-1].stop == "max_tokens"  # type: ignore[union-attr] # it is Done


FAULTS: dict[str, list[Step]] = {
    "the connection breaks": [Say("It "), Cut()],
    "the body ends too soon": [Say("It "), Cut(politely=True)],
    "the connection breaks at once": [Cut()],
    "a call is cut": [Call("c1", "echo", ['{"wo']), Cut()],
    "an exception comes": [Say("It "), Fail("modelStreamErrorException")],
    "throttled in the middle": [Say("It "), Fail("throttlingException")],
    "what comes cannot be read": [Say("It "), Garble()],
    "throttled": [Refuse(429, "ThrottlingException")],
    "unavailable": [Refuse(503, "ServiceUnavailableException")],
    "a fault": [Refuse(500, "InternalServerException")],
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_an_error_that_may_pass(start: Start, fault: str) -> None:
    with start(FAULTS[fault], says("Again.")) as (llm, _):
        events = llm.stream(TURNS, [ECHO], Budget())
        with pytest.raises(ModelError) as failed:
            list(events)
        assert failed.value.again, failed.value.why
        assert heard(llm)[0] == Text("Again."), "the next call has a connection that works"


def test_a_request_that_is_wrong_is_not_repeated(start: Start) -> None:
    with start([Refuse(400, "ValidationException")]) as (llm, _), pytest.raises(ModelError) as failed:
        heard(llm)
    assert not failed.value.again


@pytest.mark.parametrize("script", [[Wait(2)], [Say("It "), Wait(2)]])
def test_silence_is_a_timeout(start: Start, script: Sequence[Step]) -> None:
    with start([*script, Say("goes."), Stop()], silence_s=0.2) as (llm, _), pytest.raises(ModelError) as failed:
        heard(llm)
    assert failed.value.again


def test_closing_closes_the_connection_which_stops_the_model(start: Start) -> None:
    forever = [step for _ in range(2000) for step in (Say("word "), Wait(0.002), Say("word " * 50))]
    with start([*forever, Stop()]) as (llm, server):
        with streamed(llm) as events:
            assert next(events) == Text("word ")
        assert server.gone.wait(10)
    assert server.ended == 0


def test_nobody_there_is_an_error_that_may_pass(start: Start) -> None:
    with start(says("Hello.")) as (llm, _):
        pass
    with pytest.raises(ModelError) as failed:
        heard(llm)
    assert failed.value.again
    with pytest.raises(ModelError):
        llm.ping()


def test_a_ping_asks_without_running_a_model(start: Start) -> None:
    with start(says("Hello.")) as (llm, server):
        llm.ping()
    assert server.begun == 0


def test_a_key_that_is_wrong_says_what_to_set() -> None:
    with openai_running(says("Hello."), key="right", given="wrong") as (llm, _):
        for call in (lambda: heard(llm), llm.ping):
            with pytest.raises(NotSetUpError, match="OPENAI_API_KEY"):
                call()
    with openai_running(says("Hello."), key="right") as (llm, _):
        assert heard(llm)[0] == Text("Hello.")


def test_many_streams_at_once_stay_apart(start: Start) -> None:
    scripts = [[Say(f"{number} "), Wait(0.01), Say(f"{number}"), Stop(output=number)] for number in range(12)]
    answers: list[list[Event]] = []
    with start(*scripts) as (llm, _):
        threads = [threading.Thread(target=lambda: answers.append(heard(llm))) for _ in scripts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
    told = {tuple(event.text for event in answer if isinstance(event, Text)) for answer in answers}
    assert told == {(f"{number} ", f"{number}") for number in range(12)}


@pytest.mark.parametrize(
    "words", ["one\u2028two", "a\u0085b\x0b\x0cc", 'quotes " and \\ and \n lines\r\n', "ünïcödé 🏋", "\x1e"]
)
def test_every_character_arrives(start: Start, words: str) -> None:
    with start(says(words, "end")) as (llm, _):
        assert heard(llm)[0] == Text(words)
