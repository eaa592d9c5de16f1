"""What becomes of a SqlStore's connections: interrupted, lost while in use, refused, restarted under it, forked."""

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from tests.fixtures.postgres import running_postgres
from tests.fixtures.records import found, ids, put

from fitzen.errors import UnavailableError
from fitzen.infra.storage.base import WriteConflict
from fitzen.infra.storage.sql import SqlStore

THREADS = 8
PATIENCE_S = 20
type Admin = psycopg.Connection[tuple[Any, ...]]


@pytest.fixture
def url(make_postgres_url: Callable[[], str]) -> str:
    """The URL of a database of the test's own."""
    return make_postgres_url()


@pytest.fixture
def admin(url: str) -> Iterator[Admin]:
    """A connection beside the store's, to its database."""
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


@pytest.fixture
def postgres(url: str) -> Iterator[SqlStore]:
    with closing(SqlStore(url)) as store:
        store.migrate()
        yield store


@pytest.fixture(params=["sqlite", "memory", "postgresql"])
def store(request: pytest.FixtureRequest) -> Iterator[SqlStore]:
    if request.param == "postgresql":
        yield request.getfixturevalue("postgres")
        return
    path = request.getfixturevalue("tmp_path") / "store.db" if request.param == "sqlite" else ""
    with closing(SqlStore(f"sqlite:///{path}")) as store:
        store.migrate()
        yield store


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, ZeroDivisionError])
def test_what_was_interrupted_is_not_written_by_who_comes_next(store: SqlStore, error: type[BaseException]) -> None:
    store.write([put("before")])

    def interrupted(cursor: Any) -> None:
        store._apply(cursor, [put("interrupted")])
        raise error

    with pytest.raises(error):
        store._engine.transaction(interrupted)
    store.write([put("after")])
    assert set(store.users()) == {"before", "after"}
    assert store.get("interrupted", "note", "a") is None


def test_a_conflict_costs_no_prepared_statement(postgres: SqlStore) -> None:
    """Psycopg itself would forget them all; a lease that is taken is a conflict each time that somebody asks."""
    for n in range(3):
        postgres.write([put("o", f"i{n}")])
        assert postgres.get("o", "note", f"i{n}")
    count = "SELECT count(*) FROM pg_prepared_statements WHERE strpos(statement, 'pg_prepared') = 0"
    before = postgres._engine.read(count, ())
    with pytest.raises(WriteConflict):
        postgres.write([put("o", "new"), put("o", "i0")])
    assert before[0][0] >= 3
    assert postgres._engine.read(count, ())[0][0] >= before[0][0]


def test_connections_lost_while_in_use_are_all_replaced(postgres: SqlStore, admin: Admin) -> None:
    """Many threads find out at once, others give back to a pool that is no more; the server is left with none of it."""
    meet, killed = threading.Barrier(THREADS + 1), threading.Event()

    def work(name: int) -> None:
        def hold(cursor: Any) -> None:
            if not killed.is_set():
                meet.wait(PATIENCE_S)
                killed.wait(PATIENCE_S)
            cursor.execute("SELECT 1")

        postgres._engine.transaction(hold)
        postgres.write([put(f"o{name}")])

    with ThreadPoolExecutor(THREADS) as pool:
        workers = [pool.submit(work, n) for n in range(THREADS)]
        meet.wait(PATIENCE_S)
        held = pids(admin)
        assert len(held) == THREADS
        for pid in held[: THREADS // 2]:
            admin.execute("SELECT pg_terminate_backend(%s, 5000)", (pid,))
        killed.set()
        for worker in workers:
            worker.result(PATIENCE_S)
    assert set(postgres.users()) == {f"o{n}" for n in range(THREADS)}
    postgres.close()
    assert nobody_is_left(admin)


def test_a_connection_that_is_in_use_at_close_is_closed_when_it_comes_back(store: SqlStore) -> None:
    """A thread may still keep what a reader left when the application stops; nobody comes after it to close."""
    lent, closed = threading.Event(), threading.Event()
    connections: list[Any] = []

    def work() -> None:
        with store._engine.connection() as connection:
            connections.append(connection)
            lent.set()
            closed.wait(PATIENCE_S)
        with store._engine.connection() as connection:
            connections.append(connection)

    with ThreadPoolExecutor(1) as pool:
        worker = pool.submit(work)
        lent.wait(PATIENCE_S)
        store.close()
        closed.set()
        worker.result(PATIENCE_S)
    assert len(connections) == 2
    for connection in connections:
        with pytest.raises((sqlite3.ProgrammingError, psycopg.OperationalError), match="closed"):
            connection.execute("SELECT 1")


def test_a_server_that_has_no_room_for_more_keeps_those_that_it_has(url: str, postgres: SqlStore, admin: Admin) -> None:
    role = f"r{uuid4().hex}"
    admin.execute(f"CREATE ROLE {role} LOGIN CONNECTION LIMIT 2; GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}")
    meet, leave = threading.Barrier(3), threading.Event()

    def hold(_cursor: Any) -> None:
        meet.wait(PATIENCE_S)
        leave.wait(PATIENCE_S)

    with closing(SqlStore(url.replace("postgres:@", f"{role}:p%40ss@"))) as store, ThreadPoolExecutor(2) as pool:
        workers = [pool.submit(store._engine.transaction, hold) for _ in range(2)]
        meet.wait(PATIENCE_S)
        before = pids(admin, role)
        with pytest.raises(UnavailableError):
            store.ping()
        leave.set()
        for worker in workers:
            worker.result(PATIENCE_S)
        store.write([put("o")])
        assert pids(admin, role) == before
        assert len(before) == 2
    assert nobody_is_left(admin, role)
    admin.execute(f"DROP OWNED BY {role}; DROP ROLE {role}".encode())


def test_a_url_may_have_options_and_settings_of_its_own(url: str) -> None:
    with closing(SqlStore(f"{url}&application_name=it&options=-c%20work_mem%3D7MB")) as store:
        names = ("application_name", "work_mem", "plan_cache_mode", "statement_timeout")
        rows = [store._engine.read("SELECT current_setting(%s)", (name,)) for name in names]
    assert [value for [(value,)] in rows] == ["it", "7MB", "force_generic_plan", "15s"]


def test_a_server_may_be_restarted_under_a_store() -> None:
    with running_postgres() as server, closing(SqlStore(server.get_uri())) as store:
        store.migrate()
        store.write([put("o")])
        calls: list[Callable[[], object]] = [
            store.ping,
            lambda: store.get("o", "note", "a"),
            lambda: store.write([put("o", "lost")]),
        ]
        server.stop()
        for call in calls:
            with pytest.raises(UnavailableError):
                call()
        server.ensure_postgres_running()
        assert found(store, "o").version == 1
        server.stop()
        server.ensure_postgres_running()
        store.write([put("o", "b")])  # the first call after it may be a write, too
        assert ids(store.changes("o", 0)) == ["a", "b"]


FORK = """
import os, sys
from fitzen.infra.storage.base import Put, utc_now
from fitzen.wiring import build_store

def write(name, count):
    store = build_store(sys.argv[1])
    store.migrate()
    for n in range(count):
        store.write([Put("o", "note", f"{name}-{n}", "{}", utc_now())])
    store.close()

write("parent", 1)
children = []
for name in ("first", "second"):
    pid = os.fork()
    if pid == 0:
        write(name, 20)
        os._exit(0)
    children.append(pid)
write("parent again", 1)
sys.exit(max(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) for pid in children))
"""


def test_processes_forked_after_close_have_stores_of_their_own(store: SqlStore, request: pytest.FixtureRequest) -> None:
    """As `fitzen serve` does: it migrates, closes, and Granian forks the workers. No thread may be left by then."""
    if store._engine.dialect == "sqlite" and (path := request.getfixturevalue("tmp_path") / "store.db").exists():
        url = f"sqlite:///{path}"
    elif store._engine.dialect == "postgresql":
        url = request.getfixturevalue("url")
    else:
        pytest.skip("lives in one process")
    subprocess.run([sys.executable, "-W", "error", "-c", FORK, url], check=True, timeout=60)
    assert [record.seq for record in store.changes("o", 0)] == [*range(1, 43)]


def pids(admin: Admin, role: str = "postgres") -> list[int]:
    """The server's processes for others' connections to the database."""
    sql = (
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        " AND backend_type = 'client backend' AND usename = %s ORDER BY pid"
    )
    return [pid for (pid,) in admin.execute(sql, (role,))]


def nobody_is_left(admin: Admin, role: str = "postgres") -> bool:
    """Whether all connections end; the server takes a moment to notice."""
    until = time.monotonic() + PATIENCE_S
    while pids(admin, role) and time.monotonic() < until:
        time.sleep(0.02)
    return not pids(admin, role)
