"""Changing or adding a phone or email: verify-otp with an access token."""

from pathlib import Path

import pytest
from tests.fixtures.api import (
    Client,
    Json,
    MovableClock,
    build_app,
    build_infra,
    client_of,
    close,
    newest_code,
    send_code,
    settings_for,
    sign_in,
    together,
)
from werkzeug.test import TestResponse

OLD, NEW = {"email": "ana@example.com"}, {"email": "ana@new.example.com"}
PHONE = {"phone": "+34612345678"}
PASSWORD = "Correct-Horse-7"


def take(who: Client, address: Json) -> TestResponse:
    return who.post("/api/auth/verify-otp", json={**address, "otp": send_code(who, address)})


@pytest.fixture
def ana(client: Client, clock: MovableClock) -> Client:
    """Somebody with a password."""
    client.post("/api/auth/register", json={**OLD, "password": PASSWORD})
    answer = client.post("/api/auth/verify-otp", json={**OLD, "otp": newest_code(client, OLD["email"])})
    clock.advance(seconds=60)
    return client.signed_in(answer.get_json())


def test_a_new_email_takes_the_place_of_the_old(client: Client, ana: Client, clock: MovableClock) -> None:
    answer = take(ana, NEW)
    assert answer.status_code == 200
    assert (answer.get_json()["user"]["email"], answer.get_json()["is_new_user"]) == (NEW["email"], False)
    assert answer.headers["Cache-Control"] == "no-store"
    assert client.signed_in(answer.get_json()).get("/api/auth/sessions").get_json()["items"][0]["current"] is True
    clock.advance(seconds=60)
    assert sign_in(client, **NEW)["user"]["id"] == ana.user_id


def test_the_password_moves_along(client: Client, ana: Client) -> None:
    assert take(ana, NEW).status_code == 200
    assert client.post("/api/auth/login", json={**NEW, "password": PASSWORD}).get_json()["user"]["id"] == ana.user_id
    assert client.post("/api/auth/login", json={**OLD, "password": PASSWORD}).status_code == 401


def test_the_old_address_is_anybodys(client: Client, ana: Client) -> None:
    assert take(ana, NEW).status_code == 200
    newcomer = sign_in(client, **OLD)
    assert newcomer["is_new_user"] is True
    assert newcomer["user"]["id"] != ana.user_id


def test_a_phone_is_added_to_an_email(client: Client, ana: Client, clock: MovableClock) -> None:
    user = take(ana, PHONE).get_json()["user"]
    assert (user["phone"], user["email"]) == (PHONE["phone"], OLD["email"])
    clock.advance(seconds=60)
    for address in (PHONE, OLD):
        assert sign_in(client, **address)["user"]["id"] == ana.user_id


def test_the_password_works_with_an_added_phone_too(client: Client, ana: Client) -> None:
    assert take(ana, PHONE).status_code == 200
    for address in (PHONE, OLD):
        answer = client.post("/api/auth/login", json={**address, "password": PASSWORD})
        assert answer.get_json()["user"]["id"] == ana.user_id


def test_what_another_has_stays_theirs(client: Client, ana: Client, another: Client, clock: MovableClock) -> None:
    clock.advance(seconds=60)
    answer = take(ana, {"email": "ben@example.com"})
    assert answer.status_code == 409
    assert ana.get("/api/users/me").get_json()["email"] == OLD["email"]
    clock.advance(seconds=60)
    assert sign_in(client, email="ben@example.com")["user"]["id"] == another.user_id


def test_ones_own_address_again_changes_nothing(ana: Client) -> None:
    before = ana.get("/api/users/me")
    assert take(ana, OLD).status_code == 200
    assert ana.get("/api/users/me").headers["ETag"] == before.headers["ETag"]


def test_a_wrong_code_or_token_changes_nothing(client: Client, ana: Client) -> None:
    code = send_code(client, NEW)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    assert ana.post("/api/auth/verify-otp", json={**NEW, "otp": wrong}).status_code == 401
    forged = {"Authorization": "Bearer forged"}
    assert client.post("/api/auth/verify-otp", json={**NEW, "otp": code}, headers=forged).status_code == 401
    assert ana.get("/api/users/me").get_json()["email"] == OLD["email"]
    assert ana.post("/api/auth/verify-otp", json={**NEW, "otp": code}).status_code == 200, "the code was not used up"


def test_of_two_who_want_an_address_at_once_one_gets_it(tmp_path: Path, clock: MovableClock) -> None:
    """Each by a right code of their own: one that signs in, one that resets a password."""
    infra = build_infra(settings_for(tmp_path, f"sqlite:///{tmp_path}/fitzen.db"), clock)
    app = build_app(infra)
    client = client_of(app)
    try:
        ana = client.signed_in(sign_in(client, **OLD))
        code = send_code(client, NEW)
        clock.advance(seconds=60)
        client.post("/api/auth/password/forgot", json=NEW)
        reset = {**NEW, "otp": newest_code(client, NEW["email"]), "password": PASSWORD}
        changed, made = together(
            lambda: ana.post("/api/auth/verify-otp", json={**NEW, "otp": code}),
            lambda: client.post("/api/auth/password/reset", json=reset),
        )
        assert made.status_code == 204
        holder = client.post("/api/auth/login", json={**NEW, "password": PASSWORD})
        if changed.status_code == 409:
            assert holder.get_json()["user"]["id"] != ana.user_id
        else:
            assert changed.status_code == 200
            assert holder.status_code == 401 or holder.get_json()["user"]["id"] == ana.user_id
    finally:
        close(infra)
