"""Short to write: operations of a phone, and what became of them."""

from collections.abc import Callable
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from tests.fixtures.api import Client, Json

_numbers = count(1)


def new_id() -> str:
    return str(UUID(int=next(_numbers) | 7 << 76 | 2 << 62))


def weight(value: float = 71.4, **others: Any) -> Json:
    return {"taken_at": "2026-11-23T07:10:00+01:00", "metric": "weight_kg", "value": value} | others


def workout(exercise_id: str = "barbell-bench-press", **others: Any) -> Json:
    body = {"name": "Push", "started_at": "2026-11-20T18:00:00+01:00"}
    return body | {"exercises": [{"exercise_id": exercise_id, "sets": [{"reps": 5, "weight_kg": 80}]}]} | others


EXERCISE = {
    "name": "Landmine twist",
    "pattern": "core",
    "equipment": ["landmine"],
    "metric": "reps_load",
    "muscles": [{"muscle": "obliques", "share": 1}],
}


def op(action: str, id: str, body: Json | None = None, *, kind: str = "measurement", **others: Any) -> Json:
    sent: Json = {"op_id": new_id(), "kind": kind, "id": id, "action": action}
    return sent | ({} if body is None else {"body": body}) | others


type Push = Callable[..., list[Json]]
type Pull = Callable[..., Json]


@pytest.fixture
def push(signed_in: Client) -> Push:
    def send(*ops: Json) -> list[Json]:
        answer = signed_in.post("/api/sync", json={"ops": ops})
        assert answer.status_code == 200, answer.text
        results: list[Json] = answer.get_json()["results"]
        assert [result["op_id"] for result in results] == [sent["op_id"] for sent in ops]
        return results

    return send


@pytest.fixture
def pull(signed_in: Client) -> Pull:
    def ask(**query: Any) -> Json:
        answer = signed_in.get("/api/sync", query_string=query)
        assert answer.status_code == 200, answer.text
        changes: Json = answer.get_json()
        return changes

    return ask


def path(id_: str) -> str:
    return f"/api/measurements/me/{id_}"


@pytest.fixture
def weighed(push: Push) -> str:
    """The id of a measurement in version 1."""
    id_ = new_id()
    push(op("create", id_, weight()))
    return id_
