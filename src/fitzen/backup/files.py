"""The folder of `FILES_URL=file:…`: each file kept once by its hash, and a log of when it came and went.

A file is written before the record that names it, and the database is read before the folder: what a restored record
names is among what the next look at the folder found.
"""

import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from fitzen.backup.base import DRAFT, BackupError, sha256, sync_folder, whole
from fitzen.infra.storage.base import Clock

LOG = "log.jsonl"


class _Seen(NamedTuple):
    size: int
    changed_ns: int
    hash: str


class FilesBackup:
    """Back up the files of `source` into `folder`."""

    def __init__(self, source: Path, folder: Path, clock: Clock) -> None:
        self._source, self._folder, self._clock = source, folder, clock
        self._seen: dict[str, _Seen] | None = None

    def take(self) -> datetime:
        """Copy what is new, note what is gone; returns when the folder was looked at."""
        at = self._clock()
        seen = self._seen if self._seen is not None else self._begin()
        lines: list[dict[str, Any]] = []
        found: set[str] = set()
        for path in self._source.rglob("*"):
            try:
                stat = path.stat()
                if not path.is_file() or path.name.endswith(DRAFT):
                    continue
                key = path.relative_to(self._source).as_posix()
                found.add(key)
                known = seen.get(key)
                if known is None or known[:2] != (stat.st_size, stat.st_mtime_ns):
                    seen[key] = _Seen(stat.st_size, stat.st_mtime_ns, self._keep(path))
                    lines.append({"key": key, "at": at.isoformat(), **seen[key]._asdict()})
            except FileNotFoundError:  # deleted meanwhile
                continue
        gone = [key for key in seen if key not in found]
        for key in gone:
            del seen[key]
        lines += [{"key": key, "at": at.isoformat(), "gone": True} for key in gone]
        self._append([*lines, {"looked": at.isoformat()}])
        return at

    def close(self) -> None:
        """Nothing is held."""

    def _begin(self) -> dict[str, _Seen]:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / LOG
        if path.exists():
            kept = path.read_bytes()
            with path.open("r+b") as file:  # a line that a crash cut
                file.truncate(kept.rfind(b"\n") + 1)
        self._seen = {}
        for line in _log(self._folder):
            if "gone" in line:
                self._seen.pop(line["key"], None)
            elif "key" in line:
                self._seen[line["key"]] = _Seen(line["size"], line["changed_ns"], line["hash"])
        return self._seen

    def _keep(self, path: Path) -> str:
        name = sha256(path)
        kept = _kept(self._folder, name)
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            with whole(kept) as to, path.open("rb") as file:
                shutil.copyfileobj(file, to)
            if sha256(kept) != name:
                kept.unlink()
                raise BackupError(f"{path} changed while it was read. Back up again.")
        return name

    def _append(self, lines: list[dict[str, Any]]) -> None:
        path = self._folder / LOG
        with path.open("ab") as file:
            file.write(b"".join(orjson.dumps(line) + b"\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())
        sync_folder(self._folder)


def prune(folder: Path, before: datetime) -> int:
    """Forget what was gone by `before`, and remove the copies that nothing names any more; how many went."""
    if not (folder / LOG).exists():
        return 0
    lines = _log(folder)
    gone = {line["key"]: line["at"] for line in lines if "gone" in line and datetime.fromisoformat(line["at"]) < before}
    left = [
        line
        for line in lines
        if ("key" in line and (line["key"] not in gone or line["at"] > gone[line["key"]]))
        or ("looked" in line and datetime.fromisoformat(line["looked"]) >= before)
    ]
    with whole(folder / LOG) as file:
        file.write(b"".join(orjson.dumps(line) + b"\n" for line in left))
    named = {line["hash"] for line in left if "hash" in line}
    removed = [path for path in folder.glob("??/*") if path.name not in named]
    for path in removed:
        path.unlink()
    return len(removed)


def restore(folder: Path, target: Path, at: datetime) -> int:
    """Write the files as they were when the folder was next looked at after `at`; how many. Raises BackupError.

    What is in `target` already under another name stays.
    """
    lines = _log(folder)
    looks = [datetime.fromisoformat(line["looked"]) for line in lines if "looked" in line]
    until = next((look for look in looks if look >= at), None)
    there: dict[str, str] = {}
    for line in lines:
        if "key" not in line:
            continue
        when = datetime.fromisoformat(line["at"])
        if "gone" not in line and (until is None or when <= until):
            there[line["key"]] = line["hash"]
        elif "gone" in line and when <= at:
            there.pop(line["key"], None)
    for key, name in there.items():
        kept, path = _kept(folder, name), target.joinpath(*key.split("/"))
        if not kept.exists() or sha256(kept) != name:
            raise BackupError(f"The copy of the file {key} is gone or damaged ({kept}).")
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole(path) as to, kept.open("rb") as file:
            shutil.copyfileobj(file, to)
    return len(there)


def check(folder: Path) -> int:
    """Compare every copy with its hash; how many there are. Raises BackupError."""
    names = {line["hash"] for line in _log(folder) if "hash" in line}
    for name in names:
        kept = _kept(folder, name)
        if not kept.exists() or sha256(kept) != name:
            raise BackupError(f"The copy {kept} is gone or damaged.")
    return len(names)


def _kept(folder: Path, name: str) -> Path:
    return folder / name[:2] / name


def _log(folder: Path) -> list[dict[str, Any]]:
    """Read the log. Raises BackupError where a line is damaged; one that a crash cut is the last, and left out."""
    path = folder / LOG
    if not path.exists():
        return []
    lines = path.read_bytes().split(b"\n")
    try:
        return [orjson.loads(line) for line in lines[:-1]]
    except ValueError:
        raise BackupError(f"{path} is damaged.") from None
