"""The loop: the model talks or asks for tools; tools run here, with the user injected; at most six rounds."""

from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, cast

from fitzen.coach.routing import size_after
from fitzen.coach.toolbox import Result, Toolbox
from fitzen.infra.llm.base import Budget, Done, Llm, Notice, Text, ToolCall, ToolSpec, Turn, Usage
from fitzen.records import digest, dumps

MAX_STEPS = 6
MAX_AT_ONCE = 4
TOO_LONG = "I could not finish that in one go. Could you ask for one thing at a time?"
CUT_SHORT = "\n\nI ran out of room there. Say “go on”, and I will."
NOTHING = "I have no answer to that. Could you put it another way?"


class Said(NamedTuple):
    """A piece of the answer."""

    text: str


class Using(NamedTuple):
    """A tool that is about to run."""

    call: ToolCall


class Used(NamedTuple):
    """A tool that has run, and what it gave."""

    call: ToolCall
    result: Result


class Finished(NamedTuple):
    """What was spent. `whole` is false where a limit ended the answer, or another model stood in for the first."""

    usage: Usage
    whole: bool = True


type AgentEvent = Said | Using | Used | Finished


def run(llm: Llm, toolbox: Toolbox, turns: Sequence[Turn], budget: Budget) -> Generator[AgentEvent]:
    """Answer the last turn. Closing this stops the model. Raises UnavailableError."""
    conversation = list(turns)
    tools = _Tools(toolbox)
    heard = _Heard()
    for _ in range(MAX_STEPS):
        step = _Step()
        yield from step.run(llm, conversation, toolbox.specs, budget, heard)
        if not step.calls:
            yield from heard.ending(step.done)
            return
        yield from map(Using, step.calls)
        results = tools.use(step.calls)
        yield from map(Used, step.calls, results)
        told = [result.for_model(call) for call, result in zip(step.calls, results, strict=True)]
        conversation += [
            Turn("coach", step.text, calls=step.calls, echo=step.done.echo),
            Turn("tool", results=told),
        ]
        budget = size_after(budget, step.calls)
    yield Said(TOO_LONG)
    yield Finished(heard.usage, whole=False)


@dataclass
class _Heard:
    """What there was in all rounds so far."""

    usage: Usage = field(default_factory=Usage)
    notices: set[str] = field(default_factory=set)
    anything: bool = False

    def ending(self, done: Done) -> Generator[AgentEvent]:
        """Say so where the model was stopped by its limit, or had nothing to say at all."""
        if done.stop == "max_tokens":
            yield Said(CUT_SHORT)
        elif not self.anything:
            yield Said(NOTHING)
        yield Finished(self.usage, whole=done.stop == "end" and self.anything and not self.notices)


@dataclass
class _Step:
    """One call of the model: what it said, and what it asks for."""

    text: str = ""
    calls: list[ToolCall] = field(default_factory=list)
    done: Done = field(default_factory=lambda: Done("end"))

    def run(
        self, llm: Llm, turns: Sequence[Turn], specs: Sequence[ToolSpec], budget: Budget, heard: _Heard
    ) -> Generator[Said]:
        with closing(cast("Generator[Any]", llm.stream(turns, specs, budget))) as events:
            for event in events:
                match event:
                    case Text(piece):
                        self.text += piece
                        heard.anything = heard.anything or not piece.isspace()
                        yield Said(piece)
                    case Notice(words) if words not in heard.notices:
                        heard.notices.add(words)
                        yield Said(f"\n\n{words}" if heard.anything else words)
                    case ToolCall():
                        self.calls.append(event)
                    case Done():
                        self.done = event
                        heard.usage = heard.usage.plus(event.usage)


class _Tools:
    """The tools of one answer: the same asked for twice runs once, and is proposed and shown once."""

    def __init__(self, toolbox: Toolbox) -> None:
        self._toolbox = toolbox
        self._before: dict[str, Result] = {}

    def use(self, calls: Sequence[ToolCall]) -> Sequence[Result]:
        """Run what the model asked for in one turn: several at once, as each mostly waits for a store."""
        keys = [_key(call) for call in calls]
        new = {key: call for key, call in zip(keys, calls, strict=True) if key not in self._before}
        ran = dict(zip(new, self._run(list(new.values())), strict=True))
        self._before |= {key: replace(result, cards=(), action=None) for key, result in ran.items()}
        return [ran.pop(key) if key in ran else self._before[key] for key in keys]

    def _run(self, calls: Sequence[ToolCall]) -> Sequence[Result]:
        if len(calls) < 2:  # noqa: PLR2004 - one needs no thread
            return [self._one(call) for call in calls]
        with ThreadPoolExecutor(min(len(calls), MAX_AT_ONCE)) as pool:
            return list(pool.map(self._one, calls))

    def _one(self, call: ToolCall) -> Result:
        return Result({"error": call.broken}, failed=True) if call.broken else self._toolbox.run(call)


def _key(call: ToolCall) -> str:
    return digest(dumps([call.name, sorted(call.arguments.items()), call.broken]))
