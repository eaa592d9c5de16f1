"""What a dry run writes to: a store and files that answer as if everything had been written, and write nothing.

So a dry run is the same code as the import itself, and sees the same: a check-in finds the habit that came before it.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from heapq import merge

from fitzen.infra.files.base import UPLOADS, Files, Upload
from fitzen.infra.storage.base import (
    Delete,
    Op,
    Page,
    Record,
    Store,
    WriteConflict,
    check_limits,
    decode_cursor,
    encode_cursor,
    from_micros,
    is_system,
)

type Key = tuple[str, str, str]
type Place = tuple[datetime, str]


class RehearsedStore:
    """A Store over another one. What is `users`, `due` and `changes` is what is really there."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._written: dict[Key, Record] = {}
        self._places: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
        """Of each owner and kind, when the live ones are, in order."""

    def get(self, owner: str, kind: str, id: str, *, deleted: bool = False) -> Record | None:
        written = self._written.get((owner, kind, id))
        if written is None:
            return self._store.get(owner, kind, id, deleted=deleted)
        return written if not written.deleted or (deleted and not is_system(owner)) else None

    def get_many(
        self, owner: str, keys: Sequence[tuple[str, str]], *, deleted: bool = False
    ) -> dict[tuple[str, str], Record]:
        found = dict(self._store.get_many(owner, keys, deleted=True))
        found |= {key: self._written[owner, *key] for key in keys if (owner, *key) in self._written}
        tombstones = deleted and not is_system(owner)  # under `sys:` there are none
        return {key: record for key, record in found.items() if tombstones or not record.deleted}

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
        seen = decode_cursor(cursor) if cursor else None
        place = (from_micros(seen[0]), seen[1]) if seen else None
        mine = self._mine(owner, kind, group, after, before, place, newest_first=newest_first)
        theirs = self._theirs(owner, kind, group, after, before, cursor, newest_first=newest_first)
        found: list[Record] = []
        for record in merge(mine, theirs, key=_place, reverse=newest_first):
            if len(found) == limit:
                return Page(found, encode_cursor(found[-1]))
            found.append(record)
        return Page(found, None)

    def _mine(
        self,
        owner: str,
        kind: str,
        group: str | None,
        after: datetime | None,
        before: datetime | None,
        seen: Place | None,
        *,
        newest_first: bool,
    ) -> Iterator[Record]:
        places = self._places[owner, kind]
        low = bisect_left(places, (after, "")) if after else 0
        high = bisect_left(places, (before, "")) if before else len(places)
        if seen and newest_first:
            high = min(high, bisect_left(places, seen))
        elif seen:
            low = max(low, bisect_left(places, (seen[0], f"{seen[1]}\0")))
        for _, id_ in reversed(places[low:high]) if newest_first else places[low:high]:
            record = self._written[owner, kind, id_]
            if group in (None, record.group):
                yield record

    def _theirs(
        self,
        owner: str,
        kind: str,
        group: str | None,
        after: datetime | None,
        before: datetime | None,
        cursor: str | None,
        *,
        newest_first: bool,
    ) -> Iterator[Record]:
        """Yield what is really there and was not written here."""
        while True:
            page = self._store.list(
                owner,
                kind,
                group=group,
                after=after,
                before=before,
                newest_first=newest_first,
                limit=100,
                cursor=cursor,
            )
            yield from (record for record in page.items if record[:3] not in self._written)
            cursor = page.next_cursor
            if cursor is None:
                return

    def write(self, ops: Sequence[Op]) -> None:
        check_limits(ops)
        before = [self.get(*op[:3], deleted=True) for op in ops]
        for index, (op, current) in enumerate(zip(ops, before, strict=True)):
            live = current is not None and not current.deleted
            if op.version != (current.version if current else 0) or (isinstance(op, Delete) and not live):
                raise WriteConflict(index, current)
        for op, current in zip(ops, before, strict=True):
            self._apply(op, current)

    def _apply(self, op: Op, current: Record | None) -> None:
        key, places = op[:3], self._places[op.owner, op.kind]
        if key in self._written and not self._written[key].deleted:
            places.pop(bisect_left(places, _place(self._written[key])))
        if isinstance(op, Delete):
            at, group, digest = (current.at, current.group, current.digest) if current else (from_micros(0), None, None)
            self._written[key] = Record(*key, "", at, op.version + 1, 0, group, digest=digest, deleted=True)
            return
        digest = current.digest if current else op.digest
        self._written[key] = Record(*key, op.body, op.at, op.version + 1, 0, op.group, op.due_at, op.expires_at, digest)
        insort(places, (op.at, op.id))

    def changes(self, owner: str, since: int, limit: int = 100) -> Sequence[Record]:
        return self._store.changes(owner, since, limit)

    def due(self, kind: str, until: datetime, limit: int = 100) -> Sequence[Record]:
        return self._store.due(kind, until, limit)

    def users(self, segment: int = 0, segments: int = 1) -> Iterator[str]:
        return self._store.users(segment, segments)

    def erase(self, owner: str, limit: int = 1000) -> bool:  # noqa: ARG002 - the port's
        raise TypeError(f"nothing is erased in a rehearsal, not even {owner.partition(':')[0]}")

    def remove_expired(self, limit: int = 1000) -> int:  # noqa: ARG002 - the port's
        raise TypeError("nothing is removed in a rehearsal")

    def migrate(self) -> None:
        """The tables are those of the store itself."""

    def ping(self) -> None:
        self._store.ping()

    def close(self) -> None:
        """The store is closed by whom it belongs to."""


def _place(record: Record) -> Place:
    return record.at, record.id


class RehearsedFiles:
    """Files over others: what is written is remembered until it is deleted."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._written: dict[str, bytes | None] = {}

    def put(self, key: str, data: bytes) -> None:
        self._written[key] = data if key.startswith(UPLOADS) else b""

    def get(self, key: str) -> bytes | None:
        return self._written[key] if key in self._written else self._files.get(key)

    def size(self, key: str) -> int | None:
        if key not in self._written:
            return self._files.size(key)
        data = self._written[key]
        return None if data is None else len(data)

    def delete(self, *keys: str) -> None:
        self._written |= dict.fromkeys(keys)

    def erase(self, prefix: str) -> None:  # noqa: ARG002 - the port's
        raise TypeError("nobody is erased in a rehearsal")

    def list(self, prefix: str) -> Iterator[str]:
        return self._files.list(prefix)

    def remove_uploads(self, before: datetime) -> int:  # noqa: ARG002 - the port's
        raise TypeError("nothing is removed in a rehearsal")

    def upload(self, key: str, length: int, expires: datetime) -> Upload:
        return self._files.upload(key, length, expires)

    def url(self, key: str, expires: datetime) -> str:
        return self._files.url(key, expires)

    def ping(self) -> None:
        self._files.ping()
