"""The engines that the one contract suite of the Store runs over; another is one more row of `ENGINES`."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Protocol
from uuid import uuid4

import psycopg
import pytest

from fitzen.infra.storage.base import Clock, Store, utc_now
from fitzen.infra.storage.sql import SqlStore
from fitzen.wiring import build_store

type Admin = psycopg.Connection[tuple[Any, ...]]


class Engine(NamedTuple):
    """`url` makes a database of the session's own. `work` is how much the long tests do, in parts of a hundred.

    `shared`: another process that opens the URL sees the same records.
    """

    name: str
    url: Callable[[pytest.FixtureRequest], str]
    work: int
    shared: bool = True


def _sqlite(request: pytest.FixtureRequest) -> str:
    folder = request.getfixturevalue("tmp_path_factory").mktemp("sqlite")
    return f"sqlite:///{folder}/made/when/needed/store.db"


def _postgresql(request: pytest.FixtureRequest) -> str:
    url: str = request.getfixturevalue("postgres_url")
    return url


def _dynamodb(request: pytest.FixtureRequest) -> str:
    return f"dynamodb://eu-central-1/t{uuid4().hex}?endpoint={request.getfixturevalue('dynamodb_endpoint')}"


ENGINES = [
    Engine("sqlite", _sqlite, work=100),
    Engine("memory", lambda _request: "sqlite://", work=50, shared=False),
    Engine("postgresql", _postgresql, work=60),
    Engine("dynamodb", _dynamodb, work=8),
]


class MovableClock:
    """Starts at the real time, because DynamoDB removes by that what has expired."""

    def __init__(self) -> None:
        self.now = utc_now()

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        self.now += timedelta(**by)


class Open(Protocol):
    def __call__(self, clock: Clock = ..., /) -> Store: ...


@pytest.fixture(scope="session", params=ENGINES, ids=lambda engine: engine.name)
def engine(request: pytest.FixtureRequest) -> Engine:
    chosen: Engine = request.param
    return chosen


@pytest.fixture(scope="session")
def database(engine: Engine, request: pytest.FixtureRequest) -> str:
    """A database of the engine with its tables made; tests share it and keep apart by their owners and kinds."""
    url = engine.url(request)
    if engine.shared:
        with closing(build_store(url)) as store:
            store.migrate()
    return url


@pytest.fixture
def store_url(database: str, engine: Engine) -> str:
    """For what another process does; skips where an engine lives in one process."""
    if not engine.shared:
        pytest.skip("lives in one process")
    return database


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def store(database: str, engine: Engine, clock: MovableClock) -> Iterator[Store]:
    with closing(build_store(database, clock=clock)) as store:
        if not engine.shared:
            store.migrate()
        yield store


@pytest.fixture
def open_store(store_url: str) -> Iterator[Open]:
    """Open the store once more, as another process would: it shares nothing with `store` but the database."""
    with ExitStack() as stack:
        yield lambda clock=utc_now: stack.enter_context(closing(build_store(store_url, clock=clock)))


@pytest.fixture
def owner() -> str:
    return str(uuid4())


@pytest.fixture
def kind() -> str:
    """For what is asked across owners: a kind that no other test has."""
    return f"k{uuid4().hex}"


@pytest.fixture
def empty_postgres(make_postgres_url: Callable[[], str]) -> str:
    """A database of the test's own."""
    return make_postgres_url()


@pytest.fixture
def admin(empty_postgres: str) -> Iterator[Admin]:
    """A connection beside the store's, to its database."""
    with psycopg.connect(empty_postgres, autocommit=True) as connection:
        yield connection


@pytest.fixture
def postgres(empty_postgres: str) -> Iterator[SqlStore]:
    with closing(SqlStore(empty_postgres)) as store:
        store.migrate()
        yield store
