"""A person with a store of their own in memory, and what tools and the built-in coach say to them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from fitzen.coach.builtin import answers
from fitzen.coach.toolbox import Result, Toolbox, ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.habits.models import HabitIn
from fitzen.habits.service import make_habit
from fitzen.infra.llm.base import ToolCall, ToolResult
from fitzen.infra.storage.sql import SqlStore
from fitzen.measurements.models import MeasurementIn
from fitzen.measurements.service import measure
from fitzen.records import Json, dumps, new_id
from fitzen.users.service import new_user, patch_user
from fitzen.web.parsing import parse_json

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HABITS: list[Json] = [
    {"name": "Drink water", "target": {"value": 2000, "unit": "ml"}},
    {"name": "Read 10 pages"},
    {"name": "No smoking", "kind": "quit"},
    {"name": "Few sweets", "kind": "quit", "target": {"value": 2, "unit": "sweets"}},
]


@contextmanager
def person(profile: Json | None = None, weight: float | None = None) -> Iterator[ToolContext]:
    """Ana, in Madrid, with four habits that began three weeks ago, and a weight of three days ago if one is given."""
    store = SqlStore("sqlite://")
    try:
        yield _settled(store, profile or {}, weight)
    finally:
        store.close()


def _settled(store: SqlStore, profile: Json, weight: float | None) -> ToolContext:
    store.migrate()
    user_id = new_id()
    store.write([new_user(user_id, NOW, email="ana@example.com")])
    patch_user(store, user_id, {"time_zone": "Europe/Madrid", **profile})
    for habit in HABITS:
        body = {"schedule": {"type": "daily"}, "start_on": "2026-11-01", **habit}
        make_habit(store, user_id, parse_json(HabitIn, dumps(body)), NOW)
    if weight is not None:
        body = {"metric": "weight_kg", "value": weight, "taken_at": "2026-11-20T08:00:00+01:00", "confirmed": True}
        measure(store, user_id, parse_json(MeasurementIn, dumps(body)), NOW)
    return ToolContext(store, user_id, NOW)


def use(context: ToolContext, tool: str, arguments: Json) -> tuple[Result, str]:
    """Run a tool as a model would; return its result, and what the built-in coach says of it."""
    result = Toolbox(context, TOOLS).run(ToolCall("call", tool, arguments))
    return result, "".join(answers.answer(ToolResult("call", tool, result.data, result.failed)))


def done(context: ToolContext, result: Result) -> str:
    """Do what was drafted, and return the action's id."""
    assert result.action is not None
    write = TOOLS[result.action.tool].write
    assert write is not None
    write.do(context.store, context.user_id, result.action.id, result.action.payload, NOW)
    return result.action.id


type Use = Callable[..., tuple[Result, str]]


@pytest.fixture
def ana() -> Iterator[ToolContext]:
    with person(weight=81.4) as context:
        yield context


@pytest.fixture
def ask(ana: ToolContext) -> Use:
    def run(tool: str, **arguments: Any) -> tuple[Result, str]:
        return use(ana, tool, arguments)

    return run
