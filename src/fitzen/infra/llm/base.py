"""A language model, as the coach sees it: turns and tools in, a stream of events out."""

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, NamedTuple, Protocol

from fitzen.errors import UnavailableError

MAX_TOKENS = 3000
"""No call of a model writes more than this, whatever is asked for."""
CHARACTERS_A_TOKEN = 3.5
"""About what the tokenizers of today make of English and of JSON; only estimates use it."""

type Size = Literal["small", "large"]


class ToolSpec(NamedTuple):
    """What a model may call; `schema` is the JSON Schema of its arguments."""

    name: str
    description: str
    schema: dict[str, Any]


class Text(NamedTuple):
    """A piece of the answer, as it comes."""

    text: str


class ToolCall(NamedTuple):
    """The model asks for a tool; `arguments` is what it gave, not validated yet.

    `broken` says what is wrong where the arguments that came are no JSON object; then `arguments` is empty.
    """

    id: str
    name: str
    arguments: dict[str, Any]
    broken: str = ""


class ToolResult(NamedTuple):
    """What a tool gave back for the call `id`; `content` is JSON."""

    id: str
    name: str
    content: dict[str, Any]
    failed: bool = False


class Usage(NamedTuple):
    """What was spent; an adapter knows its model's prices.

    The three kinds of input are apart: what was read anew, what came from the provider's cache, and what was put there.
    """

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    cost_usd: float = 0.0
    cache_write_tokens: int = 0

    def plus(self, other: "Usage") -> "Usage":
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.cached_tokens + other.cached_tokens,
            self.cost_usd + other.cost_usd,
            self.cache_write_tokens + other.cache_write_tokens,
        )


class Notice(NamedTuple):
    """What the person is to be told about who answers; no part of the answer, and no model said it."""

    text: str


class Echo(NamedTuple):
    """A model's turn as only that model reads it: `content` goes back unchanged to whatever is called `by`.

    Models that think between tools want their thoughts back, signed, word for word; to any other they mean nothing.
    """

    by: str
    content: Sequence[dict[str, Any]]


class Done(NamedTuple):
    """The end of one call of the model. `stop` is `tool_use` when it waits for results."""

    stop: Literal["end", "tool_use", "max_tokens"]
    usage: Usage = Usage()
    echo: Echo | None = None


type Event = Text | ToolCall | Notice | Done


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the conversation. A `tool` turn carries results; a `coach` turn may carry calls."""

    role: Literal["system", "user", "coach", "tool"]
    text: str = ""
    calls: Sequence[ToolCall] = ()
    results: Sequence[ToolResult] = ()
    echo: Echo | None = None


@dataclass(frozen=True, slots=True)
class Budget:
    """What one call of the model may spend: tokens that it writes (1 to 3,000), and the size of the model."""

    max_tokens: int = 1024
    size: Size = "large"

    def __post_init__(self) -> None:
        object.__setattr__(self, "max_tokens", min(max(self.max_tokens, 1), MAX_TOKENS))


class ModelError(UnavailableError):
    """A model did not answer, or not to its end. With `again`, the same may work in a moment; `why` is for the log."""

    title: ClassVar[str] = "The coach's model is not available"

    def __init__(self, why: str, *, again: bool = False, detail: str = "") -> None:
        super().__init__(detail or "The coach's model does not answer right now. Please try again.")
        self.why = why
        self.again = again


class NotSetUpError(ModelError):
    """What a model needs is not configured; the message says what to set."""

    def __init__(self, what: str) -> None:
        super().__init__(what, detail=what)


class Llm(Protocol):
    name: str

    def stream(self, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Iterator[Event]:
        """Yield events until Done. Closing the iterator stops the model. Raises UnavailableError."""

    def ping(self) -> None:
        """Return when the model can be reached. Raises UnavailableError."""


def rough_tokens(messages: Sequence[Turn], tools: Sequence[ToolSpec] = ()) -> int:
    """Estimate the tokens that a model reads, where nothing has been reported yet."""
    read = sum(len(turn.text) for turn in messages)
    read += sum(len(json.dumps(call.arguments)) for turn in messages for call in turn.calls)
    read += sum(len(json.dumps(result.content)) for turn in messages for result in turn.results)
    read += sum(len(tool.name) + len(tool.description) + len(json.dumps(tool.schema)) for tool in tools)
    return math.ceil(read / CHARACTERS_A_TOKEN)
