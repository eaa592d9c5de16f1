"""Streams: events as text, life signs in silence, an end that is told, and work that stops when nobody reads."""

from collections.abc import Generator, Iterator
from contextlib import closing
from threading import Event, current_thread

import pytest

from fitzen.coach import streams
from fitzen.coach.streams import StreamEvent, apart, stream

FIRST, SECOND = StreamEvent("delta", {"text": "first"}), StreamEvent("delta", {"text": "second\n“é”"})


def _problem(error: Exception) -> dict[str, object]:
    return {"detail": str(error)}


def _events(*parts: StreamEvent | Exception | Event | None) -> Generator[StreamEvent | None]:
    for part in parts:
        if isinstance(part, Exception):
            raise part
        if isinstance(part, Event):
            part.wait(10)
        else:
            yield part


@pytest.fixture
def stopping() -> Iterator[Event]:
    yield streams.stopping
    streams.stopping.clear()


def test_each_event_is_one_block_of_lines() -> None:
    assert list(stream(_events(FIRST, SECOND), _problem)) == [
        'event: delta\ndata: {"text":"first"}\n\n',
        'event: delta\ndata: {"text":"second\\n“é”"}\n\n',
    ]


def test_an_error_is_the_last_event() -> None:
    assert list(stream(_events(FIRST, ValueError("broken")), _problem))[1:] == [
        'event: error\ndata: {"detail":"broken"}\n\n'
    ]


def test_a_comment_is_sent_in_long_silence_only() -> None:
    assert list(stream(_events(FIRST, None, None), _problem, heartbeat_s=60)) == [FIRST.text()]
    assert list(stream(_events(FIRST, None, None), _problem, heartbeat_s=0)) == [
        FIRST.text(),
        *[": still here\n\n"] * 2,
    ]


def test_a_server_that_stops_says_when_to_come_back(stopping: Event) -> None:
    closed = Event()

    def events() -> Generator[StreamEvent | None]:
        try:
            yield FIRST
            stopping.set()
            yield None
        except GeneratorExit:
            closed.set()
            raise

    first, last = stream(events(), _problem)
    assert first == FIRST.text()
    assert last.startswith("retry: 2000\nevent: error\ndata: {")
    assert '"status":503' in last
    assert closed.is_set()


def test_events_come_from_a_thread_of_their_own() -> None:
    names: list[str] = []

    def events() -> Generator[StreamEvent]:
        names.append(current_thread().name)
        yield FIRST

    assert list(apart(events())) == [FIRST]
    assert names != [current_thread().name]


def test_silence_is_noticed() -> None:
    gate = Event()

    def events() -> Generator[StreamEvent]:
        gate.wait(10)
        yield FIRST

    with closing(apart(events(), look_s=0.01)) as found:
        assert next(found) is None
        gate.set()
        assert FIRST in list(found)


def test_an_error_is_raised_where_the_events_are_read() -> None:
    def events() -> Generator[StreamEvent]:
        yield FIRST
        raise ValueError("broken")

    found = apart(events())
    assert next(found) == FIRST
    with pytest.raises(ValueError, match="broken"):
        next(found)


def test_closing_closes_the_work_and_waits_for_it() -> None:
    gate, closed = Event(), Event()

    def events() -> Generator[StreamEvent]:
        try:
            yield FIRST
            gate.wait(10)
            yield SECOND
            yield FIRST
        except GeneratorExit:
            closed.set()
            raise

    found = apart(events())
    assert next(found) == FIRST
    gate.set()
    found.close()
    assert closed.is_set()
