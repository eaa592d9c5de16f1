"""AWS Lambda: `fitzen.functions.job`, which EventBridge Scheduler calls with `{"job": name}`.

The invocation fails, and Lambda tries again, when the event names no job, the configuration is wrong or the store is
away. What fails for one person is set aside by the job itself and counted in the report.
"""

import json
import logging
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from threading import Timer
from typing import Protocol

from fitzen import config
from fitzen.errors import FitzenError
from fitzen.infra.base import Infra
from fitzen.jobs import leases
from fitzen.jobs.base import measured, stopping
from fitzen.jobs.table import JOBS
from fitzen.records import Json

TO_FINISH_S = 30.0
"""What was begun has so long to come to its end before Lambda ends the function; half of what is left, where that is less."""

log = logging.getLogger(__name__)


class Context(Protocol):
    """What Lambda tells of an invocation. Its tries have the same id."""

    aws_request_id: str

    def get_remaining_time_in_millis(self) -> int: ...


class EventError(FitzenError):
    """The event names no job. What it holds instead is not repeated."""


def job(event: object, context: Context) -> Json:
    """Run a job until nothing is due or the time is over; return its report, which is logged too.

    `{"job": "reminders", "counts": {"sent": 3}, "more": false, "ran": true, "seconds": 0.41}`. `ran` is false where
    another invocation has the job. What is left (`more`) is the next minute's.
    """
    name = _name(event)
    started = time.monotonic()
    infra = _infra()
    with _until_nearly(context):
        ran, counts, more = _work(infra, name, context.aws_request_id)
    seconds = round(time.monotonic() - started, 2)
    report = {"job": name, "counts": dict(counts), "more": more, "ran": ran, "seconds": seconds}
    log.info("job %s", json.dumps(report))
    return report


def _name(event: object) -> str:
    name = event.get("job") if isinstance(event, Mapping) else None
    if not isinstance(name, str) or name not in JOBS:
        raise EventError(f'The event must be {{"job": name}}, where name is one of {", ".join(JOBS)}.')
    return name


@cache
def _infra() -> Infra:
    """Build once in a container. What fails is not kept: the next invocation tries again."""
    from fitzen import wiring

    settings = config.load()
    logging.getLogger("fitzen").setLevel(settings.log_level)
    return wiring.build(settings)


@contextmanager
def _until_nearly(context: Context) -> Iterator[None]:
    """Tell jobs to stop, within the block, a while before Lambda's deadline."""
    left = context.get_remaining_time_in_millis() / 1000
    timer = Timer(left - min(TO_FINISH_S, left / 2), stopping.set)
    timer.daemon = True
    stopping.clear()
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _work(infra: Infra, name: str, worker: str) -> tuple[bool, Mapping[str, int], bool]:
    """Run while there is more, under the job's lease; whether it was ours at all, how often each outcome, and whether more is due."""
    counts: Counter[str] = Counter()
    ran, more = False, True
    try:
        while more and not (ran and stopping.is_set()) and leases.take(infra.store, name, worker, infra.clock()):
            report = measured(infra, name, JOBS[name].run, infra.clock())
            ran, more = True, report.more
            counts.update(report.counts)
    finally:
        leases.give_back(infra.store, name, worker)
        if infra.reporter:  # Lambda freezes what is not told by now
            infra.reporter.flush()
    return ran, counts, ran and more
