"""Bedrock's Converse, as data: turns into a request, and the events of its stream into ours. No I/O.

A request may have four cache points: after the tools, after each of the last two system turns (prompt, then profile),
and before the newest message, once what stands before it is long enough to be cached at all.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fitzen.infra.llm.base import Budget, Done, Echo, Event, ModelError, Text, ToolCall, ToolSpec, Turn, Usage
from fitzen.infra.llm.calls import parsed_call
from fitzen.infra.llm.prices import bedrock_cost

type Json = dict[str, Any]

CACHE_POINT: Json = {"cachePoint": {"type": "default"}}
CACHED_SYSTEM = 2
CACHED_FROM = 4000
"""Characters, about 1,000 tokens: below a model's minimum (512 to 4,096 tokens) a point does nothing, and costs nothing."""
NOTHING = "…"
"""Converse takes no blank text, and begins with a person."""

SETTINGS: Sequence[tuple[str, Json]] = (
    (
        "claude-sonnet-5-5",
        {
            "outputConfig": {"effort": "medium"},
            "additionalModelRequestFields": {"thinking": {"type": "between_tools"}},
        },
    ),
    (
        "claude-haiku-5-5",
        {"outputConfig": {"effort": "low"}, "additionalModelRequestFields": {"thinking": {"type": "disabled"}}},
    ),
)
"""The 5-5 models think before they answer unless told not to, at the cost of an answer of 1,024 tokens. Sonnet refuses
`disabled`, and both refuse a temperature: platform.claude.com, "What's new in Claude Sonnet 5.5", "Claude Haiku 5.5"."""

STOPS: Mapping[str, Any] = {
    "end_turn": "end",
    "stop_sequence": "end",
    "content_filtered": "end",
    "guardrail_intervened": "end",
    "tool_use": "tool_use",
    "max_tokens": "max_tokens",
    "model_context_window_exceeded": "max_tokens",
}
"""What is not here (`malformed_tool_use`, `malformed_model_output`) is no answer."""


def request(model_id: str, turns: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Json:
    """Build the parameters of `converse_stream`."""
    asked: Json = {
        "modelId": model_id,
        "messages": _messages(turns, model_id),
        "inferenceConfig": {"maxTokens": budget.max_tokens},
    }
    if system := _system(turns):
        asked["system"] = system
    if tools:
        asked["toolConfig"] = {"tools": [*map(_tool, tools), CACHE_POINT]}
    for part, settings in SETTINGS:
        if part in model_id:
            asked |= settings
    return asked


def _tool(tool: ToolSpec) -> Json:
    return {
        "toolSpec": {"name": tool.name, "description": tool.description, "inputSchema": {"json": tool.schema}},
    }


def _system(turns: Sequence[Turn]) -> list[Json]:
    texts = [turn.text for turn in turns if turn.role == "system" and turn.text.strip()]
    blocks: list[Json] = []
    for place, text in enumerate(texts):
        blocks.append({"text": text})
        if place >= len(texts) - CACHED_SYSTEM:
            blocks.append(CACHE_POINT)
    return blocks


def _messages(turns: Sequence[Turn], model_id: str) -> list[Json]:
    """Alternate between user and assistant, beginning with the user: turns of one side that follow are one message."""
    messages: list[Json] = []
    for turn in turns:
        if turn.role == "system" or not (content := _content(turn, model_id)):
            continue
        role = "assistant" if turn.role == "coach" else "user"
        if not messages and role == "assistant":
            messages.append({"role": "user", "content": [{"text": NOTHING}]})
        if messages and messages[-1]["role"] == role:
            messages[-1]["content"] += content
        else:
            messages.append({"role": role, "content": content})
    return _cached(messages)


def _content(turn: Turn, model_id: str) -> list[Json]:
    if turn.echo is not None and turn.echo.by == model_id:
        return [dict(block) for block in turn.echo.content]
    texts: list[Json] = [{"text": turn.text}] if turn.text.strip() else []
    if turn.role == "user":
        return texts or [{"text": NOTHING}]
    calls = [
        {"toolUse": {"toolUseId": _id(call.id), "name": call.name, "input": call.arguments}} for call in turn.calls
    ]
    results = [
        {
            "toolResult": {
                "toolUseId": _id(result.id),
                "content": [{"json": result.content}],
                "status": "error" if result.failed else "success",
            }
        }
        for result in turn.results
    ]
    return texts + calls + results


def _id(id: str) -> str:
    """Return an id that Converse takes: another provider, whose calls are told here, may name them otherwise."""
    return re.sub(r"[^a-zA-Z0-9_.:-]", "-", id)[:64] or "call"


def _cached(messages: list[Json]) -> list[Json]:
    """Put a cache point at the end of the last message but one of the user, if a model would cache so little."""
    places = [place for place, message in enumerate(messages) if message["role"] == "user"]
    if len(places) > 1:
        before = messages[: places[-2] + 1]
        if len(json.dumps(before, default=str)) >= CACHED_FROM:
            before[-1]["content"].append(CACHE_POINT)
    return messages


@dataclass
class _Block:
    """One block of the model's message while it comes: text, a call of a tool, or a thought."""

    text: str = ""
    call: Json | None = None
    given: str = ""
    thought: str = ""
    signature: str = ""
    redacted: bytes = b""

    def add(self, delta: Json) -> None:
        self.text += delta.get("text", "")
        self.given += delta.get("toolUse", {}).get("input", "")
        reasoning = delta.get("reasoningContent", {})
        self.thought += reasoning.get("text", "")
        self.signature += reasoning.get("signature", "")
        self.redacted += reasoning.get("redactedContent", b"")

    def tool_call(self) -> ToolCall | None:
        if self.call is None:
            return None
        return parsed_call(self.call["toolUseId"], self.call["name"], self.given)

    def content(self) -> Json | None:
        """Return the block as the model wants it back; None for what it does not take back."""
        if call := self.tool_call():
            return {"toolUse": {"toolUseId": call.id, "name": call.name, "input": call.arguments}}
        if self.redacted:
            return {"reasoningContent": {"redactedContent": self.redacted}}
        if self.thought or self.signature:
            return {"reasoningContent": {"reasoningText": {"text": self.thought, "signature": self.signature}}}
        return {"text": self.text} if self.text.strip() else None


@dataclass
class _Message:
    """The model's message while it comes."""

    blocks: dict[int, _Block] = field(default_factory=dict)
    stop: str = ""
    usage: Json | None = None

    def take(self, event: Json) -> Iterator[Event]:
        if start := event.get("contentBlockStart"):
            self._block(start).call = start["start"].get("toolUse")
        elif piece := event.get("contentBlockDelta"):
            self._block(piece).add(piece["delta"])
            if text := piece["delta"].get("text"):
                yield Text(text)
        elif ended := event.get("contentBlockStop"):
            if call := self._block(ended).tool_call():
                yield call
        elif stopped := event.get("messageStop"):
            self.stop = stopped["stopReason"]
        elif told := event.get("metadata"):
            self.usage = told["usage"]

    def _block(self, event: Json) -> _Block:
        return self.blocks.setdefault(event["contentBlockIndex"], _Block())

    def echo(self, model_id: str) -> Echo | None:
        """Return the message to be sent back as it was; only thoughts make that needed."""
        contents = [content for _, block in sorted(self.blocks.items()) if (content := block.content())]
        return Echo(model_id, contents) if any("reasoningContent" in each for each in contents) else None


def events(model_id: str, stream: Iterable[Json]) -> Iterator[Event]:
    """Read a stream to its end. Raises ModelError where it ends before the model does."""
    message = _Message()
    for event in stream:
        yield from message.take(event)
    if not message.stop:
        raise ModelError("the stream was cut", again=True)
    if message.stop not in STOPS:
        raise ModelError(f"the model stopped by {message.stop}", again=True)
    usage = _usage(model_id, message.usage or {})
    yield Done(STOPS[message.stop], usage, message.echo(model_id))


def _usage(model_id: str, told: Json) -> Usage:
    usage = Usage(
        input_tokens=told.get("inputTokens", 0),
        output_tokens=told.get("outputTokens", 0),
        cached_tokens=told.get("cacheReadInputTokens", 0),
        cache_write_tokens=told.get("cacheWriteInputTokens", 0),
    )
    return usage._replace(cost_usd=round(bedrock_cost(model_id, usage), 8))
