"""Measurements over HTTP: every metric, unusual values, batches."""

from uuid import uuid4

import pytest
from tests.fixtures.api import Client, Json

from fitzen.measurements.rules import METRICS

URL = "/api/measurements"


def weight(value: float, day: int = 20, **others: object) -> Json:
    return {"taken_at": f"2026-11-{day:02}T07:10:00+01:00", "metric": "weight_kg", "value": value, **others}


def fields(answer: object) -> list[str]:
    return [error["field"] for error in answer.get_json()["errors"]]  # type: ignore[attr-defined]


@pytest.mark.parametrize("metric", METRICS)
def test_every_metric_is_saved_and_listed_by_itself(signed_in: Client, metric: str) -> None:
    low, high = METRICS[metric].plausible
    body = {"taken_at": "2026-11-20T07:10:00+01:00", "metric": metric, "value": round((low + high) / 2, 1)}
    saved = signed_in.post(URL, json=body)
    assert saved.status_code == 201, saved.text
    assert saved.get_json().items() >= body.items()
    assert saved.get_json()["day"] == "2026-11-20"
    assert signed_in.get(f"{URL}/me?metric={metric}").get_json()["items"] == [saved.get_json()]
    other = "weight_kg" if metric != "weight_kg" else "steps"
    assert signed_in.get(f"{URL}/me?metric={other}").get_json()["items"] == []


@pytest.mark.parametrize("metric", METRICS)
def test_what_nobody_has_is_refused_even_if_confirmed(signed_in: Client, metric: str) -> None:
    for value in (METRICS[metric].possible.low - 0.5, METRICS[metric].possible.high + 0.5):
        body = {"taken_at": "2026-11-20T07:10:00+01:00", "metric": metric, "value": value, "confirmed": True}
        answer = signed_in.post(URL, json=body)
        assert answer.status_code == 422
        assert metric in answer.get_json()["errors"][0]["message"]
    assert signed_in.get(f"{URL}/me").get_json()["items"] == []


def test_an_unusual_value_is_asked_about_and_taken_when_confirmed(signed_in: Client) -> None:
    signed_in.post(URL, json=weight(75, 18))
    asked = signed_in.post(URL, json=weight(165, 19))
    assert asked.status_code == 422
    assert fields(asked) == ["confirmed"]
    assert "165 kg is 90 kg more than 75 kg, 1 day before" in asked.get_json()["detail"]
    taken = signed_in.post(URL, json=weight(165, 19, confirmed=True))
    assert taken.status_code == 201
    assert "confirmed" not in taken.get_json()


def test_what_was_confirmed_is_not_asked_again_when_something_else_changes(signed_in: Client) -> None:
    signed_in.post(URL, json=weight(75, 18))
    id_ = signed_in.post(URL, json=weight(165, 19, confirmed=True)).get_json()["id"]
    assert signed_in.patch(f"{URL}/me/{id_}", json={"note": "with the dog"}).status_code == 200
    assert fields(signed_in.patch(f"{URL}/me/{id_}", json={"value": 195})) == ["confirmed"]
    assert signed_in.patch(f"{URL}/me/{id_}", json={"value": 195, "confirmed": True}).status_code == 200


def test_sent_again_it_is_the_same_whether_or_not_the_yes_came_along(signed_in: Client) -> None:
    """A phone that lost the answer repeats; by then the value may look unusual beside a newer one."""
    body = weight(75, 20, id=str(uuid4()))
    assert signed_in.post(URL, json=body).status_code == 201
    signed_in.post(URL, json=weight(60, 19, confirmed=True))
    assert signed_in.post(URL, json=body).status_code == 200
    assert signed_in.post(URL, json=body | {"confirmed": True}).status_code == 200
    assert signed_in.post(URL, json=body | {"value": 76, "confirmed": True}).status_code == 409


def test_devices_are_not_asked(signed_in: Client) -> None:
    signed_in.post(URL, json=weight(75, 18))
    assert signed_in.post(URL, json=weight(165, 19, source="scale")).status_code == 201


def test_a_batch_is_saved_at_once_and_again_changes_nothing(signed_in: Client) -> None:
    ids = [str(uuid4()), str(uuid4())]
    fat = {"taken_at": "2026-11-20T07:10:00+01:00", "metric": "body_fat_pct", "value": 21.5}
    batch = {"items": [weight(75, id=ids[0]), fat | {"id": ids[1]}]}
    first = signed_in.post(f"{URL}/batch", json=batch)
    assert first.status_code == 201
    assert [item["id"] for item in first.get_json()["items"]] == ids
    again = signed_in.post(f"{URL}/batch", json=batch)
    assert (again.status_code, again.get_json()) == (200, first.get_json())
    more = signed_in.post(f"{URL}/batch", json={"items": [*batch["items"], weight(75.2, 21)]})
    assert more.status_code == 201
    assert len(signed_in.get(f"{URL}/me").get_json()["items"]) == 3


def test_of_a_batch_with_one_bad_item_nothing_is_saved_and_the_item_is_named(signed_in: Client) -> None:
    answer = signed_in.post(f"{URL}/batch", json={"items": [weight(75), weight(300), weight(-1)]})
    assert answer.status_code == 422
    assert fields(answer) == ["items.2"]
    asked = signed_in.post(f"{URL}/batch", json={"items": [weight(75), weight(300)]})
    assert fields(asked) == ["items.1.confirmed"]
    id_ = str(uuid4())
    twice = signed_in.post(f"{URL}/batch", json={"items": [weight(75, id=id_), weight(76, id=id_)]})
    assert twice.status_code == 422
    assert signed_in.get(f"{URL}/me").get_json()["items"] == []


def test_a_batch_with_something_deleted_says_so(signed_in: Client) -> None:
    id_ = str(uuid4())
    signed_in.post(URL, json=weight(75, id=id_))
    signed_in.delete(f"{URL}/me/{id_}")
    assert signed_in.post(f"{URL}/batch", json={"items": [weight(75, id=id_)]}).status_code == 410


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"taken_at": "2026-02-31T07:10:00+01:00"}, "taken_at"),
        ({"taken_at": "2026-11-20T07:10:00"}, "taken_at"),
        ({"metric": "aura"}, "metric"),
        ({"value": "75"}, "value"),
        ({"value": None}, "value"),
        ({"note": "a\0b"}, "note"),
        ({"units": "kg"}, "units"),
        ({"id": "1"}, "id"),
        ({"source": ""}, "source"),
    ],
)
def test_bad_input_names_the_field(signed_in: Client, change: Json, field: str) -> None:
    answer = signed_in.post(URL, json=weight(75) | change)
    assert (answer.status_code, fields(answer)) == (422, [field])
    assert signed_in.get(f"{URL}/me").get_json()["items"] == []


def test_an_id_in_capitals_is_the_same_id(signed_in: Client) -> None:
    """Swift writes a UUID in capitals; what it creates must be there under the id that it made."""
    id_ = str(uuid4()).upper()
    body = {"taken_at": "2026-11-23T07:10:00+01:00", "metric": "weight_kg", "value": 71.4}
    assert signed_in.post("/api/measurements", json=body | {"id": id_}).status_code == 201
    path = f"/api/measurements/{signed_in.user_id.upper()}/{id_}"
    assert signed_in.get(path).get_json()["id"] == id_.lower()
    assert signed_in.put(path, json=body | {"id": id_}).status_code == 200
    assert signed_in.delete(path).status_code == 204
    assert signed_in.get(path).status_code == 404
