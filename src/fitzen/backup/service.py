"""Back up what the settings name, once or again and again; restore it to a moment."""

import contextlib
import fcntl
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from psycopg.conninfo import conninfo_to_dict

from fitzen.backup import base, files, postgres, sqlite
from fitzen.backup.base import BackupError, Restored, read_json, stamp, write_json
from fitzen.backup.postgres import PostgresBackup, Programs
from fitzen.backup.sqlite import SqliteBackup
from fitzen.config import Settings
from fitzen.infra import keys
from fitzen.infra.storage.base import Clock

ABOUT = "fitzen-backup.json"
FORMAT = 1
STORE, CHAT, FILES = "store", "chat", "files"


class Part(Protocol):
    def take(self) -> datetime:
        """Back up what there is now; the moment by which everything acknowledged is in it."""

    def close(self) -> None:
        """Give back what is held."""


class Round(NamedTuple):
    """One time around all parts."""

    reached: datetime
    seconds: float


@contextlib.contextmanager
def backing_up(settings: Settings, folder: Path, clock: Clock, programs: Programs) -> Iterator[Callable[[], Round]]:
    """Give the call that backs up once. Raises BackupError when another process does, or nothing here can be backed up."""
    stores = _stores(settings)
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    with (folder / ".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BackupError(f"Another `fitzen backup` writes into {folder}.") from None
        _claim(folder, settings)
        parts: list[Part] = [_part(url, folder / name, clock, programs) for name, url in stores.items()]
        if (source := _files_folder(settings)) is not None:
            parts.append(files.FilesBackup(source, folder / FILES, clock))  # after the stores, which name the files

        def take() -> Round:
            begun = time.monotonic()
            return Round(min([part.take() for part in parts]), time.monotonic() - begun)

        try:
            yield take
        finally:
            for part in parts:
                part.close()


def prune(folder: Path, before: datetime, programs: Programs) -> int:
    """Remove what no moment from `before` on needs; how many archives, bases and copies of files went."""
    removed = files.prune(folder / FILES, before)
    for name, engine in _about(folder)["stores"].items():
        where = folder / name
        removed += sqlite.prune(where, before) if engine == "sqlite" else postgres.prune(where, before, programs)
    return removed


def check(folder: Path, scratch: Path) -> list[Restored]:
    """Check every hash; restore the last state of each SQLite store into `scratch`, and throw it away.

    A base of PostgreSQL is compared with its hashes. Raises BackupError.
    """
    found = []
    for name, engine in _about(folder)["stores"].items():
        if engine == "sqlite":
            found.append(sqlite.restore(folder / name, scratch / f"{name}.db", None, name))
        else:
            for each in postgres.bases(folder / name):
                postgres.check(each)
    files.check(folder / FILES)
    return found


def erased(folder: Path) -> list[str]:
    """Who had been erased by the last backup: whoever of them a restore brings back is to be erased again."""
    return sorted({owner for name in _about(folder)["stores"] for owner in base.erased(folder / name)})


class Outcome(NamedTuple):
    """What a restore did. `moved` are the databases that were in the way, under their new names."""

    reached: datetime
    stores: list[Restored]
    files: int | None
    moved: list[Path]
    seconds: float


def restore(
    settings: Settings,
    folder: Path,
    at: datetime | None,
    programs: Programs,
    *,
    now: datetime,
    into: Path | None = None,
    overwrite: bool = False,
) -> Outcome:
    """Restore all stores and files to the last state at or before `at`; None: the last there is.

    SQLite and files go where the settings say, PostgreSQL into the data directory `into`. What is there already is
    refused, or with `overwrite` moved aside once the new one is whole. Raises BackupError.
    """
    begun = time.monotonic()
    about = _about(folder)
    if about["key"] != _key(settings):
        raise BackupError(
            "This backup was made with another SECRET_KEY (or PEPPER_KEY): with this one, nobody could sign in. Set that."
        )
    stores, target_files = _stores(settings), _files_folder(settings)
    engines = {name: _engine(url) for name, url in stores.items()}
    if engines != about["stores"]:
        raise BackupError(f"The backup is of {_told(about['stores'])}; the settings name {_told(engines)}.")
    _refuse_what_is_there(stores, target_files, overwrite=overwrite)
    aside = f"before-restore-{stamp(now)}"
    if target_files is not None:
        files.check(folder / FILES)
    restored, drafts = [], list[tuple[Path, Path]]()
    for name, url in stores.items():
        if engines[name] == "sqlite":
            target = _sqlite_path(url)
            drafts.append((target.with_name(f"{target.name}.restored"), target))
            restored.append(sqlite.restore(folder / name, drafts[-1][0], at, name))
        elif into is None:
            raise BackupError("Say by --into which new folder PostgreSQL's data go to.")
        else:
            target = into if name == STORE else into.with_name(f"{into.name}-{name}")
            restored.append(postgres.restore(folder / name, target, at, name, url, programs))
    # All of it is whole: now it takes its place.
    old = [sqlite.put(draft, target, f"{target.name}.{aside}") for draft, target in drafts]
    moved = [path for path in old if path is not None]
    reached = min(each.reached for each in restored)
    count = None
    if target_files is not None and (folder / FILES).exists():
        if target_files.exists() and any(target_files.iterdir()):
            moved.append(target_files.replace(target_files.with_name(f"{target_files.name}.{aside}")))
        count = files.restore(folder / FILES, target_files, max(each.reached for each in restored))
    return Outcome(reached, restored, count, moved, time.monotonic() - begun)


def _refuse_what_is_there(stores: dict[str, str], folder: Path | None, *, overwrite: bool) -> None:
    there = [path for url in stores.values() if _engine(url) == "sqlite" and (path := _sqlite_path(url)).exists()]
    there += [folder] if folder is not None and folder.exists() and any(folder.iterdir()) else []
    if there and not overwrite:
        named = " and ".join(str(path) for path in there)
        raise BackupError(f"There is data already: {named}. --overwrite moves it aside.")


def _stores(settings: Settings) -> dict[str, str]:
    """The stores by name; chat's only where it is another database."""
    stores = {STORE: settings.store_url, CHAT: settings.chat_store_url}
    if _same_server(*stores.values()):
        del stores[CHAT]
    for url in stores.values():
        if _engine(url) not in ("sqlite", "postgresql"):
            raise BackupError("DynamoDB keeps its own backups: see docs/disaster-recovery.md.")
        if _engine(url) == "sqlite" and not _is_file(url):
            raise BackupError("A database in memory cannot be backed up.")
    return stores


def _same_server(one: str, other: str) -> bool:
    """A backup of PostgreSQL has all databases of the server."""
    if one == other:
        return True
    if not _engine(one) == _engine(other) == "postgresql":
        return False
    first, second = ({name: conninfo_to_dict(url).get(name) for name in ("host", "port")} for url in (one, other))
    return first == second


def _part(url: str, folder: Path, clock: Clock, programs: Programs) -> Part:
    if _engine(url) == "sqlite":
        return SqliteBackup(_sqlite_path(url), folder, clock)
    return PostgresBackup(url, folder, clock, programs)


def _engine(url: str) -> str:
    scheme = url.partition(":")[0].partition("+")[0]
    return "postgresql" if scheme == "postgres" else scheme


def _sqlite_path(url: str) -> Path:
    return Path(url.partition("://")[2].removeprefix("/"))


def _is_file(url: str) -> bool:
    return url.partition("://")[2].removeprefix("/") not in ("", ":memory:")


def _files_folder(settings: Settings) -> Path | None:
    """None where files are in a bucket, which keeps versions of its own."""
    url = settings.files_url
    return Path(url.removeprefix("file://").removeprefix("file:")) if url.startswith("file:") else None


def _claim(folder: Path, settings: Settings) -> None:
    """Write what the folder is a backup of; refuse to mix it with another's. Raises BackupError."""
    stores = {name: _engine(url) for name, url in _stores(settings).items()}
    told: dict[str, Any] = {"format": FORMAT, "key": _key(settings), "stores": stores}
    if not (folder / ABOUT).exists():
        if any(path.name != ".lock" for path in folder.iterdir()):
            raise BackupError(f"{folder} has other things in it. Give a folder of its own.")
        write_json(folder / ABOUT, told)
    elif _about(folder) != told:
        raise BackupError(
            f"{folder} is the backup of other stores, or of another SECRET_KEY (or PEPPER_KEY). Give another folder."
        )


def _about(folder: Path) -> dict[str, Any]:
    about: dict[str, Any] = read_json(folder / ABOUT)
    if about.get("format") != FORMAT:
        raise BackupError(f"{folder} was written by a later Fitzen.")
    return about


def _key(settings: Settings) -> str:
    """Tell the key that names what is in the store from another, without giving it away."""
    return keys.mac(settings.pepper, "backup")


def _told(stores: dict[str, str]) -> str:
    return " and ".join(f"{engine} ({name})" for name, engine in stores.items())
