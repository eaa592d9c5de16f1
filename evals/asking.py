"""A person with a year of data, and what a coach answers them: the same way as the service answers, without a server."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from fitzen import demo, wiring
from fitzen.coach import service
from fitzen.coach.budget import SPEND
from fitzen.coach.models import ChatMessageIn
from fitzen.config import Settings
from fitzen.infra.base import Infra
from fitzen.infra.llm.base import Budget, Event, Llm, ToolCall, ToolSpec, Turn
from fitzen.infra.storage.base import Put
from fitzen.records import dumps
from fitzen.users.service import new_user, patch_user

type Json = dict[str, Any]

DATA = Path(__file__).parent / "data"
SEED = 7
LAST_DAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 26, 17, 30, tzinfo=UTC)
"""A Thursday, half past six in the evening in Madrid, where the demo person lives."""


def labelled(name: str) -> list[Json]:
    """Read a labelled set of `data/`; lines that begin with # say who wrote it."""
    lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip() and not line.startswith("#")]


class Recorder:
    """A model that is listened to: the calls that it made, and what the tools gave."""

    def __init__(self, llm: Llm) -> None:
        self._llm = llm
        self.name = llm.name
        self.asked = 0
        self.calls: list[ToolCall] = []
        self.results: list[Json] = []

    def stream(self, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Iterator[Event]:
        self.asked += 1
        if messages[-1].role == "tool":
            self.results += [result.content for result in messages[-1].results]
        for event in self._llm.stream(messages, tools, budget):
            if isinstance(event, ToolCall):
                self.calls.append(event)
            yield event

    def ping(self) -> None:
        self._llm.ping()


@dataclass(frozen=True, slots=True)
class Asked:
    """A message, its answer as the service gave it, and what went on between."""

    text: str
    message: Json
    calls: Sequence[ToolCall]
    results: Sequence[Json]
    model_was_asked: bool


@dataclass(frozen=True, slots=True)
class Someone:
    """A person in a store of their own, on the evening of NOW."""

    infra: Infra
    user_id: str

    def ask(self, text: str, llm: Llm | None = None, chat_id: str | None = None) -> Asked:
        recorder = Recorder(llm or self.infra.llm)
        body = ChatMessageIn(message=text, chat_id=chat_id or str(uuid4()))
        message = service.answer(replace(self.infra, llm=recorder), self.user_id, body, NOW)
        return Asked(text, message, recorder.calls, recorder.results, recorder.asked > 0)

    def confirm(self, action: Mapping[str, str]) -> Json:
        return service.confirm(self.infra, self.user_id, action["id"], NOW)

    def forget_spent(self) -> None:
        """Begin the ledger of models again, so that nothing is answered by the built-in coach for want of a budget."""
        store = self.infra.chat_store
        for record in store.list(self.user_id, SPEND).items:
            empty = dumps({"days": {}, "held": {}, "told_on": None})
            store.write([Put(self.user_id, SPEND, record.id, empty, record.at, record.version)])


@cache
def folder() -> TemporaryDirectory[str]:
    """Return a folder that goes with the process."""
    return TemporaryDirectory(prefix="fitzen-evals-")


def infra(llm_url: str = "builtin:") -> Infra:
    """Build everything on a store in memory; the clock stands at NOW."""
    settings = Settings(
        data_dir=folder().name,
        store_url="sqlite://",
        chat_store_url="sqlite://",
        secret_key="x" * 40,
        sms_url=f"inbox:{folder().name}/inbox.jsonl",
        mail_url=f"inbox:{folder().name}/inbox.jsonl",
        push_url=f"inbox:{folder().name}/inbox.jsonl",
        files_url=f"file:{folder().name}/files",
        llm_url=llm_url,
    )
    built = wiring.build(settings, lambda: NOW)
    built.store.migrate()
    built.chat_store.migrate()
    return built


def stranger(llm_url: str = "builtin:") -> Someone:
    """Return somebody who has just signed up, without any data."""
    built = infra(llm_url)
    user_id = str(uuid4())
    built.store.write([new_user(user_id, NOW, email=f"{user_id}@example.com")])
    return Someone(built, user_id)


def alex(llm_url: str = "builtin:", days: int = 365, units: str = "metric") -> Someone:
    """Return the demo person with a year of data, who may think in pounds and inches; takes some seconds."""
    someone = stranger(llm_url)
    for _ in demo.fill(someone.infra.store, someone.user_id, SEED, LAST_DAY, days):
        pass
    patch_user(someone.infra.store, someone.user_id, {"units": units})
    return someone
