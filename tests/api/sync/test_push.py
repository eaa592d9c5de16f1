"""POST /api/sync: whatever a phone sends, however often, happens once; what cannot be applied is told and not lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from apiflask import APIFlask
from tests.api.sync.conftest import EXERCISE, Pull, Push, new_id, op, weight, workout
from tests.fixtures.api import Client, Json, MovableClock, together

from fitzen.errors import UnavailableError
from fitzen.exercises import library
from fitzen.infra.base import Infra
from fitzen.workouts.rebuild import differences
from fitzen.workouts.service import MAX_EXERCISES_CHANGED


def path(id_: str) -> str:
    return f"/api/measurements/me/{id_}"


@pytest.fixture
def weighed(push: Push) -> str:
    """The id of a measurement in version 1."""
    id_ = new_id()
    push(op("create", id_, weight()))
    return id_


class TestCreate:
    def test_is_applied_as_by_its_route(self, push: Push, signed_in: Client) -> None:
        id_ = new_id()
        (result,) = push(op("create", id_, weight()))
        assert (result["status"], result["version"]) == ("applied", 1)
        assert result["body"] == signed_in.get(path(id_)).get_json()
        assert result["body"]["day"] == "2026-11-23"

    def test_sent_again_is_a_duplicate_with_the_record_as_it_is_now(self, push: Push, weighed: str) -> None:
        push(op("update", weighed, weight(72.0)))
        (result,) = push(op("create", weighed, weight()))
        assert (result["status"], result["version"], result["body"]["value"]) == ("duplicate", 2, 72.0)

    def test_and_its_route_know_each_others(self, push: Push, signed_in: Client, weighed: str) -> None:
        assert signed_in.post("/api/measurements", json=weight(id=weighed)).status_code == 200
        logged = signed_in.post("/api/workouts", json=workout(id=new_id())).get_json()
        assert push(op("create", logged["id"], workout(), kind="workout"))[0]["status"] == "duplicate"

    def test_of_another_body_under_the_id_is_a_conflict(self, push: Push, weighed: str) -> None:
        (result,) = push(op("create", weighed, weight(80.0)))
        assert (result["status"], result["version"], result["body"]["value"]) == ("conflict", 1, 71.4)

    def test_sent_again_after_a_deletion_is_a_duplicate_of_what_is_gone(
        self, push: Push, pull: Pull, weighed: str
    ) -> None:
        push(op("delete", weighed))
        (result,) = push(op("create", weighed, weight()))
        assert result == {"op_id": result["op_id"], "status": "duplicate", "version": 2, "deleted": True}
        assert [change["deleted"] for change in pull()["changes"] if change["id"] == weighed] == [True]

    def test_of_another_body_after_a_deletion_is_rejected(self, push: Push, signed_in: Client, weighed: str) -> None:
        push(op("delete", weighed))
        (result,) = push(op("create", weighed, weight(80.0)))
        assert (result["status"], result["problem"]["status"]) == ("rejected", 410)
        assert signed_in.get(path(weighed)).status_code == 404

    def test_takes_an_id_in_any_case(self, push: Push, signed_in: Client) -> None:
        id_ = "0196F0A1-0000-7000-8000-00000000000A"
        assert [result["status"] for result in push(op("create", id_, weight()), op("delete", id_.lower()))] == [
            "applied",
            "applied",
        ]

    def test_of_an_exercise_lets_a_workout_name_it(self, push: Push) -> None:
        exercise, log = new_id(), new_id()
        results = push(
            op("create", exercise, EXERCISE, kind="exercise"), op("create", log, workout(exercise), kind="workout")
        )
        assert [result["status"] for result in results] == ["applied", "applied"]


class TestUpdate:
    def test_is_applied_on_the_version_that_was_seen(self, push: Push, signed_in: Client, weighed: str) -> None:
        (result,) = push(op("update", weighed, weight(72.0), base_version=1))
        assert (result["status"], result["version"]) == ("applied", 2)
        assert result["body"] == signed_in.get(path(weighed)).get_json()

    def test_of_what_changed_meanwhile_is_a_conflict_and_writes_nothing(
        self, push: Push, pull: Pull, signed_in: Client, weighed: str
    ) -> None:
        signed_in.patch(path(weighed), json={"value": 73.0})
        before = pull()["seq"]
        (result,) = push(op("update", weighed, weight(72.0), base_version=1))
        assert (result["status"], result["version"], result["body"]["value"]) == ("conflict", 2, 73.0)
        assert pull()["seq"] == before

    def test_without_a_version_the_last_write_wins(self, push: Push, signed_in: Client, weighed: str) -> None:
        signed_in.patch(path(weighed), json={"value": 73.0})
        (result,) = push(op("update", weighed, weight(72.0)))
        assert (result["status"], result["version"], result["body"]["value"]) == ("applied", 3, 72.0)

    @pytest.mark.parametrize("base", [{"base_version": 1}, {}])
    def test_whose_answer_was_lost_is_a_duplicate(self, push: Push, weighed: str, base: Json) -> None:
        update = op("update", weighed, weight(72.0)) | base
        push(update)
        (result,) = push(update)
        assert (result["status"], result["version"], result["body"]["value"]) == ("duplicate", 2, 72.0)

    def test_sent_again_after_another_phones_does_not_undo_it(
        self, push: Push, signed_in: Client, weighed: str
    ) -> None:
        update = op("update", weighed, weight(72.0))
        push(update)
        push(op("update", weighed, weight(73.0)))
        (result,) = push(update)
        assert (result["status"], result["version"], result["body"]["value"]) == ("duplicate", 3, 73.0)

    def test_sent_again_after_a_deletion_is_a_duplicate_of_what_is_gone(self, push: Push, weighed: str) -> None:
        update = op("update", weighed, weight(72.0), base_version=1)
        push(update, op("delete", weighed, base_version=2))
        (result,) = push(update)
        assert (result["status"], result["version"], result["deleted"]) == ("duplicate", 3, True)

    def test_sent_twice_in_one_request_happens_once(self, push: Push, weighed: str) -> None:
        update = op("update", weighed, weight(72.0), base_version=1)
        results = push(update, update)
        assert [(result["status"], result["version"]) for result in results] == [("applied", 2), ("duplicate", 2)]

    def test_of_what_was_deleted_is_a_conflict_with_the_deletion(self, push: Push, weighed: str) -> None:
        push(op("delete", weighed))
        for base in ({"base_version": 1}, {}):
            (result,) = push(op("update", weighed, weight(72.0)) | base)
            assert result == {"op_id": result["op_id"], "status": "conflict", "version": 2, "deleted": True}

    def test_of_what_never_was_is_rejected(self, push: Push) -> None:
        (result,) = push(op("update", new_id(), weight(72.0)))
        assert (result["status"], result["problem"]["status"]) == ("rejected", 404)

    def test_that_is_refused_can_be_sent_again_when_it_is_right(self, push: Push, weighed: str) -> None:
        update = op("update", weighed, weight(9.0), base_version=1)
        (refused,) = push(update)
        assert (refused["status"], refused["problem"]["status"]) == ("rejected", 422)
        (result,) = push(update | {"body": weight(72.0)})
        assert (result["status"], result["version"]) == ("applied", 2)

    def test_under_the_op_id_of_another_is_rejected_not_swallowed(self, push: Push, weighed: str) -> None:
        first = op("update", weighed, weight(72.0))
        push(first)
        (result,) = push(first | {"body": weight(73.0)})
        assert (result["status"], result["problem"]["status"]) == ("rejected", 409)

    def test_is_remembered_for_90_days(self, push: Push, clock: MovableClock, infra: Infra, weighed: str) -> None:
        update = op("update", weighed, weight(72.0), base_version=1)
        push(update)
        assert [record.kind for record in infra.store.list(f"sys:applied:{_user(infra)}", "applied_op").items] == [
            "applied_op"
        ]
        clock.advance(days=91)
        assert infra.store.list(f"sys:applied:{_user(infra)}", "applied_op").items == []

    def test_of_ones_profile_goes_through_its_rules(self, push: Push, signed_in: Client) -> None:
        mine: Json = {"kind": "user"}
        results = push(
            op("update", signed_in.user_id, {"name": "Ana", "height_cm": 168.0}, base_version=1, **mine),
            op("update", signed_in.user_id, {"email": "other@example.com"}, base_version=2, **mine),
            op("delete", signed_in.user_id, **mine),
            op("create", new_id(), {"name": "Eve"}, **mine),
            op("update", new_id(), {"name": "Eve"}, **mine),
        )
        assert [result["status"] for result in results] == ["applied", *["rejected"] * 4]
        assert results[0]["body"] == signed_in.get("/api/users/me").get_json()
        assert results[0]["body"]["email"] == "ana@example.com"
        assert results[1]["problem"]["errors"][0]["field"] == "email"


def _user(infra: Infra) -> str:
    (user_id,) = infra.store.users()
    return user_id


class TestDelete:
    def test_is_applied(self, push: Push, signed_in: Client, weighed: str) -> None:
        (result,) = push(op("delete", weighed, base_version=1))
        assert result == {"op_id": result["op_id"], "status": "applied", "version": 2, "deleted": True}
        assert signed_in.get(path(weighed)).status_code == 404

    def test_sent_again_is_a_duplicate(self, push: Push, weighed: str) -> None:
        gone = op("delete", weighed, base_version=1)
        push(gone)
        (result,) = push(gone)
        assert (result["status"], result["version"], result["deleted"]) == ("duplicate", 2, True)

    def test_of_what_never_was_has_nothing_to_do(self, push: Push) -> None:
        (result,) = push(op("delete", new_id()))
        assert result == {"op_id": result["op_id"], "status": "duplicate"}

    def test_of_what_changed_meanwhile_is_a_conflict(self, push: Push, signed_in: Client, weighed: str) -> None:
        signed_in.patch(path(weighed), json={"value": 73.0})
        (result,) = push(op("delete", weighed, base_version=1))
        assert (result["status"], result["version"], result["body"]["value"]) == ("conflict", 2, 73.0)
        assert signed_in.get(path(weighed)).status_code == 200

    def test_takes_along_what_derives_from_it(self, push: Push, pull: Pull, infra: Infra, signed_in: Client) -> None:
        id_ = new_id()
        push(op("create", id_, workout(), kind="workout"), op("delete", id_, kind="workout"))
        left = {change["kind"]: change for change in pull()["changes"]}
        assert left["workout"]["deleted"]
        assert left["lift"]["deleted"]
        assert differences(infra.store, signed_in.user_id) == []


class TestRejected:
    @pytest.mark.parametrize(
        ("change", "status", "field"),
        [
            ({"kind": "mood"}, 422, "kind"),
            ({"kind": "workout_day"}, 422, "kind"),
            ({"kind": "device"}, 422, "kind"),
            ({"kind": "exercise", "action": "delete"}, 422, "action"),
            ({"kind": "exercise", "action": "update"}, 422, "action"),
            ({"id": "mine"}, 422, "id"),
            ({"body": None}, 422, "body"),
            ({"body": {}}, 422, "taken_at"),
            ({"body": weight() | {"value": "a lot"}}, 422, "value"),
            ({"body": weight(mood="fine")}, 422, "mood"),
            ({"body": weight(totals={})}, 422, "totals"),
            ({"body": weight(note="a\0b")}, 422, "note"),
            ({"kind": "workout", "body": workout("no-such-thing")}, 422, "exercises.0.exercise_id"),
        ],
    )
    def test_ones_say_why_and_the_others_go_on(
        self, push: Push, signed_in: Client, change: Json, status: int, field: str
    ) -> None:
        first, last = new_id(), new_id()
        results = push(
            op("create", first, weight()), op("create", new_id(), weight()) | change, op("create", last, weight())
        )
        assert [result["status"] for result in results] == ["applied", "rejected", "applied"]
        problem = results[1]["problem"]
        assert (problem["status"], problem["errors"][0]["field"]) == (status, field)
        assert problem["request_id"]
        assert signed_in.get(path(last)).status_code == 200

    def test_is_what_depends_on_what_was_rejected(self, push: Push) -> None:
        exercise, log = new_id(), new_id()
        results = push(
            op("create", exercise, EXERCISE | {"muscles": []}, kind="exercise"),
            op("create", log, workout(exercise), kind="workout"),
        )
        assert [result["status"] for result in results] == ["rejected", "rejected"]

    def test_is_what_nobody_foresaw_and_the_others_go_on(
        self, push: Push, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def fail(*_: object) -> None:
            raise ZeroDivisionError

        monkeypatch.setattr("fitzen.workouts.rules.totals", fail)
        results = push(op("create", new_id(), workout(), kind="workout"), op("create", new_id(), weight()))
        assert [result["status"] for result in results] == ["rejected", "applied"]
        assert results[0]["problem"]["status"] == 500
        assert "ZeroDivisionError" not in str(results)
        assert "unexpected error" in caplog.text


class TestRequest:
    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({}, "ops"),
            ({"ops": []}, "ops"),
            ({"ops": [op("delete", "a")] * 101}, "ops"),
            ({"ops": [op("upsert", "a")]}, "ops.0.action"),
            ({"ops": [op("delete", "a") | {"op_id": ""}]}, "ops.0.op_id"),
            ({"ops": [op("delete", "a") | {"op_id": "x" * 101}]}, "ops.0.op_id"),
            ({"ops": [op("delete", "a", base_version=0)]}, "ops.0.base_version"),
            ({"ops": [op("delete", "a", at="now")]}, "ops.0.at"),
            ({"ops": [op("delete", "a") | {"body": []}]}, "ops.0.body"),
        ],
    )
    def test_that_is_not_one_names_the_field(self, signed_in: Client, body: Json, field: str) -> None:
        answer = signed_in.post("/api/sync", json=body)
        assert answer.status_code == 422
        assert [error["field"] for error in answer.get_json()["errors"]] == [field]

    def test_is_limited(self, signed_in: Client) -> None:
        big = [op("create", new_id(), weight(note="n" * 4000)) for _ in range(100)]
        assert signed_in.post("/api/sync", json={"ops": big}).status_code == 200
        assert signed_in.post("/api/sync", json={"ops": [op("create", "a", {"x": "y" * 10**6})]}).status_code == 413

    def test_that_goes_too_deep_is_refused(self, signed_in: Client) -> None:
        deep = '{"ops":[{"op_id":"a","kind":"measurement","id":"a","action":"create","body":{"x":%s1%s}}]}'
        for depth in (150, 300, 100_000):
            answer = signed_in.post(
                "/api/sync", data=deep % ("[" * depth, "]" * depth), content_type="application/json"
            )
            assert answer.status_code in (200, 400)
            if answer.status_code == 200:
                assert answer.get_json()["results"][0]["status"] == "rejected"

    def test_twice_at_the_same_moment_happens_once(
        self, push: Push, app: APIFlask, signed_in: Client, infra: Infra
    ) -> None:
        weighed, log = new_id(), new_id()
        push(op("create", weighed, weight()), op("create", log, workout(), kind="workout"))
        ops = [
            op("update", weighed, weight(72.0)),
            op("update", log, workout(name="Pull"), base_version=1, kind="workout"),
            op("create", new_id(), workout(), kind="workout"),
        ]
        clients = [signed_in.signed_in(signed_in.session) for _ in range(4)]
        answers = together(*[lambda c=c: c.post("/api/sync", json={"ops": ops}).get_json()["results"] for c in clients])
        for results in zip(*answers, strict=True):
            assert sorted(result["status"] for result in results) == ["applied", *["duplicate"] * 3]
        assert signed_in.get(path(weighed)).headers["ETag"] == '"2"'
        assert differences(infra.store, signed_in.user_id) == []


@contextmanager
def falling(infra: Infra, monkeypatch: pytest.MonkeyPatch, after: int) -> Iterator[None]:
    """Let the store go down when it has written so often."""
    write, left = infra.store.write, [after]

    def fall(ops: Any) -> None:
        if not left[0]:
            raise UnavailableError
        left[0] -= 1
        write(ops)

    with monkeypatch.context() as patched:
        patched.setattr(infra.store, "write", fall)
        yield


def test_a_store_that_goes_down_in_the_middle_is_told_as_a_whole_and_nothing_doubles(
    signed_in: Client, push: Push, infra: Infra, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = new_id(), new_id()
    ops = [
        op("create", first, weight()),
        op("update", first, weight(72.0), base_version=1),
        op("create", second, weight()),
    ]
    with falling(infra, monkeypatch, after=2):
        answer = signed_in.post("/api/sync", json={"ops": ops})
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert [(result["status"], result["version"]) for result in push(*ops)] == [
        ("duplicate", 2),
        ("duplicate", 2),
        ("applied", 1),
    ]


def test_a_change_of_as_many_exercises_as_there_may_be_fits_a_write(push: Push) -> None:
    names = [exercise.id for exercise in library.shipped() if exercise.metric == "reps_load"]
    log = new_id()

    def of(some: list[str], day: str) -> Json:
        sets = [{"reps": 5, "weight_kg": 40}]
        body = workout(started_at=f"2026-11-{day}T18:00:00+01:00")
        return body | {"exercises": [{"exercise_id": name, "sets": sets} for name in some]}

    results = push(
        op("create", log, of(names[:24], "20"), kind="workout"),
        op("update", log, of(names[24:MAX_EXERCISES_CHANGED], "21"), base_version=1, kind="workout"),
    )
    assert [result["status"] for result in results] == ["applied", "applied"]


def test_erasing_oneself_takes_along_what_was_remembered(
    push: Push, signed_in: Client, infra: Infra, weighed: str
) -> None:
    push(op("update", weighed, weight(72.0)))
    memory = f"sys:applied:{signed_in.user_id}"
    assert infra.store.list(memory, "applied_op").items
    assert signed_in.delete("/api/users/me").status_code == 204
    assert infra.store.list(memory, "applied_op").items == []
