"""Each request, from its first byte to the last of its answer: noted, timed, and a span where traces are set up.

The outermost layer of WSGI, like the headers': in Flask's own hooks the same costs several times the CPU.
"""

from collections.abc import Callable, Iterable, Iterator
from time import perf_counter
from typing import Any

from flask import Flask

from fitzen.infra.telemetry import logs
from fitzen.infra.telemetry.base import Telemetry, Traces, named_trace
from fitzen.web.headers import Environ, Pairs, Wsgi

type Finish = Callable[[], None]


def install(app: Flask, telemetry: Telemetry) -> None:
    app.wsgi_app = observed(app.wsgi_app, telemetry)  # type: ignore[method-assign,assignment] # Flask's way to wrap it


def observed(inner: Wsgi, telemetry: Telemetry) -> Wsgi:
    traces = telemetry.traces

    def wrapped(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        began, status = perf_counter(), 500

        def start(said: str, headers: Pairs, exc_info: Any = None) -> Any:
            nonlocal status
            status = int(said[:3])
            return start_response(said, headers, exc_info) if exc_info else start_response(said, headers)

        def finish() -> None:
            telemetry.answered(environ, status, perf_counter() - began)
            logs.request.set(None)

        logs.request.set(environ)
        if traces:
            return _traced(inner, traces, environ, start, finish, lambda: status)
        if trace := named_trace(environ):
            environ[logs.TRACE] = trace
        try:
            body = inner(environ, start)
        except Exception:
            finish()
            raise
        return _answered(body, finish)

    return wrapped


def _traced(
    inner: Wsgi,
    traces: Traces,
    environ: Environ,
    start: Callable[..., Any],
    finish: Finish,
    status: Callable[[], int],
) -> Iterable[bytes]:
    span = traces.begin(environ)
    environ[logs.TRACE] = traces.trace_id(span)

    def end() -> None:
        route = environ.get(logs.ROUTE, "")
        traces.end(span, f"{environ['REQUEST_METHOD']} {route}" if route else "", status())
        finish()

    try:
        with traces.within(span):
            body = inner(environ, start)
    except Exception:
        end()
        raise
    return _answered(body, end)


def _answered(body: Iterable[bytes], finish: Finish) -> Iterable[bytes]:
    """A body that is there at once goes to the server as it is; of another the end is waited for."""
    if isinstance(body, list):
        finish()
        return body
    return _Body(body, finish)


class _Body:
    """A server closes the body of every answer, also of one that nobody reads to its end (PEP 3333)."""

    def __init__(self, body: Iterable[bytes], finish: Finish) -> None:
        self._body = body
        self._finish: Finish | None = finish

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    def close(self) -> None:
        try:
            if close := getattr(self._body, "close", None):
                close()
        finally:
            finish, self._finish = self._finish, None
            if finish:
                finish()
