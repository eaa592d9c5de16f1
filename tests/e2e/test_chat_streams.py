"""Streams on a real server: as they come, cut short by a reader, by a stop and by a crash; two hundred at once."""

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.fixtures.chat import EVENTS, events
from tests.fixtures.models import USAGE
from tests.fixtures.serving import Server, serving, sign_in

from fitzen.coach.budget import counted
from fitzen.records import new_id

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tests" / "fixtures" / "dictating_server.py"
LEASE_S = 2
STREAMS = 200

type Json = dict[str, Any]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("chat")
    with serving(folder, {"PYTHONPATH": str(ROOT)}, [sys.executable, str(SCRIPT)]) as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    """Somebody new."""
    with httpx.Client(base_url=server.url, timeout=30) as http:
        sign_in(http, email=f"{new_id()}@example.com")
        yield http


def _body(order: str, id_: str | None = None) -> Json:
    return {"message": order, "id": id_ or new_id()}


def _lines(response: httpx.Response) -> Iterator[tuple[str, Json]]:
    """Read events as they come."""
    block: list[str] = []
    for line in response.iter_lines():
        block.append(line)
        if not line:
            yield from events("\n".join(block) + "\n")
            block = []


def _coach_said(client: httpx.Client) -> Json | None:
    items: list[Json] = client.get("/api/chat/history/me").json()["items"]
    return next((item for item in items if item["sender"] == "coach"), None)


def _until_said(client: httpx.Client) -> Json:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if said := _coach_said(client):
            return said
        time.sleep(0.05)
    raise AssertionError("nothing was kept")


def test_events_come_as_they_are_said(client: httpx.Client) -> None:
    came: list[tuple[float, str]] = []
    with client.stream("POST", "/api/chat/message", json=_body("count 10 0.1"), headers=EVENTS) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        assert response.headers["cache-control"] == "no-cache"
        came += [(time.monotonic(), name) for name, _ in _lines(response)]
    assert [name for _, name in came] == ["start", *["delta"] * 10, "done"]
    assert came[-1][0] - came[1][0] > 0.7, "not all at the end"


def test_a_reader_that_goes_stops_the_model(client: httpx.Client) -> None:
    with client.stream("POST", "/api/chat/message", json=_body("count 100 0.1"), headers=EVENTS) as response:
        for name, _ in _lines(response):
            if name == "delta":
                break
    said = _until_said(client)
    words = said["text"].split()
    assert said["interrupted"] is True
    assert words == [f"w{number}." for number in range(len(words))]
    assert 1 <= len(words) < 50
    time.sleep(0.5)
    assert _coach_said(client) == said


def test_a_long_answer_keeps_its_lease(client: httpx.Client) -> None:
    body = _body(f"count 2 {LEASE_S * 2}")
    with client.stream("POST", "/api/chat/message", json=body, headers=EVENTS) as response:
        reading = _lines(response)
        assert next(reading)[0] == "start"
        time.sleep(LEASE_S * 1.5)
        again = client.post("/api/chat/message", json=body)
        assert again.status_code == 409
        assert int(again.headers["retry-after"]) >= 1
        assert list(reading)[-1][0] == "done"
    assert client.post("/api/chat/message", json=body).json()["text"] == "w0. w1. "


def test_a_stop_is_told_and_a_crash_loses_nothing(tmp_path: Path) -> None:
    """SIGTERM ends streams with a hint to come back; after SIGKILL the message is there, and is answered when resent."""
    env, command = {"PYTHONPATH": str(ROOT)}, [sys.executable, str(SCRIPT)]
    with serving(tmp_path, env, command) as server, httpx.Client(base_url=server.url, timeout=30) as client:
        sign_in(client, email="ana@example.com")
        stopped, crashed = _body("count 60 0.05"), _body("count 50 0.05")
        with client.stream("POST", "/api/chat/message", json=stopped, headers=EVENTS) as response:
            reading = _lines(response)
            assert [next(reading)[0], next(reading)[0]] == ["start", "delta"]
            os.kill(server.pid, signal.SIGTERM)
            name, problem = list(reading)[-1]
            assert (name, problem["status"]) == ("error", 503)
        server.stop()
        server.start()
        assert _until_said(client)["interrupted"] is True
        with client.stream("POST", "/api/chat/message", json=crashed, headers=EVENTS) as response:
            assert next(_lines(response))[0] == "start"
            server.kill()
        server.start()
        kept = client.get("/api/chat/history/me").json()["items"]
        assert (kept[0]["sender"], kept[0]["text"]) == ("user", "count 50 0.05")
        assert _answered(client, crashed)["text"].split() == [f"w{number}." for number in range(50)]
        assert _answered(client, stopped)["text"].split() == [f"w{number}." for number in range(60)]


def _answered(client: httpx.Client, body: Json) -> Json:
    """Send a message again until it is answered, as a client does that is told to wait."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        answer = client.post("/api/chat/message", json=body)
        if answer.status_code == 200:
            said: Json = answer.json()
            return said
        assert answer.status_code == 409, answer.text
        time.sleep(float(answer.headers["retry-after"]) / 4)
    raise AssertionError("never answered")


@pytest.mark.parametrize("store", ["sqlite_url", "postgresql_url"])
def test_two_hundred_streams_of_one_person_at_once(store: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Each has its first word long before any has its last; all of them change the one record of what the person spent."""
    env = {"PYTHONPATH": str(ROOT), "STORE_URL": request.getfixturevalue(store)}
    command = [sys.executable, str(SCRIPT)]
    with serving(tmp_path, env, command) as server, httpx.Client(base_url=server.url, timeout=30) as client:
        sign_in(client, email=f"{new_id()}@example.com")
        found = _two_hundred(server, client.headers["Authorization"])
        used = client.get("/api/chat/usage/me").json()["day"]["tokens"]
    assert all(message["text"].split() == [f"w{number}." for number in range(8)] for _, _, message in found)
    assert max(first for first, _, _ in found) < min(last for _, last, _ in found) + 4
    assert len({message["id"] for _, _, message in found}) == STREAMS
    assert used == STREAMS * counted(USAGE), "each is settled, none twice"


def _two_hundred(server: Server, token: str) -> list[tuple[float, float, Json]]:

    async def one(http: httpx.AsyncClient) -> tuple[float, float, Json]:
        first = last = 0.0
        message: Json = {}
        async with http.stream("POST", "/api/chat/message", json=_body("count 8 0.5"), headers=EVENTS) as response:
            assert response.status_code == 200
            name = ""
            async for line in response.aiter_lines():
                if line.startswith("event: "):
                    name = line.removeprefix("event: ")
                    first = first or (time.monotonic() if name == "delta" else 0.0)
                elif line.startswith("data: ") and name == "done":
                    last, message = time.monotonic(), json.loads(line.removeprefix("data: "))["message"]
        return first, last, message

    async def every() -> list[tuple[float, float, Json]]:
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(
            base_url=server.url, timeout=60, limits=limits, headers={"Authorization": token}
        ) as http:
            return list(await asyncio.gather(*(one(http) for _ in range(STREAMS))))

    return asyncio.run(every())
