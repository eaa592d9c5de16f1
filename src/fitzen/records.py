"""What every feature does with its records: make an id, create once, change with care, run again on a conflict.

Only services call these. Bodies are JSON objects as text; `dumps` and `loads` are the one codec.
"""

import hashlib
import os
import time as clock
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from itertools import batched
from typing import Any, NamedTuple
from uuid import UUID

from fitzen.errors import ConflictError, GoneError, NotFoundError, StaleError
from fitzen.infra.storage.base import Op, Put, Record, Store, WriteConflict
from fitzen.infra.storage.use import ATTEMPTS, Json, dumps, loads, run_again

__all__ = [
    "ATTEMPTS",
    "EPOCH",
    "Json",
    "Saved",
    "all_records",
    "check_version",
    "create",
    "created_before",
    "digest",
    "dumps",
    "load",
    "loads",
    "many",
    "merge_patch",
    "midnight",
    "new_id",
    "run_again",
]


class Saved(NamedTuple):
    """What a write leaves: the body as stored, its version (the ETag), and whether this call created it."""

    body: str
    version: int
    created: bool = False


def new_id(now_ms: int | None = None) -> str:
    """Make a UUID of version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then random bits."""
    millis = clock.time_ns() // 1_000_000 if now_ms is None else now_ms
    bits = (millis << 80) | int.from_bytes(os.urandom(10))
    bits = bits & ~(0xF000 << 64) | (0x7000 << 64)
    bits = bits & ~(0xC000 << 48) | (0x8000 << 48)
    return str(UUID(int=bits))


def digest(validated: str) -> str:
    """Name a create's input, as JSON that a model wrote, so that the same sent again can be told from another."""
    return hashlib.blake2b(validated.encode(), digest_size=16).hexdigest()


def create(store: Store, put: Put, *also: Op) -> Saved:
    """Write a new record and what derives from it; sent again, answer with what is there now.

    `put` has version 0 and a digest. Raises GoneError after a delete, ConflictError where another input was created
    under this id, and lets a WriteConflict of `also` through, for `run_again`.
    """
    try:
        store.write([put, *also])
    except WriteConflict as conflict:
        if conflict.index != 0 or conflict.current is None:
            raise
        return created_before(conflict.current, put.digest)
    return Saved(put.body, 1, created=True)


def created_before(current: Record, digest: str | None) -> Saved:
    """Answer a create whose id is taken, as `create` says."""
    if current.deleted:
        raise GoneError("This was deleted and cannot be created again under the same id.")
    if current.digest != digest:
        raise ConflictError("Something else was already saved under this id. Use a new id for a new entry.")
    return Saved(current.body, current.version)


def load(store: Store, owner: str, kind: str, id: str, what: str) -> Record:
    """Return the live record, or raise NotFoundError naming `what` it is in the user's words."""
    record = store.get(owner, kind, id)
    if record is None:
        raise NotFoundError(f"There is no {what} with this id.")
    return record


def check_version(record: Record, if_match: int | None) -> None:
    """Raise StaleError unless the client saw this version, or did not say which."""
    if if_match is not None and if_match != record.version:
        raise StaleError("It was changed elsewhere. Read it again, then repeat your change.")


def merge_patch(target: Any, patch: Any) -> Any:
    """JSON Merge Patch (RFC 7396): null removes, objects merge, everything else replaces. Changes neither argument."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge_patch(merged.get(key), value)
    return merged


def many(store: Store, owner: str, kind: str, ids: Sequence[str]) -> dict[str, Record]:
    """Return the live records of one kind by id, in as few reads as may be."""
    return {
        id_: record
        for batch in batched(ids, 100, strict=False)
        for (_, id_), record in store.get_many(owner, [(kind, id_) for id_ in batch]).items()
    }


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""When a derived record is that has no time of its own."""


def midnight(day: str) -> datetime:
    """Return the `at` of a record of one local day: its midnight, as if it were in UTC, so that days sort as days."""
    return datetime.combine(date.fromisoformat(day), time(), UTC)


def all_records(
    store: Store,
    owner: str,
    kind: str,
    *,
    group: str | None = None,
    after: datetime | None = None,
    before: datetime | None = None,
) -> Iterator[Record]:
    """Read a whole list, page by page, newest first."""
    cursor = None
    while True:
        page = store.list(owner, kind, group=group, after=after, before=before, limit=100, cursor=cursor)
        yield from page.items
        cursor = page.next_cursor
        if cursor is None:
            return
