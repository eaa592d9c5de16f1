"""The figures of several processes, and what CloudWatch is told of them."""

from pathlib import Path

import pytest
from tests.fixtures.api import together

from fitzen.infra.telemetry.emf import UNITS, Emf
from fitzen.infra.telemetry.metrics import (
    CHAT_MESSAGES,
    COACH_TIME,
    JOB_LAG,
    METRICS,
    REQUEST_ERRORS,
    REQUEST_TIME,
    Registry,
)
from fitzen.infra.telemetry.prometheus import Shared, render


def _series(text: str) -> dict[str, str]:
    return dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))


def test_processes_add_up_and_the_dead_still_count(tmp_path: Path) -> None:
    for times in (1, 2, 3):
        registry, shared = Registry(), Shared(tmp_path)  # a process that leaves its values, and ends
        registry.count(CHAT_MESSAGES, by=times)
        registry.observe(REQUEST_TIME, times / 100, ("GET /health", "200"))
        registry.set(JOB_LAG, times, ("reminder",))
        shared.write(registry)
    series = _series(render(shared.read()))
    assert series["fitzen_chat_messages_total"] == "6"
    assert series['fitzen_job_lag_seconds{kind="reminder"}'] == "3", "the one that was set last"
    of = 'fitzen_request_seconds_{}{{route="GET /health",status="200"{}}}'
    assert series[of.format("count", "")] == "3"
    assert float(series[of.format("sum", "")]) == pytest.approx(0.06)
    buckets = [series[of.format("bucket", f',le="{bound}"')] for bound in ("0.005", "0.01", "0.025", "0.05", "+Inf")]
    assert buckets == ["0", "1", "2", "3", "3"]


def test_no_count_is_lost_between_threads() -> None:
    registry = Registry()

    def count() -> None:
        for _ in range(1000):
            registry.count(CHAT_MESSAGES)
            registry.observe(COACH_TIME, 0.1, ("m",))

    together(*[count] * 4)
    found = registry.read()
    assert found.counters["ChatMessages", ()] == 4000
    assert found.histograms["CoachSeconds", ("m",)][0] == 4000


def test_a_label_cannot_break_out_of_its_quotes() -> None:
    registry = Registry()
    registry.count(REQUEST_ERRORS, ('a"b\\c\nd',))
    assert r'fitzen_request_errors_total{route="a\"b\\c\nd"} 1' in render([registry.read()])


def test_cloudwatch_is_told_what_is_new(tmp_path: Path) -> None:
    registry = Registry()
    emf = Emf(registry)
    assert emf.lines(1) == []
    registry.count(CHAT_MESSAGES, by=2)
    registry.count(REQUEST_ERRORS, ("GET /a",))
    for number in range(150):
        registry.observe(REQUEST_TIME, number / 1000, ("GET /a", "200" if number else "500"))
    first, route = emf.lines(60_000)
    assert (first["ChatMessages"], first["Requests"], first["RequestErrors"]) == (2, 150, 1)
    assert len(first["RequestSeconds"]) == 100
    assert first["RequestSeconds"][-1] == 0.149
    assert (route["route"], route["requests"], route["errors"]) == ("GET /a", 150, 1)
    assert emf.lines(120_000) == []
    registry.count(CHAT_MESSAGES)
    [second] = emf.lines(180_000)
    assert second["ChatMessages"] == 1
    assert "Requests" not in second


def test_a_gauge_is_told_when_it_is_set_and_not_again() -> None:
    registry = Registry()
    emf = Emf(registry)
    registry.set(JOB_LAG, 3, ("reminder",))
    registry.set(JOB_LAG, 7, ("digest",))
    [line] = emf.lines(1)
    assert line["JobLagSeconds"] == [7]
    assert emf.lines(2) == []


def test_there_are_as_many_metrics_as_the_documentation_bills() -> None:
    """Each has a name of its own and no dimension: docs/telemetry.md says what they cost."""
    assert len({metric.name for metric in METRICS}) == len(METRICS)
    assert len(UNITS) == 16
    text = (Path(__file__).parents[3] / "docs" / "telemetry.md").read_text()
    assert f"{len(UNITS)} custom metrics" in text
    assert [name for name in UNITS if f"`{name}`" not in text] == []
