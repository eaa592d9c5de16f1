"""Each adapter before its fake server, so that one test may run over both."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from typing import NamedTuple, cast

from tests.fixtures import bedrock, openai_server
from tests.fixtures.model_scripts import Model as Served
from tests.fixtures.model_scripts import Step

from fitzen.infra.llm.base import Budget, Event, Llm, ToolSpec, Turn
from fitzen.infra.llm.bedrock import Bedrock
from fitzen.infra.llm.openai import Model, OpenAi
from fitzen.infra.llm.prices import Price

LARGE, SMALL = "global.anthropic.claude-sonnet-5-5", "global.anthropic.claude-haiku-5-5"
SCHEMA = {"type": "object", "properties": {"words": {"type": "string"}}, "additionalProperties": False}
ECHO = ToolSpec("echo", "Say it again.", SCHEMA)
LOSE = ToolSpec("lose", "Lose it.", SCHEMA)
TURNS = [Turn("system", "Be kind."), Turn("user", "Hello?")]


class Running(NamedTuple):
    llm: Llm
    server: Served


type Start = Callable[..., AbstractContextManager[Running]]


@contextmanager
def bedrock_running(*scripts: Sequence[Step], silence_s: float = 5.0) -> Iterator[Running]:
    with bedrock.serving(*scripts) as server:
        llm = Bedrock("us-east-1", LARGE, SMALL, server.url, silence_s)
        try:
            yield Running(llm, server)
        finally:
            llm.close()


@contextmanager
def openai_running(
    *scripts: Sequence[Step], silence_s: float = 5.0, key: str = "", given: str | None = None
) -> Iterator[Running]:
    with openai_server.serving(*scripts, key=key) as server:
        models = {"large": Model(id="big", price=Price(2, 10, 0.2)), "small": Model(id="little")}
        llm = OpenAi(server.url, models, key if given is None else given, silence_s)  # type: ignore[arg-type] # sizes
        try:
            yield Running(llm, server)
        finally:
            llm.close()


PROVIDERS: dict[str, Start] = {"bedrock": bedrock_running, "openai": openai_running}


def heard(
    llm: Llm,
    turns: Sequence[Turn] = TURNS,
    tools: Sequence[ToolSpec] = (ECHO, LOSE),
    budget: Budget = Budget(),  # noqa: B008 - it is frozen
) -> list[Event]:
    return list(llm.stream(turns, tools, budget))


def streamed(llm: Llm, turns: Sequence[Turn] = TURNS) -> AbstractContextManager[Generator[Event]]:
    """Return the events, closed after the block."""
    return closing(cast("Generator[Event]", llm.stream(turns, [ECHO, LOSE], Budget())))
