"""What is kept in mind is told when somebody asks for it, and nothing where nothing is."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from fitzen.coach import memory
from fitzen.coach.builtin.answers import answer
from fitzen.coach.memory import MemoryIn
from fitzen.coach.toolbox import Result, ToolContext
from fitzen.coach.tools import TOOLS
from fitzen.coach.tools.remember import RecallArgs
from fitzen.infra.llm.base import ToolResult
from fitzen.infra.storage.sql import SqlStore
from fitzen.records import new_id
from fitzen.users.service import new_user

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def context() -> Iterator[ToolContext]:
    store = SqlStore("sqlite://")
    store.migrate()
    user_id = new_id()
    store.write([new_user(user_id, NOW, email="ana@example.org")])
    yield ToolContext(store, user_id, NOW)
    store.close()


def recalled(context: ToolContext) -> Result:
    return TOOLS["recall"].run(context, RecallArgs())


def said(result: Result) -> str:
    return "".join(answer(ToolResult("1", "recall", result.data)))


def test_nothing_is_kept_in_mind_yet(context: ToolContext) -> None:
    result = recalled(context)
    assert result.sources == []
    assert "nothing in mind" in said(result)


def test_notes_are_told_as_they_were_said_until_they_are_erased(context: ToolContext) -> None:
    for minute, text in enumerate(("I train in the mornings", "No rack in my gym.")):
        memory.remember(context.store, context.user_id, MemoryIn(text=text), NOW + timedelta(minutes=minute))
    result = recalled(context)
    assert result.data["notes"] == ["I train in the mornings", "No rack in my gym."]
    assert [each["ref"] for each in result.sources] == ["memory"]
    assert "“I train in the mornings.” “No rack in my gym.”" in said(result)
    assert result.action is None, "reading writes nothing"
    memory.forget_all(context.store, context.user_id)
    assert recalled(context).data["notes"] == []
