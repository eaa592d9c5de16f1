"""A SQLite file, backed up again and again: what changed since the last time, in a chain of small archives.

Each time SQLite's online backup copies the database in one step: the copy is one committed state, and writers do not
wait. Its pieces of 64 KB are compared with those of the time before by their hashes, and the ones that differ are
written. So the cost of a time is a copy of the file on the local disk, and what is kept is what changed.

A chain begins with all pieces (`-full`), and each `-more` names the one before it and the hash of its manifest. The last
manifest has the hash of the whole file: whatever is lost, cut or changed anywhere in the chain is noticed.
"""

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import orjson

from fitzen.backup.base import (
    BROKEN,
    COUNTS,
    DRAFT,
    ERASED,
    BackupError,
    Restored,
    note_erased,
    stamp,
    sync_folder,
    unstamp,
    whole,
)
from fitzen.infra.storage.base import Clock

CHUNK = 64 * 1024
SUFFIX = ".fitzen"
FULL_AFTER = timedelta(days=1)
FORMAT = 1
WAIT_S = 30
_DAMAGED = (BadZipFile, zlib.error, EOFError, KeyError, ValueError, OSError)


class Link(NamedTuple):
    """One archive of a chain, by its name; `at` is when its state was read."""

    path: Path
    at: datetime
    full: bool


class SqliteBackup:
    """Back up the database in `source` into `folder`, for one process at a time."""

    def __init__(self, source: Path, folder: Path, clock: Clock) -> None:
        self._source, self._folder, self._clock = source, folder, clock
        self._copy = folder / f"copy{DRAFT}"
        self._connection: sqlite3.Connection | None = None
        self._last: _State | None = None

    def take(self) -> datetime:
        """Back up what there is; returns the moment by which everything acknowledged is in the backup.

        Raises BackupError when the database is damaged, or not there.
        """
        if not self._source.is_file():
            raise BackupError(f"{self._source} is not there: nothing to back up.")
        at = self._clock()
        connection = self._connection = self._connection or _open(self._source)
        data_version = connection.execute("PRAGMA data_version").fetchone()[0]
        last = self._last
        if last is None or last.data_version != data_version:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._last = self._ship(connection, at, data_version)
            note_erased(self._folder, (row[0] for row in connection.execute(ERASED)))
        with whole(self._folder / "reached") as file:
            file.write(at.isoformat().encode())
        return at

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._copy.unlink(missing_ok=True)

    def _ship(self, source: sqlite3.Connection, at: datetime, data_version: int) -> "_State":
        last = self._last if self._goes_on(at) else None
        _copy(source, self._copy)
        owners, records, _ = check(self._copy, whole=last is None)
        hashes: list[bytes] = []
        path = self._folder / f"{stamp(at)}-{'more' if last else 'full'}{SUFFIX}"
        changed: list[int] = []
        with whole(path) as file, ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as archive:
            with archive.open("chunks", "w", force_zip64=True) as pieces:
                for number, piece in enumerate(_pieces(self._copy)):
                    digest = hashlib.sha256(piece).digest()
                    hashes.append(digest)
                    if last is None or number >= len(last.hashes) or last.hashes[number] != digest:
                        changed.append(number)
                        pieces.write(piece)
            manifest = orjson.dumps(
                {
                    "format": FORMAT,
                    "at": at.isoformat(),
                    "before": last.link if last else None,
                    "size": self._copy.stat().st_size,
                    "chunk": CHUNK,
                    "changed": changed,
                    "sha256": hashlib.sha256(b"".join(hashes)).hexdigest(),
                    "owners": owners,
                    "records": records,
                }
            )
            archive.writestr("manifest.json", manifest)
        link = {"name": path.name, "manifest": hashlib.sha256(manifest).hexdigest()}
        begun, written = (last.begun, last.written) if last else (at, 0)
        return _State(data_version, hashes, link, begun, written + (len(changed) if last else 0))

    def _goes_on(self, at: datetime) -> bool:
        """Say whether the chain goes on, or starts anew: each day, and when its changes outgrow the whole."""
        last = self._last
        return last is not None and at - last.begun < FULL_AFTER and last.written <= len(last.hashes)


class _State(NamedTuple):
    data_version: int
    hashes: Sequence[bytes]
    link: dict[str, str]
    begun: datetime
    written: int


def links(folder: Path) -> list[Link]:
    """Name the archives of a folder, oldest first; drafts that a crash left are none."""
    found = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        name, _, how = path.name.removesuffix(SUFFIX).rpartition("-")
        try:
            found.append(Link(path, unstamp(name), how == "full"))
        except ValueError:
            raise BackupError(f"{path} is none of a backup's files.") from None
    return found


def prune(folder: Path, before: datetime) -> int:
    """Remove the chains that no moment from `before` on needs; returns how many archives went."""
    every = links(folder)
    starts = [link.at for link in every if link.full and link.at <= before]
    gone = [link for link in every if starts and link.at < starts[-1]]
    for link in gone:
        link.path.unlink()
    return len(gone)


def restore(folder: Path, target: Path, at: datetime | None, part: str) -> Restored:
    """Write the last state at or before `at` (None: the last) to `target`, which must not be there.

    Nothing is at `target` before all of it is checked. Raises BackupError.
    """
    chosen = [link for link in links(folder) if at is None or link.at <= at]
    if not chosen:
        raise BackupError(f"{folder} has no backup of that time or before.")
    draft = target.with_name(target.name + DRAFT)
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        manifest = _assemble(_chain(chosen), draft)
        owners, records, broken = check(draft)
        if [owners, records] != [manifest["owners"], manifest["records"]]:
            raise BackupError(f"{chosen[-1].path.name} gives {records} records, and should give {manifest['records']}.")
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    return Restored(part, "sqlite", _reached(folder, chosen[-1], at), owners, records, broken)


def check(database: Path, *, whole: bool = True) -> tuple[int, int, int]:
    """Count owners, records and owners whose counter is behind; `whole` reads every page and index too.

    Raises BackupError on a damaged database, or one that is not Fitzen's.
    """
    connection = sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] if whole else "ok"
        if verdict != "ok":
            raise BackupError(f"The database is damaged: {verdict}.")
        owners, records = connection.execute(COUNTS).fetchone()
        return owners, records, connection.execute(BROKEN).fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise BackupError(f"The database is damaged: {error}.") from None
    finally:
        connection.close()


def put(draft: Path, target: Path, aside: str) -> Path | None:
    """Put a restored database in its place; what was there, and its log, is moved to the name `aside`.

    Returns where it is now, None where there was none. Raises BackupError while somebody has it open.
    """
    there = target.exists()
    if there:
        _refuse_in_use(target)
    for suffix in ("-wal", "-shm"):  # one that is left would be played back into the new database
        leftover = target.with_name(f"{target.name}{suffix}")
        if leftover.exists():
            leftover.replace(leftover.with_name(f"{aside}{suffix}"))
    old = target.replace(target.with_name(aside)) if there else None
    draft.replace(target)
    sync_folder(target.parent)
    return old


def _refuse_in_use(target: Path) -> None:
    """Only whoever is alone may take a database out of write-ahead logging, which also puts all of it into one file."""
    connection = sqlite3.connect(target, timeout=1)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise BackupError(f"{target} is in use. Stop Fitzen first, then restore.") from None
        # It is damaged, and that may be why it is to be replaced.
    finally:
        connection.close()


def _open(source: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{source.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=WAIT_S)


def _copy(source: sqlite3.Connection, to: Path) -> None:
    """Copy one committed state. Raises BackupError when it cannot be read."""
    to.unlink(missing_ok=True)
    copy = sqlite3.connect(to, isolation_level=None)
    try:
        copy.execute("PRAGMA synchronous = OFF")  # it is read back and thrown away
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        raise BackupError(f"The database cannot be backed up: {error}.") from None
    finally:
        copy.close()


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece


def _chain(every: Sequence[Link]) -> list[tuple[Link, Any]]:
    """The links from the full one to the last of `every`, each with its manifest, all of them in their place."""
    by_name = {link.path.name: link for link in every}
    link, chain = every[-1], list[tuple[Link, Any]]()
    expected: str | None = None
    while True:
        raw = _manifest(link)
        if expected is not None and hashlib.sha256(raw).hexdigest() != expected:
            raise BackupError(f"{link.path.name} is not the one that was backed up.")
        manifest = orjson.loads(raw)
        chain.append((link, manifest))
        before = manifest["before"]
        if before is None:
            return chain[::-1]
        if before["name"] not in by_name:
            raise BackupError(f"{link.path.name} needs {before['name']}, which is gone. Take an earlier moment.")
        link, expected = by_name[before["name"]], before["manifest"]


def _manifest(link: Link) -> bytes:
    try:
        with ZipFile(link.path) as archive:
            raw = archive.read("manifest.json")
        known = orjson.loads(raw)["format"]
    except _DAMAGED:
        raise _damaged(link) from None
    if known != FORMAT:
        raise BackupError(f"{link.path.name} is of a later Fitzen (format {known}).")
    return raw


def _assemble(chain: Sequence[tuple[Link, Any]], to: Path) -> Any:
    """Write the pieces of each link over those before it; returns the last manifest, whose hash the file has."""
    with to.open("w+b") as file:
        for link, manifest in chain:
            try:
                with ZipFile(link.path) as archive, archive.open("chunks") as pieces:
                    for number in manifest["changed"]:
                        file.seek(number * CHUNK)
                        file.write(pieces.read(min(CHUNK, manifest["size"] - number * CHUNK)))
                    if pieces.read(1):  # also makes zipfile compare its checksum
                        raise _damaged(link)
            except _DAMAGED:
                raise _damaged(link) from None
            file.truncate(manifest["size"])
        file.flush()
        os.fsync(file.fileno())
    whole_file = hashlib.sha256(b"".join(hashlib.sha256(piece).digest() for piece in _pieces(to))).hexdigest()
    link, manifest = chain[-1]
    if whole_file != manifest["sha256"]:
        raise _damaged(link)
    return manifest


def _damaged(link: Link) -> BackupError:
    return BackupError(f"{link.path.name} is damaged or cut off. Restore to a moment before it by --at.")


def _reached(folder: Path, last: Link, at: datetime | None) -> datetime:
    """Nothing was written between the last archive and the last look at the database, which made none."""
    if last != links(folder)[-1]:
        return last.at
    try:
        looked = datetime.fromisoformat((folder / "reached").read_text())
    except (OSError, ValueError):
        return last.at
    return max(last.at, min(looked, at or looked))
