"""Reminders over HTTP: made, read with when they come next, changed, snoozed, deleted."""

from typing import Any
from uuid import uuid4

import pytest
from tests.fixtures.api import Client, Json, MovableClock
from tests.fixtures.reminding import MORNING, pass_time, phone, remind

from fitzen.infra.base import Infra

ALL = "/api/reminders"
MINE = "/api/reminders/me"


def next_of(client: Client, id: str) -> str | None:
    body = client.get(f"{MINE}/{id}").get_json()
    return str(body["next_due_at"])[:16] if "next_due_at" in body else None


def test_a_reminder_is_read_with_when_it_comes_next(signed_in: Client) -> None:
    made = remind(signed_in)
    assert (made["next_due_at"], made["snoozed"]) == ("2026-11-23T12:30:00+00:00", False)
    assert signed_in.get(f"{MINE}/{made['id']}").get_json() == made
    assert signed_in.get(MINE).get_json() == {"items": [made], "next_cursor": None}


def test_the_same_again_is_the_same_and_another_under_its_id_is_refused(signed_in: Client) -> None:
    body = MORNING | {"id": str(uuid4())}
    first, again = (signed_in.post(ALL, json=body) for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.get_json() == again.get_json()
    assert signed_in.post(ALL, json=body | {"title": "Bend"}).status_code == 409
    assert signed_in.delete(f"{MINE}/{body['id']}").status_code == 204
    assert signed_in.post(ALL, json=body).status_code == 410
    assert signed_in.delete(f"{MINE}/{body['id']}").status_code == 204


def test_changes_move_it(signed_in: Client) -> None:
    made = remind(signed_in)
    path = f"{MINE}/{made['id']}"
    assert signed_in.patch(path, json={"at_local": "11:00"}).get_json()["next_due_at"][:16] == "2026-11-24T11:00"
    assert "next_due_at" not in signed_in.patch(path, json={"enabled": False}).get_json()
    back = signed_in.put(path, json=MORNING | {"days": [5]})
    assert back.get_json()["next_due_at"][:16] == "2026-11-27T12:30"
    assert signed_in.patch(path, json={"once_at": "2026-12-01T08:00:00Z"}).status_code == 422
    once = signed_in.patch(path, json={"once_at": "2026-12-01T08:00:00Z", "at_local": None, "days": []})
    assert once.get_json()["next_due_at"][:16] == "2026-12-01T08:00"


def test_a_stale_change_is_refused_but_a_delivery_makes_no_change_stale(
    signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    phone(signed_in)
    made = remind(signed_in, at_local="12:05")
    path = f"{MINE}/{made['id']}"
    tag = signed_in.get(path).headers["ETag"]
    assert pass_time(infra, clock, minutes=6).counts["sent"] == 1
    assert signed_in.get(path).headers["ETag"] == tag, "going off is no change of what its owner said"
    assert signed_in.patch(path, json={"title": "Bend"}, headers={"If-Match": tag}).status_code == 200
    assert signed_in.patch(path, json={"title": "Bow"}, headers={"If-Match": tag}).status_code == 412


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"at_local": "25:00"}, "at_local"),
        ({"at_local": "7:30"}, "at_local"),
        ({"at_local": "1٣:30"}, "at_local"),
        ({"days": [0]}, "days.0"),
        ({"days": ["mon"]}, "days.0"),
        ({"channels": ["pigeon"]}, "channels.0"),
        ({"kind": "nap"}, "kind"),
        ({"title": ""}, "title"),
        ({"snooze": 0}, "snooze"),
        ({"snooze": 1441}, "snooze"),
        ({"body": "x" * 501}, "body"),
        ({"once_at": "2026-11-23T12:00"}, "once_at"),
        ({"next_due_at": "2026-11-23T12:00:00Z"}, "next_due_at"),
    ],
)
def test_what_is_wrong_is_named(signed_in: Client, fields: Json, named: str) -> None:
    answer = signed_in.post(ALL, json=MORNING | fields)
    assert (answer.status_code, [error["field"] for error in answer.get_json()["errors"]]) == (422, [named])


def test_a_move_to_another_zone_shows_at_once(signed_in: Client) -> None:
    made = remind(signed_in, at_local="07:30")
    assert next_of(signed_in, made["id"]) == "2026-11-24T07:30"
    signed_in.patch("/api/users/me", json={"time_zone": "America/New_York"})
    assert next_of(signed_in, made["id"]) == "2026-11-23T12:30"
    signed_in.patch("/api/users/me", json={"quiet_hours": {"start": "22:00", "end": "09:00"}})
    assert next_of(signed_in, made["id"]) == "2026-11-23T14:00"
    signed_in.patch("/api/users/me", json={"quiet_hours": {"start": "22:00", "end": "11:00"}})
    assert next_of(signed_in, made["id"]) is None


@pytest.mark.parametrize(
    ("stored", "sent", "minutes"), [(None, {}, 10), (5, {}, 5), (5, {"minutes": 20}, 20), (None, {"minutes": 1440}, 30)]
)
def test_a_snooze_lasts_as_said_and_ends_at_the_next_time(
    signed_in: Client, stored: int | None, sent: Json, minutes: int
) -> None:
    made = remind(signed_in, **({"snooze": stored} if stored else {}))
    answer = signed_in.post(f"{MINE}/{made['id']}/snooze", json=sent)
    body: Any = answer.get_json()
    assert (answer.status_code, body["next_due_at"][:16]) == (200, f"2026-11-23T12:{minutes:02}")
    assert body["snoozed"] is (minutes != 30)
    assert signed_in.get(f"{MINE}/{made['id']}").get_json() == body
    changed = signed_in.patch(f"{MINE}/{made['id']}", json={"title": "Bend"}).get_json()
    assert (changed["next_due_at"][:16], changed["snoozed"]) == ("2026-11-23T12:30", False)


def test_what_is_off_or_not_there_is_not_snoozed(signed_in: Client, another: Client) -> None:
    off = remind(signed_in, enabled=False)
    assert signed_in.post(f"{MINE}/{off['id']}/snooze", json={}).status_code == 409
    assert another.post(f"{MINE}/{off['id']}/snooze", json={}).status_code == 404
    assert signed_in.post(f"{MINE}/{off['id']}/snooze", json={"minutes": 0}).status_code == 422


def test_upcoming_shows_a_week_the_next_first(signed_in: Client, another: Client) -> None:
    daily = remind(signed_in, title="Daily")
    friday = remind(signed_in, title="Friday", days=[5], at_local="08:00", kind="workout")
    once = remind(signed_in, title="Once", at_local=None, once_at="2026-11-23T13:00:00+01:00")
    remind(signed_in, title="Later", at_local=None, once_at="2026-12-30T13:00:00+01:00")
    remind(signed_in, title="Off", enabled=False)
    remind(another, title="Somebody else's")
    signed_in.post(f"{MINE}/{friday['id']}/snooze", json={"minutes": 5})
    items = signed_in.get(f"{MINE}/upcoming").get_json()["items"]
    found = [(item["title"], item["due_at"][5:16]) for item in items]
    assert found == [
        ("Friday", "11-23T12:05"),
        ("Daily", "11-23T12:30"),
        ("Daily", "11-24T12:30"),
        ("Daily", "11-25T12:30"),
        ("Daily", "11-26T12:30"),
        ("Friday", "11-27T08:00"),
        ("Daily", "11-27T12:30"),
        ("Daily", "11-28T12:30"),
        ("Daily", "11-29T12:30"),
    ]
    assert once["id"] not in {item["reminder_id"] for item in items}, "noon has come"
    assert {item["reminder_id"] for item in items if item["title"] == "Daily"} == {daily["id"]}


def test_another_person_sees_and_changes_nothing(signed_in: Client, another: Client) -> None:
    made = remind(signed_in)
    assert another.get(f"{MINE}/{made['id']}").status_code == 404
    assert another.get(f"{ALL}/{signed_in.user_id}").status_code == 403
    assert another.delete(f"{MINE}/{made['id']}").status_code == 204
    assert signed_in.get(f"{MINE}/{made['id']}").status_code == 200
