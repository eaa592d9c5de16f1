"""Events to a client as they come (server-sent events), alive through silence, stopped when nobody reads.

The work runs in a thread of its own: the stream can then say that it lives while a model thinks, and can tell the
work to stop. Granian closes the generator when the client has gone, at the next write.
"""

import queue
from collections.abc import Callable, Generator, Iterator
from threading import Event, Thread
from typing import Any, NamedTuple

from fitzen.records import dumps

HEARTBEAT_S = 15.0
RETRY_MS = 2000
LOOK_S = 0.5
"""How soon a stream notices that the server stops."""

stopping = Event()
"""Set by the server when it stops."""


class StreamEvent(NamedTuple):
    name: str
    data: dict[str, Any]

    def text(self) -> str:
        return f"event: {self.name}\ndata: {dumps(self.data)}\n\n"


class _End(NamedTuple):
    error: Exception | None


def stream(
    events: Generator[StreamEvent], problem: Callable[[Exception], dict[str, Any]], heartbeat_s: float = HEARTBEAT_S
) -> Iterator[str]:
    """Yield the events as text; `problem` turns an exception into the body of an `error` event.

    Closing this iterator closes `events`, in their own thread, at their next event.
    """
    waiting: queue.SimpleQueue[StreamEvent | _End] = queue.SimpleQueue()
    gone = Event()
    Thread(target=_work, args=(events, waiting, gone), daemon=True).start()
    try:
        silent = 0.0
        while not stopping.is_set():
            try:
                item = waiting.get(timeout=min(LOOK_S, heartbeat_s))
            except queue.Empty:
                silent += min(LOOK_S, heartbeat_s)
                if silent >= heartbeat_s:
                    silent = 0.0
                    yield ": still here\n\n"
                continue
            silent = 0.0
            if isinstance(item, _End):
                if item.error is not None:
                    yield StreamEvent("error", problem(item.error)).text()
                return
            yield item.text()
        yield f"retry: {RETRY_MS}\n{StreamEvent('error', _stopped()).text()}"
    finally:
        gone.set()


def _work(events: Generator[StreamEvent], waiting: "queue.SimpleQueue[StreamEvent | _End]", gone: Event) -> None:
    try:
        for event in events:
            if gone.is_set():
                break
            waiting.put(event)
    except Exception as error:  # noqa: BLE001 - it is shown to the client, and logged there
        waiting.put(_End(error))
    else:
        waiting.put(_End(None))
    finally:
        events.close()


def _stopped() -> dict[str, Any]:
    return {
        "type": "about:blank",
        "title": "Not available right now",
        "status": 503,
        "detail": "The server restarts. Send the same message again in a moment.",
        "errors": [],
    }
