"""An export that nobody has changed comes back as it was, on every store."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import orjson
import pytest
from tests.fixtures.api import Client, MovableClock, build_app, build_infra, client_of, close, settings_for, sign_in
from tests.fixtures.filling import brought_in, exported, files_in, fill, records_in

from fitzen.infra.base import Infra
from fitzen.rebuild import differences
from fitzen.transfer.derived import DERIVATIONS
from fitzen.transfer.kinds import SOURCES
from fitzen.users.models import Kept

READ = (
    "/api/workouts/me",
    "/api/workouts/me/stats",
    "/api/workouts/me/exercises/barbell-bench-press",
    "/api/measurements/me",
    "/api/habits/me",
    "/api/nutrition/meals/me",
    "/api/nutrition/water/me",
    "/api/nutrition/summary/me?day=2026-11-21",
    "/api/nutrition/targets/me",
    "/api/foods/recent/me",
    "/api/foods/favourites/me",
    "/api/recipes/me",
    "/api/reminders/me",
    "/api/reminders/me/upcoming",
    "/api/goals/me",
    "/api/achievements/me",
    "/api/cycle/me",
    "/api/chat/history/me",
)
"""What derives from records is computed again, to the same."""


@pytest.fixture(params=["sqlite", "two", "postgresql", "dynamodb"])
def clients(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Client, Client]]:
    """Somebody with data, and somebody who has just signed up, on each store; on `two`, chats have one of their own."""
    name = request.param.replace("two", "sqlite")
    url = request.getfixturevalue(f"{name}_url")
    chats = {"chat_store_url": f"sqlite:///{tmp_path}/chats.db"} if request.param == "two" else {}
    infra = build_infra(settings_for(tmp_path, url, **chats), MovableClock())
    nobody = client_of(build_app(infra))
    full, empty = (nobody.signed_in(sign_in(nobody, email=f"{uuid4()}@example.com")) for _ in range(2))
    yield full, empty
    close(infra)


def comparable(data: bytes, user_id: str) -> Any:
    """Return an export without what the account, the time and the count of writes make of it."""
    files = {name: content for name, content in files_in(data).items() if name.startswith("photos/")}
    records = records_in(data)
    for lines in records.values():
        for line in lines:
            del line["version"], line["seq"]
        lines.sort(key=lambda line: line["id"])
    (user,) = records["user"]
    del user["at"], user["id"]
    user["body"] = {name: value for name, value in user["body"].items() if name not in {*Kept.model_fields}}
    return files, orjson.loads(orjson.dumps(records).replace(user_id.encode(), b"somebody"))


def test_what_goes_out_comes_in_as_it_was(clients: tuple[Client, Client]) -> None:
    full, empty = clients
    fill(full)
    data = exported(full, include="cycle")
    report = brought_in(empty, data)
    assert report["trusted"] is True
    assert report["problems"] == []
    assert {kind: found["new"] for kind, found in report["counts"].items()} == {
        kind: len(lines) for kind, lines in records_in(data).items()
    }
    assert report["counts"].keys() == SOURCES.keys()
    again = exported(empty, include="cycle")
    assert comparable(again, empty.user_id) == comparable(data, full.user_id)
    infra = empty.application.extensions["fitzen"].infra
    assert differences(infra.store, empty.user_id, DERIVATIONS) == []
    for path in READ:
        assert empty.get(path).get_json() == full.get(path).get_json()
    assert empty.get("/api/users/me").get_json()["email"] == empty.session["user"]["email"]


def test_the_same_file_again_changes_nothing(signed_in: Client, another: Client) -> None:
    fill(signed_in)
    data = exported(signed_in)
    for client in (another, signed_in):
        brought_in(client, data)
        seq = last_seq(client)
        report = brought_in(client, data)
        assert all(found["same"] == sum(found.values()) for found in report["counts"].values())
        assert report["problems"] == []
        assert last_seq(client) == seq + 2, "the report is written when it begins and when it ends"


def last_seq(client: Client) -> int:
    infra: Infra = client.application.extensions["fitzen"].infra
    return max(record.seq for record in infra.store.changes(client.user_id, 0, 10_000))
