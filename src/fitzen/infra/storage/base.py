"""The Store: every record of every person, behind a few calls (ADR 1).

A record is `(owner, kind, id, group?, at, version, seq, due_at?, expires_at?, digest?, body)`. `owner` is the user
id and part of every key, so that a forgotten filter can show nobody else's data. What belongs to no person lives
under owners `sys:<type>:<hmac>`: these have no `seq`, are not in `users`, and a delete leaves no tombstone there.

Every write says which version it expects (0: never written), so that no update can be lost, and a writer always
knows the version it made: the expected one plus 1.
"""

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, Protocol

from fitzen.errors import InvalidError

MAX_OPS = 100
"""Operations in one write, plus one for each distinct person (DynamoDB counts the owner's counter too)."""
MAX_WRITE_BYTES = 4_000_000
MAX_BODY_BYTES = 350_000
MAX_KEY_BYTES = {"owner": 200, "kind": 40, "id": 200, "group": 200}
USER_SEGMENTS = 16
SYSTEM = "sys:"
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
"""The character NUL in JSON text: an odd number of backslashes, then u0000."""

type Clock = Callable[[], datetime]


def utc_now() -> datetime:
    return datetime.now(UTC)


class Record(NamedTuple):
    """What is stored. Times are aware, in UTC, to the microsecond; `body` is the text of a JSON object.

    A tombstone has `deleted` set and an empty `body`; it keeps `digest`, `at` and `group`.
    """

    owner: str
    kind: str
    id: str
    body: str
    at: datetime
    version: int
    seq: int
    group: str | None = None
    due_at: datetime | None = None
    expires_at: datetime | None = None
    digest: str | None = None
    deleted: bool = False


class Put(NamedTuple):
    """Write a record whole, where its current version is `version` (0: it was never written, or has expired).

    `digest` names the input of a create; it is kept by every later put, whatever that says. A tombstone counts as
    written: it is replaced only by a put that names its version.
    """

    owner: str
    kind: str
    id: str
    body: str
    at: datetime
    version: int = 0
    group: str | None = None
    due_at: datetime | None = None
    expires_at: datetime | None = None
    digest: str | None = None


class Delete(NamedTuple):
    """Turn the live record that has this version into a tombstone (version + 1); under `sys:` remove it."""

    owner: str
    kind: str
    id: str
    version: int


type Op = Put | Delete


class Page(NamedTuple):
    items: list[Record]
    next_cursor: str | None


class WriteConflict(Exception):  # noqa: N818 - it says what happened; most callers run again
    """Nothing was written: operation `index` expected another version. `current` is what is there, tombstones too."""

    def __init__(self, index: int, current: Record | None) -> None:
        super().__init__(f"operation {index} expected another version")
        self.index = index
        self.current = current


class OwnerErasedError(Exception):
    """Nothing was written: the owner has been erased, and nothing may come back under that id."""


class LimitError(ValueError):
    """Nothing was written: the write breaks a limit that holds on every engine."""


class Store(Protocol):
    """All methods may be called from many threads at once and raise `UnavailableError` when the engine is down.

    Records whose `expires_at` has come are treated as absent by every call, whether or not they are gone yet.
    """

    def get(self, owner: str, kind: str, id: str, *, deleted: bool = False) -> Record | None:
        """The record, or None. Tombstones only with `deleted`. Sees every acknowledged write."""

    def get_many(
        self, owner: str, keys: Sequence[tuple[str, str]], *, deleted: bool = False
    ) -> dict[tuple[str, str], Record]:
        """Those of the (kind, id) keys that exist; at most 100 keys. Sees every acknowledged write."""

    def list(
        self,
        owner: str,
        kind: str,
        *,
        group: str | None = None,
        after: datetime | None = None,
        before: datetime | None = None,
        newest_first: bool = True,
        limit: int = 20,
        cursor: str | None = None,
    ) -> Page:
        """Live records by (at, id), `after` inclusive, `before` exclusive; sees every acknowledged write.

        Raises InvalidError on a cursor that is not one. Pages that follow `next_cursor` miss and repeat no record that
        was not itself written meanwhile; `next_cursor` is None on the last page.
        """

    def write(self, ops: Sequence[Op]) -> None:
        """All of it or nothing, across owners too; an acknowledged write survives a crash.

        Operations of one owner get consecutive `seq`, in order. Raises WriteConflict (for the first operation, in
        order, whose expectation fails), OwnerErasedError, LimitError (see `check_limits`).
        """

    def changes(self, owner: str, since: int, limit: int = 100) -> Sequence[Record]:
        """Records and tombstones with seq > `since`, by seq. A reader that goes on from the last seq misses nothing."""

    def due(self, kind: str, until: datetime, limit: int = 100) -> Sequence[Record]:
        """Live records of any owner with `due_at` <= `until`, oldest first. May lag: claim by a conditional put."""

    def users(self, segment: int = 0, segments: int = 1) -> Iterator[str]:
        """The owners in one of `segments` equal parts (1, 2, 4, 8 or 16), without `sys:` and the erased."""

    def erase(self, owner: str, limit: int = 1000) -> bool:
        """Remove up to about `limit` records of the owner for good, tombstones too; True once nothing is left.

        From the first call on, every write to the owner raises OwnerErasedError (not for `sys:` owners).
        """

    def remove_expired(self, limit: int = 1000) -> int:
        """Remove some records whose `expires_at` has come; how many. 0 where the engine does it by itself."""

    def migrate(self) -> None:
        """Create or upgrade tables; safe to repeat."""

    def ping(self) -> None:
        """Return when the engine answers."""

    def close(self) -> None:
        """Give connections back; the Store is not used after."""


def is_system(owner: str) -> bool:
    return owner.startswith(SYSTEM)


def segment_of(owner: str) -> int:
    """The part of the users, 0 to 15, that an owner is in: stable, and even for random ids."""
    return binascii.crc32(owner.encode()) % USER_SEGMENTS


def check_limits(ops: Sequence[Op]) -> None:
    """Refuse, the same on every engine, what one of them cannot take. Raises LimitError."""
    people = {op.owner for op in ops if not is_system(op.owner)}
    if len(ops) + len(people) > MAX_OPS:
        raise LimitError(f"a write takes at most {MAX_OPS} operations and owners, not {len(ops) + len(people)}")
    if len({op[:3] for op in ops}) != len(ops):
        raise LimitError("a write names a record once")
    total = 0
    for op in ops:
        _check_keys(op)
        if isinstance(op, Put):
            size = _size(op.body)
            total += size
            if size > MAX_BODY_BYTES:
                raise LimitError(f"a body has at most {MAX_BODY_BYTES} bytes, not {size}")
            if "\\u0000" in op.body and _NUL.search(op.body):
                raise LimitError("a body has the character NUL, which PostgreSQL cannot keep")
    if total > MAX_WRITE_BYTES:
        raise LimitError(f"a write has at most {MAX_WRITE_BYTES} bytes, not {total}")


def _check_keys(op: Op) -> None:
    group = op.group if isinstance(op, Put) else None
    named = {"owner": op.owner, "kind": op.kind, "id": op.id} | ({} if group is None else {"group": group})
    for name, value in named.items():
        if not 0 < _size(value) <= MAX_KEY_BYTES[name]:
            raise LimitError(f"{name} has 1 to {MAX_KEY_BYTES[name]} bytes")
        if "\0" in value or ("#" in value and name in _SORT_KEY_PARTS):
            raise LimitError(f"{name} has a character that it may not have")


_SORT_KEY_PARTS = frozenset({"kind", "group"})


def _size(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode())


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_EXACT = 2**52
"""Up to here, 142 years from 1970 either way, seconds as a float still tell one microsecond from the next."""


def to_micros(at: datetime) -> int:
    """Microseconds since 1970 in UTC, exactly; raises TypeError on a naive time."""
    return (at - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    if -_EXACT < micros < _EXACT:
        return datetime.fromtimestamp(micros / 1e6, UTC)  # half the time of an addition, and a page of a list has 20
    return _EPOCH + timedelta(microseconds=micros)


def encode_cursor(record: Record) -> str:
    """Where a page ended. Opaque to clients."""
    return _cursor(to_micros(record.at), record.id)


def decode_cursor(cursor: str) -> tuple[int, str]:
    """`(at in microseconds, id)` of the last record of the page before. Raises InvalidError."""
    try:
        text, _, id_ = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode().partition("#")
        micros = int(text)
        from_micros(micros)
    except (ValueError, OverflowError):
        raise InvalidError.of("cursor", _NO_CURSOR) from None
    # Base64 passes over what is not in its alphabet, and int() over spaces and underscores.
    if not 0 < _size(id_) <= MAX_KEY_BYTES["id"] or "\0" in id_ or _cursor(micros, id_) != cursor:
        raise InvalidError.of("cursor", _NO_CURSOR)
    return micros, id_


_NO_CURSOR = "This cursor is not one that a list gave."


def _cursor(micros: int, id: str) -> str:
    return base64.urlsafe_b64encode(f"{micros}#{id}".encode()).decode().rstrip("=")
