"""A language model, as the coach sees it: turns and tools in, a stream of events out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, Protocol


class ToolSpec(NamedTuple):
    """What a model may call; `schema` is the JSON Schema of its arguments."""

    name: str
    description: str
    schema: dict[str, Any]


class Text(NamedTuple):
    """A piece of the answer, as it comes."""

    text: str


class ToolCall(NamedTuple):
    """The model asks for a tool; `arguments` is what it gave, not validated yet."""

    id: str
    name: str
    arguments: dict[str, Any]


class ToolResult(NamedTuple):
    """What a tool gave back for the call `id`; `content` is JSON."""

    id: str
    name: str
    content: dict[str, Any]
    failed: bool = False


class Usage(NamedTuple):
    """What was spent; an adapter knows its model's prices."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    cost_usd: float = 0.0


class Done(NamedTuple):
    """The end of one call of the model. `stop` is `tool_use` when it waits for results."""

    stop: Literal["end", "tool_use", "max_tokens"]
    usage: Usage = Usage()


type Event = Text | ToolCall | Done


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the conversation. A `tool` turn carries results; a `coach` turn may carry calls."""

    role: Literal["system", "user", "coach", "tool"]
    text: str = ""
    calls: Sequence[ToolCall] = ()
    results: Sequence[ToolResult] = ()


@dataclass(frozen=True, slots=True)
class Budget:
    """What one call of the model may spend."""

    max_tokens: int = 1024


class Llm(Protocol):
    name: str

    def stream(self, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Iterator[Event]:
        """Yield events until Done. Closing the iterator stops the model. Raises UnavailableError."""

    def ping(self) -> None:
        """Return when the model can be reached. Raises UnavailableError."""
