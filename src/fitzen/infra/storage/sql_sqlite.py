"""SQLite: one file, write-ahead log, many readers beside one writer, in this process and others."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import orjson

from fitzen.infra.storage.sql_engines import POOL_SIZE, WAIT, Cursor, Engine, Fault, Row
from fitzen.infra.storage.sql_statements import Statements, for_dialect

STATEMENTS = for_dialect(
    parameter="?",
    table="records",
    body="body",
    to_body="?",
    skip_locked="",
    keys="(SELECT value ->> 0 AS k, value ->> 1 AS i FROM json_each(?)) AS wanted CROSS",
)
PRAGMAS = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -16000;
"""
"""FULL: what was acknowledged survives a power cut too, at one fsync a write."""
FAULTS = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PROTOCOL,
}
THREADS = 64


class SqliteEngine(Engine):
    """`path` "" is a database in memory, on one connection that callers take turns on."""

    dialect = "sqlite"
    begin = "BEGIN IMMEDIATE"

    def __init__(self, path: str) -> None:
        super().__init__(POOL_SIZE + THREADS if path else 1)
        self._path = path

    def connect(self) -> sqlite3.Connection:
        if self._path:
            Path(self._path).parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self._path or ":memory:", timeout=WAIT, isolation_level=None, check_same_thread=False, cached_statements=64
        )
        connection.executescript(PRAGMAS)
        return connection

    def statements(self, kind: str) -> Statements:  # noqa: ARG002 - one table for all kinds
        return STATEMENTS

    def keys(self, keys: Iterable[tuple[str, str]]) -> Row:
        return (orjson.dumps(list(keys)).decode(),)

    def judge(self, error: Exception) -> Fault | None:
        if isinstance(error, OSError):
            return Fault.DOWN
        if not isinstance(error, sqlite3.Error):
            return None
        return Fault.DOWN if getattr(error, "sqlite_errorcode", 0) & 0xFF in FAULTS else Fault.BUG

    def keep_others_out(self, cursor: Cursor) -> None:
        """BEGIN IMMEDIATE has done it."""
