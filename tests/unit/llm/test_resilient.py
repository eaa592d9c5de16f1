"""The chain: what is tried again, who answers instead, what the person reads, and that no tool runs for a cut stream."""

import random
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from threading import Barrier, Thread
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitzen.errors import UnavailableError
from fitzen.infra.llm.base import Budget, Done, Event, ModelError, Notice, Text, ToolCall, ToolSpec, Turn, Usage
from fitzen.infra.llm.breaker import FAILURES, OPEN_S, Breaker
from fitzen.infra.llm.resilient import CALL_S, GO_ON, RETRY_S, Link, Pause, Resilient

ASKED = [Turn("user", "How is it going?")]
BUSY = ModelError("throttled", again=True)
WRONG = ModelError("a wrong request")
END = Done("end", Usage(1, 1))
CALL = ToolCall("c1", "echo", {"words": "x"})


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def clock(self) -> float:
        return self.now

    def pause(self) -> Pause:
        return Pause(self.sleep, self.clock)


type Step = Event | Exception | Callable[[], object]


class Model:
    """Plays a script a call, the last again and again."""

    def __init__(self, name: str, *scripts: Sequence[Step]) -> None:
        self.name = name
        self._scripts = list(scripts)
        self.heard: list[list[Turn]] = []
        self.closed = 0

    def stream(self, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Iterator[Event]:
        self.heard.append(list(messages))
        script = self._scripts.pop(0) if len(self._scripts) > 1 else self._scripts[0]
        try:
            for step in script:
                if isinstance(step, Exception):
                    raise step
                if callable(step):
                    step()
                else:
                    yield step
        finally:
            self.closed += 1

    def ping(self) -> None:
        if isinstance(self._scripts[0][0], Exception):
            raise self._scripts[0][0]


def chain(*models: Model, time: Time | None = None, last_reads: bool = False) -> Resilient:
    time = time or Time()
    links = [Link(model, f"{model.name} answers. ", breaker=Breaker(time.clock)) for model in models]
    links[-1].reads = last_reads or len(models) == 1
    return Resilient(links, time.pause())


def heard(llm: Resilient, turns: Sequence[Turn] = ASKED) -> list[Event]:
    return list(llm.stream(turns, [], Budget()))


def words(events: Sequence[Event]) -> str:
    return "".join(event.text for event in events if isinstance(event, Text))


def test_a_model_that_answers_is_heard_in_whole_sentences() -> None:
    model = Model("one", [Text("It goes "), Text("well. You lift "), Text("3."), Text("5 kg more.\n- a\n- b"), END])
    assert heard(chain(model)) == [
        Text("It goes well. "),
        Text("You lift 3.5 kg more.\n- a\n"),
        Text("- b"),
        END,
    ]


def test_what_may_pass_is_tried_again_with_growing_random_pauses() -> None:
    time, model = Time(), Model("one", [BUSY], [BUSY], [Text("Yes."), END])
    assert words(heard(chain(model, time=time))) == "Yes."
    assert len(model.heard) == 3
    assert len(time.slept) == 2
    assert all(0 <= pause <= limit for pause, limit in zip(time.slept, (0.25, 0.5), strict=True))


def test_nobody_is_tried_for_longer_than_a_while() -> None:
    time, model = Time(), Model("one", [BUSY])
    with pytest.raises(ModelError):
        heard(chain(model, time=time))
    assert sum(time.slept) <= RETRY_S
    assert len(model.heard) > 3


def test_what_cannot_pass_goes_to_the_next_at_once_and_the_person_is_told() -> None:
    one, two = Model("one", [WRONG]), Model("two", [Text("Yes."), END])
    assert heard(chain(one, two, last_reads=True)) == [Notice("two answers. "), Text("Yes."), END]
    assert len(one.heard) == 1
    assert two.heard == [ASKED]


def test_only_who_answers_is_told_of() -> None:
    models = [Model("one", [WRONG]), Model("two", [WRONG]), Model("three", [Text("Yes."), END])]
    assert [event for event in heard(chain(*models)) if isinstance(event, Notice)] == [Notice("three answers. ")]


def test_when_nobody_answers_the_last_error_is_raised() -> None:
    with pytest.raises(ModelError, match="does not answer"):
        heard(chain(Model("one", [BUSY]), Model("two", [WRONG])))


def test_an_error_of_another_kind_is_not_hidden() -> None:
    with pytest.raises(KeyError):
        heard(chain(Model("one", [KeyError("a fault of ours")]), Model("two", [Text("Yes."), END])))


def test_a_cut_drops_what_was_not_said_whole_and_the_next_goes_on() -> None:
    one = Model("one", [Text("It goes well. You lift 3"), BUSY])
    two = Model("two", [Text("You lift 3.5 kg more."), END])
    events = heard(chain(one, two, last_reads=True))
    assert events == [Text("It goes well. "), Notice("two answers. "), Text("You lift 3.5 kg more."), END]
    assert two.heard == [[*ASKED, Turn("coach", "It goes well. "), Turn("user", GO_ON)]]
    assert len(one.heard) == 1, "what was read cannot be taken back, so it is not tried again"


def test_nothing_that_was_read_is_said_again() -> None:
    one = Model("one", [Text("It goes well. Keep on. "), BUSY])
    two = Model("two", [Text("It goes well. Eat more. "), BUSY])
    three = Model("three", [Text("Keep on. Eat more. Sleep."), END])
    assert words(heard(chain(one, two, three))) == "It goes well. Keep on. Eat more. Sleep."
    assert three.heard == [ASKED], "the built-in coach reads no instructions"


def test_a_cut_before_anything_was_said_is_tried_again_at_the_same_model() -> None:
    one = Model("one", [Text("It go"), BUSY], [Text("It goes."), END])
    assert words(heard(chain(one, Model("two", [END])))) == "It goes."


@pytest.mark.parametrize("end", [[BUSY], [], [WRONG]])
def test_no_call_of_a_tool_comes_from_a_stream_that_was_cut(end: Sequence[Step]) -> None:
    one = Model("one", [Text("Let me look. "), CALL, *end])
    two = Model("two", [CALL._replace(id="c2"), Done("tool_use")])
    calls = [event for event in heard(chain(one, two, last_reads=True)) if isinstance(event, ToolCall)]
    assert calls == [CALL._replace(id="c2")]


def test_a_model_that_drips_for_ever_is_left() -> None:
    time = Time()

    def drip() -> None:
        time.now += CALL_S / 10

    one = Model("one", [step for number in range(50) for step in (drip, Text(f"word{number} "))])
    two = Model("two", [Text("Yes."), END])
    assert words(heard(chain(one, two, time=time))) == "Yes."
    assert one.closed == 1


def test_closing_closes_the_model_and_blames_nobody() -> None:
    model = Model("one", [Text("One. "), Text("Two. "), END])
    llm = chain(model)
    with closing(cast("Generator[Event]", llm.stream(ASKED, [], Budget()))) as events:
        assert next(events) == Text("One. ")
    assert model.closed == 1
    assert llm.links[0].breaker.closed


def test_who_failed_three_times_in_a_row_is_left_alone_then_tried_once() -> None:
    time = Time()
    one, two = Model("one", *[[WRONG]] * (FAILURES + 1), [Text("Back."), END]), Model("two", [Text("Yes."), END])
    llm = chain(one, two, time=time, last_reads=True)
    for _ in range(FAILURES + 2):
        assert words(heard(llm)) == "Yes."
    assert len(one.heard) == FAILURES
    time.now += OPEN_S
    assert words(heard(llm)) == "Yes.", "the probe fails, and nobody notices"
    assert len(one.heard) == FAILURES + 1
    assert words(heard(llm)) == "Yes."
    assert len(one.heard) == FAILURES + 1
    time.now += OPEN_S
    assert words(heard(llm)) == words(heard(llm)) == "Back."


def test_a_probe_is_a_single_attempt() -> None:
    time, one = Time(), Model("one", [BUSY])
    llm = chain(one, Model("two", [Text("Yes."), END]), time=time)
    for _ in range(FAILURES):
        heard(llm)
    before, slept = len(one.heard), len(time.slept)
    time.now += OPEN_S
    heard(llm)
    assert (len(one.heard), len(time.slept)) == (before + 1, slept)


def test_when_all_are_left_alone_it_says_so() -> None:
    llm = chain(Model("one", [WRONG]))
    for _ in range(FAILURES):
        with pytest.raises(ModelError):
            heard(llm)
    with pytest.raises(UnavailableError):
        heard(llm)


def test_of_many_threads_one_probes() -> None:
    time = Time()
    breaker = Breaker(time.clock)
    for _ in range(FAILURES):
        breaker.failed()
    time.now += OPEN_S
    gate = Barrier(16)
    allowed: list[bool] = []

    def ask() -> None:
        gate.wait()
        allowed.append(breaker.allows())

    threads = [Thread(target=ask) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(allowed) == [False] * 15 + [True]


def test_a_ping_answers_while_anyone_does() -> None:
    chain(Model("one", [BUSY]), Model("two", [END])).ping()
    with pytest.raises(ModelError):
        chain(Model("one", [BUSY]), Model("two", [WRONG])).ping()


SENTENCES = [f"Sentence number {name}. " for name in ("one", "two", "three", "four", "five", "six")]


@given(st.integers(0, 2**32), st.integers(0, 3))
def test_whatever_is_cut_wherever_each_sentence_is_read_once(seed: int, cuts: int) -> None:
    """Models that know the same answer, cut at random characters: it comes whole, in order, and once."""
    rng, whole = random.Random(seed), "".join(SENTENCES)
    models = []
    for number in range(cuts):
        at = rng.randrange(len(whole))
        models.append(Model(str(number), [*pieces(whole[:at], rng), WRONG]))
    models.append(Model("last", [*pieces(whole, rng), END]))
    events = heard(chain(*models, last_reads=True))
    assert words(events) == whole
    assert events[-1] == END


def pieces(text: str, rng: random.Random) -> list[Event]:
    cuts = sorted(rng.randrange(len(text) + 1) for _ in range(5))
    return [Text(text[begin:end]) for begin, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
