"""A person's own profile: read, replaced, patched, onboarded; what only Fitzen sets stays."""

from typing import Any

import pytest
from tests.fixtures.api import Client, Json

ME = "/api/users/me"
FULL: Json = {
    "name": "Ana",
    "birth_date": "1994-05-17",
    "sex": "female",
    "height_cm": 168.5,
    "time_zone": "Europe/Madrid",
    "units": "imperial",
    "locale": "es-ES",
    "fitness_level": "intermediate",
    "activity_level": "active",
    "goal": "gain",
    "equipment": ["barbell", "rack"],
    "training_days_per_week": 3,
    "dietary": {"pattern": "vegan", "allergies": ["peanut"], "dislikes": []},
    "coach": {"gender": "neutral", "style": "direct"},
    "health": {"conditions": ["asthma"], "injuries": [], "pregnant": False, "clearance": True},
    "quiet_hours": {"start": "22:00", "end": "07:30"},
}
KEPT: dict[str, Any] = {
    "id": "0192f0c1-2345-7abc-8def-0123456789ab",
    "email": "ben@example.com",
    "phone": "+34612345678",
    "targets": {"energy_kcal": 9000, "protein_g": 1, "carbs_g": 1, "fat_g": 1, "fiber_g": 1, "source": "me"},
    "subscription_status": "premium",
    "subscription_expires_at": "2030-01-01T00:00:00Z",
    "onboarding_completed": True,
    "created_at": "2020-01-01T00:00:00Z",
}


def fields(body: Json) -> list[str]:
    return [error["field"] for error in body["errors"]]


def test_a_new_profile_has_what_everybody_has(signed_in: Client) -> None:
    user = signed_in.get(ME).get_json()
    assert user["id"] == signed_in.user_id
    assert (user["time_zone"], user["units"], user["locale"]) == ("UTC", "metric", "en")
    assert (user["subscription_status"], user["onboarding_completed"]) == ("free", False)
    assert "phone" not in user


def test_me_is_the_caller(signed_in: Client) -> None:
    assert signed_in.get(ME).data == signed_in.get(f"/api/users/{signed_in.user_id}").data


@pytest.mark.parametrize("who", ["0192f0c1-2345-7abc-8def-0123456789ab", "nobody", "ME", "me%20", "..%2fme", "%00"])
def test_anybody_else_is_refused_before_the_body_is_read(signed_in: Client, another: Client, who: str) -> None:
    other = signed_in.put(f"/api/users/{another.user_id}", data=b"{", content_type="text/plain")
    assert other.status_code == 403
    answer = signed_in.put(f"/api/users/{who}", data=b"{", content_type="text/plain")
    assert answer.status_code in (403, 404)
    if answer.status_code == 403:
        assert answer.get_json()["detail"] == other.get_json()["detail"]


def test_a_profile_is_replaced_as_it_was_sent(signed_in: Client) -> None:
    answer = signed_in.put(ME, json=FULL)
    assert answer.status_code == 200
    assert {name: answer.get_json()[name] for name in FULL} == FULL
    assert answer.get_json()["email"] == "ana@example.com"
    assert signed_in.get(ME).data == answer.data
    bare = signed_in.put(ME, json={"name": "Ana"}).get_json()
    assert "goal" not in bare
    assert bare["time_zone"] == "UTC"
    assert bare["email"] == "ana@example.com"


def test_what_was_read_may_be_sent_back(signed_in: Client) -> None:
    signed_in.put(ME, json=FULL)
    user = signed_in.get(ME).get_json()
    for answer in (signed_in.put(ME, json=user), signed_in.patch(ME, json=user)):
        assert (answer.status_code, answer.get_json()) == (200, user)


def test_the_same_moment_otherwise_written_is_the_same_value(signed_in: Client) -> None:
    created = signed_in.get(ME).get_json()["created_at"].replace("Z", "+00:00")
    for send in (signed_in.put, signed_in.patch):
        assert send(ME, json={"created_at": created}).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
@pytest.mark.parametrize("name", KEPT)
def test_what_only_fitzen_sets_is_refused_by_name(signed_in: Client, method: str, name: str) -> None:
    before = signed_in.get(ME).data
    answer = signed_in.open(ME, method=method, json={name: KEPT[name]})
    assert (answer.status_code, fields(answer.get_json())) == (422, [name])
    assert signed_in.get(ME).data == before


@pytest.mark.parametrize("name", ["id", "email", "subscription_status", "onboarding_completed", "created_at"])
def test_what_only_fitzen_sets_is_not_removed(signed_in: Client, name: str) -> None:
    answer = signed_in.patch(ME, json={name: None})
    assert (answer.status_code, fields(answer.get_json())) == (422, [name])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("time_zone", "Europe/Nowhere"),
        ("time_zone", "../../etc/passwd"),
        ("locale", "english"),
        ("locale", "en\n"),
        ("units", "stone"),
        ("height_cm", 49.9),
        ("height_cm", 280.1),
        ("height_cm", "168"),
        ("height_cm", True),
        ("training_days_per_week", 8),
        ("training_days_per_week", -1),
        ("training_days_per_week", 2.5),
        ("birth_date", "1994-02-30"),
        ("birth_date", "0001-01-01"),
        ("name", ""),
        ("name", "A" * 121),
        ("name", "A\0"),
        ("equipment", ["spaceship"]),
        ("quiet_hours", {"start": "24:00", "end": "07:00"}),
        ("dietary", {"allergies": ["x"] * 51}),
        ("sex", "no"),
        ("admin", True),
    ],
)
@pytest.mark.parametrize("method", ["PUT", "PATCH", "POST"])
def test_each_field_has_its_bounds(signed_in: Client, method: str, name: str, value: object) -> None:
    before = signed_in.get(ME)
    path = f"{ME}/onboarding" if method == "POST" else ME
    answer = signed_in.open(path, method=method, json={name: value})
    assert answer.status_code == 422
    assert all(field.partition(".")[0] == name for field in fields(answer.get_json()))
    assert signed_in.get(ME).headers["ETag"] == before.headers["ETag"]


@pytest.mark.parametrize(("name", "value"), [("height_cm", 50.0), ("height_cm", 280.0), ("training_days_per_week", 0)])
def test_the_bounds_themselves_are_fine(signed_in: Client, name: str, value: object) -> None:
    assert signed_in.patch(ME, json={name: value}).get_json()[name] == value


def test_a_patch_changes_what_it_names(signed_in: Client) -> None:
    full = signed_in.put(ME, json=FULL).get_json()
    patch = {
        "goal": "perform",
        "dietary": {"pattern": "halal"},
        "equipment": ["band"],
        "height_cm": None,
        "time_zone": None,
    }
    answer = signed_in.patch(ME, json=patch)
    assert answer.status_code == 200
    expected = full | {"goal": "perform", "equipment": ["band"], "time_zone": "UTC"}
    expected["dietary"] = full["dietary"] | {"pattern": "halal"}
    del expected["height_cm"]
    assert answer.get_json() == expected


@pytest.mark.parametrize("body", [b"{", b"", b"\xff"])
def test_a_patch_that_is_no_json(signed_in: Client, body: bytes) -> None:
    assert signed_in.patch(ME, data=body, content_type="application/json").status_code == 400


@pytest.mark.parametrize("body", [b"[]", b"1", b"null"])
def test_a_patch_that_is_no_object(signed_in: Client, body: bytes) -> None:
    assert signed_in.patch(ME, data=body, content_type="application/merge-patch+json").status_code == 422


@pytest.mark.parametrize("depth", [100, 300, 1_000, 1_020, 5_000])
def test_a_patch_that_goes_too_deep_is_refused(signed_in: Client, depth: int) -> None:
    body = b'{"dietary":' + b'{"a":' * depth + b"1" + b"}" * (depth + 1)
    answer = signed_in.patch(ME, data=body, content_type="application/json")
    assert answer.status_code in (400, 422)


def test_a_stale_change_is_refused(signed_in: Client) -> None:
    tag = signed_in.get(ME).headers["ETag"]
    changed = signed_in.patch(ME, json={"name": "Ana"}, headers={"If-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["ETag"] != tag
    for send in (signed_in.patch, signed_in.put):
        assert send(ME, json={"name": "Eva"}, headers={"If-Match": tag}).status_code == 412
    assert signed_in.get(ME).get_json()["name"] == "Ana"
    assert signed_in.put(ME, json={"name": "Eva"}, headers={"If-Match": changed.headers["ETag"]}).status_code == 200
    assert signed_in.patch(ME, json={"name": "Zoe"}, headers={"If-Match": "rubbish"}).status_code == 412


def test_what_did_not_change_is_not_sent_again(signed_in: Client) -> None:
    tag = signed_in.get(ME).headers["ETag"]
    answer = signed_in.get(ME, headers={"If-None-Match": tag})
    assert (answer.status_code, answer.data) == (304, b"")


def test_no_browser_takes_one_persons_profile_for_anothers(signed_in: Client) -> None:
    """Two people's first versions have one address and one ETag: what a browser had kept, a 304 to the second would show."""
    tag = signed_in.get(ME).headers["ETag"]
    for headers in ({}, {"If-None-Match": tag}):
        assert signed_in.get(ME, headers=headers).headers["Cache-Control"] == "no-store"


def test_onboarding_keeps_what_it_does_not_ask(signed_in: Client) -> None:
    signed_in.put(ME, json=FULL)
    first = signed_in.post(f"{ME}/onboarding", json={"goal": "health"})
    assert first.status_code == 200
    assert first.get_json()["onboarding_completed"] is True
    assert {name: first.get_json()[name] for name in FULL} == FULL | {"goal": "health"}
    again = signed_in.post(f"{ME}/onboarding", json={"goal": "health"})
    assert again.get_json() == first.get_json()
    refused = signed_in.post(f"{ME}/onboarding", json={"email": "ben@example.com"})
    assert (refused.status_code, fields(refused.get_json())) == (422, ["email"])
