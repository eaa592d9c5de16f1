"""The jobs as functions of AWS Lambda, called as its runtime calls them."""

import logging
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from tests.fixtures.api import Client, MovableClock
from tests.fixtures.reminding import arrived, phone, remind

from fitzen import functions
from fitzen.config import SettingsError
from fitzen.errors import UnavailableError
from fitzen.infra.base import Infra
from fitzen.jobs import leases, turns
from fitzen.jobs.base import Report, stopping
from fitzen.jobs.table import JOBS, Job


class Invocation:
    """What Lambda tells of an invocation that began now."""

    def __init__(self, request_id: str = "one", seconds: float = 600) -> None:
        self.aws_request_id = request_id
        self._end = time.monotonic() + seconds

    def get_remaining_time_in_millis(self) -> int:
        return int((self._end - time.monotonic()) * 1000)


@pytest.fixture(autouse=True)
def _container(infra: Infra, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give the function what the test has."""
    monkeypatch.setattr(functions, "_infra", lambda: infra)
    yield
    stopping.clear()


@pytest.fixture
def replaced(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Report]], None]:
    """Let the job `digest` do something else."""

    def replace(run: Callable[[], Report]) -> None:
        def ignoring(_infra: Infra, _now: datetime) -> Report:
            return run()

        monkeypatch.setitem(JOBS, "digest", Job(ignoring, "*", "Do something else"))

    return replace


@pytest.mark.parametrize("name", JOBS)
def test_each_job_runs_and_reports(name: str) -> None:
    report = functions.job({"job": name}, Invocation())
    assert (report["job"], report["ran"], report["more"]) == (name, True, False)


def test_a_reminder_comes_once_however_often_it_is_tried(
    signed_in: Client, infra: Infra, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    token = phone(signed_in)
    remind(signed_in, title="Ana's private matter")
    clock.advance(minutes=31)
    with caplog.at_level(logging.INFO, "fitzen"):
        first = functions.job({"job": "reminders"}, Invocation())
        again = functions.job({"job": "reminders"}, Invocation())
    assert len(arrived(infra, token)) == 1
    assert (first["counts"]["sent"], again["counts"].get("sent", 0)) == (1, 0)
    told = "\n".join(record.getMessage() for record in caplog.records if record.name == "fitzen.jobs.turns")
    assert '"sent": 1' in told
    assert not any(secret in told for secret in ("Ana", "ana@", token, signed_in.user_id))


@pytest.mark.parametrize("event", [{"job": "reminder"}, {"job": ["digest"]}, {}, [], None, "digest"])
def test_an_event_without_a_job_fails_and_says_what_there_is(event: object) -> None:
    with pytest.raises(functions.EventError, match="reminders, digest, streaks, cleanup, analytics"):
        functions.job(event, Invocation())


def test_more_is_done_at_once(replaced: Callable[[Callable[[], Report]], None]) -> None:
    left = [True, True, False]
    replaced(lambda: Report("digest", {"done": 2}, more=left.pop(0)))
    report = functions.job({"job": "digest"}, Invocation())
    assert (report["counts"], report["more"]) == ({"done": 6}, False)


def test_it_stops_before_the_deadline(replaced: Callable[[Callable[[], Report]], None]) -> None:
    def endless() -> Report:
        stopping.wait(10)
        return Report("digest", {"done": 1}, more=True)

    replaced(endless)
    invocation = Invocation(seconds=1)
    report = functions.job({"job": "digest"}, invocation)
    assert (report["counts"], report["more"]) == ({"done": 1}, True)
    assert invocation.get_remaining_time_in_millis() > 0
    replaced(lambda: Report("digest", more=stopping.is_set()))
    assert not functions.job({"job": "digest"}, Invocation())["more"], "the next one is not told to stop"


def test_another_invocation_leaves_the_job_to_who_has_it(
    infra: Infra, clock: MovableClock, replaced: Callable[[Callable[[], Report]], None]
) -> None:
    replaced(lambda: Report("digest", {"done": 1}))
    assert leases.take(infra.store, "digest", "one", clock())
    assert not functions.job({"job": "digest"}, Invocation("two"))["ran"]
    assert functions.job({"job": "digest"}, Invocation("one"))["ran"], "a second try of the same invocation goes on"
    assert functions.job({"job": "digest"}, Invocation("two"))["ran"], "it was given back"


def test_a_failure_is_the_invocations_and_the_next_one_may(replaced: Callable[[Callable[[], Report]], None]) -> None:
    def broken() -> Report:
        raise UnavailableError("The store is away.")

    replaced(broken)
    with pytest.raises(UnavailableError):
        functions.job({"job": "digest"}, Invocation("one"))
    replaced(lambda: Report("digest", {"done": 1}))
    assert functions.job({"job": "digest"}, Invocation("two"))["ran"]


def test_a_failure_that_nobody_foresaw_does_not_tell_what_it_was_at(
    replaced: Callable[[Callable[[], Report]], None],
) -> None:
    def broken() -> Report:
        raise ValueError("could not convert '61.5 kg'")

    replaced(broken)
    with pytest.raises(turns.JobError, match=r"^The job digest failed: ValueError\.$") as failed:
        functions.job({"job": "digest"}, Invocation())
    assert "61.5" not in "".join(traceback.format_exception(failed.value))


def test_a_wrong_configuration_is_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)  # logs are set up once for a process
    monkeypatch.setenv("STORE_URL", "nothing://")
    monkeypatch.setenv("SECRET_KEY", "x" * 48)
    functions._infra.cache_clear()
    with pytest.raises(SettingsError, match="STORE_URL"):
        functions.job({"job": "digest"}, Invocation())
    monkeypatch.setenv("STORE_URL", "sqlite://")
    infra = functions._infra()
    infra.store.migrate()
    assert functions.job({"job": "digest"}, Invocation())["ran"]
    assert functions._infra() is infra
    functions._infra.cache_clear()
    infra.store.close()
