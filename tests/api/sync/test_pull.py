"""GET /api/sync: everything that changed since, deletions included, and nothing that is not the phone's business."""

import pytest
from tests.api.sync.conftest import Pull, Push, new_id, op, weight, workout
from tests.fixtures.api import Client, Json

from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Put
from fitzen.sync import service
from fitzen.sync.kinds import COMING_DOWN, KEPT_BACK, READ_ONLY
from fitzen.web.context import now


def names(answer: Json) -> list[tuple[str, str]]:
    return [(change["kind"], change["id"]) for change in answer["changes"]]


def ids(answer: Json, kind: str) -> list[str]:
    return [change["id"] for change in answer["changes"] if change["kind"] == kind]


def test_the_profile_of_a_new_person_comes_first(pull: Pull, signed_in: Client) -> None:
    answer = pull()
    (change,) = answer["changes"]
    assert (change["kind"], change["id"], change["version"], change["deleted"]) == ("user", signed_in.user_id, 1, False)
    assert change["body"] == signed_in.get("/api/users/me").get_json()
    assert answer["more"] is False


def test_a_change_has_the_record_as_its_own_route_gives_it(signed_in: Client, pull: Pull) -> None:
    logged = signed_in.post("/api/workouts", json=workout())
    changes = {change["kind"]: change for change in pull()["changes"]}
    assert changes["workout"]["body"] == logged.get_json()
    assert changes.keys() == {"user", "workout", "workout_day", "workout_total", "lift", "best"}


def test_only_what_was_written_since_comes(signed_in: Client, pull: Pull, push: Push) -> None:
    before = pull()
    id_ = new_id()
    push(op("create", id_, weight()))
    after = pull(since=before["seq"], mark=before["mark"])
    assert names(after) == [("measurement", id_)]
    again = pull(since=after["seq"], mark=after["mark"])
    assert (again["changes"], again["seq"], again["mark"]) == ([], after["seq"], after["mark"])


def test_a_deletion_comes_as_a_tombstone(push: Push, pull: Pull) -> None:
    id_ = new_id()
    push(op("create", id_, weight()))
    seen = pull()
    push(op("delete", id_))
    (change,) = pull(since=seen["seq"], mark=seen["mark"])["changes"]
    assert change == {"kind": "measurement", "id": id_, "version": 2, "deleted": True, "body": None}


def test_pages_lead_through_everything_once(push: Push, pull: Pull) -> None:
    made = [new_id() for _ in range(7)]
    push(*(op("create", id_, weight()) for id_ in made))
    found: list[str] = []
    answer = pull(limit=3)
    while True:
        assert len(answer["changes"]) <= 3
        found += ids(answer, "measurement")
        if not answer["more"]:
            break
        answer = pull(limit=3, since=answer["seq"], mark=answer["mark"])
    assert found == made


def test_a_page_is_cut_where_it_gets_large(pull: Pull, push: Push, monkeypatch: pytest.MonkeyPatch) -> None:
    push(*(op("create", new_id(), weight(note="n" * 4000)) for _ in range(5)))
    monkeypatch.setattr(service, "MAX_PULL_BYTES", 9000)
    answer = pull()
    assert (len(answer["changes"]), answer["more"]) == (3, True)
    monkeypatch.setattr(service, "MAX_PULL_BYTES", 10)
    answer = pull(since=answer["seq"], mark=answer["mark"])
    assert (len(answer["changes"]), answer["more"]) == (1, True)


def test_what_stays_on_the_server_is_passed_over_and_not_asked_for_again(
    signed_in: Client, infra: Infra, pull: Pull
) -> None:
    before = pull()["seq"]
    with signed_in.application.app_context():
        for kind in sorted(KEPT_BACK):
            infra.store.write([Put(signed_in.user_id, kind, "a", '{"token": "secret"}', now())])
    answer = pull()
    assert names(answer) == [("user", signed_in.user_id)]
    assert answer["seq"] == before + len(KEPT_BACK)
    assert not {"device", "chat", "message"} & COMING_DOWN


def test_another_persons_records_do_not_come(another: Client, push: Push, signed_in: Client) -> None:
    push(op("create", new_id(), weight()))
    answer = another.get("/api/sync").get_json()
    assert names(answer) == [("user", another.user_id)]


def test_nobody_gets_anything(client: Client) -> None:
    assert client.get("/api/sync").status_code == 401
    assert client.post("/api/sync", json={"ops": []}).status_code == 401


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"since": -1}, "since"),
        ({"since": "yesterday"}, "since"),
        ({"since": 2**53 + 1}, "since"),
        ({"limit": 0}, "limit"),
        ({"limit": 501}, "limit"),
        ({"mark": "x"}, "mark"),
        ({"mark": "1.1.0123abcd.user."}, "mark"),
        ({"mark": "1.1.0123abcd.user.a\0"}, "mark"),
        ({"kinds": "workout"}, "kinds"),
    ],
)
def test_a_query_that_is_wrong_names_the_field(signed_in: Client, query: Json, field: str) -> None:
    answer = signed_in.get("/api/sync", query_string=query)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.get_json()["errors"]] == [field]


class TestAServerThatWentBack:
    """Restored from a backup, or another one: what the phone has read is not there (any more)."""

    def test_a_seq_beyond_the_servers_is_told(self, signed_in: Client, pull: Pull) -> None:
        last = pull()["seq"]
        answer = signed_in.get(f"/api/sync?since={last + 1}")
        assert answer.status_code == 409
        assert answer.content_type == "application/problem+json"
        assert [error["field"] for error in answer.get_json()["errors"]] == ["since"]
        assert signed_in.get(f"/api/sync?since={last}").status_code == 200

    def test_a_seq_without_a_mark_is_taken_on_trust_once_it_is_passed(self, pull: Pull, push: Push) -> None:
        before = pull()["seq"]
        push(*(op("create", new_id(), weight()) for _ in range(5)))
        assert pull(since=before + 2)["seq"] == before + 5

    @pytest.mark.parametrize(
        "mark", ["3.1.0123abcd.measurement.gone", "3.9.0123abcd.user.{user}", "9.1.0123abcd.user.{user}"]
    )
    def test_a_mark_tells_what_the_seq_does_not(self, signed_in: Client, push: Push, mark: str) -> None:
        push(*(op("create", new_id(), weight()) for _ in range(5)))
        query = {"since": 3, "mark": mark.format(user=signed_in.user_id)}
        assert signed_in.get("/api/sync", query_string=query).status_code == 409

    def test_what_the_server_derives_does_not_hide_that_it_lost_what_it_derived_from(
        self, signed_in: Client, another: Client, pull: Pull
    ) -> None:
        """`another` is the server after the backup: a workout is lost, others of that day were logged since."""
        signed_in.post("/api/workouts", json=workout())
        seen = pull()
        for _ in range(3):
            another.post("/api/workouts", json=workout())
        query = {"since": seen["seq"], "mark": seen["mark"]}
        assert another.get("/api/sync", query_string=query).status_code == 409

    def test_a_page_of_derived_records_leaves_the_mark_as_it_was(self, signed_in: Client, pull: Pull) -> None:
        signed_in.post("/api/workouts", json=workout())
        seen = pull(limit=1)
        while "workout" not in [kind for kind, _ in names(seen)]:
            seen = pull(limit=1, since=seen["seq"], mark=seen["mark"])
        (derived,) = (more := pull(limit=1, since=seen["seq"], mark=seen["mark"]))["changes"]
        assert derived["kind"] in READ_ONLY
        assert more["mark"] == seen["mark"]

    def test_a_mark_whose_record_was_written_since_is_fine(self, signed_in: Client, push: Push, pull: Pull) -> None:
        seen = pull()
        push(op("update", signed_in.user_id, {"name": "Ana"}, kind="user"))
        push(op("create", new_id(), weight()))
        assert len(pull(since=seen["seq"], mark=seen["mark"])["changes"]) == 2

    def test_starting_from_0_asks_for_nothing(self, signed_in: Client) -> None:
        assert signed_in.get("/api/sync?since=0&mark=9.9.0123abcd.user.gone").status_code == 200
