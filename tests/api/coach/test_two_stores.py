"""Chat in a store of its own: what is said stays there, what is logged goes to the other."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.fixtures.api import Client, settings_for
from tests.fixtures.chat import history, say

from fitzen.config import Settings
from fitzen.infra.base import Infra


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return replace(settings_for(tmp_path), chat_store_url=f"sqlite:///{tmp_path}/chat.db")


def test_a_workout_is_logged_from_one_store_into_the_other(signed_in: Client, infra: Infra) -> None:
    assert infra.chat_store is not infra.store
    action = say(signed_in, "log 5x5 squats at 100 kg")["actions"][0]
    path = f"/api/chat/actions/{action['id']}"
    for _ in range(2):
        assert signed_in.post(f"{path}/confirm").get_json()["status"] == "done"
    owner = signed_in.user_id
    assert infra.store.get(owner, "workout", action["id"]) is not None
    assert infra.chat_store.get(owner, "workout", action["id"]) is None
    assert infra.store.list(owner, "message").items == infra.store.list(owner, "action").items == []
    assert [message["sender"] for message in history(signed_in)] == ["coach", "user"]
    assert signed_in.post(f"{path}/undo").get_json()["status"] == "undone"
    assert infra.store.get(owner, "workout", action["id"]) is None
