"""What a running server tells of itself: lines, figures and traces, and nothing of the people whom it serves."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from tests.fixtures import openai_server
from tests.fixtures.collector import Collector, attributes, collecting
from tests.fixtures.model_scripts import Refuse, Say, Stop
from tests.fixtures.serving import FITZEN, Server, serving, sign_in

type Json = dict[str, Any]

OF_HEALTH = ("113.57", "narcolepsy", "left clavicle", "marzipan", "sertraline", "Zwiebelkuchen", "quesillo")
EMAIL = "marked-person@example.com"
TRACE = "5759e988bd862e3fe1be46a994272793"
SPAN = "00f067aa0ba902b7"
RATIO_NOT_TAKEN = "f" * 32
"""A trace that no ratio below 1 takes: OpenTelemetry looks at the last 8 bytes."""


class Told(NamedTuple):
    """What came of a server that has ended: its lines, its figures while it ran, and its spans."""

    log: str
    lines: list[Json]
    metrics: str
    spans: Collector
    person: str
    secrets: list[str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    folder = tmp_path_factory.mktemp("telemetry")
    model = openai_server.serving(
        [Say("You have narcolepsy, so rest your left clavicle."), Stop(input=120, output=30)], [Refuse(400, "no")]
    )
    with collecting() as collector, model as llm:
        environ = {
            "LOG_LEVEL": "DEBUG",
            "METRICS_EMF_S": "1",
            "OTEL_EXPORTER_OTLP_ENDPOINT": collector.url,
            "OTEL_EXPORTER_OTLP_HEADERS": "x-key=of the collector",
            "OTEL_TRACES_SAMPLER_ARG": "1",
            "LLM_URL": f"{llm.url.replace('http:', 'openai:')}?model=made-up&price=2:10:0.2",
        }
        with serving(folder, environ, [FITZEN, "serve", "--workers", "2"]) as server:
            secrets, person = _use(server)
            metrics = httpx.get(f"{server.url}/metrics").text
        log = server.log()
        lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
        yield Told(log, lines, metrics, collector, person, secrets)


def _use(server: Server) -> tuple[list[str], str]:
    """Live a day with marked words everywhere that somebody may put them; what must not be seen, and who it was."""
    with httpx.Client(base_url=server.url, timeout=60) as client:
        session: Any = sign_in(client, email=EMAIL)
        inbox = client.get("/dev/inbox.json").json()["items"]
        code = re.findall(r"\d{6}", inbox[0]["text"])[0]
        weight = {"taken_at": "2026-11-23T07:10:00+01:00", "metric": "weight_kg", "value": 113.57, "note": "narcolepsy"}
        trace = {"X-Amzn-Trace-Id": f"Root=1-{TRACE[:8]}-{TRACE[8:]};Parent={SPAN};Sampled=1"}
        client.post("/api/measurements", json=weight, headers=trace)
        client.post(
            "/api/measurements", json=weight | {"value": 61.357}, headers={"traceparent": f"00-{TRACE[::-1]}-{SPAN}-01"}
        )
        client.get("/api/measurements/me", headers={"X-Amzn-Trace-Id": "Root=1-aaaaaaaa-bbbbbbbbbbbbbbbbbbbbbbbb"})
        client.get("/api/habits/me", headers={"traceparent": f"00-{RATIO_NOT_TAKEN}-{SPAN}-00"})
        client.post(
            "/api/measurements", content=b'{"value": "113.57 marzipan', headers={"Content-Type": "application/json"}
        )
        client.get("/api/foods?q=Zwiebelkuchen", headers={"X-Request-Id": "asked-1"})
        client.get("/api/quesillo/sertraline?token=marzipan")
        client.get(f"/api/users/{session['user']['id']}", headers={"Authorization": "Bearer marzipan.61357"})
        for text in ("I take sertraline, what should I do for my left clavicle?", "and marzipan?"):
            client.post("/api/chat/message", json={"message": text})
        stream = {"Accept": "text/event-stream"}
        with client.stream("POST", "/api/chat/message", json={"message": "left clavicle"}, headers=stream) as answer:
            answer.read()
        client.post("/api/auth/refresh", json={"refresh_token": session["refresh_token"]})
        time.sleep(6)  # every process has left its figures for Prometheus
        secrets = [EMAIL, code, session["access_token"], session["refresh_token"], session["user"]["id"], "61.357"]
        return secrets, session["user"]["id"]


def test_nothing_of_a_person_is_told(told: Told) -> None:
    sent = b"".join(told.spans.raw)
    assert told.lines
    assert sent
    for word in (*OF_HEALTH, *told.secrets):
        assert word not in told.log, [line for line in told.log.splitlines() if word in line]
        assert word.encode() not in sent
        assert word not in told.metrics


def test_every_line_is_json_with_its_time_and_level(told: Told) -> None:
    others = [line for line in told.lines if "_aws" not in line and line["event"] != "route"]
    assert others
    assert all(re.fullmatch(r"2\d{3}-\d\d-\d\dT[\d:.]+\+00:00", line["time"]) for line in others)
    assert {line["level"] for line in others} <= {"debug", "info", "warning", "error"}
    assert [line for line in told.log.splitlines() if not line.startswith("{")] == []


def test_a_request_is_one_line(told: Told) -> None:
    requests = [line for line in told.lines if line["event"] == "request"]
    [asked] = [line for line in requests if line["request"] == "asked-1"]
    assert (asked["method"], asked["route"], asked["status"]) == ("GET", "/api/foods", 200)
    assert 0 < asked["ms"] < 60_000
    people = {line["user"] for line in requests if "user" in line}
    assert len(people) == 1, "one person, the same in every line"
    assert re.fullmatch(r"[\w-]{16}", people.pop())
    assert {line["route"] for line in requests if line["status"] == 404} == {""}
    assert any(line["route"] == "/api/users/<user_id>" and line["status"] == 401 for line in requests)
    assert not any(line["route"] == "/health" for line in requests)


def test_what_is_logged_in_a_request_has_its_id_also_from_a_stream(told: Told) -> None:
    failed = [line for line in told.lines if line.get("logger") == "fitzen.llm"]
    answers = {line["request"] for line in told.lines if line["event"] == "request" and "chat" in line["route"]}
    assert failed
    assert {line["request"] for line in failed} <= answers


def test_figures_are_the_same_in_both_outlets_over_two_processes(told: Told) -> None:
    """Prometheus's are taken before the server stops, CloudWatch's are sums of all lines."""
    series = dict(line.rsplit(" ", 1) for line in told.metrics.splitlines() if not line.startswith("#"))
    emf = [line for line in told.lines if "_aws" in line]

    def summed(name: str) -> float:
        return float(sum(line.get(name, 0) for line in emf))

    assert float(series["fitzen_sign_ups_total"]) == summed("SignUps") == 1
    assert float(series["fitzen_chat_messages_total"]) == summed("ChatMessages") == 3
    assert float(series["fitzen_active_users_total"]) == summed("ActiveUsers") == 1
    read, written = (
        float(series[f'fitzen_coach_tokens_total{{model="made-up",direction="{way}"}}']) for way in ("read", "written")
    )
    assert (read + written) == summed("CoachTokens")
    assert written > 0
    cost = float(series['fitzen_coach_cost_usd_total{model="made-up"}'])
    assert cost == pytest.approx((read * 2 + written * 10) / 1e6)
    assert summed("CoachCostUsd") == pytest.approx(cost)
    logged = 'route="POST /api/measurements",status="201"'
    assert series[f"fitzen_request_seconds_count{{{logged}}}"] == "2"
    assert series[f'fitzen_request_seconds_bucket{{{logged},le="+Inf"}}'] == "2"
    counted = sum(float(value) for name, value in series.items() if name.startswith("fitzen_request_seconds_count"))
    assert counted <= summed("Requests") <= counted + 2, "and the one that asked for them"
    assert any(line.get("JobRuns") for line in emf)
    by_route = [line for line in told.lines if line["event"] == "route" and line["route"] == "POST /api/measurements"]
    assert sum(line["requests"] for line in by_route) == 3


def test_what_cloudwatch_reads_follows_its_specification(told: Told) -> None:
    for line in told.lines:
        if "_aws" not in line:
            continue
        [directive] = line["_aws"]["CloudWatchMetrics"]
        assert (directive["Namespace"], directive["Dimensions"]) == ("Fitzen", [[]])
        assert abs(line["_aws"]["Timestamp"] / 1000 - time.time()) < 600
        assert 0 < len(directive["Metrics"]) <= 100
        for metric in directive["Metrics"]:
            value = line[metric["Name"]]
            assert isinstance(value, int | float) or 0 < len(value) <= 100
            assert metric["Unit"] in {"Count", "Seconds", "None"}


def test_a_request_is_a_span_in_the_trace_that_it_came_with(told: Told) -> None:
    spans = told.spans
    assert spans.paths == {"/v1/traces"}
    assert spans.resource["service.name"] == "fitzen"
    assert spans.headers["x-key"] == "of the collector"
    by_trace = {span.trace_id.hex(): span for span in spans.named("POST /api/measurements")}
    for trace in (TRACE, TRACE[::-1]):
        span = by_trace[trace]
        assert span.parent_span_id.hex() == SPAN
        assert attributes(span) == {
            "http.request.method": "POST",
            "http.route": "/api/measurements",
            "http.response.status_code": 201,
        }
        inside = {each.name for each in spans.of(span)}
        assert "store.write" in inside
        assert {each.parent_span_id for each in spans.of(span)} == {span.span_id}
    [line] = [each for each in told.lines if each.get("trace") == TRACE and each["event"] == "request"]
    assert line["route"] == "/api/measurements"
    balancer = "aaaaaaaabbbbbbbbbbbbbbbbbbbbbbbb"  # names the trace, and leaves it open whether it is sampled
    assert [span.name for span in spans.spans if span.trace_id.hex() == balancer and not span.parent_span_id] == [
        "GET /api/measurements/<user_id>"
    ]
    assert not any(span.trace_id.hex() == RATIO_NOT_TAKEN for span in spans.spans), "its caller decided so"


def test_models_and_jobs_are_spans_too(told: Told) -> None:
    asked = told.spans.named("POST /api/chat/message")
    calls = told.spans.named("chat made-up")
    assert {call.trace_id for call in calls} <= {span.trace_id for span in asked}
    assert any(attributes(call).get("error.type") == "ModelError" for call in calls)
    assert told.spans.named("job reminders")


def test_the_figures_are_for_whoever_may_see_them(tmp_path: Path) -> None:
    with serving(tmp_path, {"METRICS_TOKEN": "a token of the tests"}) as server:
        assert httpx.get(f"{server.url}/metrics").status_code == 404
        wrong = {"Authorization": "Bearer another"}
        assert httpx.get(f"{server.url}/metrics", headers=wrong).status_code == 404
        right = {"Authorization": "Bearer a token of the tests"}
        answer = httpx.get(f"{server.url}/metrics", headers=right)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
