"""Codes by SMS and email: how they are sent, how long they work, how often they may be tried."""

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


def verify(client: Client, address: Json, code: str) -> TestResponse:
    return client.post("/api/auth/verify-otp", json={**address, "otp": code})


def another_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


@pytest.mark.parametrize(("address", "channel"), [(ANA, "email"), (PHONE, "phone")])
def test_a_code_signs_in(client: Client, infra: Infra, address: Json, channel: str) -> None:
    sent = client.post("/api/auth/send-otp", json=address)
    assert (sent.status_code, sent.get_json()) == (202, {"channel": channel, "expires_in": 300, "retry_after": 60})
    [value] = address.values()
    session = verify(client, address, newest_code(client, value)).get_json()
    assert session["is_new_user"] is True
    assert session["user"][channel] == value
    assert (session["token_type"], session["expires_in"]) == ("Bearer", 900)
    answer = client.signed_in(session).get("/api/users/me")
    assert answer.get_json() == session["user"]


@pytest.mark.parametrize(
    ("accepted", "is_spanish"),
    [("es-MX,es;q=0.9,en;q=0.8", True), ("en-GB,es;q=0.5", False), ("fr,es;q=0.3", True), ("ja", False), ("", False)],
)
def test_a_code_is_in_the_language_of_who_asks(client: Client, infra: Infra, accepted: str, is_spanish: bool) -> None:
    for path, more in (("send-otp", {}), ("register", {"password": "A long passw0rd"}), ("password/forgot", {})):
        email = f"{path.replace('/', '.')}@example.com"
        sent = client.post(f"/api/auth/{path}", json={"email": email} | more, headers={"Accept-Language": accepted})
        assert sent.status_code == 202, sent.text
        [text] = messages_to(infra, email)
        assert ("5 minutos" in text, "5 minutes" in text) == (is_spanish, not is_spanish)


def test_the_second_sign_in_is_the_same_person(client: Client, clock: MovableClock) -> None:
    first = sign_in(client, email="ana@example.com")
    clock.advance(seconds=60)
    second = sign_in(client, email="ana@example.com")
    assert (second["user"]["id"], second["is_new_user"]) == (first["user"]["id"], False)


@pytest.mark.parametrize("typed", ["Ana@Example.COM", "  ana@example.com  "])
def test_an_email_is_the_same_however_it_is_typed(
    client: Client, signed_in: Client, clock: MovableClock, typed: str
) -> None:
    clock.advance(seconds=60)
    assert client.post("/api/auth/send-otp", json={"email": typed}).status_code == 202
    answer = verify(client, {"email": typed}, newest_code(client, "ana@example.com"))
    assert answer.get_json()["user"]["id"] == signed_in.user_id


@pytest.mark.parametrize("typed", ["(212) 555-2368", "+1 212 555 2368", "1-212-555-2368"])
def test_a_phone_number_is_kept_as_e164_in_the_default_region(client: Client, typed: str) -> None:
    assert client.post("/api/auth/send-otp", json={"phone": typed}).status_code == 202
    answer = verify(client, {"phone": typed}, newest_code(client, "+12125552368"))
    assert answer.get_json()["user"]["phone"] == "+12125552368"


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"phone": "12345"}, {"phone"}),
        ({"phone": "612345678"}, {"phone"}),  # Spanish, but the region is the US
        ({"email": "ana@"}, {"email"}),
        ({"email": "ana@example.com", "phone": "+34612345678"}, {"phone", "email"}),
        ({}, {"phone", "email"}),
        ({"email": "ana@example.com", "user_id": "1"}, {"user_id"}),
        ({"email": "ana\0@example.com"}, {"email"}),
    ],
)
def test_what_is_no_address_is_refused_by_name(client: Client, body: Json, fields: set[str]) -> None:
    answer = client.post("/api/auth/send-otp", json=body)
    assert answer.status_code == 422
    assert {error["field"] for error in answer.get_json()["errors"]} == fields


def test_a_code_works_for_five_minutes(client: Client, clock: MovableClock) -> None:
    code = send_code(client, ANA)
    clock.advance(seconds=299)
    assert verify(client, ANA, code).status_code == 200
    code = send_code(client, ANA)
    clock.advance(seconds=300)
    assert verify(client, ANA, code).status_code == 401


def test_a_code_works_once(client: Client) -> None:
    code = send_code(client, ANA)
    assert verify(client, ANA, code).status_code == 200
    assert verify(client, ANA, code).status_code == 401


def test_only_the_newest_code_works(client: Client, clock: MovableClock) -> None:
    older = send_code(client, ANA)
    clock.advance(seconds=60)
    newer = send_code(client, ANA)
    if older != newer:
        assert verify(client, ANA, older).status_code == 401
    assert verify(client, ANA, newer).status_code == 200


def test_a_code_is_for_its_address_only(client: Client) -> None:
    code = send_code(client, ANA)
    if send_code(client, PHONE) != code:
        assert verify(client, PHONE, code).status_code == 401
    assert verify(client, ANA, code).status_code == 200


def test_after_five_wrong_tries_the_right_code_is_refused(client: Client, clock: MovableClock) -> None:
    code = send_code(client, ANA)
    clock.advance(seconds=10)
    for _ in range(5):
        assert verify(client, ANA, another_than(code)).status_code == 401
    refused = verify(client, ANA, code)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "50")
    clock.advance(seconds=50)
    assert verify(client, ANA, send_code(client, ANA)).status_code == 200


def test_after_five_codes_and_five_tries_retry_after_says_when_there_is_another(
    client: Client, clock: MovableClock
) -> None:
    for _ in range(5):
        code = send_code(client, ANA)
        clock.advance(seconds=60)
    for _ in range(5):
        verify(client, ANA, another_than(code))
    clock.advance(seconds=int(verify(client, ANA, code).headers["Retry-After"]))
    assert client.post("/api/auth/send-otp", json=ANA).status_code == 202


def test_one_code_in_60_seconds(client: Client, clock: MovableClock) -> None:
    send_code(client, ANA)
    clock.advance(seconds=12.5)
    refused = client.post("/api/auth/send-otp", json=ANA)
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "48")
    assert refused.content_type == "application/problem+json"
    clock.advance(seconds=47.5)
    assert client.post("/api/auth/send-otp", json=ANA).status_code == 202


def test_five_codes_in_an_hour(client: Client, clock: MovableClock, infra: Infra) -> None:
    for _ in range(4):
        send_code(client, ANA)
        clock.advance(seconds=60)
    fifth = client.post("/api/auth/send-otp", json=ANA)
    assert fifth.get_json()["retry_after"] == 3600 - 4 * 60
    clock.advance(seconds=60)
    for path in ("send-otp", "password/forgot"):
        refused = client.post(f"/api/auth/{path}", json=ANA)
        assert (refused.status_code, refused.headers["Retry-After"]) == (429, str(3600 - 5 * 60))
    assert len(messages_to(infra, ANA["email"])) == 5
    clock.advance(seconds=3600 - 5 * 60)
    assert client.post("/api/auth/send-otp", json=ANA).status_code == 202


def test_a_refused_code_leaves_the_one_that_was_sent(client: Client) -> None:
    code = send_code(client, ANA)
    assert client.post("/api/auth/send-otp", json=ANA).status_code == 429
    assert verify(client, ANA, code).status_code == 200


@pytest.mark.parametrize("code", ["12345", "1234567", "12345a", "١٢٣٤٥٦", "", "123456\n"])
def test_what_is_no_code_is_refused_by_name(client: Client, code: str) -> None:
    send_code(client, ANA)
    answer = verify(client, ANA, code)
    assert answer.status_code == 422
    assert [error["field"] for error in answer.get_json()["errors"]] == ["otp"]


def test_of_verifications_at_once_one_makes_a_session(tmp_path: Path, clock: MovableClock) -> None:
    infra = build_infra(settings_for(tmp_path, f"sqlite:///{tmp_path}/fitzen.db"), clock)
    app = build_app(infra)
    try:
        for number in range(5):
            address = {"email": f"ana{number}@example.com"}
            code = send_code(client_of(app), address)
            answers = together(*[lambda a=address, c=code: verify(client_of(app), a, c)] * 4)
            assert sorted(answer.status_code for answer in answers) == [200, 401, 401, 401]
            [session] = [answer.get_json() for answer in answers if answer.status_code == 200]
            listed = client_of(app).signed_in(session).get("/api/auth/sessions").get_json()["items"]
            assert len(listed) == 1
    finally:
        close(infra)


def test_wrong_guesses_at_once_are_all_counted(tmp_path: Path, clock: MovableClock) -> None:
    infra = build_infra(settings_for(tmp_path, f"sqlite:///{tmp_path}/fitzen.db"), clock)
    app = build_app(infra)
    try:
        code = send_code(client_of(app), ANA)
        wrong = another_than(code)
        answers = together(*[lambda: verify(client_of(app), ANA, wrong)] * 4)
        told = [answer.status_code for answer in answers]
        assert set(told) <= {401, 503}
        for _ in range(5 - told.count(401)):
            assert verify(client_of(app), ANA, wrong).status_code == 401
        assert verify(client_of(app), ANA, code).status_code == 429
    finally:
        close(infra)
