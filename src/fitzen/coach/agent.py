"""The loop: the model talks or asks for tools; tools run here, with the user injected; at most six rounds."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from typing import Any, NamedTuple, cast

from fitzen.coach.toolbox import Result, Toolbox
from fitzen.infra.llm.base import Budget, Done, Llm, Text, ToolCall, ToolResult, Turn, Usage

MAX_STEPS = 6
TOO_LONG = "I could not finish that in one go. Could you ask for one thing at a time?"


class Said(NamedTuple):
    """A piece of the answer."""

    text: str


class Used(NamedTuple):
    """A tool that has run, and what it gave."""

    call: ToolCall
    result: Result


class Finished(NamedTuple):
    usage: Usage


type AgentEvent = Said | Used | Finished


def run(llm: Llm, toolbox: Toolbox, turns: Sequence[Turn], budget: Budget) -> Generator[AgentEvent]:
    """Answer the last turn. Closing this stops the model. Raises UnavailableError."""
    conversation = list(turns)
    usage = Usage()
    for _ in range(MAX_STEPS):
        calls: list[ToolCall] = []
        text = ""
        with closing(cast("Generator[Any]", llm.stream(conversation, toolbox.specs, budget))) as events:
            for event in events:
                match event:
                    case Text(piece):
                        text += piece
                        yield Said(piece)
                    case ToolCall():
                        calls.append(event)
                    case Done():
                        usage = Usage(*(sum(pair) for pair in zip(usage, event.usage, strict=True)))
        if not calls:
            yield Finished(usage)
            return
        results: list[ToolResult] = []
        for used in _use(toolbox, calls):
            results.append(used.result.for_model(used.call))
            yield used
        conversation += [Turn("coach", text, calls=calls), Turn("tool", results=results)]
    yield Said(TOO_LONG)
    yield Finished(usage)


def _use(toolbox: Toolbox, calls: Sequence[ToolCall]) -> Iterator[Used]:
    for call in calls:
        yield Used(call, toolbox.run(call))
