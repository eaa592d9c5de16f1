"""Everything that a person has, as a zip that is made while it is sent.

First the stores are read through once, into two files a kind (JSON lines and CSV) in a folder that goes away; what can
fail with an answer fails there. Then the zip is written piece by piece, with a picture at a time in memory.
"""

import csv
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import orjson

from fitzen.errors import UnavailableError
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Record, Store
from fitzen.records import Json, loads
from fitzen.transfer import manifests
from fitzen.transfer.kinds import KEYS, SOURCES, goes_out

PAGE = 100
CHUNK = 256 * 1024
README = """Your data from Fitzen

records/  what Fitzen stores, one file a kind, one JSON object a line. This is what an import reads.
csv/      the same as tables, for a spreadsheet. A text that a spreadsheet could run as a formula begins with '.
photos/   your photos and pictures, each with its thumbnail (_small).
manifest.json  what is in here, with a checksum of each file.

What Fitzen computes from these (records, streaks, day totals) is left out: it is computed again. So are things that are
secret (how you sign in, where notifications go) and, unless you asked for it, the cycle log.

To bring it back: POST this file to /api/imports, or run `fitzen import fitzen FILE --email you@example.com`.
Unchanged, and from the same installation, it is restored as it was; otherwise each record is checked like any other.
"""


@dataclass(slots=True)
class Collected:
    """What was read of a person: `folder` has the files of each kind; `pictures` are keys of files."""

    folder: Path
    user_id: str
    exported_at: datetime
    counts: Counter[str] = field(default_factory=Counter)
    pictures: list[str] = field(default_factory=list)


def collect(
    infra: Infra,
    user_id: str,
    folder: Path,
    now: datetime,
    include: frozenset[str] = frozenset(),
    progress: Callable[[int], None] | None = None,
) -> Collected:
    """Read a person's records into files in `folder`; `progress` is told now and then how many were read.

    They come from the replica, where there is one that has all that the person wrote.
    """
    if infra.replica is not None:
        with suppress(_LateError, UnavailableError):
            return _collect(infra, infra.replica, user_id, folder, now, include, progress)
    return _collect(infra, infra.store, user_id, folder, now, include, progress)


def _collect(
    infra: Infra,
    source: Store,
    user_id: str,
    folder: Path,
    now: datetime,
    include: frozenset[str],
    progress: Callable[[int], None] | None,
) -> Collected:
    found = Collected(folder, user_id, now)
    with ExitStack() as open_files:
        spools: dict[str, _Spool] = {}
        for record in _records(infra, source, user_id, progress):
            body = loads(record.body)
            if not goes_out(record.kind, body, include):
                continue
            spool = spools.get(record.kind) or spools.setdefault(record.kind, _Spool(folder, record.kind, open_files))
            spool.add(record, body)
            found.counts[record.kind] += 1
            found.pictures += [body[name] for name in KEYS if name in body]
    return found


class _Spool:
    """The two files of a kind."""

    def __init__(self, folder: Path, kind: str, open_files: ExitStack) -> None:
        self._lines = open_files.enter_context((folder / f"{kind}.jsonl").open("wb"))
        table = open_files.enter_context((folder / f"{kind}.csv").open("w", encoding="utf-8", newline=""))
        self._sheet = SOURCES[kind].sheet
        self._table = csv.writer(table)
        self._table.writerow(self._sheet.columns)

    def add(self, record: Record, body: Json) -> None:
        self._lines.write(line(record) + b"\n")
        self._table.writerows(self._sheet.rows({"id": record.id} | body))


def line(record: Record) -> bytes:
    """Write a record as it is exported; times in UTC."""
    told: Json = {"kind": record.kind, "id": record.id, "at": record.at.isoformat()}
    optional = {"group": record.group, "digest": record.digest, "expires_at": record.expires_at}
    told |= {name: value for name, value in optional.items() if value is not None}
    told |= {"version": record.version, "seq": record.seq, "body": orjson.Fragment(record.body)}
    return orjson.dumps(told)


class _LateError(Exception):
    """The replica does not have, or did not have from the first page on, what the person wrote last."""


def _records(infra: Infra, source: Store, user_id: str, progress: Callable[[int], None] | None) -> Iterator[Record]:
    """Yield each live record once, by when it was written; one that is written meanwhile comes as it was or as it is.

    Raises _LateError where `source` is late. One that comes to it while it is read is met twice: as it was, and again.
    """
    read, last, seen = 0, 0, set[tuple[str, str]]()
    late = source is not infra.store
    for store in [source] if infra.chat_store is infra.store else [source, infra.chat_store]:
        for page in _pages(store, user_id):
            for record in page:
                if (record.kind, record.id) in seen:
                    if late and store is source:
                        raise _LateError
                elif not record.deleted:
                    seen.add((record.kind, record.id))
                    yield record
            read += len(page)
            last = page[-1].seq if store is source else last
            if progress:
                progress(read)
    if late and infra.store.changes(user_id, last, 1):
        raise _LateError


def _pages(store: Store, user_id: str) -> Iterator[list[Record]]:
    since = 0
    while page := [*store.changes(user_id, since, PAGE)]:
        yield page
        since = page[-1].seq


class _Sink:
    """What the zip has written and nobody has sent yet. It cannot seek, so sizes follow each entry."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: Any) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing is held back."""

    def close(self) -> None:
        """Nothing is open."""

    def take(self) -> bytes:
        taken = b"".join(self._pieces)
        self._pieces.clear()
        return taken


def zipped(infra: Infra, found: Collected) -> Iterator[bytes]:
    """Yield the zip of what was collected, piece by piece."""
    sink = _Sink()
    hashes: dict[str, str] = {}
    with ZipFile(sink, "w") as archive:
        for name, pieces in _entries(infra, found):
            digest = hashlib.sha256()
            with archive.open(_info(name, found.exported_at), "w") as entry:
                for piece in pieces:
                    digest.update(piece)
                    entry.write(piece)
                    yield sink.take()
            hashes[name] = digest.hexdigest()
        secret = infra.settings.secret_key
        manifest = manifests.signed(secret, found.user_id, found.counts, hashes, found.exported_at)
        archive.writestr(_info(manifests.NAME, found.exported_at), manifest)
    yield sink.take()


def _entries(infra: Infra, found: Collected) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield "README.txt", [README.encode()]
    for kind in SOURCES:
        if kind in found.counts:
            yield f"records/{kind}.jsonl", _read(found.folder / f"{kind}.jsonl")
            yield f"csv/{kind}.csv", _read(found.folder / f"{kind}.csv")
    for key in found.pictures:
        if (data := infra.files.get(key)) is not None:
            yield f"photos/{key.removeprefix(f'{found.user_id}/')}", [data]


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            yield piece


def _info(name: str, at: datetime) -> ZipInfo:
    info = ZipInfo(name, at.timetuple()[:6])
    info.compress_type = ZIP_STORED if name.startswith("photos/") else ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def write(infra: Infra, found: Collected, file: IO[bytes]) -> int:
    """Write the zip into a file; returns its size in bytes."""
    return sum(file.write(piece) for piece in zipped(infra, found))
