"""What every feature does with its records: make an id, create once, change with care, run again on a conflict.

Only services call these. Bodies are JSON objects as text; `dumps` and `loads` are the one codec.
"""

import hashlib
import os
import random
import time
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, NamedTuple
from uuid import UUID

import orjson

from fitzen.errors import ConflictError, GoneError, NotFoundError, StaleError, UnavailableError
from fitzen.infra.storage.base import Op, Put, Record, Store, WriteConflict

type Json = dict[str, Any]

ATTEMPTS = 5


class Saved(NamedTuple):
    """What a write leaves: the body as stored, its version (the ETag), and whether this call created it."""

    body: str
    version: int
    created: bool = False


def dumps(value: Any) -> str:
    return orjson.dumps(value).decode()


def loads(body: str) -> Json:
    value: Json = orjson.loads(body)
    return value


def new_id(now_ms: int | None = None) -> str:
    """Make a UUID of version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then random bits."""
    millis = time.time_ns() // 1_000_000 if now_ms is None else now_ms
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


def run_again[**P, R](service: Callable[P, R]) -> Callable[P, R]:
    """Run the whole service call again when a record that it read has moved: up to five times, with jitter."""

    @wraps(service)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        for attempt in range(ATTEMPTS):
            try:
                return service(*args, **kwargs)
            except WriteConflict:
                if attempt + 1 == ATTEMPTS:
                    break
                time.sleep(random.uniform(0, 0.01 * 2**attempt))  # noqa: S311 - jitter, not a secret
        raise UnavailableError("Too much is being changed at once. Please try again.", retry_after=1)

    return wrapped


def many(store: Store, owner: str, kind: str, ids: Sequence[str]) -> dict[str, Record]:
    """Return the live records of one kind by id."""
    return {id_: record for (_, id_), record in store.get_many(owner, [(kind, id_) for id_ in ids]).items()}
