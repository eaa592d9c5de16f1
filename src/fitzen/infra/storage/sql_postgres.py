"""PostgreSQL by psycopg: prepared statements, each on the partition of its kind, so that none is searched in vain."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import orjson
import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict
from psycopg.types.numeric import Int8Dumper

from fitzen.infra.storage.sql_engines import WAIT, Cursor, Engine, Fault, Row
from fitzen.infra.storage.sql_kinds import OTHER, TABLE_OF
from fitzen.infra.storage.sql_statements import Statements, for_postgres

POOL = 20
MIGRATION_LOCK = 5_001_202_611
SETTINGS = {
    "statement_timeout": "15s",
    "idle_in_transaction_session_timeout": "15s",  # a process that was stopped amid a write gives its locks back
    "plan_cache_mode": "force_generic_plan",  # each goes by an index whatever its parameters: plan it once
}
SOCKET = {"connect_timeout": WAIT, "keepalives_idle": 30, "tcp_user_timeout": 1000 * WAIT}
"""So that a server that vanished without a word is noticed within seconds."""
LOST_STATES = ("08", "57P")
"""SQLSTATE classes: connection exceptions; a shutdown by the administrator or a crash."""


statements = cache(for_postgres)


class PostgresEngine(Engine):
    dialect = "postgresql"
    begin = "BEGIN"

    def __init__(self, url: str) -> None:
        super().__init__(POOL)
        self._url = url

    def connect(self) -> psycopg.Connection:
        given: dict[str, Any] = conninfo_to_dict(self._url)
        options = " ".join([*(f"-c {name}={value}" for name, value in SETTINGS.items()), str(given.get("options", ""))])
        connection = psycopg.connect(**{**SOCKET, **given, "options": options}, autocommit=True, prepare_threshold=1)
        # One width for every number: otherwise a statement is prepared once for each combination of widths.
        connection.adapters.register_dumper(int, Int8Dumper)
        return connection

    def statements(self, kind: str) -> Statements:
        return statements(TABLE_OF.get(kind, OTHER) if kind else "records")

    def read(self, sql: str, params: Row) -> list[Row]:
        try:
            return super().read(sql, params)
        except psycopg.DataError as error:
            if error.sqlstate is None:  # a key with NUL, which the driver refuses to send: nothing is under it
                return []
            raise

    def keys(self, keys: Iterable[tuple[str, str]]) -> Row:
        sent = [key for key in keys if "\0" not in key[1]]
        return [kind for kind, _ in sent], [id_ for _, id_ in sent]

    def write_rows(self, cursor: Cursor, sql: str, rows: Sequence[Row], now: int) -> int:
        cursor.execute(sql, (orjson.dumps(rows).decode(), now))
        return cursor.rowcount

    def judge(self, error: BaseException) -> Fault | None:
        if not isinstance(error, psycopg.Error):
            return None
        if isinstance(error, errors.SerializationFailure | errors.DeadlockDetected):
            return Fault.RACE
        if isinstance(error, errors.ReadOnlySqlTransaction):  # a failover made this server a replica
            return Fault.LOST
        state = error.sqlstate or ""
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
            return Fault.LOST if not state or state.startswith(LOST_STATES) else Fault.DOWN
        return Fault.DOWN if isinstance(error, errors.QueryCanceled | errors.DiskFull) else Fault.BUG

    def keep_others_out(self, cursor: Cursor) -> None:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", (MIGRATION_LOCK,))
