"""Devices: where to push to. A token belongs to one device of one account."""

from dataclasses import replace
from uuid import uuid4

import pytest
from tests.fixtures.api import Client, Json, MovableClock, together
from tests.fixtures.reminding import arrived, pass_time, phone, remind

from fitzen.devices import service
from fitzen.devices.models import DeviceIn
from fitzen.infra.base import Infra
from fitzen.records import loads
from fitzen.users.erasure import erase_all

IOS: Json = {"platform": "ios", "token": "ExponentPushToken[a]"}


def ids(infra: Infra, client: Client) -> list[str]:
    return sorted(record.id for record in service.devices(infra.store, client.user_id))


def test_a_device_is_registered_again_at_each_start(signed_in: Client, infra: Infra) -> None:
    path = "/api/users/me/devices/a-1.b_2"
    first = signed_in.put(path, json=IOS)
    again = signed_in.put(path, json=IOS | {"app_version": "1.0.3", "locale": "es-ES"})
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.get_json() == IOS | {
        "app_version": "1.0.3",
        "locale": "es-ES",
        "id": "a-1.b_2",
        "registered_at": "2026-11-23T12:00:00Z",
        "delivers": False,
    }
    assert ids(infra, signed_in) == ["a-1.b_2"]
    for _ in range(2):
        assert signed_in.delete(path).status_code == 204
    assert ids(infra, signed_in) == []
    assert signed_in.put(path, json=IOS).status_code == 200, "and may come back"
    assert ids(infra, signed_in) == ["a-1.b_2"]


def test_an_app_is_told_whether_pushes_reach_it(signed_in: Client, infra: Infra) -> None:
    """Where they only go to the inbox of developers, it reminds by itself."""
    real = replace(infra, settings=replace(infra.settings, push_url="expo:"))
    answers = [
        loads(service.register(each, signed_in.user_id, "a", DeviceIn.model_validate(IOS), each.clock()).body)
        for each in (infra, real)
    ]
    assert [answer["delivers"] for answer in answers] == [False, True]


@pytest.mark.parametrize(
    ("device", "fields"),
    [
        ("a b", {}),
        ("💪" * 60, {}),
        ("a", {"platform": "fridge"}),
        ("a", {"token": ""}),
        ("a", {"token": "a b"}),
        ("a", {"locale": "spanish"}),
        ("a", {"user_id": "me"}),
    ],
)
def test_what_is_no_device_is_refused(signed_in: Client, infra: Infra, device: str, fields: Json) -> None:
    assert signed_in.put(f"/api/users/me/devices/{device}", json=IOS | fields).status_code == 422
    assert ids(infra, signed_in) == []


def test_a_token_moves_to_whoever_registers_it(
    signed_in: Client, another: Client, infra: Infra, clock: MovableClock
) -> None:
    """Two people who share a tablet: only the one who signed in last gets messages on it."""
    shared = phone(signed_in, "tablet")
    own = phone(signed_in, "phone")
    phone(another, "tablet", token=shared)
    assert (ids(infra, signed_in), ids(infra, another)) == (["phone"], ["tablet"])
    remind(signed_in)
    pass_time(infra, clock, minutes=31)
    assert (len(arrived(infra, own)), arrived(infra, shared)) == (1, [])


def test_a_reinstalled_app_has_another_id_and_the_same_token(signed_in: Client, infra: Infra) -> None:
    token = phone(signed_in, "before")
    phone(signed_in, "after", token=token)
    assert ids(infra, signed_in) == ["after"]


def test_a_new_token_frees_the_old_one(signed_in: Client, another: Client, infra: Infra) -> None:
    old = phone(signed_in)
    phone(signed_in)
    phone(another, token=old)
    assert (ids(infra, signed_in), ids(infra, another)) == (["phone"], ["phone"])


def test_of_many_who_register_one_token_at_once_one_has_it(infra: Infra, clock: MovableClock) -> None:
    users = [str(uuid4()) for _ in range(4)]
    body = DeviceIn(platform="android", token="one")
    together(*(lambda user=user: service.register(infra, user, "phone", body, clock.now) for user in users))
    assert sum(len(service.devices(infra.store, user)) for user in users) == 1


def test_a_token_that_is_dead_takes_its_device_along(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    phone(signed_in, "old", token="dead:1")
    token = phone(signed_in, "new")
    remind(signed_in)
    assert pass_time(infra, clock, minutes=31).counts["sent"] == 1
    assert ids(infra, signed_in) == ["new"]
    assert len(arrived(infra, token)) == 1


def test_a_silent_device_is_forgotten(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    phone(signed_in)
    clock.advance(days=271)
    assert ids(infra, signed_in) == []


def test_a_token_of_somebody_erased_is_free(signed_in: Client, another: Client, infra: Infra) -> None:
    token = phone(signed_in)
    erase_all(infra.store, signed_in.user_id)  # as an erasure that was cut short leaves it
    phone(another, token=token)
    assert ids(infra, another) == ["phone"]


def test_erasing_a_person_leaves_nothing_of_their_devices(signed_in: Client, infra: Infra) -> None:
    token = phone(signed_in)
    assert infra.store.get(service._owner(infra, token), service.CLAIM, service.CLAIM) is not None
    assert signed_in.delete("/api/users/me").status_code == 204
    assert infra.store.get(service._owner(infra, token), service.CLAIM, service.CLAIM) is None
    assert service.devices(infra.store, signed_in.user_id) == []
