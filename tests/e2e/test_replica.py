"""Exports and figures read a replica, and miss nothing that the person wrote before: a real standby of PostgreSQL."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psycopg
import pytest
from tests.fixtures.api import MovableClock, build_infra, close, settings_for
from tests.fixtures.postgres import running_postgres
from tests.fixtures.records import put

from fitzen.backup.postgres import Programs, own
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Put
from fitzen.jobs import analytics
from fitzen.records import dumps
from fitzen.transfer import exporting

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
DAY = NOW.date()


@pytest.fixture(scope="module")
def standby() -> Iterator[Any]:
    """`primary` and `replica`, two URLs; the second follows the first."""
    with running_postgres() as server:
        programs = Programs(server.bin_path, server.system_user)
        data = Path(server.pgdata).parent / "standby"
        programs.run("pg_basebackup", "-d", server.get_uri(), "-D", str(data), "-R", "-X", "stream", "-c", "fast")
        sockets = data.parent / "s"
        sockets.mkdir()
        for lock in data.glob(".s.PGSQL*"):
            lock.unlink()
        own([data, sockets], programs)
        log = str(sockets / "log")
        options = f"-c listen_addresses='' -c unix_socket_directories='{sockets}'"
        programs.run("pg_ctl", "-D", str(data), "-l", log, "-o", options, "-w", "start", as_user=True)
        try:
            yield SimpleNamespace(primary=server.get_uri(), replica=f"postgresql://postgres@/postgres?host={sockets}")
        finally:
            programs.run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop", as_user=True)


@pytest.fixture
def infra(standby: Any, tmp_path: Path) -> Iterator[Infra]:
    settings = settings_for(tmp_path, standby.primary, replica_url=standby.replica)
    made = build_infra(settings, MovableClock(NOW))
    yield made
    replay(standby)
    close(made)


def replay(standby: Any, *, on: bool = True) -> None:
    """Let the standby follow, or make it lag."""
    with psycopg.connect(standby.replica, autocommit=True) as connection:
        connection.execute("SELECT pg_wal_replay_resume()" if on else "SELECT pg_wal_replay_pause()")
        wanted = "not paused" if on else "paused"
        wait(lambda: connection.execute("SELECT pg_get_wal_replay_pause_state()").fetchone() == (wanted,))


def caught_up(standby: Any) -> None:
    with psycopg.connect(standby.primary) as primary, psycopg.connect(standby.replica, autocommit=True) as replica:
        end = primary.execute("SELECT pg_current_wal_flush_lsn()").fetchone()
        wait(lambda: replica.execute("SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", end).fetchone() == (True,))


def wait(done: Any) -> None:
    until = time.monotonic() + 30
    while not done():
        assert time.monotonic() < until
        time.sleep(0.02)


def weight(id: str, value: float, version: int = 0) -> Put:
    return put("ana", id, kind="measurement", body=dumps({"metric": "weight_kg", "value": value}), version=version)


def exported(infra: Infra, folder: Path) -> list[str]:
    folder.mkdir(exist_ok=True)
    found = exporting.collect(infra, "ana", folder, NOW)
    lines = (folder / "measurement.jsonl").read_text().splitlines()
    assert len(lines) == found.counts["measurement"]
    return lines


def test_an_export_comes_from_the_replica_and_has_what_was_written_before(
    infra: Infra, standby: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    infra.store.write([weight("a", 70), weight("b", 71)])
    caught_up(standby)
    whence: list[object] = []
    real = exporting._records

    def noting(infra: Infra, source: Any, *rest: Any) -> Any:
        whence.append(source)
        return real(infra, source, *rest)

    monkeypatch.setattr(exporting, "_records", noting)
    assert len(exported(infra, tmp_path / "1")) == 2
    assert whence == [infra.replica], "the primary gives nothing but the word that this is all"
    replay(standby, on=False)
    infra.store.write([weight("c", 72), weight("a", 69.5, version=1)])
    late = exported(infra, tmp_path / "2")
    assert len(late) == 3
    assert sum("69.5" in line for line in late) == 1
    assert whence == [infra.replica, infra.replica, infra.store], "too late, so the primary"


def test_one_that_comes_to_the_replica_while_it_is_read(infra: Infra, standby: Any, tmp_path: Path) -> None:
    """The first page has a record as it was, a later one as it is: the export has it as it is."""
    every = [put("ben", f"{n:03}", kind="measurement", body=dumps({"value": n})) for n in range(90)]
    for batch in (every, [each._replace(id=f"x{each.id}") for each in every]):
        infra.store.write(batch)
    caught_up(standby)
    read: list[int] = []

    def meanwhile(count: int) -> None:
        if not read:
            infra.store.write([put("ben", "000", kind="measurement", body=dumps({"value": 98765}), version=1)])
            caught_up(standby)
        read.append(count)

    exporting.collect(infra, "ben", tmp_path, NOW, progress=meanwhile)
    assert (tmp_path / "measurement.jsonl").read_text().count("98765") == 1
    assert len((tmp_path / "measurement.jsonl").read_text().splitlines()) == 180


def test_figures_come_from_the_replica_and_what_is_late_is_added_later(infra: Infra, standby: Any) -> None:
    infra.store.write([analytics.counted(infra.store, "ana", DAY, {"people": 1}, NOW)])
    caught_up(standby)
    replay(standby, on=False)
    infra.store.write([analytics.counted(infra.store, "ana", DAY, {"people": 1}, NOW)])
    analytics.run(infra, NOW)
    [figures] = analytics.figures(infra.store, DAY, DAY)
    assert figures["people"] == 1
    replay(standby)
    caught_up(standby)
    analytics.run(infra, NOW)
    [figures] = analytics.figures(infra.store, DAY, DAY)
    assert figures["people"] == 2


def test_without_its_replica_all_goes_on(standby: Any, tmp_path: Path) -> None:
    settings = settings_for(tmp_path, standby.primary, replica_url="postgresql://127.0.0.1:1/none")
    infra = build_infra(settings, MovableClock(NOW))
    infra.store.write([put("cem", "1", kind="measurement", body=dumps({"value": 1}))])
    assert exporting.collect(infra, "cem", tmp_path, NOW).counts["measurement"] == 1
    analytics.run(infra, NOW)
    close(infra)


def test_dynamodb_reads_at_half_the_price(dynamodb_url: str, tmp_path: Path) -> None:
    settings = settings_for(tmp_path, dynamodb_url, replica_url=f"{dynamodb_url}&consistent=false")
    infra = build_infra(settings, MovableClock(NOW))
    infra.store.write([weight("a", 70), weight("b", 71)])
    asked: list[bool] = []
    replica: Any = infra.replica
    call = replica._table.call

    def noting(operation: str, request: Any) -> Any:
        asked.append("'ConsistentRead': True" in str(request))
        return call(operation, request)

    noting.close = call.close  # type: ignore[attr-defined] # what the store closes
    replica._table.call = noting
    assert len(exported(infra, tmp_path / "1")) == 2
    assert asked, "it was asked"
    assert not any(asked)
    close(infra)
