"""What stands first in a request is the same, byte for byte, from message to message, so that a provider caches it."""

from collections.abc import Callable
from itertools import pairwise
from uuid import uuid4

from evals.prompt_cache import Row, row_of
from tests.fixtures.api import Client, MovableClock
from tests.fixtures.chat import say
from tests.fixtures.models import Asked, Script, calls, says

from fitzen.coach.prompt import MOST_TURNS, TURNS
from fitzen.infra.llm import converse
from fitzen.infra.llm.base import Budget, Llm, ToolCall

type WithModel = Callable[[Llm], Client]

MODEL = "global.anthropic.claude-sonnet-5-5"
TOOLS, SYSTEM, PERSON = range(3)
"""The first three cache points."""


def row(asked: Asked) -> Row:
    return row_of(converse.request(MODEL, asked.messages, asked.tools, Budget()))


def prefix(asked: Asked, point: int) -> str:
    """Name the bytes up to a cache point."""
    found = row(asked)
    return found.ends[found.points[point]]


def test_two_messages_of_one_day_begin_alike(with_model: WithModel, clock: MovableClock) -> None:
    look = ToolCall("c", "training_summary", {})
    model = Script(calls(look), says("All is well. " * 300), says("Yes."), says("Good."))
    client = with_model(model)
    chat_id = str(uuid4())
    say(client, "how was my week?", chat_id=chat_id)
    clock.advance(minutes=6)
    say(client, "and is that good for me?", chat_id=chat_id)
    clock.advance(minutes=6)
    say(client, "so I go on?", chat_id=chat_id)
    first, with_results, second, third = map(row, model.asked)
    assert first.ends[first.points[PERSON]] == second.ends[second.points[PERSON]] == third.ends[third.points[PERSON]]
    assert first.ends[-1] in with_results.ends
    assert first.ends[-1] in second.ends
    assert len(third.points) == 4, "a long chat has a point of its own"
    assert second.ends[-1] == third.ends[third.points[-1]]


def test_tools_and_rules_are_the_same_for_everybody(with_model: WithModel, another: Client) -> None:
    model = Script(says("Yes."), says("No."))
    client = with_model(model)
    client.patch("/api/users/me", json={"name": "Ana", "units": "imperial", "locale": "es"})
    say(client, "how was my week?")
    say(client.signed_in(another.session), "what did I eat today?")
    ana, bo = model.asked
    assert prefix(ana, TOOLS) == prefix(bo, TOOLS)
    assert prefix(ana, SYSTEM) == prefix(bo, SYSTEM)
    assert prefix(ana, PERSON) != prefix(bo, PERSON)


def test_a_long_chat_begins_anew_only_now_and_then(with_model: WithModel) -> None:
    rounds = 30
    model = Script(*(says(f"Answer {chr(97 + n % 26)}.") for n in range(rounds)))
    client = with_model(model)
    chat_id = str(uuid4())
    for number in range(rounds):
        say(client, f"My question {chr(97 + number % 26)}?", chat_id=chat_id)
    rows = [row(asked) for asked in model.asked]
    anew = sum(before.ends[-1] not in after.ends for before, after in pairwise(rows))
    assert anew <= rounds * 2 // (MOST_TURNS - TURNS) + 1
