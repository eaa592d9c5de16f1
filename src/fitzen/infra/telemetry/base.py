"""What the application tells of itself: requests, figures and traces. Each is nothing much where it is not set up."""

import re
import time
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Protocol

from fitzen.infra.telemetry import logs
from fitzen.infra.telemetry.metrics import REQUEST_ERRORS, REQUEST_TIME, Metric, Registry

type Value = str | int | float | bool

NO_ROUTE = "none"
TRACE_ID = re.compile(r"Root=1-([0-9a-f]{8})-([0-9a-f]{24})")
PARENT = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*")


class Traces(Protocol):
    """Spans; attributes are words of ours, never anything of a person."""

    def span(self, name: str, kind: str, attributes: Mapping[str, Value]) -> AbstractContextManager[None]:
        """Say that the block is a span: `internal`, or `client` where somebody else's server works."""

    def begin_call(self, name: str, attributes: Mapping[str, Value]) -> Any:
        """Begin the span of a call that ends elsewhere (`end_call`): a stream, which is read bit by bit."""

    def end_call(self, span: Any, failed: str) -> None:
        """`failed` is the type of its error, or ""."""

    def begin(self, environ: Mapping[str, Any]) -> Any:
        """Begin the span of a request, in the trace that its headers name; give what `within` and `end` take."""

    def within(self, span: Any) -> AbstractContextManager[None]:
        """Make what begins in the block part of the request's span."""

    def end(self, span: Any, route: str, status: int) -> None: ...

    def trace_id(self, span: Any) -> str: ...

    def flush(self) -> None:
        """Send what has not been sent."""


class Telemetry:
    """`traces` is None where no collector is set up; a server sets `requests`, to have a line of each written."""

    def __init__(self, traces: Traces | None = None, key: str = "") -> None:
        self.metrics = Registry()
        self.traces = traces
        self.requests: logs.Requests | None = None
        self._key = key

    def count(self, metric: Metric, *labels: str, by: float = 1) -> None:
        self.metrics.count(metric, labels, by)

    def set(self, metric: Metric, value: float, *labels: str) -> None:
        self.metrics.set(metric, value, labels)

    def observe(self, metric: Metric, seconds: float, *labels: str) -> None:
        self.metrics.observe(metric, seconds, labels)

    def person(self, user_id: str) -> str:
        """Return what stands for a person in logs."""
        return logs.person(self._key, user_id)

    def span(self, name: str, kind: str = "internal", **attributes: Value) -> AbstractContextManager[None]:
        return self.traces.span(name, kind, attributes) if self.traces else nullcontext()

    @contextmanager
    def timed(self, time_of: Metric, failures: Metric, *labels: str) -> Iterator[None]:
        """Observe how long the block takes, and count it as failed where it raises."""
        began = time.perf_counter()
        try:
            yield
        except Exception:
            self.count(failures, *labels)
            raise
        finally:
            self.observe(time_of, time.perf_counter() - began, *labels)

    def answered(self, environ: Mapping[str, Any], status: int, seconds: float) -> None:
        """Note a request that has come to its end."""
        route = f"{environ['REQUEST_METHOD']} {environ[logs.ROUTE]}" if logs.ROUTE in environ else NO_ROUTE
        self.metrics.observe(REQUEST_TIME, seconds, (route, str(status)))
        if status >= logs.BROKEN:
            self.metrics.count(REQUEST_ERRORS, (route,))
        if self.requests:
            self.requests.write(environ, status, seconds)


def named_trace(environ: Mapping[str, Any]) -> str:
    """Return the id of the trace that the request's headers name (AWS's or W3C's): 32 hexadecimal digits, or ""."""
    if (given := environ.get("HTTP_X_AMZN_TRACE_ID")) and (found := TRACE_ID.search(given)):
        return found[1] + found[2]
    if (given := environ.get("HTTP_TRACEPARENT")) and (found := PARENT.fullmatch(given)):
        return found[1]
    return ""
