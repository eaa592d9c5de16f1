"""SQLite: one file, write-ahead log, many readers beside one writer, in this process and others."""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Lock

import orjson

from fitzen.errors import UnavailableError
from fitzen.infra.storage.sql_engines import BUSY, POOL_SIZE, WAIT, Cursor, Engine, Fault, Row
from fitzen.infra.storage.sql_statements import Statements, for_sqlite

STATEMENTS = for_sqlite()
PRAGMAS = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -16000;
PRAGMA wal_autocheckpoint = 4000;
PRAGMA secure_delete = ON;
"""
"""FULL: what was acknowledged survives a power cut too, at one fsync a write. A checkpoint every 4,000 pages writes a
page that changes often less often than one every 1,000. What was erased is overwritten, not only forgotten."""
FAULTS = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
}
THREADS = 64


class Turns:
    """A lock that goes to whoever has waited longest.

    With `threading.Lock`, and with SQLite's own waiting, a thread that asks again at once keeps others out for seconds.
    """

    def __init__(self) -> None:
        self._guard = Lock()
        self._taken = False
        self._waiting: deque[Lock] = deque()

    def __enter__(self) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            turn = Lock()
            turn.acquire()
            self._waiting.append(turn)
        if not turn.acquire(timeout=WAIT):
            self._give_up(turn)

    def __exit__(self, *_: object) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False

    def _give_up(self, turn: Lock) -> None:
        with self._guard:
            if turn in self._waiting:  # otherwise the turn came just now
                self._waiting.remove(turn)
                raise UnavailableError(BUSY, retry_after=1)


class SqliteEngine(Engine):
    """A database in a file. Writers of this process take turns; those of others are waited for by SQLite."""

    dialect = "sqlite"
    begin = "BEGIN IMMEDIATE"

    def __init__(self, path: str, pool_size: int = POOL_SIZE + THREADS) -> None:
        super().__init__(pool_size)
        self._path = path
        self._turns = Turns()

    def connect(self) -> sqlite3.Connection:
        Path(self._path).parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self._path, timeout=WAIT, isolation_level=None, check_same_thread=False, cached_statements=64
        )
        try:
            connection.executescript(PRAGMAS)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def transaction[T](self, work: Callable[[Cursor], T]) -> T:
        with self._turns:
            return super().transaction(work)

    def statements(self, kind: str) -> Statements:  # noqa: ARG002 - one table for all kinds
        return STATEMENTS

    def keys(self, keys: Iterable[tuple[str, str]]) -> str:
        return orjson.dumps(list(keys)).decode()

    def write_rows(self, cursor: Cursor, sql: str, rows: Sequence[Row], now: int) -> int:
        cursor.executemany(sql, [(*row, now) for row in rows])
        return cursor.rowcount

    def judge(self, error: BaseException) -> Fault | None:
        if isinstance(error, OSError):
            return Fault.DOWN
        if not isinstance(error, sqlite3.Error):
            return None
        return Fault.DOWN if getattr(error, "sqlite_errorcode", 0) & 0xFF in FAULTS else Fault.BUG

    def keep_others_out(self, cursor: Cursor) -> None:
        """BEGIN IMMEDIATE has done it."""


class MemoryEngine(SqliteEngine):
    """A database in memory: one connection, on which readers take turns too."""

    def __init__(self) -> None:
        super().__init__(":memory:", pool_size=1)

    def read(self, sql: str, params: Row) -> list[Row]:
        with self._turns:
            return super().read(sql, params)
