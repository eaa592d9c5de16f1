"""Servers as a user starts them, on each store."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from tests.fixtures.serving import Server, serving

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", params=["sqlite_url", "postgresql_url", "dynamodb_url"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`make run` on each store in turn."""
    env = {"STORE_URL": request.getfixturevalue(request.param), "APP_BUILD": "0"}
    with serving(tmp_path_factory.mktemp("run"), env, ["make", "-C", str(ROOT), "run"]) as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=30) as http:
        yield http
