"""What a conversation costs: twelve of ten messages, through the real prompt, tools and results, over Bedrock's wire.

The model follows a plan of tool calls, as a good model would, and answers in the built-in coach's words for the same
results. It is the fake of the tests, and says of each request what Bedrock's prompt cache (`prompt_cache.py`) would
have made of it. Four settings: with and without the cache, with the small model where it is enough and with the large
one alone. The cache is empty when a conversation begins, as if nobody else were there.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from uuid import uuid4

from tests.fixtures.bedrock import serving
from tests.fixtures.model_scripts import Call, Model, Say, Step, Stop

from evals import asking
from evals.prompt_cache import PromptCache
from evals.report import Figure
from fitzen.coach import service
from fitzen.coach.builtin.answers import answers
from fitzen.coach.models import ChatMessageIn
from fitzen.infra.base import Infra
from fitzen.infra.llm.base import CHARACTERS_A_TOKEN, ToolResult, Usage
from fitzen.records import dumps
from fitzen.users.subscription import subscribe
from fitzen.wiring import BUILTIN

type Json = dict[str, Any]

LARGE, SMALL = "global.anthropic.claude-sonnet-5-5", "global.anthropic.claude-haiku-5-5"
GOAL = 50.0
"""Percent of what a conversation costs without cache and with the large model alone."""


class Setting(NamedTuple):
    name: str
    cache: bool
    routing: bool


SETTINGS = (
    Setting("no cache, large model", cache=False, routing=False),
    Setting("cache, large model", cache=True, routing=False),
    Setting("no cache, two models", cache=False, routing=True),
    Setting("cache, two models", cache=True, routing=True),
)


class Clock:
    """Says `now` until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Planned(Model):
    """A model that calls the tools of a plan; `requests` counts what it was asked, with repairs of sentences."""

    turns: dict[str, Json] = field(default_factory=dict)
    cache: PromptCache = field(default_factory=PromptCache)
    clock: Callable[[], datetime] = field(default=lambda: asking.NOW)
    requests: int = 0
    repairs: int = 0

    def next_script(self) -> Sequence[Step]:
        request = self.asked[-1]
        self.requests += 1
        used = self.cache.use(request, self.clock().timestamp())
        steps = self._steps(request)
        written = sum(len(step.text) if isinstance(step, Say) else _length(step) for step in steps)
        wants_tools = any(isinstance(step, Call) for step in steps)
        end = Stop(
            reason="tool_use" if wants_tools else "end_turn",
            input=used.input,
            output=round(written / CHARACTERS_A_TOKEN),
            cache_read=used.cached,
            cache_write=used.written,
        )
        return [*steps, end]

    def _steps(self, request: Json) -> list[Step]:
        if "toolConfig" not in request:  # a sentence is to be repaired: it is given up
            self.repairs += 1
            return [Say(" ")]
        said, results = _since_the_question(request["messages"])
        turn = self.turns[said]
        if len(results) < len(turn["steps"]):
            return [
                Call(f"call-{len(results)}-{place}", call["name"], [dumps(call["arguments"])])
                for place, call in enumerate(turn["steps"][len(results)])
            ]
        told = [result for step in results for result in step]
        return [Say(turn.get("answer") or "".join(answers(told)) or "Done.")]


def _length(call: Step) -> int:
    return len(call.name) + sum(map(len, call.pieces)) if isinstance(call, Call) else 0


def _since_the_question(messages: Sequence[Json]) -> tuple[str, list[list[ToolResult]]]:
    """Return the person's last words, and what the tools gave since, step by step."""
    names: dict[str, str] = {}
    said, steps = "", []
    for message in messages:
        texts = [block["text"] for block in message["content"] if "text" in block]
        given = [block["toolResult"] for block in message["content"] if "toolResult" in block]
        names |= {
            use["toolUseId"]: use["name"] for use in (block.get("toolUse") for block in message["content"]) if use
        }
        if message["role"] == "user" and given:
            steps.append([_result(each, names) for each in given])
        elif message["role"] == "user":
            said, steps = texts[-1], []
    return said, steps


def _result(given: Json, names: dict[str, str]) -> ToolResult:
    id_ = given["toolUseId"]
    return ToolResult(id_, names[id_], given["content"][0]["json"], given["status"] == "error")


class Spent(NamedTuple):
    """Of all conversations in one setting."""

    usage: Usage
    conversations: int
    messages: int
    requests: int
    repairs: int


def run() -> list[Figure]:
    """Replay all conversations in the four settings; tokens and cents are of a conversation unless it says a message."""
    spent = {setting: replayed(setting, asking.labelled("conversations")) for setting in SETTINGS}
    least, most = spent[SETTINGS[-1]].usage.cost_usd, spent[SETTINGS[0]].usage.cost_usd
    figures = [figure for setting in SETTINGS for figure in _figures(setting.name, spent[setting])]
    return [Figure("cost with cache and two models", 100 * least / most, "% of without", GOAL, low=True), *figures]


def _figures(name: str, spent: Spent) -> Iterator[Figure]:
    usage, each = spent.usage, spent.conversations
    counts = {
        "read anew": usage.input_tokens,
        "from the cache": usage.cached_tokens,
        "put into the cache": usage.cache_write_tokens,
        "written": usage.output_tokens,
    }
    for what, tokens in counts.items():
        yield Figure(f"{name}: {what}", tokens / each, "tokens")
    yield Figure(f"{name}: a conversation", round(100 * usage.cost_usd / each, 3), "US cents")
    yield Figure(f"{name}: a message", round(100 * usage.cost_usd / spent.messages, 4), "US cents")


def replayed(setting: Setting, conversations: Sequence[Json]) -> Spent:
    """Have the demo person's conversations, each with a whole budget and an empty cache."""
    someone, clock = asking.alex(), Clock(asking.NOW)
    subscribe(someone.infra.store, someone.user_id, "premium", None, asking.NOW)
    usage, messages, requests, repairs = Usage(), 0, 0, 0
    for conversation in conversations:
        clock.now = asking.NOW
        with planned(setting, conversation["turns"], clock) as (infra, model):
            talk = replace(someone, infra=replace(someone.infra, llm=infra.llm, clock=clock))
            for message in said(talk, conversation["turns"], clock):
                if BUILTIN.strip() in message["text"]:
                    raise ValueError(f"the model was left in {conversation['name']}: what that costs says nothing")
                usage = usage.plus(Usage(**message["usage"])) if "usage" in message else usage
                messages += 1
            if model.faults:
                raise ValueError(f"a request that Bedrock would refuse: {model.faults[0]}")
            requests, repairs = requests + model.requests, repairs + model.repairs
        someone.forget_spent()
    return Spent(usage, len(conversations), messages, requests, repairs)


@contextmanager
def planned(setting: Setting, turns: Sequence[Json], clock: Clock) -> Iterator[tuple[Infra, Planned]]:
    """Serve a model that follows the plan; yield what the coach is built with, and the model."""
    plan = {turn["say"]: turn for turn in turns}
    model = Planned([], turns=plan, cache=PromptCache(on=setting.cache), clock=clock)
    with serving(model=model):
        small = SMALL if setting.routing else LARGE
        yield asking.infra(f"bedrock://us-east-1/{LARGE}?small={small}&endpoint={model.url}"), model


def said(someone: asking.Someone, turns: Sequence[Json], clock: Clock) -> Iterator[Json]:
    """Say each message when its time has come; yield the answers."""
    chat_id = str(uuid4())
    for turn in turns:
        clock.now += timedelta(seconds=turn["after_s"])
        body = ChatMessageIn(message=turn["say"], chat_id=chat_id)
        yield service.answer(someone.infra, someone.user_id, body, clock.now)
