"""Events to a client as they come (server-sent events), alive through silence, stopped when nobody reads.

The work runs in a thread of its own: whoever reads then hears that it lives while a model thinks, and can tell it to
stop. Granian closes a response's iterator when the client has gone, at the next write.
"""

import logging
import queue
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from contextvars import copy_context
from threading import Event, Thread
from typing import Any, NamedTuple

from fitzen.records import dumps

log = logging.getLogger("fitzen.coach")

HEARTBEAT_S = 15.0
RETRY_MS = 2000
LOOK_S = 0.5
"""How soon a reader notices that nothing comes, or that the server stops."""
STORE_S = 2.0
"""How long a reader that goes waits for what was said so far to be kept."""

stopping = Event()
"""Set by the server when it stops."""


class StreamEvent(NamedTuple):
    name: str
    data: dict[str, Any]

    def text(self) -> str:
        return f"event: {self.name}\ndata: {dumps(self.data)}\n\n"


class _End(NamedTuple):
    error: Exception | None


type Queue = queue.SimpleQueue[StreamEvent | _End]


def apart(events: Generator[StreamEvent], look_s: float = LOOK_S) -> Generator[StreamEvent | None]:
    """Run `events` in a thread of their own; yield each, and None whenever none has come for `look_s`.

    Raises what they raise. Closing this closes them, in their thread, at their next event.
    """
    waiting: Queue = queue.SimpleQueue()
    gone = Event()
    # In the context of the request: what is logged there has its id, and spans belong to its trace.
    worker = Thread(target=copy_context().run, args=(_work, events, waiting, gone), daemon=True)
    worker.start()
    try:
        while True:
            try:
                item = waiting.get(timeout=look_s)
            except queue.Empty:
                yield None
                continue
            if not isinstance(item, _End):
                yield item
            elif item.error is not None:
                raise item.error
            else:
                return
    finally:
        gone.set()
        worker.join(STORE_S)


def _work(events: Generator[StreamEvent], waiting: Queue, gone: Event) -> None:
    error = None
    try:
        with closing(events):
            for event in events:
                if gone.is_set():
                    break
                waiting.put(event)
    except Exception as raised:  # noqa: BLE001 - it is raised again where the events are read
        error = raised
    if error is not None and gone.is_set():
        log.error("an answer whose reader has gone could not be kept", exc_info=error)
    waiting.put(_End(error))


def stream(
    events: Generator[StreamEvent | None],
    problem: Callable[[Exception], dict[str, Any]],
    heartbeat_s: float = HEARTBEAT_S,
) -> Iterator[str]:
    """Yield the events as text, a comment in long silence, and an `error` event when the server stops.

    `problem` turns what they raise into the body of an `error` event. Closing this closes `events`.
    """
    written = time.monotonic()
    with closing(events):
        try:
            for event in events:
                if stopping.is_set():
                    yield f"retry: {RETRY_MS}\n{StreamEvent('error', STOPPED).text()}"
                    return
                if event is None and time.monotonic() - written < heartbeat_s:
                    continue
                yield ": still here\n\n" if event is None else event.text()
                written = time.monotonic()
        except Exception as error:  # noqa: BLE001 - the client is told; `problem` logs it
            yield StreamEvent("error", problem(error)).text()


STOPPED = {
    "type": "about:blank",
    "title": "Not available right now",
    "status": 503,
    "detail": "The server restarts. Send the same message again in a moment.",
    "errors": [],
}
