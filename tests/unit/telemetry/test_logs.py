"""A line of a log: what is in it of an error, of a sample, and for a reader."""

import json
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.fixtures.api import settings_for

from fitzen.config import SettingsError
from fitzen.errors import UnavailableError
from fitzen.infra.telemetry import logs

ENVIRON = {"REQUEST_METHOD": "GET", logs.ROUTE: "/api/workouts/<user_id>", logs.REQUEST_ID: "r1", logs.USER: "ana"}


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("fitzen")
    handlers, levels, hook = list(root.handlers), (root.level, ours.level), threading.excepthook
    yield
    threading.excepthook = hook
    root.handlers = handlers
    root.setLevel(levels[0])
    ours.setLevel(levels[1])


def _lines(capfd: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def test_an_error_is_its_type_and_its_place(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    logs.install(settings_for(tmp_path, log_format="json"))
    try:
        try:
            float("61.5 kg")
        except ValueError as error:
            raise UnavailableError("The store is away.") from error
    except UnavailableError:
        logging.getLogger("fitzen.test").exception("it failed")
    [line] = _lines(capfd)
    assert (line["level"], line["logger"], line["event"]) == ("error", "fitzen.test", "it failed")
    first, second = line["error"]
    assert (first["type"], first["why"]) == ("fitzen.errors.UnavailableError", "The store is away.")
    assert second["type"] == "builtins.ValueError"
    assert "test_logs.py:" in second["at"][0]
    assert "61.5" not in json.dumps(line)


def test_what_ends_a_thread_is_told_in_the_same_way(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    logs.install(settings_for(tmp_path, log_format="json"))
    thread = threading.Thread(target=lambda: float("61.5 kg"))
    thread.start()
    thread.join()
    told = capfd.readouterr()
    assert json.loads(told.out)["error"][0]["type"] == "builtins.ValueError"
    assert "61.5" not in told.out + told.err


def test_libraries_are_heard_from_warnings_up(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    logs.install(settings_for(tmp_path, log_format="json", log_level="DEBUG"))
    logging.getLogger("botocore").setLevel(logging.INFO)  # as the adapters do
    for name in ("botocore", "httpx", "sqlalchemy.engine"):
        logging.getLogger(name).info("a whole request")
        logging.getLogger(name).warning("a warning")
    logging.getLogger("fitzen.any").debug("ours")
    assert [line["event"] for line in _lines(capfd)] == ["a warning"] * 3 + ["ours"]


def test_of_what_went_well_a_sample_is_enough(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    none = logs.requests(settings_for(tmp_path, log_format="json", log_sample=0.0))
    for status in (200, 304, 404, 500):
        none.write(ENVIRON, status, 0.01)
    assert [(line["status"], line["level"]) for line in _lines(capfd)] == [(404, "info"), (500, "error")]
    some = logs.requests(settings_for(tmp_path, log_format="json", log_sample=0.25))
    for _ in range(1000):
        some.write(ENVIRON, 200, 0.01)
    assert 150 < len(_lines(capfd)) < 350


def test_who_has_the_lines_cannot_tell_whose_they_are(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for secret in ("one key of at least 32 characters!", "two key of at least 32 characters!"):
        logs.requests(settings_for(tmp_path, log_format="json", secret_key=secret)).write(ENVIRON, 200, 0.01)
    one, two = _lines(capfd)
    assert one["user"] != two["user"]
    assert "ana" not in (one["user"], two["user"])


def test_a_person_reads_sentences(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    settings = settings_for(tmp_path, log_format="text")
    logs.install(settings)
    logs.requests(settings).write(ENVIRON, 200, 0.0123)
    logging.getLogger("fitzen.any").info("hello")
    first, second = capfd.readouterr().out.splitlines()
    assert first.endswith(" GET /api/workouts/<user_id> 200 in 12.3 ms")
    assert second.endswith(" INFO fitzen.any hello")


@pytest.mark.parametrize(
    ("named", "value"), [("log_format", "xml"), ("log_sample", 1.5), ("log_level", "LOUD"), ("log_sample", -1.0)]
)
def test_a_wrong_setting_is_said(tmp_path: Path, named: str, value: Any) -> None:
    settings = settings_for(tmp_path, **{named: value})
    check = logs.requests if named == "log_sample" else logs.install
    with pytest.raises(SettingsError, match=named.upper()):
        check(settings)


def test_a_start_without_traces_imports_nothing_of_them() -> None:
    program = "import sys, fitzen.app, fitzen.wiring; print([m for m in sys.modules if m.startswith(('opentelemetry', 'botocore', 'requests', 'google'))])"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
