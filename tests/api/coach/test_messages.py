"""Messages over HTTP: an answer whole or as events, kept once, made once, found again, forgotten."""

from collections.abc import Callable
from http import HTTPStatus
from threading import Thread
from typing import Any

import pytest
from tests.api.coach.conftest import BENCH
from tests.fixtures.api import Client, Json, MovableClock
from tests.fixtures.chat import EVENTS, events, hear, history, say
from tests.fixtures.models import Gated, Script, calls, says

from fitzen.coach.chats import KEPT
from fitzen.coach.conversation import LEASE
from fitzen.errors import UnavailableError
from fitzen.infra.llm.base import Event, Llm, Text, ToolCall
from fitzen.records import new_id

type WithModel = Callable[[Llm], Client]


def test_an_answer_has_figures_and_where_they_come_from(signed_in: Client, benched: list[Json]) -> None:
    said = say(signed_in, "how is my bench press going?")
    assert said["sender"] == "coach"
    assert "3x5 at 85 kg" in said["text"]
    assert "20 Nov 2026" in said["text"]
    assert "risen" in said["text"]
    assert said["sources"][0] == {"label": "Push, 20 Nov 2026", "ref": f"workout:{benched[0]['id']}"}
    assert [card["type"] for card in said["cards"]] == ["series"]
    assert said["usage"] == {
        "input_tokens": 0,
        "output_tokens": 0,
        "cached_tokens": 0,
        "cost_usd": 0.0,
        "cache_write_tokens": 0,
    }


def test_the_same_as_events(signed_in: Client, benched: list[Json]) -> None:
    heard = hear(signed_in, "how is my bench press going?")
    names = [name for name, _ in heard]
    assert names[:4] == ["start", "tool", "tool", "card"]
    assert names[-1] == "done"
    assert set(names[4:-1]) == {"delta"}
    assert len(names[4:-1]) > 1, "sentence by sentence"
    start, message = heard[0][1], heard[-1][1]["message"]
    assert start == {"message_id": message["id"], "chat_id": message["chat_id"]}
    assert [(data["name"], data["status"]) for name, data in heard if name == "tool"] == [
        ("progress", "running"),
        ("progress", "done"),
    ]
    assert "".join(data["text"] for name, data in heard if name == "delta") == message["text"]
    assert message == history(signed_in)[0]


def test_both_ways_keep_the_same_history(signed_in: Client) -> None:
    chat_id = new_id()
    say(signed_in, "hello", chat_id=chat_id)
    hear(signed_in, "hello", chat_id=chat_id)
    kept = history(signed_in, chat_id=chat_id)
    assert [message["sender"] for message in kept] == ["coach", "user", "coach", "user"]
    shapes = [{key: value for key, value in message.items() if key not in ("id", "at")} for message in kept]
    assert shapes[:2] == shapes[2:]


def test_an_answer_follows_its_question_even_when_the_clock_stands_still(signed_in: Client) -> None:
    for number in range(5):
        say(signed_in, f"hello {number}", chat_id=new_id())
    senders = [message["sender"] for message in history(signed_in)]
    for chat in signed_in.get("/api/chat/chats/me").get_json()["items"]:
        assert [message["sender"] for message in history(signed_in, chat_id=chat["id"])] == ["coach", "user"]
    assert len(senders) == 10


def test_chats_are_listed_by_their_last_message(signed_in: Client, clock: MovableClock) -> None:
    first = say(signed_in, "how is my bench press going?")
    clock.advance(seconds=60)
    second = say(signed_in, "x" * 100)
    clock.advance(seconds=60)
    say(signed_in, "and my squat?", chat_id=first["chat_id"])
    chats = signed_in.get("/api/chat/chats/me").get_json()["items"]
    assert [chat["id"] for chat in chats] == [first["chat_id"], second["chat_id"]]
    assert [chat["title"] for chat in chats] == ["how is my bench press going?", "x" * 59 + "…"]
    assert chats[0]["updated_at"] > chats[0]["created_at"]
    page = signed_in.get("/api/chat/chats/me?limit=1").get_json()
    assert signed_in.get(f"/api/chat/chats/me?cursor={page['next_cursor']}").get_json()["items"] == chats[1:]


def test_the_same_message_sent_again_has_the_same_answer(signed_in: Client, benched: list[Json]) -> None:
    id_ = new_id()
    first = say(signed_in, "log 5x5 squats at 100 kg", id=id_)
    assert say(signed_in, "log 5x5 squats at 100 kg", id=id_) == first
    heard = hear(signed_in, "log 5x5 squats at 100 kg", id=id_)
    assert [name for name, _ in heard] == ["start", "delta", "card", "done"]
    assert heard[-1][1]["message"] == first
    assert len(history(signed_in)) == 2
    assert len(first["actions"]) == 1


def test_another_message_under_the_same_id_is_refused(signed_in: Client) -> None:
    id_ = new_id()
    say(signed_in, "hello", id=id_)
    answer = signed_in.post("/api/chat/message", json={"message": "bye", "id": id_})
    assert answer.status_code == HTTPStatus.CONFLICT
    stream = signed_in.post("/api/chat/message", json={"message": "bye", "id": id_}, headers=EVENTS)
    assert (stream.status_code, stream.mimetype) == (HTTPStatus.CONFLICT, "application/problem+json")


def test_a_message_that_is_being_answered_is_not_answered_twice(with_model: WithModel) -> None:
    model, id_ = Gated(), new_id()
    client = with_model(model)
    thread = Thread(target=say, args=(client, "hello"), kwargs={"id": id_})
    thread.start()
    while not model.begun:
        pass
    answer = client.post("/api/chat/message", json={"message": "hello", "id": id_})
    assert answer.status_code == HTTPStatus.CONFLICT
    assert int(answer.headers["Retry-After"]) >= 1
    kept = history(client)
    assert [(message["sender"], message["text"]) for message in kept] == [("user", "hello")], (
        "kept before the model runs"
    )
    model.gate.set()
    thread.join()
    assert say(client, "hello", id=id_)["text"] == "First. Second. Third."
    assert model.begun == 1


def test_an_answer_lost_in_a_crash_is_made_when_the_message_is_sent_again(
    with_model: WithModel, clock: MovableClock
) -> None:
    """A reader that never reads is what a crash leaves: the question, a lease, and no answer."""
    id_, model = new_id(), Gated()
    client = with_model(model)
    lost = client.post("/api/chat/message", json={"message": "hello", "id": id_}, headers=EVENTS, buffered=False)
    assert lost.status_code == HTTPStatus.OK
    assert client.post("/api/chat/message", json={"message": "hello", "id": id_}).status_code == HTTPStatus.CONFLICT
    clock.advance(seconds=LEASE.total_seconds() + 1)
    again = with_model(Script(says("Here I am.")))
    assert say(again, "hello", id=id_)["text"] == "Here I am."
    model.gate.set()
    lost.close()
    assert model.stopped.wait(10)
    assert [message["text"] for message in history(again)] == ["Here I am.", "hello"]


def test_a_model_that_breaks_off_is_an_error_and_may_be_asked_again_at_once(with_model: WithModel) -> None:
    id_ = new_id()
    broken: list[Event | Exception] = [Text("Well. "), UnavailableError("The model rests.", retry_after=3)]
    client = with_model(Script(broken, broken, says("Well, yes.")))
    answer = client.post("/api/chat/message", json={"message": "hello", "id": id_})
    assert (answer.status_code, answer.headers["Retry-After"]) == (HTTPStatus.SERVICE_UNAVAILABLE, "3")
    heard = hear(client, "hello", id=id_)
    assert [name for name, _ in heard] == ["start", "delta", "error"]
    assert heard[-1][1]["status"] == HTTPStatus.SERVICE_UNAVAILABLE
    assert heard[-1][1]["detail"] == "The model rests."
    assert say(client, "hello", id=id_)["text"] == "Well, yes."


def test_a_stream_whose_reader_goes_is_kept_as_far_as_it_came(with_model: WithModel) -> None:
    model, id_ = Gated(), new_id()
    client = with_model(model)
    answer = client.post("/api/chat/message", json={"message": "hello", "id": id_}, headers=EVENTS, buffered=False)
    parts = iter(answer.response)
    heard = [next(parts), next(parts)]
    assert [name for name, _ in events("".join(map(_text, heard)))] == ["start", "delta"]
    model.gate.set()
    answer.close()
    assert model.stopped.wait(10)
    kept = history(client)[0]
    assert (kept["sender"], kept["interrupted"]) == ("coach", True)
    assert kept["text"] in ("First. ", "First. Second. ")
    model.gate.set()
    assert say(client, "hello", id=id_) == history(client)[0], "sent again, it is answered whole, in its place"
    assert history(client)[0]["text"] == "First. Second. Third."
    assert "interrupted" not in history(client)[0]
    assert len(history(client)) == 2


def _text(part: Any) -> str:
    return part if isinstance(part, str) else part.decode()


def test_the_model_hears_the_conversation_and_no_other(with_model: WithModel, clock: MovableClock) -> None:
    model = Script(says("Yes."), says("No."), says("Maybe."))
    client = with_model(model)
    first = say(client, "a")
    clock.advance(seconds=1)
    say(client, "elsewhere")
    clock.advance(seconds=1)
    say(client, "b", chat_id=first["chat_id"])
    told = [(turn.role, turn.text) for turn in model.asked[-1].messages]
    assert [role for role, _ in told[:2]] == ["system", "system"]
    assert told[2:] == [("user", "a"), ("coach", "Yes."), ("user", "b")]


def test_a_tool_that_fails_is_shown_as_failed(with_model: WithModel) -> None:
    model = Script(calls(ToolCall("1", "progress", {"exercise": ""})), says("Which one?"))
    heard = hear(with_model(model), "hello")
    assert [data["status"] for name, data in heard if name == "tool"] == ["running", "failed"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "message"),
        ({"message": ""}, "message"),
        ({"message": "   "}, "message"),
        ({"message": "a\0b"}, "message"),
        ({"message": "x" * 4001}, "message"),
        ({"message": "hi", "id": "1"}, "id"),
        ({"message": "hi", "chat_id": 5}, "chat_id"),
        ({"message": "hi", "user_id": "another"}, "user_id"),
    ],
)
def test_fields_are_checked(signed_in: Client, body: Json, field: str) -> None:
    answer = signed_in.post("/api/chat/message", json=body)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert [error["field"] for error in answer.get_json()["errors"]] == [field]


def test_the_longest_message_is_answered(signed_in: Client) -> None:
    assert say(signed_in, ("bench 5x5 80 kg, " * 300)[:4000])["text"]


def test_an_emergency_is_answered_before_any_model(with_model: WithModel) -> None:
    model = Script()
    said = say(with_model(model), "I have chest pain, log 5x5 squats at 100 kg")
    assert said["safety"] == {"category": "chest_pain", "level": "stop"}
    assert "112" in said["text"]
    assert said["actions"] == []
    assert model.asked == []


def test_nobody_reads_what_is_not_theirs(signed_in: Client, another: Client, client: Client) -> None:
    said = say(signed_in, "how is my bench press going?")
    user_id = signed_in.user_id
    for path in (f"/api/chat/history/{user_id}", f"/api/chat/chats/{user_id}"):
        assert another.get(path).status_code == HTTPStatus.FORBIDDEN
        assert client.get(path).status_code == HTTPStatus.UNAUTHORIZED
    assert another.delete(f"/api/chat/history/{user_id}").status_code == HTTPStatus.FORBIDDEN
    assert client.post("/api/chat/message", json={"message": "hi"}).status_code == HTTPStatus.UNAUTHORIZED
    say(another, "hello", chat_id=said["chat_id"])
    assert len(history(signed_in, chat_id=said["chat_id"])) == 2
    assert len(history(another)) == 2


def test_a_chat_is_forgotten(signed_in: Client, benched: list[Json]) -> None:
    first, second = say(signed_in, "hello"), say(signed_in, "hi")
    for _ in range(2):
        assert signed_in.delete(f"/api/chat/history/me?chat_id={first['chat_id']}").status_code == HTTPStatus.NO_CONTENT
    assert history(signed_in, chat_id=first["chat_id"]) == []
    assert [chat["id"] for chat in signed_in.get("/api/chat/chats/me").get_json()["items"]] == [second["chat_id"]]
    assert signed_in.delete("/api/chat/history/me").status_code == HTTPStatus.NO_CONTENT
    assert history(signed_in) == []
    assert signed_in.get("/api/chat/chats/me").get_json()["items"] == []
    assert len(signed_in.get("/api/workouts/me").get_json()["items"]) == len(benched), "what was logged stays"
    assert say(signed_in, "back again", chat_id=first["chat_id"])["chat_id"] == first["chat_id"]


def test_an_answer_to_what_was_forgotten_meanwhile_is_not_kept(with_model: WithModel) -> None:
    model = Gated()
    client = with_model(model)
    thread = Thread(target=say, args=(client, "hello"))
    thread.start()
    while not model.begun:
        pass
    client.delete("/api/chat/history/me")
    model.gate.set()
    thread.join()
    assert history(client) == []
    assert client.get("/api/chat/chats/me").get_json()["items"] == []


def test_messages_are_kept_for_ninety_days(signed_in: Client, clock: MovableClock) -> None:
    say(signed_in, "hello")
    clock.advance(days=KEPT.days - 1)
    fresh = signed_in.application.extensions["fitzen"].tokens.issue(signed_in.user_id, "another session", clock())
    signed_in.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {fresh}"
    assert len(history(signed_in)) == 2
    clock.advance(days=1, seconds=1)
    fresh = signed_in.application.extensions["fitzen"].tokens.issue(signed_in.user_id, "another session", clock())
    signed_in.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {fresh}"
    assert history(signed_in) == []


def test_what_was_said_is_never_logged(signed_in: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        say(signed_in, "log 5x5 squats at 123.4 kg, my knee hurts")
        hear(signed_in, "my secret diagnosis")
    for secret in ("123.4", "knee", "diagnosis"):
        assert secret not in caplog.text


def test_the_person_s_own_exercises_are_known(signed_in: Client) -> None:
    own = {
        "name": "Zorbacurl",
        "pattern": "elbow_flexion",
        "metric": "reps_load",
        "muscles": [{"muscle": "biceps", "share": 1}],
    }
    answer = signed_in.post("/api/exercises", json=own)
    assert answer.status_code == HTTPStatus.CREATED, answer.text
    assert "Zorbacurl 3x8 at 20 kg" in say(signed_in, "log zorbacurl 3x8 20 kg")["text"]
    assert BENCH not in str(say(signed_in, "how is my zorbacurl going?"))
