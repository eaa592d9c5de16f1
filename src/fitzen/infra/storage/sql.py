"""The Store on SQLite and PostgreSQL: static statements (sql_statements.py) on pooled connections (sql_engines.py)."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from fitzen.errors import UnavailableError
from fitzen.infra.storage.base import (
    USER_SEGMENTS,
    Clock,
    Delete,
    Op,
    OwnerErasedError,
    Page,
    Record,
    WriteConflict,
    check_limits,
    decode_cursor,
    encode_cursor,
    from_micros,
    is_system,
    segment_of,
    to_micros,
    utc_now,
)
from fitzen.infra.storage.rotation import Rotation
from fitzen.infra.storage.sql_engines import ATTEMPTS, BUSY, Cursor, Engine, Row
from fitzen.infra.storage.sql_migrations import migrate

FIRST, LAST = -(2**62), 2**62
"""Before and after every time that there is, in microseconds."""
USERS_PAGE = 500


class SqlStore:
    """`sqlite:///path`, `sqlite://` (in memory) or `postgresql://…`. Connects at the first call.

    `rotation` says where PostgreSQL's credentials are once those of the URL are refused.
    """

    def __init__(self, url: str, *, clock: Clock = utc_now, rotation: Rotation | None = None) -> None:
        self._engine = _engine(url, rotation)
        self._all = self._engine.statements("")
        self._clock = clock

    def get(self, owner: str, kind: str, id: str, *, deleted: bool = False) -> Record | None:
        rows = self._engine.read(self._engine.statements(kind).get, (owner, kind, id, self._now()))
        record = _record(owner, kind, *rows[0]) if rows else None
        return None if record is None or (record.deleted and not deleted) else record

    def get_many(
        self, owner: str, keys: Sequence[tuple[str, str]], *, deleted: bool = False
    ) -> dict[tuple[str, str], Record]:
        if not keys:
            return {}
        kinds = {kind for kind, _ in keys}
        statements = self._engine.statements(kinds.pop()) if len(kinds) == 1 else self._all
        rows = self._engine.read(statements.get_many, (self._engine.keys(keys), owner, self._now()))
        records = (_record(owner, *row) for row in rows)
        return {(record.kind, record.id): record for record in records if deleted or not record.deleted}

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
        statements = self._engine.statements(kind)
        bounds = _newest if newest_first else _oldest
        low = FIRST if after is None else to_micros(after)
        high = LAST if before is None else to_micros(before)
        seen = None if cursor is None else decode_cursor(cursor)
        ungrouped, grouped = (
            (statements.newest, statements.newest_of_group)
            if newest_first
            else (statements.oldest, statements.oldest_of_group)
        )
        sql, keys = (ungrouped, (owner, kind)) if group is None else (grouped, (owner, kind, group))
        rows = self._engine.read(sql, (*keys, *bounds(low, high, seen), self._now(), limit + 1))
        items = [_record(owner, kind, *row) for row in rows[:limit]]
        return Page(items, encode_cursor(items[-1]) if len(rows) > limit else None)

    def write(self, ops: Sequence[Op]) -> None:
        check_limits(ops)
        if not ops:
            return
        for _ in range(ATTEMPTS):
            try:
                self._engine.transaction(lambda cursor: self._apply(cursor, ops))
            except _UnexpectedError:
                self._raise_conflict(ops)
                # What stood in the way is gone again meanwhile.
            else:
                return
        raise UnavailableError(BUSY, retry_after=1)

    def changes(self, owner: str, since: int, limit: int = 100) -> Sequence[Record]:
        if not self._engine.read(self._all.has_changed, (owner, since)):
            return []
        rows = self._engine.read(self._all.changes, (owner, since, self._now(), limit))
        return [_record(owner, *row) for row in rows]

    def due(self, kind: str, until: datetime, limit: int = 100) -> Sequence[Record]:
        rows = self._engine.read(self._engine.statements(kind).due, (kind, to_micros(until), self._now(), limit))
        return [_record(*row) for row in rows]

    def users(self, segment: int = 0, segments: int = 1) -> Iterator[str]:
        for part in range(segment, USER_SEGMENTS, segments):
            last = ""
            while rows := self._engine.read(self._all.users, (part, last, part, USERS_PAGE)):
                yield from (row[0] for row in rows)
                last = rows[-1][0]

    def erase(self, owner: str, limit: int = 1000) -> bool:
        def remove(cursor: Cursor) -> int:
            if not is_system(owner):
                cursor.execute(self._all.mark_erased, (owner, segment_of(owner)))
            cursor.execute(self._all.erase, (owner, owner, limit))
            return cursor.rowcount

        return self._engine.transaction(remove) < limit

    def remove_expired(self, limit: int = 1000) -> int:
        def remove(cursor: Cursor) -> int:
            now = self._now()
            cursor.execute(self._all.remove_expired, (now, now, limit))
            return cursor.rowcount

        return self._engine.transaction(remove)

    def migrate(self) -> None:
        migrate(self._engine)

    def ping(self) -> None:
        self._engine.read("SELECT 1", ())

    def close(self) -> None:
        self._engine.close()

    def _now(self) -> int:
        return to_micros(self._clock())

    def _apply(self, cursor: Cursor, ops: Sequence[Op]) -> None:
        """Run the operations, those of one shape together; _UnexpectedError when a row is not as expected."""
        seqs = self._take_seqs(cursor, ops)
        batches: dict[str, list[Row]] = {}
        for op in ops:
            seq = 0 if is_system(op.owner) else seqs[op.owner]
            if seq:
                seqs[op.owner] = seq + 1
            sql, row = self._statement(op, seq)
            batches.setdefault(sql, []).append(row)
        now = self._now()
        for sql, rows in batches.items():
            if self._engine.write_rows(cursor, sql, rows, now) != len(rows):
                raise _UnexpectedError

    def _take_seqs(self, cursor: Cursor, ops: Sequence[Op]) -> dict[str, int]:
        """Take each owner's next numbers, in one order for all writers, so that none waits for another in a ring."""
        counts: dict[str, int] = {}
        for op in ops:
            if not is_system(op.owner):
                counts[op.owner] = counts.get(op.owner, 0) + 1
        first: dict[str, int] = {}
        for owner in sorted(counts):
            cursor.execute(self._all.count, (owner, segment_of(owner), counts[owner]))
            row = cursor.fetchone()
            if row is None:
                raise OwnerErasedError
            first[owner] = row[0] - counts[owner] + 1
        return first

    def _statement(self, op: Op, seq: int) -> tuple[str, Row]:
        statements = self._engine.statements(op.kind)
        owner, kind, id_ = op[:3]
        if isinstance(op, Delete):
            if is_system(owner):
                return statements.remove, (owner, kind, id_, op.version)
            return statements.bury, (seq, owner, kind, id_, op.version)
        at, due_at, expires_at = to_micros(op.at), _micros(op.due_at), _micros(op.expires_at)
        if op.version:
            row = (at, seq, op.group, due_at, expires_at, op.body, owner, kind, id_, op.version)
            return statements.update, row
        return statements.insert, (owner, kind, id_, at, seq, op.group, due_at, expires_at, op.digest, op.body)

    def _raise_conflict(self, ops: Sequence[Op]) -> None:
        """Raise WriteConflict for the first operation whose expectation fails, if one still does."""
        keys: dict[str, list[tuple[str, str]]] = {}
        for op in ops:
            keys.setdefault(op.owner, []).append((op.kind, op.id))
        found = {owner: self.get_many(owner, wanted, deleted=True) for owner, wanted in keys.items()}
        for index, op in enumerate(ops):
            current = found[op.owner].get((op.kind, op.id))
            version = current.version if current else 0
            if op.version != version or (isinstance(op, Delete) and (current is None or current.deleted)):
                raise WriteConflict(index, current)


class _UnexpectedError(Exception):
    """A row is not in the version that an operation expects."""


def _record(
    owner: str,
    kind: str,
    id_: str,
    body: str | None,
    at: int,
    version: int,
    seq: int,
    group: str | None,
    due_at: int | None,
    expires_at: int | None,
    digest: str | None,
    deleted: int = 0,
) -> Record:
    due = None if due_at is None else from_micros(due_at)
    expires = None if expires_at is None else from_micros(expires_at)
    # A list makes twenty: this takes half the time of calling Record.
    return _new(
        Record, (owner, kind, id_, body or "", from_micros(at), version, seq, group, due, expires, digest, deleted == 1)
    )


_new = tuple.__new__


def _micros(at: datetime | None) -> int | None:
    return None if at is None else to_micros(at)


def _newest(low: int, high: int, seen: tuple[int, str] | None) -> tuple[int, int, str]:
    """Bounds of `newest`: the lowest time, and the (time, id) to stay below. No id comes before the empty one."""
    return low, *min((high, ""), seen or (LAST, ""))


def _oldest(low: int, high: int, seen: tuple[int, str] | None) -> tuple[int, int, str]:
    return high, *max((low, ""), seen or (FIRST, ""))


def _engine(url: str, rotation: Rotation | None) -> Engine:
    scheme, _, rest = url.partition("://")
    if scheme.partition("+")[0] == "sqlite":
        from fitzen.infra.storage.sql_sqlite import MemoryEngine, SqliteEngine

        path = rest.removeprefix("/")
        return MemoryEngine() if path in ("", ":memory:") else SqliteEngine(path)
    from fitzen.infra.storage.sql_postgres import PostgresEngine

    return PostgresEngine("postgresql://" + rest, rotation)
