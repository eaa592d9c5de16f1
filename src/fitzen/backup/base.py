"""What the parts of a backup share: times, files that are there whole or not at all, and what a restore reports."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, NamedTuple

import orjson

from fitzen.errors import FitzenError

DRAFT = ".draft"
PIECE = 1024 * 1024


class BackupError(FitzenError):
    """A backup cannot be made, or cannot be trusted; the message says which file and what to do."""


class Restored(NamedTuple):
    """One store as it was restored. Everything that was acknowledged by `reached` is in it.

    `broken` counts owners that have a record beyond their own counter: more than 0 is no state that ever was.
    """

    part: str
    engine: str
    reached: datetime
    owners: int
    records: int
    broken: int


def stamp(at: datetime) -> str:
    """A time as part of a file's name; names sort as times do."""
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%fZ")


def unstamp(text: str) -> datetime:
    """Raise ValueError where it is none."""
    return datetime.strptime(text, "%Y%m%dT%H%M%S.%fZ").replace(tzinfo=UTC)


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """Write a file that is there whole, and on the disk, or not at all."""
    draft = path.with_name(path.name + DRAFT)
    try:
        with draft.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    draft.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_json(path: Path, value: Any) -> None:
    with whole(path) as file:
        file.write(orjson.dumps(value, option=orjson.OPT_INDENT_2))


def read_json(path: Path) -> Any:
    """Raise BackupError where the file is not there, or is not what was written."""
    try:
        return orjson.loads(path.read_bytes())
    except FileNotFoundError:
        raise BackupError(f"{path} is not there.") from None
    except ValueError:
        raise BackupError(f"{path} is damaged.") from None


def sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


COUNTS = "SELECT (SELECT count(*) FROM owners), (SELECT count(*) FROM records)"
BROKEN = (
    "SELECT count(*) FROM (SELECT owner, max(seq) AS last FROM records WHERE seq > 0 GROUP BY owner) AS written"
    " LEFT JOIN owners ON owners.owner = written.owner WHERE owners.seq IS NULL OR owners.seq < written.last"
)
ERASED = "SELECT owner FROM owners WHERE erased ORDER BY owner"
_ERASED = "erased.json"


def note_erased(folder: Path, owners: Iterable[str]) -> None:
    """Remember who was erased: a restore to an earlier moment brings them back, and they are erased again then."""
    known, now = set(erased(folder)), set(owners)
    if not now <= known:
        write_json(folder / _ERASED, sorted(known | now))


def erased(folder: Path) -> list[str]:
    path = folder / _ERASED
    return list(read_json(path)) if path.exists() else []
