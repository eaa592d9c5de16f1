"""Servers as a user starts them, on each store."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from tests.fixtures.serving import Server, serving

ROOT = Path(__file__).parents[2]


def _sqlite(request: pytest.FixtureRequest) -> str:
    return f"sqlite:///{request.getfixturevalue('tmp_path_factory').mktemp('data')}/fitzen.db"


def _postgresql(request: pytest.FixtureRequest) -> str:
    """A database of its own on the session's server."""
    import psycopg

    url: str = request.getfixturevalue("postgres_url")
    name = f"t{uuid4().hex}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return url.replace("/postgres?", f"/{name}?")


def _dynamodb(request: pytest.FixtureRequest) -> str:
    return f"dynamodb://eu-central-1/t{uuid4().hex}?endpoint={request.getfixturevalue('dynamodb_endpoint')}"


STORES: dict[str, Callable[[pytest.FixtureRequest], str]] = {
    "sqlite": _sqlite,
    "postgresql": _postgresql,
    "dynamodb": _dynamodb,
}


@pytest.fixture(scope="module", params=STORES)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`make run` on each store in turn."""
    env = {"STORE_URL": STORES[request.param](request)}
    with serving(tmp_path_factory.mktemp("run"), env, ["make", "-C", str(ROOT), "run"]) as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=30) as http:
        yield http
