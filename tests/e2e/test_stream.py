"""Streams of a running server, as a client on the network sees them."""

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.fixtures.serving import Server, serving, sign_in

STREAM = {"Accept": "text/event-stream"}
SQUATS = "log 5x5 squats at 100 kg"
SLOW = '''"""`fitzen serve`, its coach replaced by one that talks for ever, slowly."""
import sys, time
from fitzen import cli
from fitzen.coach.builtin import BuiltinCoach
from fitzen.infra.llm.base import Text

def stream(self, messages, tools, budget):
    while True:
        yield Text("Word. ")
        time.sleep(0.1)

BuiltinCoach.stream = stream
sys.argv = ["fitzen", "serve"]
cli.main(prog_name="fitzen")
'''


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("stream"), {}) as server:
        yield server


@pytest.fixture(scope="module")
def ana(running: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=running.url, timeout=30) as client:
        sign_in(client, email="ana@example.com")
        yield client


def events(text: str) -> list[tuple[str, dict[str, Any]]]:
    blocks = [
        dict(line.split(": ", 1) for line in block.split("\n") if line and line[0] != ":")
        for block in text.split("\n\n")
    ]
    return [(block["event"], json.loads(block["data"])) for block in blocks if "event" in block]


def test_events_come_in_order(ana: httpx.Client) -> None:
    answer = ana.post("/api/chat/message", json={"message": SQUATS}, headers=STREAM)
    assert answer.headers["content-type"].startswith("text/event-stream")
    found = events(answer.text)
    names = [name for name, _ in found]
    assert names[:4] == ["start", "tool", "tool", "card"]
    assert names[-1] == "done"
    assert ana.get("/api/chat/history/me?limit=1").json()["items"] == [found[-1][1]["message"]]


def test_fifty_at_once_all_complete(ana: httpx.Client) -> None:
    """More than the server has threads: those that wait are served, none is lost."""

    def ask(number: int) -> list[tuple[str, dict[str, Any]]]:
        message = f"log {number + 1}x5 squats at 100 kg"
        with httpx.Client(base_url=ana.base_url, headers=ana.headers, timeout=60) as client:
            return events(client.post("/api/chat/message", json={"message": message}, headers=STREAM).text)

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(ask, range(50)))
    for number, found in enumerate(answers):
        assert found[-1][0] == "done", found
        sets = found[-1][1]["message"]["cards"][0]["data"]["exercises"][0]["sets"]
        assert len(sets) == number + 1


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Server]:
    import sys

    script = tmp_path / "slow.py"
    script.write_text(SLOW)
    with serving(tmp_path, {}, [sys.executable, str(script)]) as server:
        yield server


def test_a_reader_who_goes_leaves_an_interrupted_answer(slow: Server) -> None:
    with httpx.Client(base_url=slow.url, timeout=30) as client:
        sign_in(client, email="ana@example.com")
        with client.stream("POST", "/api/chat/message", json={"message": "hello"}, headers=STREAM) as answer:
            pieces = answer.iter_text()
            while "delta" not in next(pieces):
                pass
        until = time.monotonic() + 10
        while len(items := client.get("/api/chat/history/me").json()["items"]) < 2:
            assert time.monotonic() < until
            time.sleep(0.1)
        assert items[0]["interrupted"] is True
        assert items[0]["text"].startswith("Word. ")


def test_a_server_that_stops_says_so(slow: Server) -> None:
    with httpx.Client(base_url=slow.url, timeout=30) as client:
        sign_in(client, email="ana@example.com")
        with (
            ThreadPoolExecutor(1) as pool,
            client.stream("POST", "/api/chat/message", json={"message": "hello"}, headers=STREAM) as answer,
        ):
            pieces = answer.iter_text()
            text = next(pieces)
            begun = time.monotonic()
            stopped = pool.submit(slow.stop)
            text += "".join(pieces)
            stopped.result()
            assert time.monotonic() - begun < 10
    name, problem = events(text)[-1]
    assert (name, problem["status"]) == ("error", 503)
    assert "retry: " in text
