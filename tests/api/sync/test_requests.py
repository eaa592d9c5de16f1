"""POST /api/sync as a whole: what is wrong with one operation is told of that one, what is wrong with all of all."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from apiflask import APIFlask
from tests.api.sync.conftest import EXERCISE, Push, new_id, op, path, weight, workout
from tests.fixtures.api import Client, Json, together

from fitzen.errors import UnavailableError
from fitzen.exercises import library
from fitzen.infra.base import Infra
from fitzen.rebuild import differences
from fitzen.workouts.rebuild import DERIVATION
from fitzen.workouts.service import MAX_EXERCISES_CHANGED


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
        assert differences(infra.store, signed_in.user_id, [DERIVATION]) == []


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
