"""Passwords: registering claims nothing until verified, logging in is limited and tells nothing, a reset ends it all."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from tests.fixtures.api import (
    Client,
    Json,
    MovableClock,
    build_app,
    build_infra,
    cheap_hasher,
    client_of,
    close,
    messages_to,
    newest_code,
    send_code,
    settings_for,
    sign_in,
    together,
)
from werkzeug.test import TestResponse

from fitzen.infra.base import Infra

ANA = {"email": "ana@example.com"}
PHONE = {"phone": "+34612345678"}
GOOD, BETTER, STRANGERS = "Correct-Horse-7", "Correct-Horse-8", "Strangers-Own-1"


def post(client: Client, path: str, body: Json) -> TestResponse:
    return client.post(f"/api/auth/{path}", json=body)


def login(client: Client, address: Json, password: str) -> TestResponse:
    return post(client, "login", {**address, "password": password})


def registered(client: Client, address: Json, password: str = GOOD) -> Json:
    """Register and verify; return the session."""
    assert post(client, "register", {**address, "password": password}).status_code == 202
    [value] = address.values()
    answer = post(client, "verify-otp", {**address, "otp": newest_code(client, value)})
    assert answer.status_code == 200
    session: Json = answer.get_json()
    return session


@pytest.mark.parametrize("address", [ANA, PHONE])
def test_a_verified_password_signs_in(client: Client, address: Json) -> None:
    session = registered(client, address)
    assert session["is_new_user"] is True
    again = login(client, address, GOOD)
    assert again.status_code == 200
    assert (again.get_json()["user"]["id"], again.get_json()["is_new_user"]) == (session["user"]["id"], False)


def test_registering_claims_nothing_until_it_is_verified(client: Client, infra: Infra) -> None:
    assert post(client, "register", {**ANA, "password": GOOD}).status_code == 202
    assert login(client, ANA, GOOD).status_code == 401
    assert list(infra.store.users()) == []


def test_a_strangers_password_is_forgotten_when_the_owner_signs_in(client: Client, clock: MovableClock) -> None:
    post(client, "register", {**ANA, "password": STRANGERS})
    clock.advance(seconds=60)
    sign_in(client, **ANA)
    assert login(client, ANA, STRANGERS).status_code == 401


def test_a_strangers_password_is_lost_when_the_owner_types_its_code_to_sign_in(client: Client) -> None:
    """The stranger registered a moment before the owner asked for a code, which was refused: one in 60 seconds."""
    post(client, "register", {**ANA, "password": STRANGERS})
    assert post(client, "send-otp", ANA).status_code == 429
    body = {**ANA, "otp": newest_code(client, ANA["email"]), "purpose": "sign_in"}
    assert post(client, "verify-otp", body).get_json()["is_new_user"] is True
    assert login(client, ANA, STRANGERS).status_code == 401


def test_a_strangers_password_does_not_replace_the_owners(client: Client, clock: MovableClock) -> None:
    registered(client, ANA)
    clock.advance(seconds=60)
    post(client, "register", {**ANA, "password": STRANGERS})
    assert post(client, "verify-otp", {**ANA, "otp": newest_code(client, ANA["email"])}).status_code == 200
    assert login(client, ANA, STRANGERS).status_code == 401
    assert login(client, ANA, GOOD).status_code == 200


def test_a_strangers_password_is_not_taken_by_adding_the_address(client: Client, another: Client) -> None:
    post(client, "register", {**ANA, "password": STRANGERS})
    added = post(another, "verify-otp", {**ANA, "otp": newest_code(client, ANA["email"])})
    assert added.status_code == 200
    assert login(client, ANA, STRANGERS).status_code == 401


def test_a_registration_that_was_not_verified_in_time_is_gone(client: Client, clock: MovableClock) -> None:
    post(client, "register", {**ANA, "password": STRANGERS})
    clock.advance(minutes=5)
    assert post(client, "verify-otp", {**ANA, "otp": newest_code(client, ANA["email"])}).status_code == 401
    sign_in(client, **ANA)
    assert login(client, ANA, STRANGERS).status_code == 401


@pytest.mark.parametrize(
    ("password", "missing"),
    [
        ("correct-horse-7", ["upper-case"]),
        ("CORRECT-HORSE-7", ["lower-case"]),
        ("Correct-Horse", ["digit"]),
        ("correct-horse", ["upper-case", "digit"]),
        ("Sh0rt", ["8"]),
        ("Aa1" * 67, ["200"]),
    ],
)
@pytest.mark.parametrize("path", ["register", "password/reset"])
def test_a_weak_password_is_refused_saying_what_it_lacks(
    client: Client, infra: Infra, path: str, password: str, missing: list[str]
) -> None:
    body = {**ANA, "password": password} | ({"otp": "123456"} if path == "password/reset" else {})
    answer = post(client, path, body)
    assert answer.status_code == 422
    [error] = answer.get_json()["errors"]
    assert error["field"] == "password"
    assert all(word in error["message"] for word in missing)
    assert password not in answer.text
    assert messages_to(infra, ANA["email"]) == []


def test_a_password_is_the_same_on_every_keyboard(client: Client) -> None:
    registered(client, ANA, "Cafe\u0301-Solo-1")
    assert login(client, ANA, "Caf\u00e9-Solo-1").status_code == 200


@pytest.mark.parametrize("known", [True, False])
def test_ten_wrong_passwords_in_an_hour(client: Client, clock: MovableClock, known: bool) -> None:
    if known:
        registered(client, ANA)
    for _ in range(10):
        assert login(client, ANA, STRANGERS).status_code == 401
        clock.advance(seconds=1)
    refused = login(client, ANA, GOOD)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "3590")
    clock.advance(seconds=3590)
    assert login(client, ANA, GOOD).status_code == (200 if known else 401)


def test_right_passwords_are_not_limited(client: Client, clock: MovableClock) -> None:
    registered(client, ANA)
    for _ in range(12):
        clock.advance(seconds=1)
        assert login(client, ANA, GOOD).status_code == 200


def test_a_locked_password_leaves_the_code(client: Client, clock: MovableClock) -> None:
    registered(client, ANA)
    for _ in range(11):
        login(client, ANA, STRANGERS)
    clock.advance(seconds=60)
    assert sign_in(client, **ANA)["access_token"]


def test_a_reset_sets_the_password_and_ends_every_session(client: Client, clock: MovableClock) -> None:
    first = registered(client, ANA)
    second = login(client, ANA, GOOD).get_json()
    clock.advance(seconds=60)
    assert post(client, "password/forgot", ANA).status_code == 202
    code = newest_code(client, ANA["email"])
    reset = post(client, "password/reset", {**ANA, "otp": code, "password": BETTER})
    assert (reset.status_code, reset.data) == (204, b"")
    for session in (first, second):
        assert client.signed_in(session).get("/api/users/me").status_code == 401
        assert post(client, "refresh", {"refresh_token": session["refresh_token"]}).status_code == 401
    assert login(client, ANA, GOOD).status_code == 401
    assert login(client, ANA, BETTER).status_code == 200
    assert post(client, "password/reset", {**ANA, "otp": code, "password": GOOD}).status_code == 401


def test_a_reset_changes_the_password_of_each_of_ones_addresses(client: Client, clock: MovableClock) -> None:
    ana = client.signed_in(registered(client, ANA))
    assert post(ana, "verify-otp", {**PHONE, "otp": send_code(client, PHONE)}).status_code == 200
    clock.advance(seconds=60)
    registered(client, PHONE)
    assert login(client, PHONE, GOOD).get_json()["user"]["id"] == ana.user_id
    post(client, "password/forgot", ANA)
    clock.advance(seconds=60)
    reset = {**ANA, "otp": newest_code(client, ANA["email"]), "password": BETTER}
    assert post(client, "password/reset", reset).status_code == 204
    assert login(client, PHONE, GOOD).status_code == 401
    assert login(client, PHONE, BETTER).get_json()["user"]["id"] == ana.user_id


def test_a_code_that_signs_in_resets_nothing_and_the_other_way_round(client: Client, clock: MovableClock) -> None:
    registered(client, ANA)
    clock.advance(seconds=60)
    code = send_code(client, ANA)
    assert post(client, "password/reset", {**ANA, "otp": code, "password": BETTER}).status_code == 401
    clock.advance(seconds=60)
    post(client, "password/forgot", ANA)
    assert post(client, "verify-otp", {**ANA, "otp": newest_code(client, ANA["email"])}).status_code == 401


def test_of_sign_ups_at_once_one_makes_the_account(tmp_path: Path, clock: MovableClock) -> None:
    """One by a code that signs in, one by a code that resets: two rights to the address at one moment."""
    infra = build_infra(settings_for(tmp_path, f"sqlite:///{tmp_path}/fitzen.db"), clock)
    app = build_app(infra)
    client = client_of(app)
    try:
        for number in range(5):
            address = {"email": f"ana{number}@example.com"}
            enter = {**address, "otp": send_code(client, address)}
            clock.advance(seconds=60)
            post(client, "password/forgot", address)
            reset = {**address, "otp": newest_code(client, address["email"]), "password": GOOD}
            told = together(
                partial(post, client_of(app), "verify-otp", enter),
                partial(post, client_of(app), "password/reset", reset),
            )
            assert [answer.status_code for answer in told] == [200, 204]
            assert len(list(infra.store.users())) == number + 1
            assert login(client, address, GOOD).get_json()["user"]["id"] == told[0].get_json()["user"]["id"]
    finally:
        close(infra)


class CountingHasher(PasswordHasher):
    """Counts what costs: each argon2."""

    spent = 0

    def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
        self.spent += 1
        return super().hash(password, salt=salt)

    def verify(self, hash: str | bytes, password: str | bytes) -> bool:  # type: ignore[override] # always True, or it raises
        self.spent += 1
        return super().verify(hash, password)


@pytest.fixture
def hasher() -> CountingHasher:
    return CountingHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture
def counted(tmp_path: Path, clock: MovableClock, hasher: CountingHasher) -> Iterator[Client]:
    infra = build_infra(settings_for(tmp_path), clock, hasher)
    yield client_of(build_app(infra))
    close(infra)


@pytest.mark.parametrize(
    ("path", "more", "status", "cost"),
    [
        ("send-otp", {}, 202, 0),
        ("register", {"password": STRANGERS}, 202, 1),
        ("password/forgot", {}, 202, 0),
        ("login", {"password": STRANGERS}, 401, 1),
        ("verify-otp", {"otp": "000000"}, 401, 0),
        ("password/reset", {"otp": "000000", "password": STRANGERS}, 401, 0),
    ],
)
def test_nobody_learns_whether_there_is_an_account(
    counted: Client, hasher: CountingHasher, clock: MovableClock, path: str, more: Json, status: int, cost: int
) -> None:
    registered(counted, ANA)
    clock.advance(hours=1)
    told = []
    for address in (ANA, {"email": "bob@example.com"}):
        hasher.spent = 0
        answer = post(counted, path, {**address, **more})
        assert hasher.spent == cost
        body = {name: value for name, value in answer.get_json().items() if name != "request_id"}
        headers = {name: value for name, value in answer.headers if name != "X-Request-Id"}
        told.append((answer.status_code, body, headers))
    assert told[0] == told[1]
    assert told[0][0] == status


def test_a_hash_made_more_cheaply_is_made_anew(tmp_path: Path, clock: MovableClock) -> None:
    settings = settings_for(tmp_path, f"sqlite:///{tmp_path}/fitzen.db")
    cheap = build_infra(settings, clock, cheap_hasher())
    registered(client_of(build_app(cheap)), ANA)
    close(cheap)
    dearer = CountingHasher(time_cost=2, memory_cost=16, parallelism=1)
    infra = build_infra(settings, clock, dearer)
    client = client_of(build_app(infra))
    for spent in (2, 1):  # a check and a new hash, then a check
        dearer.spent = 0
        assert login(client, ANA, GOOD).status_code == 200
        assert dearer.spent == spent
    close(infra)
