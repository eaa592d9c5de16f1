"""Traces by OpenTelemetry: OTLP over HTTP to a collector (AWS's: ADOT, which hands them to X-Ray).

Needs the extra `telemetry`. Nothing is sent from a process before its first span, so a process that forks others has
no thread of it. Errors are told by their type: a message may quote a value.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any

from opentelemetry import context, trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.id_generator import RandomIdGenerator
from opentelemetry.sdk.trace.sampling import (
    ALWAYS_OFF,
    ALWAYS_ON,
    ParentBased,
    ParentBasedTraceIdRatio,
    Sampler,
    TraceIdRatioBased,
)
from opentelemetry.trace import NonRecordingSpan, Span, SpanContext, SpanKind, StatusCode, TraceFlags
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from fitzen.config import Settings, SettingsError
from fitzen.infra.telemetry.base import Value, named_trace

KINDS = {"internal": SpanKind.INTERNAL, "client": SpanKind.CLIENT, "consumer": SpanKind.CONSUMER}
FLUSH_MS = 5_000
BROKEN = 500
AWS_PARENT = re.compile(r"Parent=([0-9a-f]{16})")
AWS_SAMPLED = re.compile(r"Sampled=([01])")

_next_trace: ContextVar[int] = ContextVar("next_trace", default=0)


class _Ids(RandomIdGenerator):
    """A load balancer names the trace of a request, but begins no span and leaves it open whether it is sampled."""

    def generate_trace_id(self) -> int:
        return _next_trace.get() or super().generate_trace_id()


class Otel:
    """The port of traces. Raises SettingsError on a sampler that it does not know."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._sampler = _sampler(settings)
        self._tracing: tuple[TracerProvider, trace.Tracer] | None = None
        self._starting = Lock()
        self._w3c = TraceContextTextMapPropagator()

    @contextmanager
    def span(self, name: str, kind: str, attributes: Mapping[str, Value]) -> Iterator[None]:
        with self._tracer.start_as_current_span(
            name, kind=KINDS[kind], attributes=attributes, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield
            except Exception as error:
                _failed(span, type(error).__name__)
                raise

    def begin_call(self, name: str, attributes: Mapping[str, Value]) -> Span:
        return self._tracer.start_span(name, kind=SpanKind.CLIENT, attributes=attributes)

    def end_call(self, span: Span, failed: str) -> None:
        if failed:
            _failed(span, failed)
        span.end()

    def begin(self, environ: Mapping[str, Any]) -> Span:
        parent = _aws_parent(environ) or self._w3c_parent(environ)
        named = 0 if parent else int(named_trace(environ) or "0", 16)
        token = _next_trace.set(named)
        try:
            return self._tracer.start_span(
                environ["REQUEST_METHOD"],
                context=parent or context.Context(),
                kind=SpanKind.SERVER,
                attributes={"http.request.method": environ["REQUEST_METHOD"]},
            )
        finally:
            _next_trace.reset(token)

    @contextmanager
    def within(self, span: Span) -> Iterator[None]:
        with trace.use_span(span, end_on_exit=False, record_exception=False, set_status_on_exception=False):
            yield

    def end(self, span: Span, route: str, status: int) -> None:
        span.set_attribute("http.response.status_code", status)
        if route:
            span.update_name(route)
            span.set_attribute("http.route", route.partition(" ")[2])
        if status >= BROKEN:
            _failed(span, str(status))
        span.end()

    def trace_id(self, span: Span) -> str:
        return trace.format_trace_id(span.get_span_context().trace_id)

    def flush(self) -> None:
        if self._tracing:
            self._tracing[0].force_flush(FLUSH_MS)

    @property
    def _tracer(self) -> trace.Tracer:
        if self._tracing is None:
            with self._starting:
                self._tracing = self._tracing or self._start()
        return self._tracing[1]

    def _start(self) -> tuple[TracerProvider, trace.Tracer]:
        settings = self._settings
        described = _pairs("OTEL_RESOURCE_ATTRIBUTES", settings.otel_resource_attributes)
        provider = TracerProvider(
            sampler=self._sampler,
            resource=Resource.create({**described, "service.name": settings.otel_service_name}),
            id_generator=_Ids(),
            shutdown_on_exit=False,
        )
        exporter = OTLPSpanExporter(
            endpoint=f"{settings.otel_exporter_otlp_endpoint.rstrip('/')}/v1/traces",
            headers=_pairs("OTEL_EXPORTER_OTLP_HEADERS", settings.otel_exporter_otlp_headers),
        )
        provider.add_span_processor(BatchSpanProcessor(exporter))
        return provider, provider.get_tracer("fitzen")

    def _w3c_parent(self, environ: Mapping[str, Any]) -> context.Context | None:
        if "HTTP_TRACEPARENT" not in environ:
            return None
        carrier = {"traceparent": environ["HTTP_TRACEPARENT"], "tracestate": environ.get("HTTP_TRACESTATE", "")}
        return self._w3c.extract(carrier, context.Context()) or None


def _aws_parent(environ: Mapping[str, Any]) -> context.Context | None:
    """Return the span that X-Amzn-Trace-Id names, where it says whether the trace is sampled too."""
    given = environ.get("HTTP_X_AMZN_TRACE_ID", "")
    parent, sampled = AWS_PARENT.search(given), AWS_SAMPLED.search(given)
    if not (parent and sampled and "Root=" in given and (named := named_trace(environ))):
        return None
    flags = TraceFlags(TraceFlags.SAMPLED if sampled[1] == "1" else TraceFlags.DEFAULT)
    remote = SpanContext(int(named, 16), int(parent[1], 16), is_remote=True, trace_flags=flags)
    return trace.set_span_in_context(NonRecordingSpan(remote), context.Context())


def _failed(span: Span, why: str) -> None:
    span.set_attribute("error.type", why)
    span.set_status(StatusCode.ERROR)


def _sampler(settings: Settings) -> Sampler:
    ratio = settings.otel_traces_sampler_arg
    if not 0 <= ratio <= 1:
        raise SettingsError("OTEL_TRACES_SAMPLER_ARG must be between 0 and 1.")
    samplers = {
        "always_on": ALWAYS_ON,
        "always_off": ALWAYS_OFF,
        "traceidratio": TraceIdRatioBased(ratio),
        "parentbased_always_on": ParentBased(ALWAYS_ON),
        "parentbased_always_off": ParentBased(ALWAYS_OFF),
        "parentbased_traceidratio": ParentBasedTraceIdRatio(ratio),
    }
    if settings.otel_traces_sampler not in samplers:
        raise SettingsError(f"OTEL_TRACES_SAMPLER must be one of {', '.join(samplers)}.")
    return samplers[settings.otel_traces_sampler]


def _pairs(variable: str, text: str) -> dict[str, str]:
    """`name=value,name=value`, as OpenTelemetry writes lists."""
    pairs = [each.partition("=") for each in text.split(",") if each.strip()]
    if not all(name.strip() and is_pair for name, is_pair, _ in pairs):
        raise SettingsError(f"{variable} must be name=value, several with commas.")
    return {name.strip(): value.strip() for name, _, value in pairs}
