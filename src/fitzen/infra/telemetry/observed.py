"""A Store and a model that tell of what they do; around any adapter, where it is wanted."""

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from typing import Any, cast

from fitzen.infra.llm.base import Budget, Done, Event, Llm, ToolSpec, Turn, Usage
from fitzen.infra.storage.base import Store
from fitzen.infra.telemetry.base import Telemetry, Traces
from fitzen.infra.telemetry.metrics import COACH_COST, COACH_ERRORS, COACH_TIME, COACH_TOKENS

CALLS = ("get", "get_many", "list", "write", "changes", "due", "erase", "remove_expired")


class TracedStore:
    """Each call of a Store is a span, which says the call and the engine, and not whose records they were."""

    def __init__(self, store: Store, traces: Traces, engine: str) -> None:
        self._store = store
        for name in CALLS:
            setattr(self, name, _traced(getattr(store, name), traces, name, engine))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def traced(store: Store, traces: Traces, url: str) -> Store:
    """Return the store with spans; `url` says which engine it is on."""
    return cast("Store", TracedStore(store, traces, url.partition(":")[0].partition("+")[0]))


def _traced(call: Callable[..., Any], traces: Traces, name: str, engine: str) -> Callable[..., Any]:
    attributes = {"db.system.name": engine, "db.operation.name": name}

    def wrapped(*args: Any, **kwargs: Any) -> Any:
        with traces.span(f"store.{name}", "client", attributes):
            return call(*args, **kwargs)

    return wrapped


class ObservedLlm:
    """A model: how long its calls take, what they read, write and cost, and how many fail."""

    def __init__(self, llm: Llm, telemetry: Telemetry) -> None:
        self.name = llm.name
        self._llm = llm
        self._telemetry = telemetry

    def stream(self, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Iterator[Event]:
        """As the port has it. Its span is nobody's context: whoever reads goes on between the events."""
        began = time.perf_counter()
        model = self.model_id(budget)
        traces = self._telemetry.traces
        attributes = {"gen_ai.operation.name": "chat", "gen_ai.request.model": model}
        span = traces.begin_call(f"chat {model}", attributes) if traces else None
        failed = ""
        try:
            with closing(cast("Generator[Event]", self._llm.stream(messages, tools, budget))) as events:
                for event in events:
                    if isinstance(event, Done):
                        self._spent(model, event.usage)
                    yield event
        except Exception as error:
            failed = type(error).__name__
            self._telemetry.count(COACH_ERRORS, model)
            raise
        finally:
            self._telemetry.observe(COACH_TIME, time.perf_counter() - began, model)
            if traces:
                traces.end_call(span, failed)

    def model_id(self, budget: Budget) -> str:
        named = getattr(self._llm, "model_id", None)
        return str(named(budget)) if named else self.name

    def ping(self) -> None:
        self._llm.ping()

    def _spent(self, model: str, usage: Usage) -> None:
        read = usage.input_tokens + usage.cached_tokens + usage.cache_write_tokens
        self._telemetry.count(COACH_TOKENS, model, "read", by=read)
        self._telemetry.count(COACH_TOKENS, model, "written", by=usage.output_tokens)
        self._telemetry.count(COACH_COST, model, by=usage.cost_usd)
