"""Events to a client as they come: alive through silence, ended when nobody reads, told when the server stops."""

import json
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from uuid import uuid4

import pytest
from tests.fixtures.api import (
    Client,
    Json,
    MovableClock,
    build_app,
    build_infra,
    client_of,
    close,
    settings_for,
    sign_in,
)
from tests.unit.coach.scripted import Scripted, says

from fitzen.coach import service, streams
from fitzen.coach.builtin import BuiltinCoach
from fitzen.coach.models import ChatMessageIn
from fitzen.coach.streams import StreamEvent, stream
from fitzen.infra.base import Infra
from fitzen.infra.llm.base import Budget, Text, ToolSpec, Turn

WAIT_S = 5
SQUATS = "log 5x5 squats at 100 kg"


@pytest.fixture
def infra(tmp_path: Path) -> Iterator[Infra]:
    built = build_infra(settings_for(tmp_path), MovableClock())
    yield built
    close(built)


@pytest.fixture(autouse=True)
def running() -> Iterator[None]:
    yield
    streams.stopping.clear()


def signed_in(infra: Infra) -> Client:
    client = client_of(build_app(infra))
    return client.signed_in(sign_in(client, email="ana@example.com"))


def shown(error: Exception) -> Json:
    return {"detail": str(error)}


def parsed(text: str) -> list[tuple[str, Json]]:
    """Return (event, data) of what came, comments left out."""
    found: list[tuple[str, Json]] = []
    for block in text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.split("\n") if line and not line.startswith(":"))
        if "event" in fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found


def until(true: Callable[[], bool]) -> None:
    limit = time.monotonic() + WAIT_S
    while not true():
        assert time.monotonic() < limit
        time.sleep(0.005)


def of(*events: StreamEvent) -> Generator[StreamEvent]:
    yield from events


def test_events_come_in_order(infra: Infra) -> None:
    ana = signed_in(infra)
    answer = ana.post("/api/chat/message", json={"message": SQUATS}, headers={"Accept": "text/event-stream"})
    assert answer.content_type.startswith("text/event-stream")
    assert answer.headers["Cache-Control"] == "no-cache"
    events = parsed(answer.text)
    names = [name for name, _ in events]
    assert names[:4] == ["start", "tool", "tool", "card"]
    assert names[-1] == "done"
    assert set(names[4:-1]) == {"delta"}
    done = events[-1][1]["message"]
    assert "".join(data["text"] for name, data in events if name == "delta") == done["text"]
    assert [data for name, data in events if name == "card"] == done["cards"]
    assert events[0][1] == {"message_id": done["id"], "chat_id": done["chat_id"]}
    assert [data["status"] for name, data in events if name == "tool"] == ["running", "done"]
    assert events[2][1] == {"name": "log_workout", "summary": done["actions"][0]["summary"], "status": "done"}


def test_both_ways_store_the_same(infra: Infra) -> None:
    ana = signed_in(infra)
    for message in (SQUATS, "how is my bench press going?", "hello"):
        kept = []
        for accept in ("text/event-stream", "application/json"):
            assert ana.post("/api/chat/message", json={"message": message}, headers={"Accept": accept}).text
            kept.append([same(each) for each in ana.get("/api/chat/history/me?limit=2").get_json()["items"]])
            ana.delete("/api/chat/history/me")
        assert kept[0] == kept[1]
        assert len(kept[0]) == 2


def same(message: Json) -> Json:
    """Leave out what is new in each message: ids."""
    actions = [{key: value for key, value in each.items() if key != "id"} for each in message["actions"]]
    return {key: value for key, value in message.items() if key not in {"id", "chat_id"}} | {"actions": actions}


def test_the_stored_answer_streams_again(infra: Infra) -> None:
    ana = signed_in(infra)
    body = {"message": SQUATS, "id": str(uuid4())}
    first, again = (
        parsed(ana.post("/api/chat/message", json=body, headers={"Accept": "text/event-stream"}).text) for _ in range(2)
    )
    assert [name for name, _ in again] == ["start", "delta", "card", "done"]
    assert again[-1] == first[-1]


def test_what_is_wrong_is_a_status_and_not_an_event(infra: Infra) -> None:
    ana = signed_in(infra)
    body = {"message": "hello", "id": str(uuid4())}
    ana.post("/api/chat/message", json=body)
    other = ana.post("/api/chat/message", json=body | {"message": "bye"}, headers={"Accept": "text/event-stream"})
    assert (other.status_code, other.content_type) == (409, "application/problem+json")


def test_silence_is_filled_with_comments(infra: Infra) -> None:
    """A model that thinks: comments keep proxies awake, and are no events."""
    thinking = Event()
    llm = Scripted([lambda: thinking.wait(WAIT_S), *says("Done.")])
    ana = signed_in(infra)
    events = service.send(replace(infra, llm=llm), ana.user_id, ChatMessageIn(message="Think hard"), infra.clock())
    pieces: list[str] = []
    for piece in stream(events, shown, heartbeat_s=0.02):
        pieces.append(piece)
        if pieces.count(": still here\n\n") == 3:
            thinking.set()
    assert pieces.count(": still here\n\n") >= 3
    assert [name for name, _ in parsed("".join(pieces))] == ["start", "delta", "done"]


def test_a_reader_who_goes_leaves_an_interrupted_answer(infra: Infra) -> None:
    more = Event()
    llm = Scripted([Text("The first. "), lambda: more.wait(WAIT_S), *says("The second. ", "The third.")])
    ana = signed_in(infra)
    body = {"message": "Tell me a long story", "id": str(uuid4())}
    said = ChatMessageIn.model_validate(body)
    reading = stream(service.send(replace(infra, llm=llm), ana.user_id, said, infra.clock()), shown)
    assert parsed(next(reading))[0][0] == "start"
    assert parsed(next(reading))[0][1] == {"text": "The first. "}
    reading.close()  # type: ignore[attr-defined] # it is a generator
    assert not llm.closed.is_set()
    more.set()
    assert llm.closed.wait(WAIT_S), "the model is stopped at its next event"
    until(lambda: len(history(ana)) == 2)
    kept = history(ana)[0]
    assert kept["interrupted"] is True
    assert kept["text"].startswith("The first. ")
    assert "third" not in kept["text"]
    again = ana.post("/api/chat/message", json=body)
    assert again.status_code == 200, "the lease is given back"
    assert again.get_json()["id"] == kept["id"]
    assert not again.get_json().get("interrupted"), "an interrupted answer is made again"
    assert len(history(ana)) == 2


def history(client: Client) -> list[Json]:
    items: list[Json] = client.get("/api/chat/history/me").get_json()["items"]
    return items


def test_a_stopping_server_tells_the_reader(infra: Infra) -> None:
    more = Event()
    llm = Scripted([Text("The first. "), lambda: more.wait(WAIT_S), *says("The second.")])
    ana = signed_in(infra)
    reading = stream(
        service.send(replace(infra, llm=llm), ana.user_id, ChatMessageIn(message="Tell me"), infra.clock()), shown
    )
    assert [parsed(next(reading))[0][0] for _ in range(2)] == ["start", "delta"]
    begun = time.monotonic()
    streams.stopping.set()
    last = list(reading)
    assert time.monotonic() - begun < 5
    assert len(last) == 1
    assert "retry: " in last[0]
    [(name, problem)] = parsed(last[0])
    assert (name, problem["status"]) == ("error", 503)
    more.set()
    assert llm.closed.wait(WAIT_S)
    until(lambda: len(history(ana)) == 2)


def test_an_error_is_the_last_event() -> None:
    def failing() -> Generator[StreamEvent]:
        yield StreamEvent("start", {})
        raise ValueError("no")

    assert parsed("".join(stream(failing(), shown))) == [("start", {}), ("error", {"detail": "no"})]


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb\r", "\u2028 \u2029", "event: done\n\ndata: {}", "é 💪", "\x00"])
def test_no_text_breaks_the_framing(text: str) -> None:
    raw = "".join(stream(of(StreamEvent("delta", {"text": text}), StreamEvent("done", {})), shown))
    assert parsed(raw) == [("delta", {"text": text}), ("done", {})]
    assert raw.count("\n\n") == 2
    assert "\r" not in raw


def test_the_built_in_coach_costs_nothing_to_close() -> None:
    specs = [ToolSpec("next_session", "What to lift today.", {})]
    events = BuiltinCoach().stream([Turn("user", "help")], specs, Budget())
    assert isinstance(next(iter(events)), Text)
