"""PostgreSQL by psycopg: prepared statements, each on the partition of its kind, so that none is searched in vain."""

from collections.abc import Iterable
from functools import cache

import psycopg
from psycopg import errors
from psycopg.types.numeric import Int8Dumper

from fitzen.infra.storage.sql_engines import WAIT, Cursor, Engine, Fault, Row
from fitzen.infra.storage.sql_kinds import OTHER, TABLE_OF
from fitzen.infra.storage.sql_statements import Statements, for_dialect

STATEMENT_TIMEOUT_MS = 15_000
POOL = 20
MIGRATION_LOCK = 5_001_202_611
GENERIC_PLANS = "-c plan_cache_mode=force_generic_plan"
"""Every statement goes by an index whatever its parameters, so planning it again for each is waste."""
LOST_STATES = ("08", "57P")
"""SQLSTATE classes: connection exceptions; a shutdown by the administrator or a crash."""


@cache
def statements(table: str) -> Statements:
    return for_dialect(
        parameter="%s",
        table=table,
        body="body::text",
        to_body="%s::jsonb",
        skip_locked=" FOR UPDATE SKIP LOCKED",
        keys="unnest(%s::text[], %s::text[]) AS wanted (k, i)",
    )


class PostgresEngine(Engine):
    dialect = "postgresql"
    begin = "BEGIN"

    def __init__(self, url: str) -> None:
        super().__init__(POOL)
        self._url = url

    def connect(self) -> psycopg.Connection:
        connection = psycopg.connect(
            self._url,
            autocommit=True,
            connect_timeout=WAIT,
            prepare_threshold=1,
            options=f"-c statement_timeout={STATEMENT_TIMEOUT_MS} {GENERIC_PLANS}",
        )
        # One width for every number: otherwise a statement is prepared once for each combination of widths.
        connection.adapters.register_dumper(int, Int8Dumper)
        return connection

    def statements(self, kind: str) -> Statements:
        return statements(TABLE_OF.get(kind, OTHER) if kind else "records")

    def keys(self, keys: Iterable[tuple[str, str]]) -> Row:
        kinds, ids = zip(*keys, strict=True)
        return list(kinds), list(ids)

    def judge(self, error: Exception) -> Fault | None:
        if not isinstance(error, psycopg.Error):
            return None
        if isinstance(error, errors.SerializationFailure | errors.DeadlockDetected):
            return Fault.RACE
        state = error.sqlstate or ""
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
            return Fault.LOST if not state or state.startswith(LOST_STATES) else Fault.DOWN
        return Fault.DOWN if isinstance(error, errors.QueryCanceled | errors.DiskFull) else Fault.BUG

    def keep_others_out(self, cursor: Cursor) -> None:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", (MIGRATION_LOCK,))
