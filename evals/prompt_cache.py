"""Bedrock's prompt cache, as its guide tells of it, for a fake that says what a request would have used.

A request is a row of blocks: tools, then system, then messages. Up to each cache point they are a prefix, which is
read where the very same bytes were written within the last five minutes, and written where they were not; a read makes
it last five minutes longer. Before each point up to 20 blocks are looked through for a shorter prefix that was written.
A prefix below the model's least length is neither read nor written. Each model has its own cache, all people of an
account share it (docs.aws.amazon.com, "Prompt caching for faster model inference"; platform.claude.com, "Prompt
caching": 1,024 tokens for Sonnet 5 and 4,096 for Haiku 4.5; that the 5.5 models have the same is ASSUMED).

Tokens are characters / 3.5, of each block as JSON.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from fitzen.infra.llm.base import CHARACTERS_A_TOKEN

type Json = dict[str, Any]

LIFE_S = 300.0
LOOKED_BACK = 20
LEAST: Mapping[str, int] = {"sonnet": 1024, "haiku": 4096}
"""By a part of the model's id."""
POINT = "cachePoint"


class Used(NamedTuple):
    """Tokens of one request: read anew, from the cache, and put there."""

    input: int
    cached: int
    written: int


class Row(NamedTuple):
    """`ends[n]` names the first n blocks; `tokens[n]` is how long they are; `points` are the n of the cache points."""

    ends: Sequence[str]
    tokens: Sequence[float]
    points: Sequence[int]


def row_of(request: Json) -> Row:
    """Lay out a request of Converse, byte by byte as it was sent."""
    blocks: list[str] = []
    points: list[int] = []
    for place, block in _blocks(request):
        if POINT in block:
            points.append(len(blocks))
        else:
            blocks.append(f"{place} {json.dumps(block, ensure_ascii=False)}")
    ends, tokens, name = [""], [0.0], hashlib.sha256()
    for text in blocks:
        name.update(text.encode())
        ends.append(name.hexdigest())
        tokens.append(tokens[-1] + len(text) / CHARACTERS_A_TOKEN)
    return Row(ends, tokens, points)


def _blocks(request: Json) -> list[tuple[str, Json]]:
    tools = [("tool", each) for each in request.get("toolConfig", {}).get("tools", ())]
    system = [("system", each) for each in request.get("system", ())]
    messages = [(message["role"], each) for message in request["messages"] for each in message["content"]]
    return [*tools, *system, *messages]


class PromptCache:
    """What an account has in the cache; `on` is false for one that ignores cache points."""

    def __init__(self, *, on: bool = True) -> None:
        self._on = on
        self._until: dict[tuple[str, str], float] = {}

    def use(self, request: Json, at_s: float) -> Used:
        """Return what a request uses at a moment, and keep what it writes."""
        row, model = row_of(request), request["modelId"]
        least = next(tokens for part, tokens in LEAST.items() if part in model)
        points = [point for point in row.points if self._on and row.tokens[point] >= least]
        read = max((self._found(row, model, point, at_s) for point in points), default=0)
        written = max([read, *points])
        for point in {read, *points} - {0}:
            self._until[model, row.ends[point]] = at_s + LIFE_S
        cached, kept, whole = row.tokens[read], row.tokens[written], row.tokens[-1]
        return Used(round(whole - kept), round(cached), round(kept - cached))

    def _found(self, row: Row, model: str, point: int, at_s: float) -> int:
        """Return how many blocks the longest prefix has that is found from a cache point back; 0 where there is none."""
        back = range(point, max(point - LOOKED_BACK, 0), -1)
        return next((n for n in back if self._until.get((model, row.ends[n]), 0) > at_s), 0)
