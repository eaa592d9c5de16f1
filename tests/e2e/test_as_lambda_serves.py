"""`fitzen serve` as deploy/cdk has Lambda start it: no table is asked about, one worker, and an end within the time given."""

import time
from pathlib import Path

import httpx
from tests.fixtures.serving import FITZEN, Server

COMMAND = [FITZEN, "serve", "--no-migrate", "--workers", "1", "--role"]
"""As deploy/cdk/fitzen_cdk/serverless.py."""


def test_the_api_answers_before_it_asks_its_store(tmp_path: Path) -> None:
    away = {"STORE_URL": "dynamodb://us-east-1/none?endpoint=http://127.0.0.1:9", "SECRET_KEY": "x" * 48}
    keys = {"AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local"}
    server = Server(tmp_path, away | keys, [*COMMAND, "api"])
    try:
        server.start()
        assert httpx.get(f"{server.url}/health").json() == {"ok": True}
        asked = httpx.get(f"{server.url}/ready", timeout=60)
        assert (asked.status_code, asked.json()["dependencies"]["store"]["ok"]) == (503, False)
    finally:
        started = time.monotonic()
        server.stop()
    assert time.monotonic() - started < 10, server.log()


def test_no_table_is_made(tmp_path: Path) -> None:
    server = Server(tmp_path, {}, [*COMMAND, "chat"])
    try:
        server.start()
    finally:
        server.stop()
    assert not (tmp_path / "fitzen.db").exists()
