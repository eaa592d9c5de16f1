"""Runs the jobs on their minutes, in threads of its own, in whichever process has the lease.

Every process of `fitzen serve` (role all) and `fitzen worker` has a scheduler. At each turn it takes the job's lease in
the Store, or leaves the job to whoever has it; who dies is followed within two minutes. The lease only spares work:
jobs are safe with two at once. Nothing that goes wrong in a job leaves this module, except into the log.
"""

import logging
import time
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from fitzen.infra.base import Infra
from fitzen.jobs import leases
from fitzen.jobs.base import measured, stopping
from fitzen.jobs.table import JOBS, Job

FIRST_AFTER = timedelta(seconds=2)

log = logging.getLogger(__name__)


class Scheduler:
    """`start` returns at once; `stop` once what was begun is finished."""

    def __init__(self, infra: Infra, worker: str | None = None) -> None:
        self._infra = infra
        self._worker = worker or uuid4().hex
        self._timer: Any = None

    def start(self) -> None:
        from apscheduler.executors.pool import ThreadPoolExecutor
        from apscheduler.schedulers.background import BackgroundScheduler

        stopping.clear()
        logging.getLogger("apscheduler").setLevel(logging.WARNING)  # it tells of every run
        defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        executors = {"default": ThreadPoolExecutor(len(JOBS))}
        self._timer = BackgroundScheduler(executors=executors, job_defaults=defaults, timezone=UTC)
        soon = datetime.now(UTC) + FIRST_AFTER
        for name, job in JOBS.items():
            self._timer.add_job(
                self.turn, "cron", [name, job], minute=job.minutes, second=0, next_run_time=soon, id=name
            )
        self._timer.start()

    def stop(self) -> None:
        """Finish what is under way, and let another process go on at once."""
        stopping.set()
        if self._timer is not None:
            self._timer.shutdown()
        for name in JOBS:
            leases.give_back(self._infra.store, name, self._worker)

    def turn(self, name: str, job: Job) -> None:
        """Run a job, if no other process does, again and again while there is more to do."""
        while self._once(name, job) and not stopping.is_set():
            log.info("job %s goes on", name)

    def _once(self, name: str, job: Job) -> bool:
        started = time.monotonic()
        try:
            if not leases.take(self._infra.store, name, self._worker, self._infra.clock()):
                return False
            report = measured(self._infra, name, job.run, self._infra.clock())
        except Exception:
            log.exception("The job %s failed; its next turn tries again", name)
            return False
        if any(report.counts.values()):
            log.info("job %s: %s in %.2f s", name, dict(report.counts), time.monotonic() - started)
        return report.more
