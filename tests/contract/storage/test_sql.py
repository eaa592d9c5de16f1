"""What only the SQL adapters do: migrations, plans, views, and databases that go away."""

import json
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from tests.contract.storage.conftest import Admin, MovableClock
from tests.fixtures.records import AT, MINUTE, found, ids, put

from fitzen.errors import UnavailableError
from fitzen.infra.storage import sql_postgres, sql_sqlite
from fitzen.infra.storage.base import Delete, Put, Store
from fitzen.infra.storage.sql import SqlStore
from fitzen.infra.storage.sql_kinds import OTHER, TABLES
from fitzen.infra.storage.sql_migrations import HEAD


@pytest.fixture
def sqlite_path(tmp_path: Path) -> Path:
    return tmp_path / "store.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest) -> str:
    """The URL of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{request.getfixturevalue('sqlite_path')}"
    url: str = request.getfixturevalue("empty_postgres")
    return url


@pytest.fixture
def sqlite(sqlite_path: Path) -> Iterator[SqlStore]:
    with closing(SqlStore(f"sqlite:///{sqlite_path}")) as store:
        store.migrate()
        yield store


CALLS: dict[str, Callable[[Store], Any]] = {
    "get": lambda store: store.get("o", "note", "a"),
    "get_many": lambda store: store.get_many("o", [("note", "a")]),
    "list": lambda store: store.list("o", "note"),
    "write": lambda store: store.write([put("o")]),
    "changes": lambda store: store.changes("o", 0),
    "due": lambda store: store.due("note", AT),
    "users": lambda store: list(store.users()),
    "erase": lambda store: store.erase("o"),
    "remove_expired": lambda store: store.remove_expired(),
    "migrate": lambda store: store.migrate(),
    "ping": lambda store: store.ping(),
}


class TestMigrations:
    def test_end_at_the_revision_that_the_code_knows(self) -> None:
        config = Config()
        config.set_main_option("script_location", "fitzen.infra.storage:migrations")
        assert ScriptDirectory.from_config(config).get_heads() == [HEAD]

    def test_of_many_processes_at_once_happen_once(self, empty: str) -> None:
        script = "import sys; from fitzen.wiring import build_store; build_store(sys.argv[1]).migrate()"
        processes = [
            subprocess.Popen([sys.executable, "-W", "ignore", "-c", script, empty], stderr=subprocess.PIPE)
            for _ in range(4)
        ]
        errors = [process.communicate(timeout=60)[1] for process in processes]
        assert [process.returncode for process in processes] == [0] * 4, errors
        with closing(SqlStore(empty)) as store:
            store.write([put("o")])

    def test_of_many_threads_at_once_happen_once(self, empty: str) -> None:
        with closing(SqlStore(empty)) as store, ThreadPoolExecutor(4) as pool:
            for done in [pool.submit(store.migrate) for _ in range(4)]:
                done.result()
            store.write([put("o")])

    def test_cost_nothing_when_there_is_nothing_to_do(self, empty: str) -> None:
        with closing(SqlStore(empty)) as store:
            store.migrate()
        script = (
            "import sys; from fitzen.wiring import build_store; store = build_store(sys.argv[1]); store.migrate();"
            "store.close(); sys.exit('alembic' in sys.modules)"
        )
        subprocess.run([sys.executable, "-c", script, empty], check=True, timeout=60)

    def test_give_a_database_of_before_the_partition_of_what_sync_applied(
        self, postgres: SqlStore, admin: Admin
    ) -> None:
        admin.execute("DROP TABLE applied_ops")
        admin.execute("UPDATE alembic_version SET version_num = '0001'")
        postgres.migrate()
        postgres.write([put("sys:applied:o", kind="applied_op")])
        assert admin.execute("SELECT count(*) FROM applied_ops").fetchall() == [(1,)]

    def test_move_what_a_database_of_before_has_into_the_new_partitions(self, postgres: SqlStore, admin: Admin) -> None:
        admin.execute("DROP TABLE agendas, notes")
        admin.execute("UPDATE alembic_version SET version_num = '0002'")
        postgres.write([put("o", "a", kind="midnight"), put("o", "b", kind="digest"), put("o", "c", kind="note")])
        assert admin.execute("SELECT count(*) FROM other_records").fetchall() == [(3,)]
        postgres.migrate()
        queries = ("SELECT count(*) FROM agendas", "SELECT count(*) FROM notes")
        counts = [admin.execute(query).fetchall() for query in queries]
        assert counts == [[(2,)], [(1,)]]
        assert admin.execute("SELECT count(*) FROM other_records").fetchall() == [(0,)]
        postgres.write([put("o", "a", kind="midnight", version=1), put("o", "d", kind="note")])
        assert [record.id for record in postgres.changes("o", 0)] == ["b", "c", "a", "d"]

    def test_that_fail_leave_nothing_behind(self, empty: str) -> None:
        with closing(SqlStore(empty)) as store:
            with store._engine.connection() as connection:
                connection.execute("CREATE TABLE records (already INTEGER)")
            with pytest.raises(Exception, match="already exists"):
                store.migrate()
            with store._engine.connection() as connection:
                connection.execute("DROP TABLE records")
                connection.execute("CREATE TABLE owners (nothing_of_ours INTEGER)")
                connection.execute("DROP TABLE owners")
            store.migrate()
            store.write([put("o")])
            assert found(store, "o").version == 1

    def test_nothing_connects_before_the_first_call(self, tmp_path: Path) -> None:
        SqlStore(f"sqlite:///{tmp_path}/not/yet/store.db").close()
        assert list(tmp_path.iterdir()) == []
        SqlStore("postgresql://nobody@127.0.0.1:1/nothing").close()


class TestUnavailable:
    @pytest.mark.parametrize("call", CALLS)
    def test_postgres_at_a_closed_port(self, call: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            url = f"postgres://fitzen@127.0.0.1:{probe.getsockname()[1]}/fitzen"
            with closing(SqlStore(url)) as store, pytest.raises(UnavailableError) as caught:
                CALLS[call](store)
        assert int(caught.value.headers["Retry-After"]) >= 1

    @pytest.mark.parametrize("call", CALLS)
    def test_a_file_that_is_no_database(self, call: str, sqlite_path: Path) -> None:
        sqlite_path.write_bytes(b"not a database at all " * 500)
        with closing(SqlStore(f"sqlite:///{sqlite_path}")) as store, pytest.raises(UnavailableError):
            CALLS[call](store)

    def test_a_folder_that_cannot_be_made(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with closing(SqlStore(f"sqlite:///{tmp_path}/file/store.db")) as store, pytest.raises(UnavailableError):
            store.migrate()

    def test_a_full_disk(self, sqlite: SqlStore) -> None:
        body = json.dumps({"x": "y" * 100_000})
        sqlite.write([put("o", "before")])
        with sqlite._engine.connection() as connection:  # one thread always gets the same
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(UnavailableError):
            sqlite.write([put("o", f"i{n}", body=body) for n in range(3)])
        assert ids(sqlite.changes("o", 0)) == ["before"]
        with sqlite._engine.connection() as connection:
            connection.execute("PRAGMA max_page_count = 1000000")
        sqlite.write([put("o", "after", body=body)])
        assert [record.seq for record in sqlite.changes("o", 0)] == [1, 2]

    def test_a_lock_that_another_process_keeps(
        self, sqlite_path: Path, sqlite: SqlStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sql_sqlite, "WAIT", 0.2)
        with closing(SqlStore(f"sqlite:///{sqlite_path}")) as store, closing(sqlite3.connect(sqlite_path)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(UnavailableError):
                store.write([put("o")])
            assert store.get("o", "note", "a") is None  # readers do not wait
            other.rollback()
            store.write([put("o")])

    def test_turns_that_never_come(self, sqlite: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sql_sqlite, "WAIT", 0.1)
        entered, leave = threading.Event(), threading.Event()

        def stay(_cursor: Any) -> None:
            entered.set()
            leave.wait(10)

        with ThreadPoolExecutor(1) as pool:
            slow = pool.submit(sqlite._engine.transaction, stay)
            entered.wait(10)
            with pytest.raises(UnavailableError):
                sqlite.write([put("o")])
            leave.set()
            slow.result()
        sqlite.write([put("o")])

    def test_a_lock_in_postgres_that_another_keeps(
        self, empty_postgres: str, postgres: SqlStore, admin: Admin, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        postgres.write([put("o")])
        monkeypatch.setattr(sql_postgres, "SETTINGS", "SET statement_timeout = '200ms'")
        with closing(SqlStore(empty_postgres)) as impatient, admin.transaction():
            admin.execute("SELECT * FROM owners FOR UPDATE")
            with pytest.raises(UnavailableError):
                impatient.write([put("o", version=1)])
        assert found(postgres, "o").version == 1


KILL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"


class TestLostConnections:
    def test_a_read_goes_on_with_a_new_one(self, postgres: SqlStore, admin: Admin) -> None:
        postgres.write([put("o")])
        admin.execute(KILL)
        assert found(postgres, "o").version == 1

    def test_a_write_too_before_its_commit(self, postgres: SqlStore, admin: Admin) -> None:
        postgres.write([put("o")])
        admin.execute(KILL)
        postgres.write([put("o", version=1)])
        assert found(postgres, "o").version == 2

    def test_all_idle_ones_are_replaced_at_once(self, postgres: SqlStore, admin: Admin) -> None:
        barrier = threading.Barrier(6)

        def read(_name: int) -> None:
            def hold(_cursor: Any) -> None:
                barrier.wait(10)

            postgres._engine.transaction(hold)

        with ThreadPoolExecutor(6) as pool:
            list(pool.map(read, range(6)))
        admin.execute(KILL)
        for _ in range(6):
            postgres.ping()

    def test_amid_a_write_it_starts_again(self, postgres: SqlStore, admin: Admin) -> None:
        postgres.write([put("o")])
        with ThreadPoolExecutor(1) as pool:
            with admin.transaction():
                admin.execute("SELECT * FROM owners FOR UPDATE")
                writer = pool.submit(postgres.write, [put("o", "b"), put("o", "c")])
                waiting = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
                while admin.execute(waiting.encode()).fetchone() == (0,):
                    pass
                admin.execute(KILL)
            writer.result(10)
        assert [(record.id, record.seq) for record in postgres.changes("o", 0)] == [("a", 1), ("b", 2), ("c", 3)]

    def test_amid_a_commit_nobody_knows_and_it_is_not_tried_again(self, postgres: SqlStore, admin: Admin) -> None:
        at_commit(admin, "PERFORM pg_terminate_backend(pg_backend_pid());")
        with pytest.raises(UnavailableError):
            postgres.write([put("o")])
        assert admin.execute("SELECT last_value FROM tries").fetchone() == (1,)
        admin.execute("DROP TRIGGER at_commit ON owners")
        postgres.write([put("o")])

    def test_a_transaction_that_lost_a_race_runs_again(self, postgres: SqlStore, admin: Admin) -> None:
        for state in ("40001", "40P01"):
            at_commit(admin, f"IF nextval('tries') < 4 THEN RAISE 'race' USING ERRCODE = '{state}'; END IF;")
            postgres.write([put("o", state)])
            assert found(postgres, "o", state).version == 1
        assert [record.seq for record in postgres.changes("o", 0)] == [1, 2]

    def test_a_server_that_became_a_replica_is_left(self, postgres: SqlStore, admin: Admin) -> None:
        postgres.write([put("o")])
        database = postgres._engine.read("SELECT current_database()", ())[0][0]
        admin.execute(f"ALTER DATABASE {database} SET default_transaction_read_only = on".encode())
        admin.execute(KILL)
        with pytest.raises(UnavailableError):
            postgres.write([put("o", version=1)])
        assert found(postgres, "o").version == 1  # it may still be read
        admin.execute("SET default_transaction_read_only = off")
        admin.execute(f"ALTER DATABASE {database} RESET default_transaction_read_only".encode())
        postgres.write([put("o", version=1)])  # on a connection that was made since
        assert found(postgres, "o").version == 2


def at_commit(admin: Admin, what: str) -> None:
    """Do something each time that a transaction which touched an owner commits; the sequence `tries` counts."""
    admin.execute(
        f"""DROP TRIGGER IF EXISTS at_commit ON owners;
        DROP SEQUENCE IF EXISTS tries;
        CREATE SEQUENCE tries;
        CREATE OR REPLACE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN {"" if "nextval" in what else "PERFORM nextval('tries');"} {what} RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT OR UPDATE ON owners
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION at_commit()""".encode()
    )


class TestSqlite:
    def test_is_durable(self, sqlite: SqlStore) -> None:
        with sqlite._engine.connection() as connection:
            pragmas = {
                name: connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("journal_mode", "synchronous", "secure_delete")
            }
        assert pragmas == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}

    def test_hundreds_of_threads_share_the_file(self, sqlite: SqlStore) -> None:
        def work(name: int) -> None:
            owner = f"o{name % 10}"
            for n in range(3):
                sqlite.write([put(owner, f"{name}-{n}")])
                assert sqlite.get(owner, "note", f"{name}-{n}")

        with ThreadPoolExecutor(200) as pool:
            list(pool.map(work, range(200)))
        assert sum(len(sqlite.changes(f"o{n}", 0, 1000)) for n in range(10)) == 600

    def test_a_copy_that_lost_its_journal_mode_gets_it_back(
        self, sqlite: SqlStore, sqlite_path: Path, tmp_path: Path
    ) -> None:
        sqlite.write([put("o")])
        with closing(sqlite3.connect(sqlite_path)) as connection:
            connection.execute("VACUUM INTO ?", (str(tmp_path / "copy.db"),))
        with closing(SqlStore(f"sqlite:///{tmp_path}/copy.db")) as store:
            store.migrate()
            assert found(store, "o").version == 1
            with store._engine.connection() as connection:
                assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)

    def test_the_path_may_be_relative(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        with closing(SqlStore("sqlite:///var/store.db")) as store:
            store.migrate()
        assert (tmp_path / "var" / "store.db").exists()
        shutil.rmtree(tmp_path / "var")

    @pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
    def test_in_memory_threads_see_one_database(
        self, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        with closing(SqlStore(url)) as store, ThreadPoolExecutor(8) as pool:
            store.migrate()
            list(pool.map(lambda n: store.write([put("o", f"i{n}")]), range(50)))
            assert len(store.changes("o", 0)) == 50
        assert list(tmp_path.iterdir()) == []


class TestPostgres:
    def test_each_kind_is_in_the_table_of_its_name(self, postgres: SqlStore, admin: Admin) -> None:
        tables = {kind: table for table, kinds in TABLES.items() for kind in kinds} | {"never_heard_of": OTHER}
        postgres.write([put("o", kind=kind) for kind in tables])
        rows = admin.execute("SELECT kind, tableoid::regclass::text FROM records").fetchall()
        assert dict(rows) == tables
        assert {kind for kind in tables if postgres.list("o", kind).items} == tables.keys()

    def test_bodies_are_jsonb(self, postgres: SqlStore, admin: Admin) -> None:
        postgres.write([put("o", kind="workout", body='{"name": "Legs"}'), put("o", "gone")])
        postgres.write([Delete("o", "note", "gone", 1)])
        assert admin.execute("SELECT body ->> 'name' FROM workouts").fetchall() == [("Legs",)]
        assert admin.execute("SELECT jsonb_typeof(body) FROM notes").fetchall() == [(None,)]

    def test_both_names_of_the_scheme(self, empty_postgres: str, postgres: SqlStore) -> None:
        postgres.write([put("o")])
        rest = empty_postgres.partition("://")[2]
        for scheme in ("postgres", "postgresql+psycopg"):
            with closing(SqlStore(f"{scheme}://{rest}")) as store:
                assert found(store, "o").version == 1

    def test_a_body_cannot_smuggle_in_a_row(self, postgres: SqlStore) -> None:
        body = json.dumps({"x": '"], ["other", "note", "b", 1, 1, null, null, null, null, "{}"]'})
        postgres.write([put("o", body=body), put("o", "b", group='"], [')])
        assert json.loads(found(postgres, "o").body) == json.loads(body)
        assert ids(postgres.changes("o", 0)) == ["a", "b"]
        assert list(postgres.changes("other", 0)) == []


class TestExpiryRace:
    def test_what_is_written_anew_is_not_removed(self, empty: str) -> None:
        clock = MovableClock()
        with closing(SqlStore(empty, clock=clock)) as store, ThreadPoolExecutor(2) as pool:
            store.migrate()
            claims = [f"sys:lease:{n}" for n in range(60)]
            store.write([put(claim, expires_at=clock.now + MINUTE) for claim in claims])
            clock.forward(minutes=1)
            sweeping = [pool.submit(store.remove_expired, 3) for _ in range(20)]
            for claim in claims:
                store.write([Put(claim, "note", "a", "{}", AT, expires_at=clock.now + MINUTE)])
            for sweep in sweeping:
                sweep.result()
            assert [found(store, claim).version for claim in claims] == [1] * 60
