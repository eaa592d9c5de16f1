"""A message is answered once: sent again, sent at once, sent while it is answered, sent after a crash."""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest
from tests.fixtures.api import Client, Json, MovableClock, settings_for, together
from tests.fixtures.chat import history, say
from tests.fixtures.models import Gated, Script, says

from fitzen.coach import service
from fitzen.coach.chats import MESSAGE
from fitzen.coach.conversation import LEASE, Conversation
from fitzen.coach.models import ChatMessageIn
from fitzen.coach.streams import StreamEvent
from fitzen.config import Settings
from fitzen.infra.base import Infra
from fitzen.infra.llm.base import Budget, Event, Llm, ToolSpec, Turn
from fitzen.infra.storage.base import Record
from fitzen.infra.storage.sql import SqlStore

SQUATS = "log 5x5 squats at 100 kg"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A file for the chats, which a second store can open."""
    return settings_for(tmp_path, chat_store_url=f"sqlite:///{tmp_path}/chat.db")


def test_the_same_message_is_answered_once(signed_in: Client) -> None:
    message_id = str(uuid4())
    first = say(signed_in, SQUATS, id=message_id)
    assert say(signed_in, SQUATS, id=message_id) == first
    assert len(history(signed_in)) == 2
    other = signed_in.post("/api/chat/message", json={"message": "log 3x5 squats at 50 kg", "id": message_id})
    assert other.status_code == 409
    assert len(history(signed_in)) == 2


def test_one_id_of_two_people_is_two_messages(signed_in: Client, another: Client) -> None:
    message_id = str(uuid4())
    say(signed_in, "hello", id=message_id)
    say(another, "what can you do?", id=message_id)
    assert [each["text"] for each in history(another)][1] == "what can you do?"


def test_while_it_is_answered_it_is_not_answered_again(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    model, body = Gated(), {"message": "hello", "id": str(uuid4())}
    running = send(infra, model, signed_in, body, clock)
    assert next(running)
    again = signed_in.post("/api/chat/message", json=body)
    assert (again.status_code, again.headers["Retry-After"]) == (409, "2")
    assert [each["sender"] for each in history(signed_in)] == ["user"]
    model.gate.set()
    answered = whole(running)
    assert signed_in.post("/api/chat/message", json=body).get_json() == answered


def send(infra: Infra, model: Llm, client: Client, body: Json, clock: MovableClock) -> Generator[StreamEvent | None]:
    """Begin to answer by the model."""
    said = ChatMessageIn.model_validate(body)
    return service.send(replace(infra, llm=model), client.user_id, said, clock())


def whole(running: Generator[StreamEvent | None]) -> Json:
    """Hear the rest, and return the answer."""
    message: Json = [event for event in running if event][-1].data["message"]
    return message


class Lagging(SqlStore):
    """Hears that a message has no answer yet, and is slow to go on: `meanwhile` happens first, once."""

    def __init__(self, url: str, meanwhile: Callable[[], object]) -> None:
        super().__init__(url)
        self._meanwhile = [meanwhile]

    def get(self, owner: str, kind: str, id: str, *, deleted: bool = False) -> Record | None:
        found = super().get(owner, kind, id, deleted=deleted)
        if kind == MESSAGE and self._meanwhile:
            self._meanwhile.pop()()
        return found


def test_an_answer_that_is_finished_while_it_is_asked_for_is_found(
    signed_in: Client, infra: Infra, settings: Settings, clock: MovableClock
) -> None:
    """Between the look for the answer and the look for the lease, the one came and the other was given back."""
    first, second = Gated(), Script(says("Another answer."))
    body = {"message": "hello", "id": str(uuid4())}
    running = send(infra, first, signed_in, body, clock)
    next(running)
    heard: list[Json] = []

    def finish() -> None:
        first.gate.set()
        heard.append(whole(running))

    with closing(Lagging(settings.chat_store_url, finish)) as lagging:
        again = whole(send(replace(infra, chat_store=lagging), second, signed_in, body, clock))
    assert heard == [again]
    assert second.asked == [], "no second model is paid for"
    assert say(signed_in, "hello", id=body["id"]) == again, "and no lease is left behind"


def test_an_answer_that_takes_long_stays_the_only_one(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    """Piece by piece without a silence, for longer than a lease."""

    class Steady(Script):
        def stream(self, messages: Sequence[Turn], tools: Sequence[ToolSpec], budget: Budget) -> Generator[Event]:
            for event in super().stream(messages, tools, budget):
                clock.advance(seconds=LEASE.total_seconds() / 2)
                codes.append(signed_in.post("/api/chat/message", json=body).status_code)
                yield event

    codes: list[int] = []
    body = {"message": "hello", "id": str(uuid4())}
    running = send(infra, Steady(says(*"answered")), signed_in, body, clock)
    assert whole(running)["text"] == "answered"
    assert codes == [409] * len("answered.")


def test_the_first_whole_answer_stands(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    """A process that was stopped for longer than its lease comes back when another has answered for it."""
    stopped, body = Gated(), {"message": "hello", "id": str(uuid4())}
    running = send(infra, stopped, signed_in, body, clock)
    next(running)
    clock.advance(seconds=LEASE.total_seconds() + 1)
    told = whole(send(infra, Script(says("Here I am.")), signed_in, body, clock))
    stopped.gate.set()
    assert whole(running) == told
    assert [each["text"] for each in history(signed_in)] == ["Here I am.", "hello"]


def test_after_a_crash_it_is_answered_once(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    """Somebody's process died after the message was kept: nothing of it runs on, and its lease runs out."""
    body = {"message": SQUATS, "id": str(uuid4())}
    said = ChatMessageIn.model_validate(body)
    assert Conversation(infra, signed_in.user_id, said, clock()).begin() is None
    assert signed_in.post("/api/chat/message", json=body).status_code == 409
    clock.advance(seconds=LEASE.total_seconds() + 1)
    send = partial(client_post, signed_in, body)
    codes = sorted(together(send, send, send))
    assert codes[0] == 200
    assert set(codes) <= {200, 409}
    assert [each["sender"] for each in history(signed_in)] == ["coach", "user"]
    assert len(history(signed_in)[0]["actions"]) == 1


def client_post(signed_in: Client, body: Json) -> int:
    return signed_in.signed_in(signed_in.session).post("/api/chat/message", json=body).status_code
