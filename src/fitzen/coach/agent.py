"""The loop: the model talks or asks for tools; tools run here, with the user injected; at most six rounds."""

from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any, NamedTuple, cast

from fitzen.coach.toolbox import Result, Toolbox
from fitzen.infra.llm.base import Budget, Done, Llm, Text, ToolCall, Turn, Usage

MAX_STEPS = 6
MAX_AT_ONCE = 4
TOO_LONG = "I could not finish that in one go. Could you ask for one thing at a time?"


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
    usage: Usage


type AgentEvent = Said | Using | Used | Finished


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
                        usage = _sum(usage, event.usage)
        if not calls:
            yield Finished(usage)
            return
        yield from map(Using, calls)
        results = _use(toolbox, calls)
        yield from map(Used, calls, results)
        told = [result.for_model(call) for call, result in zip(calls, results, strict=True)]
        conversation += [Turn("coach", text, calls=calls), Turn("tool", results=told)]
    yield Said(TOO_LONG)
    yield Finished(usage)


def _use(toolbox: Toolbox, calls: Sequence[ToolCall]) -> Sequence[Result]:
    """Run what the model asked for in one turn: several at once, as each mostly waits for a store."""
    if len(calls) == 1:
        return [toolbox.run(calls[0])]
    with ThreadPoolExecutor(min(len(calls), MAX_AT_ONCE)) as pool:
        return list(pool.map(toolbox.run, calls))


def _sum(one: Usage, other: Usage) -> Usage:
    return Usage(
        one.input_tokens + other.input_tokens,
        one.output_tokens + other.output_tokens,
        one.cached_tokens + other.cached_tokens,
        one.cost_usd + other.cost_usd,
    )
