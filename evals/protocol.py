"""Faults of a model's wire, end to end: what the person has after each, through the service and over a socket.

Each script of `protocol_scripts.py` is played by the fakes of the tests, to boto3 as Bedrock and to httpx as a server of
OpenAI's kind. Right is: every sentence that was to be said is there once, where something went wrong for good a notice
says so, no tool ran twice and none that was not asked for whole, one proposal for one wish, the ledger holds nothing
any more, the answer is kept and is given again without a model, and no request was one that a provider refuses.
"""

import re
import socket
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from typing import Any, NamedTuple
from unittest.mock import patch
from uuid import uuid4

from tests.fixtures import bedrock, openai_server
from tests.fixtures.model_scripts import Model

from evals import asking
from evals.protocol_scripts import PLAIN, SCRIPTS, Script
from evals.report import Figure, share
from fitzen.coach import service
from fitzen.coach.budget import SPEND
from fitzen.coach.builtin import BuiltinCoach
from fitzen.coach.models import ChatMessageIn
from fitzen.coach.toolbox import Result, Toolbox
from fitzen.infra.llm.base import Llm, ToolCall
from fitzen.infra.llm.bedrock import Bedrock
from fitzen.infra.llm.openai import Model as Named
from fitzen.infra.llm.openai import OpenAi
from fitzen.infra.llm.resilient import Link, Pause, Resilient
from fitzen.records import dumps, loads
from fitzen.users.subscription import subscribe
from fitzen.wiring import ANOTHER_MODEL, BUILTIN

type Json = dict[str, Any]
type Serving = Callable[..., AbstractContextManager[Model]]

SILENCE_S = 0.4
GOAL = 100.0
SENTENCE = re.compile(r"[^.!?]+[.!?]")


class Wire(NamedTuple):
    """How a provider is faked, and asked."""

    name: str
    serving: Serving
    adapter: Callable[[str], Llm]


def _bedrock(url: str) -> Llm:
    return Bedrock("us-east-1", "claude-sonnet-5-5", "claude-haiku-5-5", url, SILENCE_S)


def _openai(url: str) -> Llm:
    return OpenAi(url, {"large": Named(id="large"), "small": Named(id="small")}, silence_s=SILENCE_S)


WIRES = (Wire("bedrock", bedrock.serving, _bedrock), Wire("openai", openai_server.serving, _openai))


class Waiting:
    """Time that passes by sleeping, and by that alone."""

    def __init__(self) -> None:
        self.now = 0.0

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def pause(self) -> Pause:
        return Pause(self.sleep, lambda: self.now)


class Seen(NamedTuple):
    """What there was after a message: the answer, the same message sent again, the tools that ran, the ledger."""

    message: Json
    again: Json
    asked_again: int
    ran: Counter[str]
    held: Json
    answers: int
    faults: Sequence[str]


def run() -> Mapping[str, Sequence[Figure]]:
    """Return the figures of each provider; the built-in coach is asked the same, without any fault."""
    someone = asking.alex(days=60)
    subscribe(someone.infra.store, someone.user_id, "premium", None, asking.NOW)
    found = {f"fake {wire.name}": [_figure(failures(someone, wire), len(_of(wire)))] for wire in WIRES}
    return {"builtin": [_figure(_without_a_model(someone), 1)]} | found


def _figure(wrong: Mapping[str, str], of: int) -> Figure:
    return share("right after a fault", of - len(wrong), of, GOAL)


def _of(wire: Wire) -> list[Script]:
    return [script for script in SCRIPTS if wire.name in script.wires]


def failures(someone: asking.Someone, wire: Wire) -> dict[str, str]:
    """Play every script; return what is wrong, by the script's name."""
    found = {script.name: wrong(script, played(someone, wire, script)) for script in _of(wire)}
    return {name: what for name, what in found.items() if what}


def _without_a_model(someone: asking.Someone) -> dict[str, str]:
    seen = _ask(someone, BuiltinCoach(), PLAIN, [])
    what = "nothing said" if not seen.message["text"] else _twice(seen.message["text"]) or _tools(PLAIN, seen)
    return {PLAIN.name: what} if what else {}


def played(someone: asking.Someone, wire: Wire, script: Script) -> Seen:
    """Ask as often as the script says, of models that fail as it says; return what the last message left."""
    someone.forget_spent()
    with _models(wire, script) as (llm, models):
        for _ in range(script.before):
            service.answer(_with(someone, llm), someone.user_id, _body(script), asking.NOW)
        someone.forget_spent()
        if script.before:
            models[0].scripts = [script.first[-1]]
        return _ask(someone, llm, script, models)


@contextmanager
def _models(wire: Wire, script: Script) -> Iterator[tuple[Llm, list[Model]]]:
    with ExitStack() as stack:
        served = [stack.enter_context(wire.serving(*each)) for each in (script.first, script.second) if each]
        urls = [model.url for model in served]
        if script.nobody_there:
            urls.insert(0, f"http://127.0.0.1:{_closed_port()}" + ("/v1" if wire.name == "openai" else ""))
        adapters = [wire.adapter(url) for url in urls]
        links = [Link(adapter, ANOTHER_MODEL) for adapter in adapters]
        chain = Resilient([*links, Link(BuiltinCoach(), BUILTIN, reads=False)], Waiting().pause())
        yield chain, served
        for adapter in adapters:
            adapter.close()  # type: ignore[attr-defined]


def _closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _with(someone: asking.Someone, llm: Llm) -> Any:
    return replace(someone.infra, llm=llm)


def _body(script: Script) -> ChatMessageIn:
    return ChatMessageIn(message=script.say, id=str(uuid4()))


def _ask(someone: asking.Someone, llm: Llm, script: Script, models: Sequence[Model]) -> Seen:
    infra, body = _with(someone, llm), _body(script)
    with _counted() as ran:
        message = service.answer(infra, someone.user_id, body, asking.NOW)
    begun = sum(model.begun for model in models)
    again = service.answer(infra, someone.user_id, body, asking.NOW)
    asked_again = sum(model.begun for model in models) - begun
    ledger = _ledger(someone)
    answers = sum(day["answers"] for day in ledger["days"].values())
    return Seen(message, again, asked_again, ran, ledger["held"], answers, [f for m in models for f in m.faults])


@contextmanager
def _counted() -> Iterator[Counter[str]]:
    """Count the tools that run, each with its arguments."""
    ran: Counter[str] = Counter()
    run_one = Toolbox.run

    def counting(toolbox: Toolbox, call: ToolCall) -> Result:
        ran[f"{call.name} {dumps(call.arguments)}"] += 1
        return run_one(toolbox, call)

    with patch.object(Toolbox, "run", counting):
        yield ran


def _ledger(someone: asking.Someone) -> Json:
    page = someone.infra.chat_store.list(someone.user_id, SPEND).items
    return loads(page[0].body) if page else {"days": {}, "held": {}}


def wrong(script: Script, seen: Seen) -> str:
    """Say what is wrong with what a message left; nothing where all is right."""
    text = seen.message["text"]
    checks = {
        "not said": [each for each in script.said if text.count(each) != 1],
        "no notice": [each for each in script.notices if each.strip() not in text],
        "said though it was not to be": [each for each in script.unsaid if each in text],
        "said twice": _twice(text),
        "tools": _tools(script, seen),
        "proposals": len(seen.message["actions"]) if len(seen.message["actions"]) != script.proposals else 0,
        "still held": seen.held,
        "answers counted": seen.answers if seen.answers != 1 else 0,
        "another answer the second time": seen.again != seen.message,
        "a model was asked again": seen.asked_again,
        "requests refused": seen.faults,
    }
    return "; ".join(f"{name}: {what}" for name, what in checks.items() if what)


def _twice(text: str) -> str:
    said = Counter(each.strip() for each in SENTENCE.findall(text))
    return ", ".join(each for each, times in said.items() if times > 1)


def _tools(script: Script, seen: Seen) -> str:
    twice = [name for name, times in seen.ran.items() if times > 1]
    names = Counter(each.partition(" ")[0] for each in seen.ran.elements())
    if twice:
        return f"ran twice: {twice}"
    return "" if script.ran is None or names == Counter(script.ran) else f"ran {dict(names)}"
