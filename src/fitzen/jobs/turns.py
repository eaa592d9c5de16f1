"""A job's turn, where a timer outside of the process gives it: EventBridge Scheduler to a function, a CronJob to a pod."""

import json
import logging
import time
from collections import Counter

from fitzen.errors import FitzenError
from fitzen.infra.base import Infra
from fitzen.jobs import leases
from fitzen.jobs.base import measured, stopping
from fitzen.jobs.table import JOBS
from fitzen.records import Json

log = logging.getLogger(__name__)


class JobError(FitzenError):
    """A job failed in a way that nobody foresaw. The log has the places; the message has nothing of what it was at."""


def take(infra: Infra, name: str, worker: str) -> Json:
    """Run a job until nothing is due or `stopping` is set, under its lease; return its report, which is logged too.

    `{"job": "reminders", "counts": {"sent": 3}, "more": false, "ran": true, "seconds": 0.41}`. `ran` is false where
    another process has the job. The figures are told of before it returns: the process may be frozen or end then.
    Raises JobError for what is not ours.
    """
    began = time.monotonic()
    try:
        report = _worked(infra, name, worker)
    except FitzenError:
        raise
    except Exception as error:
        log.exception("The job %s failed", name)
        raise JobError(f"The job {name} failed: {type(error).__name__}.") from None
    report["seconds"] = round(time.monotonic() - began, 2)
    log.info("job %s", json.dumps(report))
    return report


def _worked(infra: Infra, name: str, worker: str) -> Json:
    counts: Counter[str] = Counter()
    ran, more = False, True
    try:
        while more and not (ran and stopping.is_set()) and leases.take(infra.store, name, worker, infra.clock()):
            found = measured(infra, name, JOBS[name].run, infra.clock())
            ran, more = True, found.more
            counts.update(found.counts)
    finally:
        if infra.reporter:
            infra.reporter.flush()
        leases.give_back(infra.store, name, worker)
    return {"job": name, "counts": dict(counts), "more": ran and more, "ran": ran}
