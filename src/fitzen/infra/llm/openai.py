"""Servers that speak OpenAI's chat completions (vLLM, llama.cpp, Ollama, OpenAI itself), over httpx.

Nothing connects before the first call. What may be repeated is decided by `resilient.py`.
"""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

from fitzen.infra.llm.base import (
    Budget,
    Done,
    Event,
    ModelError,
    NotSetUpError,
    Size,
    Text,
    ToolCall,
    ToolSpec,
    Turn,
    Usage,
    rough_tokens,
)
from fitzen.infra.llm.calls import parsed_call
from fitzen.infra.llm.prices import Price
from fitzen.infra.llm.sse import data_of, lines_of

type Json = dict[str, Any]

CONNECT_TIMEOUT_S = 3.0
SILENCE_S = 20.0
PING_S = 3.0
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
NAMED_OTHERWISE = frozenset({"api.openai.com"})
"""Here the limit is `max_completion_tokens`; everywhere else `max_tokens` is understood."""
TOO_MANY, BAD_KEY = 429, (401, 403)
AGAIN_FROM = 500
STOPS: Mapping[str, Any] = {
    "stop": "end",
    "content_filter": "end",
    "tool_calls": "tool_use",
    "function_call": "tool_use",
    "length": "max_tokens",
}
SET_UP = "The server of the model refuses the key: set OPENAI_API_KEY to one that it takes."


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A model's name at its server, and what it costs."""

    id: str
    price: Price = field(default=Price(0.0, 0.0))


class OpenAi:
    """`url` ends in the version (`https://host/v1`); `key` may be empty where the server asks for none."""

    name = "openai"

    def __init__(
        self,
        url: str,
        models: Mapping[Size, Model],
        key: str = "",
        silence_s: float = SILENCE_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url.rstrip("/")
        self._host = urlsplit(url).hostname or ""
        self._models = models
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}
        self._silence_s = silence_s
        self._clock = clock
        self._client: Any = None
        self._creating = Lock()

    def model_id(self, budget: Budget) -> str:
        return self._models[budget.size].id

    def stream(self, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Iterator[Event]:
        """Stream the answer; closing this closes the connection, which stops the model. Raises ModelError."""
        model = self._models[budget.size]
        body = request(model.id, messages, tools, budget, self._limit())
        with (
            _told(),
            self._open().stream("POST", f"{self._url}/chat/completions", json=body, headers=self._headers) as answer,
        ):
            _check(answer.status_code)
            message = _Message()
            for chunk in self._chunks(lines_of(answer.iter_text())):
                yield from message.take(chunk)
            yield from message.end(model.price, messages, tools)

    def _chunks(self, lines: Iterator[str]) -> Iterator[Json]:
        """Yield the chunks up to [DONE]; comments keep a connection open, but no model that says nothing."""
        heard = self._clock()
        for data in data_of(lines):
            if data is None:
                if self._clock() > heard + self._silence_s:
                    raise ModelError("no word for too long", again=True)
                continue
            heard = self._clock()
            if data == "[DONE]":
                return
            yield _chunk(data)

    def ping(self) -> None:
        """Ask which models there are; none runs. Raises ModelError."""
        with _told():
            _check(self._open().get(f"{self._url}/models", headers=self._headers, timeout=PING_S).status_code)

    def close(self) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def _limit(self) -> str:
        return "max_completion_tokens" if self._host in NAMED_OTHERWISE else "max_tokens"

    def _open(self) -> Any:
        if self._client is None:
            with self._creating:
                self._client = self._client or self._create()
        return self._client

    def _create(self) -> Any:
        import httpx

        return httpx.Client(
            timeout=httpx.Timeout(self._silence_s, connect=CONNECT_TIMEOUT_S),
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=32),
            trust_env=self._host not in LOOPBACK,
        )


@contextmanager
def _told() -> Iterator[None]:
    """Whatever httpx raises within the block is raised as a ModelError."""
    import httpx

    try:
        yield
    except httpx.HTTPError as error:
        raise ModelError(f"the connection to the model failed: {type(error).__name__}", again=True) from error


def _check(status: int) -> None:
    if status in BAD_KEY:
        raise NotSetUpError(SET_UP)
    if status >= 300:  # noqa: PLR2004 - the class of HTTP statuses
        raise ModelError(f"the server of the model answered {status}", again=status == TOO_MANY or status >= AGAIN_FROM)


def _chunk(data: str) -> Json:
    try:
        chunk = json.loads(data)
    except ValueError as error:
        raise ModelError("the stream is not JSON", again=True) from error
    if not isinstance(chunk, dict) or "error" in chunk:
        raise ModelError("the model failed in the middle of its answer", again=True)
    return chunk


def request(
    model: str, turns: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget, limit: str = "max_tokens"
) -> Json:
    """Build the body of a request."""
    body: Json = {
        "model": model,
        "messages": [message for turn in turns for message in _messages(turn)],
        "stream": True,
        "stream_options": {"include_usage": True},
        limit: budget.max_tokens,
    }
    if tools:
        body["tools"] = [{"type": "function", "function": _function(tool)} for tool in tools]
    return body


def _function(tool: ToolSpec) -> Json:
    return {"name": tool.name, "description": tool.description, "parameters": tool.schema}


def _messages(turn: Turn) -> list[Json]:
    if turn.role == "tool":
        return [
            {"role": "tool", "tool_call_id": result.id, "content": json.dumps(result.content, ensure_ascii=False)}
            for result in turn.results
        ]
    if turn.role != "coach":
        return [{"role": turn.role, "content": turn.text}]
    if not turn.calls:
        return [{"role": "assistant", "content": turn.text}] if turn.text.strip() else []
    calls = [
        {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": json.dumps(call.arguments)}}
        for call in turn.calls
    ]
    return [{"role": "assistant", "content": turn.text or None, "tool_calls": calls}]


@dataclass
class _Call:
    """A call of a tool while it comes."""

    id: str = ""
    name: str = ""
    given: str = ""

    def add(self, delta: Json) -> None:
        function = delta.get("function") or {}
        self.id = delta.get("id") or self.id
        self.name = function.get("name") or self.name
        self.given += function.get("arguments") or ""


@dataclass
class _Message:
    """The model's message while it comes."""

    calls: dict[int, _Call] = field(default_factory=dict)
    written: int = 0
    stop: str = ""
    usage: Json | None = None

    def take(self, chunk: Json) -> Iterator[Event]:
        self.usage = chunk.get("usage") or self.usage
        for choice in (chunk.get("choices") or [])[:1]:
            delta = choice.get("delta") or {}
            for call in delta.get("tool_calls") or []:
                self.calls.setdefault(call.get("index", 0), _Call()).add(call)
            self.stop = choice.get("finish_reason") or self.stop
            if text := delta.get("content"):
                self.written += len(text)
                yield Text(text)

    def end(self, price: Price, turns: Sequence[Turn], tools: Sequence[ToolSpec]) -> Iterator[Event]:
        """Yield the calls and the end. Raises ModelError where the stream was cut."""
        if self.stop not in STOPS:
            raise ModelError(f"the stream was cut, or stopped by {self.stop or 'nothing'}", again=True)
        calls = list(self._made())
        yield from calls
        stop = STOPS[self.stop]
        if calls and stop == "end":  # some servers say so
            stop = "tool_use"
        usage = self._spent(turns, tools)
        yield Done(stop, usage._replace(cost_usd=round(price.cost(usage), 8)))

    def _made(self) -> Iterator[ToolCall]:
        for place, call in sorted(self.calls.items()):
            if call.name:
                yield parsed_call(call.id or f"call-{place}", call.name, call.given)

    def _spent(self, turns: Sequence[Turn], tools: Sequence[ToolSpec]) -> Usage:
        """Return what the server says was spent; an estimate where it says nothing."""
        if self.usage is None:
            written = self.written + sum(len(call.given) for call in self.calls.values())
            return Usage(rough_tokens(turns, tools), rough_tokens([Turn("coach", "x" * written)]))
        cached = (self.usage.get("prompt_tokens_details") or {}).get("cached_tokens") or 0
        return Usage(
            input_tokens=self.usage.get("prompt_tokens", 0) - cached,
            output_tokens=self.usage.get("completion_tokens", 0),
            cached_tokens=cached,
        )
