"""POST /api/sync: whatever a phone sends, however often, happens once; what cannot be applied is told and not lost."""

import pytest
from tests.api.sync.conftest import EXERCISE, Pull, Push, new_id, op, path, weight, workout
from tests.fixtures.api import Client, Json, MovableClock

from fitzen.infra.base import Infra
from fitzen.rebuild import differences
from fitzen.workouts.rebuild import DERIVATION


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

    def test_of_a_check_in_is_of_its_habit_and_day(self, push: Push, signed_in: Client) -> None:
        """Two phones that check one day mean one record; one that was taken back is checked again by a change."""
        habit = new_id()
        named, said = f"{habit}.2026-11-20", {"habit_id": habit, "day": "2026-11-20"}
        results = push(
            op(
                "create",
                habit,
                {"name": "Stretch", "schedule": {"type": "daily"}, "start_on": "2026-11-01"},
                kind="habit",
            ),
            op("create", named, said, kind="checkin"),
            op("create", named, said, kind="checkin"),
            op("create", named, said | {"note": "late"}, kind="checkin"),
            op("update", named, said | {"cleared": True}, base_version=1, kind="checkin"),
            op("update", named, said, base_version=2, kind="checkin"),
            op("create", f"{habit}.2026-11-21", said, kind="checkin"),
            op("create", "a b", said, kind="checkin"),
            op("delete", named, kind="checkin"),
        )
        statuses = ["applied", "applied", "duplicate", "conflict", "applied", "applied", *["rejected"] * 3]
        assert [result["status"] for result in results] == statuses
        assert [result["problem"]["errors"][0]["field"] for result in results[6:]] == ["id", "id", "action"]
        assert signed_in.get(f"/api/habits/me/{habit}").get_json()["checkins"] == [{"day": "2026-11-20"}]

    def test_of_a_favourite_that_was_deleted_says_so_by_the_version(self, push: Push) -> None:
        """A favourite is named by its food: made again on purpose it comes back, sent again by a slow network not."""
        food = new_id()
        first = op("create", food, {}, kind="favourite")
        again = op("create", food, {}, kind="favourite", base_version=2)
        oats = {"name": "Oats", "per_100g": {"energy_kcal": 379.0}}
        results = push(
            op("create", food, oats, kind="food"),
            first,
            op("delete", food, kind="favourite", base_version=1),
            first,
            again,
            op("delete", food, kind="favourite", base_version=3),
            again,
            op("create", food, {}, kind="favourite", base_version=2),
        )
        assert [(result["status"], result["version"], result["deleted"]) for result in results[1:]] == [
            ("applied", 1, False),
            ("applied", 2, True),
            ("duplicate", 2, True),
            ("applied", 3, False),
            ("applied", 4, True),
            ("duplicate", 4, True),
            ("conflict", 4, True),
        ]

    def test_of_a_vacation_is_of_the_one_record(self, push: Push) -> None:
        results = push(
            op("create", "vacation", {"periods": [{"from": "2026-12-01"}]}, kind="vacation"),
            op("update", "vacation", {"periods": []}, base_version=1, kind="vacation"),
            op("create", "holiday", {"periods": []}, kind="vacation"),
        )
        assert [result["status"] for result in results] == ["applied", "applied", "rejected"]


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
        assert differences(infra.store, signed_in.user_id, [DERIVATION]) == []
