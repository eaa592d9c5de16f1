"""What the jobs share: their report, a clock that goes on from `now`, and working off what is due.

What is to be done for a person is a record of theirs with `due_at`. It is done by a write that moves `due_at` on,
conditional on the version: whoever comes second finds it gone, and after a crash it is due still.
"""

import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from typing import NamedTuple

from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Clock, OwnerErasedError, Put, Record, Store, WriteConflict
from fitzen.infra.telemetry.metrics import JOB_FAILURES, JOB_LAG, JOB_TIME

BATCH = 100
THREADS = 4
"""Most of the time of a delivery is waiting for somebody else's server."""
PATIENCE = timedelta(seconds=50)
"""How long one run takes what is due; the next minute's goes on."""
SET_ASIDE = timedelta(minutes=15)
TAKEN, FAILED, LEFT = "taken", "failed", "left"

stopping = Event()
"""Set when the process is to end: what has been begun is finished, the rest is left to whoever comes next."""

log = logging.getLogger(__name__)

type Handle = Callable[[Infra, Record, Clock], str]
type HandleAll = Callable[[Team, Sequence[Record]], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did: how often each outcome; `more` when there is still something due."""

    job: str
    counts: Mapping[str, int] = field(default_factory=dict)
    more: bool = False


def measured(infra: Infra, name: str, run: Callable[[Infra, datetime], Report], now: datetime) -> Report:
    """Run a job; how long it takes is noted, and whether it failed."""
    with infra.telemetry.span(f"job {name}", "consumer"), infra.telemetry.timed(JOB_TIME, JOB_FAILURES, name):
        return run(infra, now)


def clock_from(infra: Infra, now: datetime) -> Clock:
    """Return a clock that says `now`, and goes on from there as the real one does."""
    ahead = now - infra.clock()
    return lambda: infra.clock() + ahead


class Team(NamedTuple):
    """The threads that handle what is due."""

    infra: Infra
    clock: Clock
    pool: ThreadPoolExecutor

    def each[T, R](self, step: Callable[[T], R], items: Sequence[tuple[Record, T]]) -> list[R | str]:
        """Take a step for each record, many at once; the answers are in their order.

        A step for a record that fails answers FAILED, and the record is set aside for a quarter of an hour, so that it
        stands in nobody's way; one for a record that somebody else has changed answers TAKEN.
        """
        return list(self.pool.map(lambda item: self._guarded(step, *item), items))

    def _guarded[T, R](self, step: Callable[[T], R], record: Record, given: T) -> R | str:
        try:
            return step(given)
        except (WriteConflict, OwnerErasedError):
            return TAKEN
        except Exception:
            # Whatever is wrong with one person's record must not keep the others waiting. It says which, never what is in it.
            who = self.infra.telemetry.person(record.owner)
            log.exception("A %s record of %s failed and was set aside", record.kind, who)
            _set_aside(self.infra.store, record, self.clock())
            return FAILED


def work_off(infra: Infra, kind: str, clock: Clock, handle: Handle) -> tuple[Counter[str], bool]:
    """Handle every record of a kind that is due, oldest first; how often each outcome, and whether more is due."""

    def handle_all(team: Team, batch: Sequence[Record]) -> list[str]:
        return team.each(lambda record: begun(lambda: handle(infra, record, clock)), [(each, each) for each in batch])

    return work_off_together(infra, kind, clock, handle_all)


def work_off_together(infra: Infra, kind: str, clock: Clock, handle_all: HandleAll) -> tuple[Counter[str], bool]:
    """Handle the same by the hundred: `handle_all` is given what is due next, and returns the outcome of each."""
    counts: Counter[str] = Counter()
    until, seen = clock() + PATIENCE, set()
    oldest: datetime | None = None
    with ThreadPoolExecutor(THREADS, f"job-{kind}") as pool:
        team = Team(infra, clock, pool)
        while clock() < until and not stopping.is_set():
            due = infra.store.due(kind, clock(), BATCH)
            batch = [record for record in due if record[:3] + record[5:6] not in seen]
            if oldest is None:
                oldest = min((record.due_at for record in batch if record.due_at), default=clock())
                infra.telemetry.set(JOB_LAG, max(0.0, (clock() - oldest).total_seconds()), kind)
            if not batch:
                return counts, False
            seen |= {record[:3] + record[5:6] for record in batch}
            counts.update(handle_all(team, batch))
    return counts, True


def begun[R](step: Callable[[], R]) -> R | str:
    """Take the first step for a record, unless the process is to end: then it answers LEFT."""
    return LEFT if stopping.is_set() else step()


def _set_aside(store: Store, record: Record, now: datetime) -> None:
    """Make a record due later, unless it was changed meanwhile; a failing store is met again by the next run."""
    with suppress(WriteConflict, OwnerErasedError):
        store.write([moved(record, now + SET_ASIDE)])


def moved(record: Record, due_at: datetime | None, body: str | None = None) -> Put:
    """Return the put that makes a record due at another time."""
    owner, kind, id_ = record[:3]
    return Put(owner, kind, id_, record.body if body is None else body, record.at, record.version, due_at=due_at)
