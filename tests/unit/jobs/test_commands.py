"""fitzen jobs: list, run, figures; `fitzen worker` runs until it is told to stop."""

import json
import os
import signal
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.fixtures.serving import FITZEN

from fitzen import config, wiring
from fitzen.auth.service import user_of
from fitzen.cli import main
from fitzen.cli.jobs import NAMES
from fitzen.jobs import leases
from fitzen.jobs.table import JOBS
from fitzen.reminders.models import ReminderIn
from fitzen.reminders.service import remind


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"FITZEN_DATA_DIR": str(tmp_path / "var"), "STORE_URL": f"sqlite:///{tmp_path}/fitzen.db"}


def run(env: dict[str, str], *arguments: str, status: int = 0) -> str:
    result = CliRunner().invoke(main, ["jobs", *arguments], env=env)
    assert result.exit_code == status, result.output
    return result.output


def test_every_job_can_be_run_by_name_and_is_listed(env: dict[str, str]) -> None:
    assert tuple(JOBS) == NAMES
    listed = run(env, "list").splitlines()
    assert [line.split()[0] for line in listed] == list(NAMES)
    for name in NAMES:
        report = json.loads(run(env, "run", name, "--json"))
        assert (report["job"], report["more"]) == (name, False)
    assert "nothing to do" in run(env, "run", "digest")


def timed(env: dict[str, str], name: str) -> subprocess.CompletedProcess[str]:
    """Run a job as a CronJob does, in a process of its own."""
    environ = os.environ | env | {"METRICS_EMF_S": "60", "SECRET_KEY": "x" * 48}
    return subprocess.run(
        [FITZEN, "jobs", "run", name, "--timed"], env=environ, capture_output=True, text=True, check=False
    )


def test_a_timer_gets_lines_and_figures_as_of_a_server(env: dict[str, str]) -> None:
    run(env, "run", "digest")  # the tables are there
    ended = timed(env, "digest")
    assert (ended.returncode, ended.stderr) == (0, "")
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    figures = next(line for line in lines if line["event"] == "metrics")
    assert (figures["JobRuns"], len(figures["JobSeconds"])) == (1, 1)
    [told] = [line for line in lines if line["event"].startswith("job ")]
    report = json.loads(told["event"].removeprefix("job "))
    assert (report["job"], report["ran"], report["more"]) == ("digest", True, False)


def test_a_timer_leaves_a_job_to_who_has_it(env: dict[str, str]) -> None:
    infra = wiring.build(config.load(env))
    infra.store.migrate()
    assert leases.take(infra.store, "digest", "another", datetime.now(UTC))
    infra.store.close()
    assert '\\"ran\\": false' in timed(env, "digest").stdout


def test_what_a_timers_job_fails_of_is_told_without_what_it_was_at(env: dict[str, str]) -> None:
    """A store without tables: the driver's message quotes what was asked, and is nowhere."""
    ended = timed(env, "digest")
    assert ended.returncode == 1
    assert "no such table" not in ended.stdout + ended.stderr
    assert ended.stderr.startswith("Error: The job digest failed: ")
    assert any(json.loads(line).get("error") for line in ended.stdout.splitlines())


def test_a_timers_time_is_the_real_one(env: dict[str, str]) -> None:
    assert "leave --now out" in run(env, "run", "digest", "--timed", "--now", "2026-11-23", status=2)


def test_a_time_that_is_none_is_refused(env: dict[str, str]) -> None:
    assert "is not a time" in run(env, "run", "digest", "--now", "tomorrow", status=2)
    assert "naps" in run(env, "run", "naps", status=2)


def test_a_day_is_lived_by_hand_and_shown_in_figures(env: dict[str, str]) -> None:
    infra = wiring.build(config.load(env))
    infra.store.migrate()
    now = infra.clock()
    user_of(infra, phone=None, email="ana@example.com", now=now)
    infra.store.close()
    assert "1 planned" in run(env, "run", "reminders")
    midnight = (now + timedelta(days=1)).date()
    assert "1 ended" in run(env, "run", "streaks", "--now", midnight.isoformat())
    assert "1 days" in run(env, "run", "analytics", "--now", midnight.isoformat())
    assert f"{now.date()}  active 0, active_30 0, active_7 0, new 1, people 1" in run(env, "figures")
    [line] = run(env, "figures", "--json", "--until", now.date().isoformat()).splitlines()
    assert json.loads(line)["people"] == 1
    assert run(env, "figures", "--until", "2020-01-01") == ""


def test_a_worker_delivers_and_stops_when_it_is_told(env: dict[str, str]) -> None:
    infra = wiring.build(config.load(env))
    infra.store.migrate()
    now = datetime.now(UTC)
    user_id = user_of(infra, phone=None, email="ana@example.com", now=now)
    body = ReminderIn(kind="custom", title="Stretch", once_at=now + timedelta(milliseconds=1), channels=["email"])
    remind(infra.store, user_id, body, now)
    worker = subprocess.Popen(
        [FITZEN, "worker"], env=os.environ | env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert worker.stdout is not None
    with worker.stdout as output:
        assert next(output).startswith("The jobs run")
        assert any("job reminders" in line and "sent" in line for line in output)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(30) == 0
    assert infra.inbox is not None
    assert [item["subject"] for item in infra.inbox.read()] == ["Stretch"]
    infra.store.close()
