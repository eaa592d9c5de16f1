"""What the coach proposes is written when it is confirmed, once, and can be taken back."""

from http import HTTPStatus
from typing import Any

import pytest
from tests.api.coach.conftest import BENCH
from tests.fixtures.api import Client, Json, MovableClock, together
from tests.fixtures.chat import history, say

from fitzen.coach.chats import KEPT
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Put, Record
from fitzen.records import new_id

SQUATS = "log 5x5 squats at 100 kg"


def _propose(client: Client, message: str = SQUATS) -> Json:
    action: Json = say(client, message)["actions"][0]
    return action


def _do(client: Client, action: Json, what: str) -> Any:
    return client.post(f"/api/chat/actions/{action['id']}/{what}")


def _workouts(client: Client) -> list[Json]:
    items: list[Json] = client.get("/api/workouts/me").get_json()["items"]
    return items


def test_nothing_is_written_before_it_is_confirmed(signed_in: Client) -> None:
    action = _propose(signed_in)
    assert action["status"] == "proposed"
    assert action["tool"] == "log_workout"
    assert action["summary"] == "Barbell Back Squat 5x5 at 100 kg on 23 Nov 2026"
    assert _workouts(signed_in) == []


def test_confirm_writes_what_was_proposed_once(signed_in: Client) -> None:
    action = _propose(signed_in)
    answers = [_do(signed_in, action, "confirm") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [HTTPStatus.OK] * 3
    assert [answer.get_json() for answer in answers] == [action | {"status": "done"}] * 3
    (workout,) = _workouts(signed_in)
    assert workout["id"] == action["id"]
    assert workout["exercises"][0]["exercise_id"] == "barbell-back-squat"
    assert [(item["reps"], item["weight_kg"], item["kind"]) for item in workout["exercises"][0]["sets"]] == [
        (5, 100.0, "normal")
    ] * 5
    assert history(signed_in)[0]["actions"] == [action | {"status": "done"}]


def test_undo_takes_it_back_for_good(signed_in: Client) -> None:
    action = _propose(signed_in)
    _do(signed_in, action, "confirm")
    answers = [_do(signed_in, action, "undo") for _ in range(2)]
    assert [answer.get_json() for answer in answers] == [action | {"status": "undone"}] * 2
    assert _workouts(signed_in) == []
    assert history(signed_in)[0]["actions"][0]["status"] == "undone"
    again = _do(signed_in, action, "confirm")
    assert again.status_code == HTTPStatus.CONFLICT
    assert "undone" in again.get_json()["detail"]
    assert _workouts(signed_in) == []


def test_what_was_not_done_cannot_be_undone(signed_in: Client) -> None:
    action = _propose(signed_in)
    answer = _do(signed_in, action, "undo")
    assert answer.status_code == HTTPStatus.CONFLICT
    assert _do(signed_in, action, "confirm").status_code == HTTPStatus.OK


def test_the_figures_of_the_log_follow(signed_in: Client, benched: list[Json]) -> None:
    action = _propose(signed_in, "log bench press 5x100 kg")
    path = f"/api/workouts/me/exercises/{BENCH}"
    before = signed_in.get(path).get_json()["bests"]
    _do(signed_in, action, "confirm")
    assert signed_in.get(path).get_json()["bests"]["weight_kg"]["value"] == 100
    assert "100 kg x 5" in say(signed_in, "how is my bench going?")["text"]
    _do(signed_in, action, "undo")
    assert signed_in.get(path).get_json()["bests"] == before


def test_confirming_at_once_from_two_devices_writes_once(signed_in: Client) -> None:
    action = _propose(signed_in)
    answers = together(*[lambda: _do(signed_in, action, "confirm")] * 4)
    assert {answer.status_code for answer in answers} == {HTTPStatus.OK}
    assert len(_workouts(signed_in)) == 1


def test_confirm_and_undo_at_once_agree_in_the_end(signed_in: Client) -> None:
    for _ in range(5):
        action = _propose(signed_in)
        _do(signed_in, action, "confirm")
        together(*[lambda a=action: _do(signed_in, a, "confirm"), lambda a=action: _do(signed_in, a, "undo")] * 2)
        assert _do(signed_in, action, "confirm").status_code == HTTPStatus.CONFLICT
        assert _workouts(signed_in) == []


def test_a_crash_between_the_two_stores_loses_nothing(signed_in: Client, infra: Infra) -> None:
    """The workout was written, and the process died before the action said so."""
    action = _propose(signed_in)
    record = infra.chat_store.get(signed_in.user_id, "action", action["id"])
    assert record is not None
    _do(signed_in, action, "confirm")
    after = infra.chat_store.get(signed_in.user_id, "action", action["id"])
    assert after is not None
    assert after.version == record.version + 1
    infra.chat_store.write([_as_before(record, after.version)])
    assert _do(signed_in, action, "confirm").get_json()["status"] == "done"
    assert len(_workouts(signed_in)) == 1


def _as_before(record: Record, version: int) -> Put:
    put = Put(record.owner, record.kind, record.id, record.body, record.at, version)
    return put._replace(expires_at=record.expires_at)


def test_another_person_cannot_confirm(signed_in: Client, another: Client) -> None:
    action = _propose(signed_in)
    for what in ("confirm", "undo"):
        assert _do(another, action, what).status_code == HTTPStatus.NOT_FOUND
    assert _workouts(another) == _workouts(signed_in) == []


@pytest.mark.parametrize("what", ["confirm", "undo"])
def test_an_action_that_never_was(signed_in: Client, client: Client, what: str) -> None:
    assert _do(signed_in, {"id": new_id()}, what).status_code == HTTPStatus.NOT_FOUND
    assert _do(client, {"id": new_id()}, what).status_code == HTTPStatus.UNAUTHORIZED


def test_a_proposal_lives_as_long_as_its_message(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    action = _propose(signed_in)
    clock.advance(seconds=KEPT.total_seconds() + 1)
    assert infra.chat_store.get(signed_in.user_id, "action", action["id"]) is None


@pytest.mark.parametrize(
    ("message", "sets"),
    [
        ("log bench 3x8 135 lb", [(8, 61.235)] * 3),
        ("log bench 3x8 at 135", [(8, 61.235)] * 3),
        ("log bench with the empty bar x 10", [(10, 20.412)]),
        ("log bench 3x8 60 kg", [(8, 60)] * 3),
    ],
)
def test_the_unit_is_the_one_said_or_the_person_s_own(signed_in: Client, message: str, sets: list[Any]) -> None:
    assert signed_in.patch("/api/users/me", json={"units": "imperial"}).status_code == HTTPStatus.OK
    _do(signed_in, _propose(signed_in, message), "confirm")
    assert [(item["reps"], item["weight_kg"]) for item in _workouts(signed_in)[0]["exercises"][0]["sets"]] == sets


def test_the_day_is_the_person_s(signed_in: Client, clock: MovableClock) -> None:
    signed_in.patch("/api/users/me", json={"time_zone": "Pacific/Auckland"})
    action = _propose(signed_in, "yesterday at 6pm I did bench 3x8 60 kg")
    _do(signed_in, action, "confirm")
    (workout,) = _workouts(signed_in)
    assert workout["started_at"] == "2026-11-23T18:00:00+13:00"  # in Auckland it is the 24th already
    assert workout["day"] == "2026-11-23"


def test_a_whole_session_in_one_message(signed_in: Client) -> None:
    action = _propose(
        signed_in,
        "Push day: bench warm-up 40x10, 60x5, then 3x5 at 80 kg, dropset 60x12; superset: curls 3x12 15kg with "
        "pushdowns 3x12 20 kg; then plank 3x45s and ran 5 km in 27:30",
    )
    _do(signed_in, action, "confirm")
    (workout,) = _workouts(signed_in)
    assert workout["name"] == "Push day"
    ids = [entry["exercise_id"] for entry in workout["exercises"]]
    assert ids == [BENCH, "dumbbell-curl", "triceps-pushdown", "plank", "running"]
    assert [item["kind"] for item in workout["exercises"][0]["sets"]] == ["warmup"] * 2 + ["normal"] * 3 + ["drop"]
    assert [entry.get("superset") for entry in workout["exercises"]] == [None, "a", "a", None, None]
    assert workout["exercises"][4]["sets"][0] == {
        "kind": "normal",
        "duration_s": 1650.0,
        "distance_m": 5000.0,
        "done": True,
    }
