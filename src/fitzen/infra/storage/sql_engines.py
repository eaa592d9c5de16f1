"""How the databases behind SqlStore connect, begin, fail and come back; one adapter each beside this file.

Statements go straight to the driver, on connections of SQLAlchemy's pool: through SQLAlchemy's own execution, the
same read by key takes four times the CPU (benchmarks/store.py). Nothing connects before the first statement.
"""

import random
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from threading import Lock
from typing import Any, Protocol

from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import Pool, PoolProxiedConnection, QueuePool

from fitzen.errors import UnavailableError
from fitzen.infra.storage.sql_statements import Statements

WAIT = 10
"""Seconds that a call waits for a lock, a connection or an answer before it raises UnavailableError."""
POOL_SIZE = 10
ATTEMPTS = 5

type Row = tuple[Any, ...]


class Cursor(Protocol):
    """What both drivers' cursors have."""

    @property
    def rowcount(self) -> int: ...
    def execute(self, sql: str, params: Sequence[Any] = ..., /) -> object: ...
    def executemany(self, sql: str, params: Sequence[Row], /) -> object: ...
    def fetchone(self) -> Row | None: ...
    def fetchall(self) -> list[Row]: ...


class Fault(Enum):
    """What a driver's error means for the call that met it."""

    BUG = "ours: the statement or its parameters are wrong"
    DOWN = "the engine refuses or does not answer in time"
    LOST = "the connection is gone; without a COMMIT under way nothing was written"
    RACE = "rolled back in favour of another transaction"


class LostError(UnavailableError):
    """The connection went away, and nothing was written."""


class RaceError(UnavailableError):
    """The transaction was rolled back in favour of another, and may run again."""


_RAISED = {Fault.DOWN: UnavailableError, Fault.LOST: LostError, Fault.RACE: RaceError}
_DETAIL = "Your data cannot be reached right now. Please try again."
BUSY = "Too much is being changed at once. Please try again."


class Engine(ABC):
    """Connections to one database, and what is run on them."""

    dialect: str
    begin: str

    def __init__(self, pool_size: int = POOL_SIZE) -> None:
        self._pool: Pool = QueuePool(
            self.connect,
            pool_size=min(pool_size, POOL_SIZE),
            max_overflow=max(0, pool_size - POOL_SIZE),
            timeout=WAIT,
            use_lifo=True,
            reset_on_return=None,
        )
        self._replacing = Lock()
        self._closed = False

    @abstractmethod
    def statements(self, kind: str) -> Statements:
        """The statements for records of a kind."""

    @abstractmethod
    def keys(self, keys: Iterable[tuple[str, str]]) -> str:
        """(kind, id) pairs as the JSON that `get_many` takes."""

    @abstractmethod
    def write_rows(self, cursor: Cursor, sql: str, rows: Sequence[Row], now: int) -> int:
        """Run a statement that writes records for each row; how many were as they were expected to be."""

    @abstractmethod
    def connect(self) -> Any:
        """Open a connection of the driver, in autocommit."""

    def roll_back(self, connection: Any) -> None:
        """End the transaction under way, if there is one."""
        connection.rollback()

    @abstractmethod
    def judge(self, error: BaseException) -> Fault | None:
        """What an error means; None where it is not the driver's."""

    @abstractmethod
    def keep_others_out(self, cursor: Cursor) -> None:
        """Let no other migration run until the transaction under way ends."""

    def read(self, sql: str, params: Row) -> list[Row]:
        """Rows of one statement; asked again, once, where the connection turns out to be lost."""
        try:
            return self._read(sql, params)
        except LostError:
            return self._read(sql, params)

    def transaction[T](self, work: Callable[[Cursor], T]) -> T:
        """Run `work` and commit; whatever it raises rolls back.

        It runs again after a lost race, and once after a connection that was lost before COMMIT was sent. When COMMIT
        itself does not answer, nobody knows whether it happened: UnavailableError.
        """
        lost = False
        for attempt in range(ATTEMPTS):
            try:
                return self._transaction(work)
            except LostError:
                if lost:
                    raise
                lost = True
            except RaceError:
                if attempt + 1 == ATTEMPTS:
                    raise
                time.sleep(random.uniform(0, 0.01 * 2**attempt))  # noqa: S311 - jitter, not a secret
        raise UnavailableError(_DETAIL)

    @contextmanager
    def connection(self) -> Iterator[Any]:
        """Lend a connection of the driver's; what was not committed is rolled back."""
        pool, held = self._checkout()
        try:
            yield held.dbapi_connection
        except BaseException as error:
            self._clean_up(pool, held, getattr(error, "orig", None) or error)  # SQLAlchemy wraps the driver's
            raise
        finally:
            self._give_back(pool, held)

    def close(self) -> None:
        """Close the connections; one that is in use, or is still asked for, is closed as soon as it comes back."""
        self._closed = True
        self._pool.dispose()

    def _checkout(self) -> tuple[Pool, PoolProxiedConnection]:
        pool = self._pool
        try:
            return pool, pool.connect()
        except PoolTimeoutError as error:
            raise UnavailableError(_DETAIL, retry_after=1) from error
        except Exception as error:
            # The connections that there are may be fine: a server that has no room for more says no to this one only.
            if self.judge(error) in _RAISED:
                raise UnavailableError(_DETAIL) from error
            raise

    def _give_back(self, pool: Pool, held: PoolProxiedConnection) -> None:
        held.close()
        if self._closed or pool is not self._pool:  # nobody else would close what comes back to it
            pool.dispose()

    def _read(self, sql: str, params: Row) -> list[Row]:
        pool, held = self._checkout()
        try:
            cursor = held.cursor()
            cursor.execute(sql, params)
            return cursor.fetchall()  # type: ignore[return-value]
        except BaseException as error:
            self._clean_up(pool, held, error)
            raise
        finally:
            self._give_back(pool, held)

    def _transaction[T](self, work: Callable[[Cursor], T]) -> T:
        pool, held = self._checkout()
        committing = False
        try:
            cursor: Any = held.cursor()
            cursor.execute(self.begin)
            result = work(cursor)
            committing = True
            cursor.execute("COMMIT")
        except BaseException as error:
            self._clean_up(pool, held, error, committing=committing)
            raise
        else:
            return result
        finally:
            self._give_back(pool, held)

    def _clean_up(
        self, pool: Pool, held: PoolProxiedConnection, error: BaseException, *, committing: bool = False
    ) -> None:
        """Leave the connection usable or out of the pool; raise what the driver's error means, if it is not a bug."""
        fault = self.judge(error)
        if fault is Fault.LOST:
            held.invalidate()
            self._replace(pool)
            raise (UnavailableError if committing else LostError)(_DETAIL) from error
        try:
            self.roll_back(held.dbapi_connection)
        except Exception:  # noqa: BLE001 - whatever it is, nobody may go on where this one's transaction is open
            held.invalidate()
        if fault in _RAISED:
            raise _RAISED[fault](_DETAIL, retry_after=1) from error

    def _replace(self, pool: Pool) -> None:
        """A server that went away took every idle connection with it; many threads may find out at once."""
        with self._replacing:
            if pool is self._pool:
                self._pool = pool.recreate()
        pool.dispose()
