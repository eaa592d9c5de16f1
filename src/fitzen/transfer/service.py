"""Take a person's data out, and bring them in."""

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import IO

from fitzen.errors import ConflictError
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Put, Record, Store
from fitzen.records import Json, Saved, digest, dumps, load, loads, new_id, run_again
from fitzen.transfer import importing
from fitzen.transfer.archives import SENT, Archive, Limits
from fitzen.transfer.derived import rebuild
from fitzen.transfer.reports import Report, started
from fitzen.transfer.restoring import Into

IMPORT = "import"
KEPT = timedelta(days=90)
"""How long the report of an import can be read."""
RUNNING, DONE = "running", "done"
CHUNK = 1024 * 1024


def bring_in(
    infra: Infra,
    user_id: str,
    file: IO[bytes],
    now: datetime,
    *,
    id: str | None = None,
    dry_run: bool = False,
    limits: Limits = SENT,
    progress: Callable[[int, int], None] | None = None,
) -> Saved:
    """Bring an export into an account, and return the report; the same again changes nothing.

    `progress` is told how many records are done, of how many. One that was interrupted goes on when it is sent again. Raises InvalidError (it is no export), TooLargeError,
    ConflictError (another file under this id).
    """
    named = digest(f"{_hash(file)} {dry_run}")
    archive = Archive(file, infra.settings.verifies, limits)
    told = started(id or new_id(int(now.timestamp() * 1000)), "fitzen", now, dry_run=dry_run)
    told["trusted"] = archive.trusted
    record, created = _begun(infra.store, user_id, told, named, now)
    if loads(record.body)["status"] == DONE:
        return Saved(record.body, record.version)
    total = sum(archive.manifest.counts.values())
    report = Report((lambda done: progress(done, total)) if progress else None)
    importing.run(Into(importing.rehearsed(infra) if dry_run else infra, user_id, archive, now), report)
    if not dry_run:
        rebuild(infra.store, user_id, now)
    finished = told | report.to_json() | {"status": DONE, "finished_at": infra.clock().isoformat()}
    return _finish(infra.store, user_id, finished, now)._replace(created=created)


def get_import(store: Store, user_id: str, id: str) -> Record:
    """Return the report of an import. Raises NotFoundError."""
    return load(store, user_id, IMPORT, id, "import")


def _hash(file: IO[bytes]) -> str:
    found = hashlib.sha256()
    file.seek(0)
    while piece := file.read(CHUNK):
        found.update(piece)
    file.seek(0)
    return found.hexdigest()


@run_again
def _begun(store: Store, user_id: str, told: Json, named: str, now: datetime) -> tuple[Record, bool]:
    """Return the import's record, and whether this made it. Raises ConflictError."""
    before = store.get(user_id, IMPORT, told["id"])
    if before is None:
        body = dumps(told | {"status": RUNNING})
        store.write([Put(user_id, IMPORT, told["id"], body, now, expires_at=now + KEPT, digest=named)])
        return get_import(store, user_id, told["id"]), True
    if before.digest != named:
        raise ConflictError("Another file was already imported under this id. Use a new one.")
    return before, False


@run_again
def _finish(store: Store, user_id: str, told: Json, now: datetime) -> Saved:
    record = get_import(store, user_id, told["id"])
    put = Put(user_id, IMPORT, record.id, dumps(told), record.at, record.version, expires_at=now + KEPT)
    store.write([put])
    return Saved(put.body, record.version + 1)
