"""Copying a day or a meal, and saying that a day is logged in full."""

from uuid import uuid4

import pytest
from tests.fixtures.api import Client, Json

from fitzen import rebuild
from fitzen.infra.base import Infra
from fitzen.nutrition.rebuild import DERIVATION
from fitzen.records import loads

COPY = "/api/nutrition/meals/me/copy"
ITEM: Json = {"custom": True, "name": "Soup", "amount": 1, "unit": "serving", "nutrients": {"energy_kcal": 300}}


def log(client: Client, at: str, slot: str = "lunch") -> Json:
    answer = client.post("/api/nutrition/meals", json={"eaten_at": at, "slot": slot, "items": [ITEM]})
    assert answer.status_code == 201, answer.text
    found: Json = answer.get_json()
    return found


def copy(client: Client, status: int = 201, **body: object) -> list[Json]:
    answer = client.post(COPY, json=body)
    assert answer.status_code == status, answer.text
    found: list[Json] = answer.get_json().get("items", [])
    return found


def day(infra: Infra, client: Client, day: str) -> Json:
    record = infra.store.get(client.user_id, "meal_day", day)
    assert record is not None
    return loads(record.body)


def test_a_day_is_copied_at_the_same_local_times(signed_in: Client, infra: Infra) -> None:
    """Madrid has left daylight saving in between, and what was eaten in Tokyo keeps its offset."""
    signed_in.patch("/api/users/me", json={"time_zone": "Europe/Madrid"})
    log(signed_in, "2026-10-20T13:00:00+02:00")
    log(signed_in, "2026-10-20T08:00:00+02:00", "breakfast")
    log(signed_in, "2026-10-20T19:00:00+09:00", "dinner")
    made = copy(signed_in, from_day="2026-10-20", to_day="2026-11-22")
    assert [meal["eaten_at"] for meal in made] == [
        "2026-11-22T08:00:00+01:00",
        "2026-11-22T19:00:00+09:00",
        "2026-11-22T13:00:00+01:00",
    ]
    assert day(infra, signed_in, "2026-11-22")["totals"] == {"energy_kcal": 900}
    assert rebuild.differences(infra.store, signed_in.user_id, [DERIVATION]) == []


def test_only_one_slot_of_a_day(signed_in: Client) -> None:
    log(signed_in, "2026-11-20T13:00:00Z")
    log(signed_in, "2026-11-20T08:00:00Z", "breakfast")
    assert [meal["slot"] for meal in copy(signed_in, from_day="2026-11-20", to_day="2026-11-22", slot="breakfast")] == [
        "breakfast"
    ]


def test_a_meal_may_go_to_another_slot(signed_in: Client) -> None:
    first = log(signed_in, "2026-11-20T13:00:00Z")
    [made] = copy(signed_in, meal_id=first["id"], to_day="2026-11-20", slot="dinner")
    assert (made["slot"], made["totals"]) == ("dinner", first["totals"])
    assert made["id"] != first["id"]


def test_the_same_again_is_the_same_even_after_the_source_changed(signed_in: Client) -> None:
    first = log(signed_in, "2026-11-20T13:00:00Z")
    body: Json = {"from_day": "2026-11-20", "to_day": "2026-11-22", "ids": [str(uuid4())]}
    made = copy(signed_in, **body)
    signed_in.patch(f"/api/nutrition/meals/me/{first['id']}", json={"items": []})
    log(signed_in, "2026-11-20T20:00:00Z")
    assert copy(signed_in, 200, **body) == made
    copy(signed_in, 409, **body | {"to_day": "2026-11-21"})
    signed_in.delete(f"/api/nutrition/meals/me/{made[0]['id']}")
    copy(signed_in, 410, **body)


@pytest.mark.parametrize(
    ("body", "status", "field"),
    [
        ({"to_day": "2026-11-22"}, 422, "body"),
        ({"from_day": "2026-11-20", "meal_id": str(uuid4()), "to_day": "2026-11-22"}, 422, "body"),
        ({"from_day": "2026-02-31", "to_day": "2026-11-22"}, 422, "from_day"),
        ({"from_day": "2026-11-20", "to_day": "2026-11-22T08:00:00Z"}, 422, "to_day"),
        ({"from_day": "2026-11-20", "to_day": "2026-11-22", "ids": [str(uuid4()), str(uuid4())]}, 422, "ids"),
        ({"from_day": "2026-11-19", "to_day": "2026-11-22"}, 404, None),
        ({"meal_id": str(uuid4()), "to_day": "2026-11-22"}, 404, None),
    ],
)
def test_what_cannot_be_copied(signed_in: Client, body: Json, status: int, field: str | None) -> None:
    log(signed_in, "2026-11-20T13:00:00Z")
    answer = signed_in.post(COPY, json=body)
    assert answer.status_code == status, answer.text
    if field:
        assert answer.get_json()["errors"][0]["field"] == field


def test_a_full_day_takes_no_copy(signed_in: Client, infra: Infra) -> None:
    for hour in range(21):
        log(signed_in, f"2026-11-20T{hour:02}:00:00Z")
    copy(signed_in, from_day="2026-11-20", to_day="2026-11-22")
    copy(signed_in, 422, from_day="2026-11-20", to_day="2026-11-22")
    assert len(day(infra, signed_in, "2026-11-22")["meals"]) == 21


class TestMark:
    def test_is_kept_with_the_day(self, signed_in: Client, infra: Infra) -> None:
        path = "/api/nutrition/days/me/2026-11-20"
        assert signed_in.put(path, json={"complete": True}).get_json() == {"id": "2026-11-20", "complete": True}
        log(signed_in, "2026-11-20T13:00:00Z")
        assert day(infra, signed_in, "2026-11-20")["complete"] is True
        assert signed_in.put(path, json={"complete": False}, headers={"If-Match": '"1"'}).status_code == 200
        assert signed_in.put(path, json={"complete": True}, headers={"If-Match": '"1"'}).status_code == 412
        assert day(infra, signed_in, "2026-11-20")["complete"] is False
        assert rebuild.differences(infra.store, signed_in.user_id, [DERIVATION]) == []

    @pytest.mark.parametrize(
        "text", ["2026-02-31", "20261120", "2026-11-20T08:00", "1066-10-14", "today", "2026-W47-5"]
    )
    def test_of_what_is_no_day(self, signed_in: Client, text: str) -> None:
        answer = signed_in.put(f"/api/nutrition/days/me/{text}", json={"complete": True})
        assert answer.status_code == 422
        assert answer.get_json()["errors"][0]["field"] == "day"

    def test_is_true_or_false(self, signed_in: Client) -> None:
        answer = signed_in.put("/api/nutrition/days/me/2026-11-20", json={"complete": "yes"})
        assert answer.get_json()["errors"][0]["field"] == "complete"
