"""What a backup must refuse, and say why: what is damaged, cut off, mixed up, or in the way."""

import json
import os
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fixtures.records import put

from fitzen.backup import files, sqlite
from fitzen.backup.base import BackupError
from fitzen.cli import main
from fitzen.infra.storage.base import Store, utc_now
from fitzen.wiring import build_store

SECRET = "the same in both places, of 32 letters"
DAY = timedelta(days=1)


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = utc_now()

    def __call__(self) -> datetime:
        self.at += timedelta(microseconds=1)
        return self.at


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = build_store(f"sqlite:///{tmp_path}/fitzen.db")
    made.migrate()
    return made


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"FITZEN_DATA_DIR": str(tmp_path), "SECRET_KEY": SECRET}


@pytest.fixture
def elsewhere(tmp_path: Path) -> dict[str, str]:
    return {"FITZEN_DATA_DIR": str(tmp_path / "elsewhere"), "SECRET_KEY": SECRET}


def run(env: dict[str, str], *arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(main, arguments, env=env)
    assert result.exit_code == status, result.output
    return result.output


@pytest.fixture
def chain(tmp_path: Path, store: Store) -> list[sqlite.Link]:
    """Three archives: all, and twice what changed, `1`, `1-2` and `1-3` of Ana's records."""
    made = sqlite.SqliteBackup(tmp_path / "fitzen.db", tmp_path / "chain", Clock())
    for number in (1, 2, 3):
        store.write([put("ana", str(number))])
        made.take()
    made.close()
    store.close()
    return sqlite.links(tmp_path / "chain")


def restored(folder: Path, at: datetime | None = None) -> int:
    """How many records come back, and that all of them are in the database."""
    target = folder / "again.db"
    target.unlink(missing_ok=True)
    found = sqlite.restore(folder / "chain", target, at, "store")
    connection = sqlite3.connect(target)
    count: int = connection.execute("SELECT count(*) FROM records").fetchone()[0]
    connection.close()
    assert found.records == count
    return count


def test_each_moment_has_what_was_acknowledged_by_then(tmp_path: Path, chain: list[sqlite.Link]) -> None:
    assert [link.full for link in chain] == [True, False, False]
    assert [restored(tmp_path, link.at) for link in chain] == [1, 2, 3]
    assert restored(tmp_path) == 3
    with pytest.raises(BackupError, match="no backup of that time or before"):
        restored(tmp_path, chain[0].at - DAY)


def test_nothing_is_written_while_nothing_changes(tmp_path: Path, store: Store) -> None:
    clock = Clock()
    made = sqlite.SqliteBackup(tmp_path / "fitzen.db", tmp_path / "chain", clock)
    store.write([put("ana", "1")])
    made.take()
    later = made.take()
    assert len(sqlite.links(tmp_path / "chain")) == 1
    assert sqlite.restore(tmp_path / "chain", tmp_path / "again.db", None, "store").reached == later
    made.close()
    store.close()


def test_a_chain_starts_anew_each_day_and_old_ones_go(tmp_path: Path, store: Store) -> None:
    clock = Clock()
    made = sqlite.SqliteBackup(tmp_path / "fitzen.db", tmp_path / "chain", clock)
    for number in range(4):
        store.write([put("ana", str(number))])
        made.take()
        clock.at += DAY
    made.close()
    store.close()
    every = sqlite.links(tmp_path / "chain")
    assert [link.full for link in every] == [True] * 4
    between = every[1].at + DAY / 2
    assert sqlite.prune(tmp_path / "chain", between) == 1
    assert restored(tmp_path, between) == 2, "every moment that is kept can be restored"


def flip(path: Path) -> None:
    """One bit, in the middle of what the archive holds."""
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 1
    path.write_bytes(data)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size * 2 // 3)


@pytest.mark.parametrize("damage", [flip, cut])
@pytest.mark.parametrize("which", [0, 1, 2])
def test_what_is_damaged_is_refused_and_said(
    tmp_path: Path, chain: list[sqlite.Link], which: int, damage: Callable[[Path], None]
) -> None:
    damage(chain[which].path)
    with pytest.raises(BackupError, match=f"{chain[which].path.name}"):
        restored(tmp_path)
    assert not (tmp_path / "again.db").exists(), "nothing is left where it was to go"
    assert [restored(tmp_path, link.at) for link in chain[:which]] == [1, 2, 3][:which]


def test_one_that_is_gone_or_another_is_refused(tmp_path: Path, chain: list[sqlite.Link]) -> None:
    whole = chain[1].path.read_bytes()
    chain[1].path.unlink()
    with pytest.raises(BackupError, match=f"needs {chain[1].path.name}, which is gone"):
        restored(tmp_path)
    chain[1].path.write_bytes(chain[0].path.read_bytes())
    with pytest.raises(BackupError, match="is not the one that was backed up"):
        restored(tmp_path)
    chain[1].path.write_bytes(whole)
    assert restored(tmp_path) == 3


def test_half_a_backup_is_none(tmp_path: Path, chain: list[sqlite.Link]) -> None:
    """A crash leaves a draft."""
    (tmp_path / "chain" / f"{chain[2].path.name}.draft").write_bytes(b"PK")
    assert restored(tmp_path) == 3


def test_a_damaged_database_is_not_backed_up_as_if_it_were_whole(tmp_path: Path, store: Store) -> None:
    store.write([put("ana", str(number)) for number in range(50)])
    store.close()
    path = tmp_path / "fitzen.db"
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 20] = b"\xff" * (4096 * 17)
    path.write_bytes(data)
    made = sqlite.SqliteBackup(path, tmp_path / "chain", Clock())
    with pytest.raises(BackupError, match=r"damaged|cannot be backed up"):
        made.take()
    made.close()
    assert sqlite.links(tmp_path / "chain") == []


def test_restore_overwrites_only_when_told_and_nothing_is_deleted(
    tmp_path: Path, store: Store, env: dict[str, str]
) -> None:
    folder = str(tmp_path / "backup")
    photo = tmp_path / "files" / "ana" / "front.jpg"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"one")
    store.write([put("ana", "1")])
    run(env, "backup", folder)
    photo.unlink()
    store.write([put("ana", "2")])
    assert "There is data already" in run(env, "restore", folder, status=1)
    assert "is in use. Stop Fitzen first" in run(env, "restore", folder, "--overwrite", status=1)
    store.close()
    report = json.loads(run(env, "restore", folder, "--overwrite", "--json"))
    assert (report["stores"][0]["records"], report["files"]) == (1, 1)
    assert photo.read_bytes() == b"one"
    assert sqlite.check(Path(report["moved"][0]))[1] == 2, "what was there is aside"


def test_a_log_that_was_left_behind_is_not_played_into_the_restored_database(
    tmp_path: Path, store: Store, env: dict[str, str]
) -> None:
    """Somebody deleted the database itself, and not what lies beside it."""
    folder = str(tmp_path / "backup")
    store.write([put("ana", "1")])
    run(env, "backup", folder)
    store.write([put("ana", "2")])
    (tmp_path / "left").write_bytes((tmp_path / "fitzen.db-wal").read_bytes())
    store.close()
    (tmp_path / "fitzen.db").unlink()
    (tmp_path / "left").rename(tmp_path / "fitzen.db-wal")
    run(env, "restore", folder)
    again = build_store(f"sqlite:///{tmp_path}/fitzen.db")
    assert again.get("ana", "note", "1")
    assert again.get("ana", "note", "2") is None
    again.close()


def test_whoever_was_erased_stays_erased(
    tmp_path: Path, store: Store, env: dict[str, str], elsewhere: dict[str, str]
) -> None:
    folder = str(tmp_path / "backup")
    store.write([put("ana", "1"), put("ben", "1")])
    before = json.loads(run(env, "backup", folder, "--json"))["reached"]
    assert store.erase("ana")
    run(env, "backup", folder)
    store.close()
    report = json.loads(run(elsewhere, "restore", folder, "--at", before, "--json"))
    assert report["erased"] == ["ana"]
    again = build_store(f"sqlite:///{tmp_path}/elsewhere/fitzen.db")
    assert [*again.users()] == ["ben"]
    assert again.get("ana", "note", "1") is None
    again.close()


def test_another_key_another_store_another_folder(
    tmp_path: Path, store: Store, env: dict[str, str], elsewhere: dict[str, str]
) -> None:
    folder = str(tmp_path / "backup")
    store.close()
    run(env, "backup", folder)
    assert "The backup is whole." in run(env, "backup", folder, "--check")
    other = {"SECRET_KEY": "another secret, of 32 letters or so"}
    assert "another SECRET_KEY" in run(elsewhere | other, "restore", folder, status=1)
    assert "another SECRET_KEY" in run(env | other, "backup", folder, status=1)
    postgres = {"STORE_URL": "postgresql://127.0.0.1/fitzen"}
    assert "the settings name postgresql" in run(elsewhere | postgres, "restore", folder, status=1)
    assert "a folder of its own" in run(env, "backup", str(tmp_path), status=1)
    dynamo = {"STORE_URL": "dynamodb://eu-central-1/fitzen"}
    assert "docs/disaster-recovery.md" in run(env | dynamo, "backup", folder, status=1)


def test_files_come_back_as_they_were_and_damage_is_noticed(tmp_path: Path) -> None:
    source, folder, clock = tmp_path / "files", tmp_path / "kept", Clock()
    source.mkdir()
    made = files.FilesBackup(source, folder, clock)
    (source / "a.jpg").write_bytes(b"a")
    first = made.take()
    (source / "a.jpg").unlink()
    (source / "b.jpg").write_bytes(b"b")
    second = made.take()
    again = files.FilesBackup(source, folder, clock)  # another process goes on where the first ended
    assert again.take() > second
    for at, names in ((first, {"a.jpg"}), (second, {"b.jpg"})):
        target = tmp_path / f"at-{at.microsecond}"
        assert files.restore(folder, target, at) == 1
        assert {path.name for path in target.iterdir()} == names
    assert files.prune(folder, second + DAY) == 1, "what is gone longer than that is forgotten"
    [kept] = folder.glob("??/*")
    kept.write_bytes(b"c")
    with pytest.raises(BackupError, match="gone or damaged"):
        files.check(folder)
    with pytest.raises(BackupError, match=r"b\.jpg is gone or damaged"):
        files.restore(folder, tmp_path / "no", second)
