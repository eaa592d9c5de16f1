"""What a backup of PostgreSQL refuses, and moments at its edges; the drill is test_backup_drill.py."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.fixtures.postgres import running_postgres
from tests.fixtures.records import put

from fitzen.backup import postgres
from fitzen.backup.base import BackupError, Restored
from fitzen.backup.postgres import PostgresBackup, Programs
from fitzen.cli import main
from fitzen.infra.storage.base import utc_now
from fitzen.wiring import build_store


class Backed:
    """A server, with a backup that has streamed three writes of Ana: moments before each, and one after."""

    def __init__(self, server: Any, folder: Path) -> None:
        self.url, self.folder, self.data = server.get_uri(), folder, Path(server.pgdata).parent
        self.programs = Programs(server.bin_path, server.system_user)
        self.options = ["--pg-bin", str(server.bin_path)]
        self.options += ["--pg-user", server.system_user] if server.system_user else []
        store = build_store(self.url)
        store.migrate()
        backup = PostgresBackup(self.url, folder / "store", utc_now, self.programs)
        self.moments = []
        for number in (1, 2, 3):
            store.write([put("ana", str(number))])
            backup.take()
            self.moments.append(utc_now())
        backup.close()
        store.write([put("ana", "4")])
        store.close()

    def restore(self, name: str, at: datetime | None) -> Restored:
        return postgres.restore(self.folder / "store", self.data / name, at, "store", self.url, self.programs)


@pytest.fixture(scope="module")
def backed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backed]:
    with running_postgres() as server:
        yield Backed(server, tmp_path_factory.mktemp("backup"))


def test_a_moment_and_the_end_of_the_log(backed: Backed) -> None:
    second = backed.restore("second", backed.moments[1])
    assert (second.records, second.broken, second.reached) == (2, 0, backed.moments[1])
    later = backed.restore("later", utc_now() + timedelta(hours=1))
    assert later.records == 3, "what was not streamed is not there, and the report says how far it goes"
    assert later.reached < backed.moments[2]


def test_before_the_first_base_there_is_nothing(backed: Backed) -> None:
    with pytest.raises(BackupError, match=r"no backup of that time or before\. It begins at"):
        backed.restore("early", backed.moments[0] - timedelta(days=1))


def test_what_is_there_is_never_overwritten(backed: Backed) -> None:
    (backed.data / "full").mkdir()
    (backed.data / "full" / "precious").touch()
    with pytest.raises(BackupError, match="is not empty"):
        backed.restore("full", None)
    assert [path.name for path in (backed.data / "full").iterdir()] == ["precious"]


def test_a_damaged_base_is_refused_and_nothing_is_left(backed: Backed) -> None:
    [base] = postgres.bases(backed.folder / "store")
    archive = base.path / "base.tar.gz"
    whole = archive.read_bytes()
    archive.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BackupError, match=r"base.tar.gz is gone or damaged"):
        backed.restore("damaged", None)
    archive.write_bytes(whole)
    assert not (backed.data / "damaged").exists()


def test_a_gap_in_the_log_is_no_end_of_it(backed: Backed) -> None:
    """PostgreSQL would play back what is before the gap, and say nothing."""
    log = backed.folder / "store" / "wal"
    last = max(path for path in log.iterdir() if path.suffix == ".partial")
    after = int(last.stem, 16) + 2
    (log / f"{after:024X}").write_bytes(last.read_bytes())
    with pytest.raises(BackupError, match=f"lacks the segment {after - 1:024X}"):
        backed.restore("gap", None)
    (log / f"{after:024X}").unlink()
    assert not any((backed.data / "gap").iterdir())


def test_a_base_that_nothing_needs_any_more_goes_with_its_log(backed: Backed) -> None:
    backup = PostgresBackup(backed.url, backed.folder / "store", utc_now, backed.programs)
    backup.take()
    backup.close()
    first, second = postgres.bases(backed.folder / "store")
    assert postgres.prune(backed.folder / "store", first.at, backed.programs) == 0
    assert postgres.prune(backed.folder / "store", second.at, backed.programs) == 1
    assert backed.restore("pruned", None).records == 4


def test_a_role_that_may_not_is_told_so(backed: Backed, tmp_path: Path) -> None:
    import psycopg

    with psycopg.connect(backed.url, autocommit=True) as connection:
        connection.execute("CREATE ROLE reader LOGIN")
    env = {
        "FITZEN_DATA_DIR": str(tmp_path),
        "SECRET_KEY": "a secret of more than thirty-two letters",
        "STORE_URL": backed.url.replace("postgres:@", "reader@"),
    }
    result = CliRunner().invoke(main, ["backup", str(tmp_path / "b"), *backed.options[:2]], env=env)
    assert result.exit_code == 1
    assert "permission denied" in result.output
    result = CliRunner().invoke(main, ["backup", str(tmp_path / "b"), "--pg-bin", str(tmp_path), "--json"], env=env)
    assert "pg_receivewal is not here" in result.output
    assert not json.loads((tmp_path / "b" / "fitzen-backup.json").read_text())["key"].startswith("a secret")
