"""PostgreSQL by psycopg: prepared statements, each on the partition of its kind, so that none is searched in vain."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

import orjson
import psycopg
from psycopg import errors, pq
from psycopg.conninfo import conninfo_to_dict
from psycopg.types.numeric import Int8Dumper

from fitzen.infra.storage.rotation import Rotation
from fitzen.infra.storage.sql_engines import WAIT, Cursor, Engine, Fault, Row
from fitzen.infra.storage.sql_kinds import OTHER, TABLE_OF
from fitzen.infra.storage.sql_statements import Statements, for_postgres

POOL = 20
PREPARED = 500
"""More than there are statements on all tables together: what is pushed out would be planned again."""
MIGRATION_LOCK = 5_001_202_611
SETTINGS = """
SET statement_timeout = '15s';
SET idle_in_transaction_session_timeout = '15s';
SET plan_cache_mode = force_generic_plan;
SET enable_hashjoin = off;
SET enable_mergejoin = off;
"""
"""A process that was stopped amid a write gives its locks back. Each statement goes by an index whatever its
parameters, key by key where it has several, so it is planned once and never by all of a person's records. Sent after connecting, because RDS Proxy refuses them as options of a connection."""
SOCKET = {"connect_timeout": WAIT, "keepalives_idle": 30, "tcp_user_timeout": 1000 * WAIT}
"""So that a server that vanished without a word is noticed within seconds."""
LOST_STATES = ("08", "57P")
"""SQLSTATE classes: connection exceptions; a shutdown by the administrator or a crash."""
_LEFT = errors.ReadOnlySqlTransaction, errors.IdleInTransactionSessionTimeout
"""A failover made this server a replica; or it gave this process up while that was stopped amid a transaction."""


statements = cache(for_postgres)


class PostgresEngine(Engine):
    dialect = "postgresql"
    begin = "BEGIN"

    def __init__(self, url: str, rotation: Rotation | None = None) -> None:
        super().__init__(POOL)
        self._url = url
        self._rotation = rotation

    def connect(self) -> psycopg.Connection:
        try:
            return self._connect(self._url)
        except psycopg.OperationalError:
            # The server says why in a message that is translated, so whether it was the password is found by trying.
            for url in self._rotation.urls() if self._rotation else ():
                with suppress(psycopg.OperationalError):
                    connection = self._connect(url)
                    self._url = url
                    return connection
            raise

    def _connect(self, url: str) -> psycopg.Connection:
        given: dict[str, Any] = {**SOCKET, **conninfo_to_dict(url)}
        connection = psycopg.connect(**given, autocommit=True, prepare_threshold=1)
        try:
            connection.execute(SETTINGS)
        except psycopg.Error:
            connection.close()
            raise
        connection.prepared_max = PREPARED
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

    def keys(self, keys: Iterable[tuple[str, str]]) -> str:
        return orjson.dumps([key for key in keys if "\0" not in key[1]]).decode()

    def write_rows(self, cursor: Cursor, sql: str, rows: Sequence[Row], now: int) -> int:
        cursor.execute(sql, (orjson.dumps(rows).decode(), now))
        return cursor.rowcount

    def roll_back(self, connection: psycopg.Connection) -> None:
        """Past psycopg, which at a ROLLBACK forgets all it prepared, lest the tables were made in the transaction."""
        connection.pgconn.exec_(b"ROLLBACK")
        if connection.pgconn.transaction_status != pq.TransactionStatus.IDLE:
            raise psycopg.OperationalError("not rolled back")

    def judge(self, error: BaseException) -> Fault | None:
        if not isinstance(error, psycopg.Error):
            return None
        if isinstance(error, errors.SerializationFailure | errors.DeadlockDetected):
            return Fault.RACE
        if isinstance(error, _LEFT):
            return Fault.LOST
        state = error.sqlstate or ""
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
            return Fault.LOST if not state or state.startswith(LOST_STATES) else Fault.DOWN
        return Fault.DOWN if isinstance(error, errors.QueryCanceled | errors.DiskFull) else Fault.BUG

    def keep_others_out(self, cursor: Cursor) -> None:
        cursor.execute("SET LOCAL statement_timeout = 0")
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", (MIGRATION_LOCK,))
