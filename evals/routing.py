"""Whether the built-in coach takes a message for what it is: the right tool and its key arguments, or the right reply.

    python -m evals.routing

`data/routing.jsonl` holds what people say: `text`, the `tool` or the `reply` that it is for, the `arguments` that must
be among those of the call, what is wanted `also`, and the turns before it (`context`, the person's and the coach's).
"""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

DATA = Path(__file__).parent / "data"
PARTS = ("train", "train", "train", "dev", "test")


class Wanted(NamedTuple):
    tool: str
    arguments: dict[str, Any]


class Case(NamedTuple):
    text: str
    tool: str = ""
    reply: str = ""
    arguments: dict[str, Any] = {}
    also: Sequence[Wanted] = ()
    context: Sequence[str] = ()
    sort: str = ""

    @property
    def wanted(self) -> list[Wanted]:
        return [Wanted(self.tool, self.arguments), *self.also] if self.tool else []


def labelled(name: str = "routing.jsonl") -> list[Case]:
    rows = [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines() if line]
    return [Case(**row | {"also": [Wanted(**{"arguments": {}} | each) for each in row.get("also", [])]}) for row in rows]


def part(text: str) -> str:
    """Say by a hash to which part a text belongs: three in five train, one is looked at while tuning, one only measures."""
    return PARTS[hashlib.sha256(text.casefold().encode()).digest()[0] % len(PARTS)]
