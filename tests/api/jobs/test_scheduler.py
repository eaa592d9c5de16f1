"""The scheduler: one process at a time, another after it is gone, and nothing that a job does takes the server down."""

import logging
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from threading import Event

import pytest
from tests.fixtures.api import MovableClock, build_infra, close, settings_for, together

from fitzen.infra.base import Infra
from fitzen.jobs import base
from fitzen.jobs.base import Report
from fitzen.jobs.leases import KIND, _owner
from fitzen.jobs.scheduler import Scheduler
from fitzen.jobs.table import JOBS, Job


@pytest.fixture(autouse=True)
def _not_stopping() -> Iterator[None]:
    yield
    base.stopping.clear()


class Counted:
    """A job that counts its runs."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self, _infra: Infra, _now: datetime) -> Report:
        self.runs += 1
        return Report("counted", {"runs": self.runs})

    def job(self) -> Job:
        return Job(self, "*", "Count")


def test_the_lease_is_one_processs_until_it_ends(infra: Infra, clock: MovableClock) -> None:
    counted = Counted()
    one, other = Scheduler(infra, "one"), Scheduler(infra, "other")
    one.turn("reminders", counted.job())
    other.turn("reminders", counted.job())
    assert counted.runs == 1
    clock.advance(seconds=60)
    one.turn("reminders", counted.job())
    clock.advance(seconds=60)
    other.turn("reminders", counted.job())
    assert counted.runs == 2, "it was made longer"
    clock.advance(seconds=31)
    other.turn("reminders", counted.job())
    one.turn("reminders", counted.job())
    assert counted.runs == 3, "who does not come back is followed"


def test_a_job_with_more_to_do_goes_on_at_once(infra: Infra) -> None:
    left = [True, True, False]

    def run(_infra: Infra, _now: datetime) -> Report:
        return Report("many", {"done": 1}, more=left.pop(0))

    Scheduler(infra, "one").turn("digest", Job(run, "*", "Much"))
    assert left == []


def test_who_stops_gives_it_back(infra: Infra) -> None:
    counted = Counted()
    one, other = Scheduler(infra, "one"), Scheduler(infra, "other")
    one.turn("digest", counted.job())
    one.stop()
    other.turn("digest", counted.job())
    assert counted.runs == 2


@pytest.mark.parametrize("url", ["sqlite_url", "postgresql_url", "dynamodb_url"])
def test_of_many_at_once_one_gets_it(request: pytest.FixtureRequest, tmp_path: Path, url: str) -> None:
    infra = build_infra(settings_for(tmp_path, request.getfixturevalue(url)), MovableClock())
    counted = Counted()
    try:
        turns = [Scheduler(infra, f"{number}").turn for number in range(6)]
        together(*(lambda turn=turn: turn("digest", counted.job()) for turn in turns))
        assert counted.runs == 1
    finally:
        close(infra)


def test_a_job_that_fails_is_told_and_runs_again(infra: Infra, caplog: pytest.LogCaptureFixture) -> None:
    def broken(_infra: Infra, _now: datetime) -> Report:
        raise RuntimeError("boom")

    with caplog.at_level(logging.ERROR):
        for _ in range(2):
            Scheduler(infra, "one").turn("digest", Job(broken, "*", "Fail"))
    assert [record.getMessage() for record in caplog.records] == [
        "The job digest failed; its next turn tries again"
    ] * 2


def test_it_starts_on_its_own_and_stops_at_once(
    infra: Infra, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ran = Event()

    def run(_infra: Infra, _now: datetime) -> Report:
        ran.set()
        return Report("once", {})

    monkeypatch.setattr("fitzen.jobs.scheduler.JOBS", {"once": Job(run, "*", "Run")})
    scheduler = Scheduler(infra, "one")
    scheduler.start()
    assert ran.wait(20)
    scheduler.stop()
    assert infra.store.get(_owner("once"), KIND, KIND) is None, "another may go on at once"


def test_when_stopping_what_was_not_begun_is_left(infra: Infra, clock: MovableClock) -> None:
    base.stopping.set()
    for name in ("reminders", "digest", "streaks"):
        assert JOBS[name].run(infra, clock.now).more
