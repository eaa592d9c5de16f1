"""Sessions: refresh tokens that rotate, access tokens that nobody else can make, and how sessions end."""

import base64
import json
import logging
from functools import partial
from pathlib import Path

import jwt
import pytest
from tests.fixtures.api import (
    SECRET,
    Client,
    Json,
    MovableClock,
    bearer,
    build_app,
    build_infra,
    client_of,
    close,
    messages_to,
    send_code,
    settings_for,
    sign_in,
    together,
)
from werkzeug.test import TestResponse

from fitzen.auth.sessions import MAX_SESSIONS, list_sessions, open_session
from fitzen.infra.base import Infra

ANA = {"email": "ana@example.com"}


def refresh(client: Client, token: str) -> TestResponse:
    return client.post("/api/auth/refresh", json={"refresh_token": token})


def test_a_refresh_replaces_the_token(client: Client, signed_in: Client, clock: MovableClock) -> None:
    old = signed_in.session
    clock.advance(minutes=20)
    assert signed_in.get("/api/users/me").status_code == 401
    answer = refresh(client, old["refresh_token"])
    new = answer.get_json()
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert new["refresh_token"] != old["refresh_token"]
    assert (new["user"], new["is_new_user"]) == (old["user"], False)
    assert client.signed_in(new).get("/api/users/me").status_code == 200
    assert refresh(client, new["refresh_token"]).status_code == 200


def test_a_phone_that_lost_the_answer_gets_the_same_token_again(
    client: Client, signed_in: Client, clock: MovableClock
) -> None:
    old = signed_in.session["refresh_token"]
    first = refresh(client, old).get_json()["refresh_token"]
    clock.advance(seconds=30)
    assert refresh(client, old).get_json()["refresh_token"] == first
    assert refresh(client, first).status_code == 200


@pytest.mark.parametrize("late", [True, False], ids=["after the grace", "two tokens old"])
def test_an_old_token_ends_the_session(client: Client, signed_in: Client, clock: MovableClock, late: bool) -> None:
    old = signed_in.session["refresh_token"]
    newest = refresh(client, old).get_json()
    if late:
        clock.advance(seconds=31)
    else:
        newest = refresh(client, newest["refresh_token"]).get_json()
    assert refresh(client, old).status_code == 401
    assert refresh(client, newest["refresh_token"]).status_code == 401
    assert client.signed_in(newest).get("/api/users/me").status_code == 401
    clock.advance(seconds=60)
    assert sign_in(client, **ANA)["access_token"]


def test_a_session_lives_sixty_days_after_its_last_use(client: Client, signed_in: Client, clock: MovableClock) -> None:
    token = signed_in.session["refresh_token"]
    for _ in range(2):
        clock.advance(days=59)
        token = refresh(client, token).get_json()["refresh_token"]
    clock.advance(days=60)
    assert refresh(client, token).status_code == 401


def test_what_is_no_refresh_token_is_refused(client: Client, signed_in: Client, another: Client) -> None:
    user, session, number, mac = signed_in.session["refresh_token"].split(".")
    tampered = [
        "x",
        "...",
        signed_in.session["access_token"],
        f"{another.user_id}.{session}.{number}.{mac}",
        ".".join([user, another.session["refresh_token"].split(".")[1], number, mac]),
        f"{user}.{session}.2.{mac}",
        f"{user}.{session}.0.{mac}",
        f"{user}.{session}.01.{mac}",
        ".".join([user, session, number, mac[:-1] + ("A" if mac[-1] != "A" else "B")]),
        f"{user}#.{session}.{number}.{mac}",
        "a" * 8_000,
    ]
    assert [refresh(client, token).status_code for token in tampered] == [401] * len(tampered)
    assert refresh(client, signed_in.session["refresh_token"]).status_code == 200, "none of these ended the session"


def test_refreshes_at_once_get_one_token(tmp_path: Path, clock: MovableClock) -> None:
    infra = build_infra(settings_for(tmp_path, f"sqlite:///{tmp_path}/fitzen.db"), clock)
    app = build_app(infra)
    try:
        token = sign_in(client_of(app), **ANA)["refresh_token"]
        for _ in range(5):
            answers = together(*[partial(refresh, client_of(app), token) for _ in range(3)])
            assert [answer.status_code for answer in answers] == [200] * 3
            [token] = {answer.get_json()["refresh_token"] for answer in answers}
    finally:
        close(infra)


def test_sign_ins_at_once_all_succeed_where_the_oldest_session_gives_way(tmp_path: Path, clock: MovableClock) -> None:
    infra = build_infra(settings_for(tmp_path, f"sqlite:///{tmp_path}/fitzen.db"), clock)
    try:
        for _ in range(MAX_SESSIONS):
            clock.advance(seconds=1)
            open_session(infra, "ana", "phone", clock())
        for _ in range(5):
            clock.advance(seconds=1)
            together(*[partial(open_session, infra, "ana", "phone", clock())] * 4)
        assert len(list_sessions(infra, "ana", "")) <= MAX_SESSIONS
    finally:
        close(infra)


def _segment(value: Json) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def _forgeries(token: str) -> dict[str, str]:
    header, payload, signature = token.split(".")
    claims = jwt.decode(token, options={"verify_signature": False})
    without = {name: {key: value for key, value in claims.items() if key != name} for name in ("exp", "sub", "sid")}
    return {
        "payload": f"{header}.{_segment(claims | {'sub': 'somebody'})}.{signature}",
        "none": f"{_segment({'alg': 'none', 'typ': 'JWT'})}.{payload}.",
        "no signature": f"{header}.{payload}.",
        "HS384": jwt.encode(claims, SECRET, "HS384"),
        "HS512": jwt.encode(claims, SECRET, "HS512"),
        "another secret": jwt.encode(claims, SECRET.upper(), "HS256"),
        "another issuer": jwt.encode(claims | {"iss": "somebody"}, SECRET, "HS256"),
        "no expiry": jwt.encode(without["exp"], SECRET, "HS256"),
        "nobody": jwt.encode(without["sub"], SECRET, "HS256"),
        "no session": jwt.encode(without["sid"], SECRET, "HS256"),
        "rubbish": "a.b.c",
        "not ASCII": "é",
    }


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
def test_forged_access_tokens_are_refused(client: Client, signed_in: Client) -> None:
    for forgery, token in _forgeries(signed_in.session["access_token"]).items():
        answer = client.get("/api/users/me", environ_overrides=bearer(token))
        assert answer.status_code == 401, forgery
        assert answer.headers["WWW-Authenticate"].startswith("Bearer"), forgery
        assert answer.content_type == "application/problem+json"


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic YTpi", "bearer\tx"])
def test_without_a_token_nothing_is_told(client: Client, header: str) -> None:
    answer = client.get("/api/users/me", headers={"Authorization": header} if header else {})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_an_access_token_expires_after_fifteen_minutes(signed_in: Client, clock: MovableClock) -> None:
    clock.advance(seconds=899)
    assert signed_in.get("/api/users/me").status_code == 200
    clock.advance(seconds=1)
    answer = signed_in.get("/api/users/me")
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_logging_out_ends_this_session_at_once(client: Client, signed_in: Client, clock: MovableClock) -> None:
    clock.advance(seconds=60)
    other = client.signed_in(sign_in(client, **ANA))
    assert signed_in.post("/api/auth/logout").status_code == 204
    assert signed_in.get("/api/users/me").status_code == 401
    assert refresh(client, signed_in.session["refresh_token"]).status_code == 401
    assert other.get("/api/users/me").status_code == 200


def test_sessions_are_listed_and_ended(client: Client, signed_in: Client, clock: MovableClock) -> None:
    clock.advance(seconds=60)
    code = send_code(client, ANA)
    answer = client.post(
        "/api/auth/verify-otp",
        json={**ANA, "otp": code},
        headers={"User-Agent": "Fitzen/1.0 (Pixel\x07 9) " + "x" * 200},
    )
    phone = client.signed_in(answer.get_json())
    listed = signed_in.get("/api/auth/sessions").get_json()
    assert listed["next_cursor"] is None
    newest, oldest = listed["items"]
    assert set(newest) == {"id", "created_at", "last_used_at", "device", "current"}
    assert (newest["current"], oldest["current"]) == (False, True)
    assert newest["device"].startswith("Fitzen/1.0 (Pixel 9)")
    assert len(newest["device"]) <= 120
    assert newest["created_at"] == clock().isoformat()
    for _ in range(2):
        assert signed_in.delete(f"/api/auth/sessions/{newest['id']}").status_code == 204
    assert phone.get("/api/users/me").status_code == 401
    assert [item["id"] for item in signed_in.get("/api/auth/sessions").get_json()["items"]] == [oldest["id"]]


def test_anothers_session_is_not_ended(client: Client, signed_in: Client, another: Client) -> None:
    [session] = another.get("/api/auth/sessions").get_json()["items"]
    assert signed_in.delete(f"/api/auth/sessions/{session['id']}").status_code == 204, "it tells nothing"
    assert another.get("/api/users/me").status_code == 200
    assert refresh(client, another.session["refresh_token"]).status_code == 200


def test_answers_with_tokens_are_stored_nowhere_on_their_way(client: Client, signed_in: Client) -> None:
    answers = [
        client.post(
            "/api/auth/verify-otp", json={"phone": "+34612345678", "otp": send_code(client, {"phone": "+34612345678"})}
        ),
        refresh(client, signed_in.session["refresh_token"]),
        signed_in.post("/api/auth/mfa/totp"),
    ]
    assert [answer.headers.get_all("Cache-Control") for answer in answers] == [["no-store"]] * 3


def test_nothing_that_opens_an_account_is_logged(
    client: Client, infra: Infra, clock: MovableClock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    session = sign_in(client, **ANA)
    clock.advance(seconds=60)
    code = send_code(client, ANA)
    client.post("/api/auth/login", json={**ANA, "password": "Wrong-Horse-7"})
    client.post("/api/auth/verify-otp", json={**ANA, "otp": "000000"})
    client.get("/api/users/me", environ_overrides=bearer(session["access_token"] + "x"))
    logged = caplog.text + repr([vars(record) for record in caplog.records])
    secrets = [code, "Wrong-Horse-7", ANA["email"], session["access_token"], session["refresh_token"]]
    assert [secret for secret in secrets if secret in logged] == []
    assert all(ANA["email"] not in text for text in messages_to(infra, ANA["email"]))
