"""The second factor: set up, asked for at sign-in, each code worth one use."""

from functools import partial
from pathlib import Path

import jwt
import pyotp
import pytest
from tests.fixtures.api import (
    Client,
    Json,
    MovableClock,
    bearer,
    build_app,
    build_infra,
    client_of,
    close,
    newest_code,
    settings_for,
    sign_in,
    together,
)
from werkzeug.test import TestResponse

ANA = {"email": "ana@example.com"}


class Phone:
    """An authenticator app, at the clock of the tests."""

    def __init__(self, secret: str, clock: MovableClock) -> None:
        self._totp = pyotp.TOTP(secret)
        self._clock = clock

    def code(self, steps: int = 0) -> str:
        return self._totp.generate_otp(int(self._clock().timestamp()) // 30 + steps)

    def wrong(self) -> str:
        valid = {self.code(steps) for steps in (-1, 0, 1)}
        return next(code for code in ("000000", "111111", "222222", "333333") if code not in valid)


@pytest.fixture
def phone(signed_in: Client, clock: MovableClock) -> Phone:
    enrolled = signed_in.post("/api/auth/mfa/totp")
    assert enrolled.status_code == 201
    secret = enrolled.get_json()["secret"]
    url = enrolled.get_json()["otpauth_url"]
    assert url.startswith("otpauth://totp/Fitzen:ana%40example.com?")
    assert f"secret={secret}" in url
    return Phone(secret, clock)


@pytest.fixture
def recovery(signed_in: Client, phone: Phone, clock: MovableClock) -> list[str]:
    """Switch it on; return the recovery codes. A minute later, so that codes are fresh."""
    answer = signed_in.post("/api/auth/mfa/totp/confirm", json={"code": phone.code()})
    assert answer.status_code == 200
    codes: list[str] = answer.get_json()["recovery_codes"]
    assert len(set(codes)) == 10
    clock.advance(seconds=60)
    return codes


def challenge(client: Client) -> str:
    """Prove the first factor; return the mfa_token."""
    answer = sign_in(client, **ANA)
    assert set(answer) == {"mfa_required", "mfa_token", "methods"}
    assert answer["mfa_required"] is True
    assert answer["methods"] == ["totp", "recovery_code"]
    token: str = answer["mfa_token"]
    return token


def verify(client: Client, token: str, **factor: str) -> TestResponse:
    return client.post("/api/auth/mfa/verify", json={"mfa_token": token, **factor})


def test_a_factor_that_is_not_confirmed_is_not_asked_for(
    client: Client, signed_in: Client, phone: Phone, clock: MovableClock
) -> None:
    assert signed_in.post("/api/auth/mfa/totp/confirm", json={"code": phone.wrong()}).status_code == 401
    clock.advance(seconds=60)
    assert "access_token" in sign_in(client, **ANA)


def test_an_enrolment_is_to_be_confirmed_within_15_minutes(
    signed_in: Client, phone: Phone, clock: MovableClock
) -> None:
    clock.advance(minutes=14, seconds=59)
    assert signed_in.post("/api/auth/mfa/totp/confirm", json={"code": phone.wrong()}).status_code == 401
    clock.advance(seconds=1)
    signed_in.environ_base |= bearer(_refreshed(signed_in))
    assert signed_in.post("/api/auth/mfa/totp/confirm", json={"code": phone.code()}).status_code == 409


def _refreshed(client: Client) -> str:
    answer = client.post("/api/auth/refresh", json={"refresh_token": client.session["refresh_token"]})
    token: str = answer.get_json()["access_token"]
    return token


def test_signing_in_takes_both_factors(client: Client, signed_in: Client, phone: Phone, recovery: list[str]) -> None:
    token = challenge(client)
    assert verify(client, token, code=phone.wrong()).status_code == 401
    answer = verify(client, token, code=phone.code())
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    session: Json = answer.get_json()
    assert (session["user"]["id"], session["is_new_user"]) == (signed_in.user_id, False)
    assert client.signed_in(session).get("/api/users/me").status_code == 200


def test_a_password_asks_for_it_too(client: Client, phone: Phone, recovery: list[str], clock: MovableClock) -> None:
    client.post("/api/auth/password/forgot", json=ANA)
    reset = {**ANA, "otp": newest_code(client, ANA["email"]), "password": "Correct-Horse-7"}
    assert client.post("/api/auth/password/reset", json=reset).status_code == 204
    answer = client.post("/api/auth/login", json={**ANA, "password": "Correct-Horse-7"})
    assert answer.get_json()["mfa_required"] is True


@pytest.mark.parametrize("steps", [-1, 0, 1])
def test_a_phones_clock_may_be_off_by_a_step(client: Client, phone: Phone, recovery: list[str], steps: int) -> None:
    assert verify(client, challenge(client), code=phone.code(steps)).status_code == 200


@pytest.mark.parametrize("steps", [-3, -2, 2, 3])
def test_but_not_by_more(client: Client, phone: Phone, recovery: list[str], steps: int) -> None:
    code = phone.code(steps)
    expected = 200 if code in {phone.code(near) for near in (-1, 0, 1)} else 401
    assert verify(client, challenge(client), code=code).status_code == expected


def test_a_code_works_once_and_so_does_none_before_it(client: Client, phone: Phone, recovery: list[str]) -> None:
    token = challenge(client)
    older, code = phone.code(-1), phone.code()
    assert verify(client, token, code=code).status_code == 200
    assert verify(client, token, code=code).status_code == 401
    if older != code:
        assert verify(client, token, code=older).status_code == 401


def test_the_code_that_confirmed_does_not_sign_in(
    client: Client, signed_in: Client, phone: Phone, clock: MovableClock
) -> None:
    clock.advance(seconds=60 - clock().timestamp() % 30)
    code = phone.code()
    assert signed_in.post("/api/auth/mfa/totp/confirm", json={"code": code}).status_code == 200
    assert verify(client, challenge(client), code=code).status_code == 401


def test_a_recovery_code_works_once(client: Client, recovery: list[str], clock: MovableClock) -> None:
    token = challenge(client)
    first, second = recovery[0], recovery[1].upper().replace("-", " ")
    assert verify(client, token, recovery_code=first).status_code == 200
    assert verify(client, token, recovery_code=first).status_code == 401
    assert verify(client, token, recovery_code=second).status_code == 200, "however it is typed"


def test_tries_are_limited(client: Client, phone: Phone, recovery: list[str], clock: MovableClock) -> None:
    token = challenge(client)
    for number in range(5):
        factor = {"code": phone.wrong()} if number % 2 else {"recovery_code": "aaaaa-aaaaa"}
        assert verify(client, token, **factor).status_code == 401
    refused = verify(client, token, code=phone.code())
    assert (refused.status_code, refused.headers["Retry-After"]) == (429, "300")
    clock.advance(seconds=300)
    assert verify(client, challenge(client), code=phone.code()).status_code == 200


@pytest.mark.parametrize("body", [{}, {"code": "123456", "recovery_code": "aaaaa-aaaaa"}])
def test_one_factor_is_sent(client: Client, recovery: list[str], body: Json) -> None:
    assert verify(client, challenge(client), **body).status_code == 422


def test_switching_it_off_needs_a_code(
    client: Client, signed_in: Client, phone: Phone, recovery: list[str], clock: MovableClock
) -> None:
    path = "/api/auth/mfa/totp"
    signed_in.environ_base |= bearer(_fresh(client, phone, clock)["access_token"])
    assert signed_in.delete(path, json={}).status_code == 422
    assert signed_in.delete(path, json={"code": phone.wrong()}).status_code == 401
    assert signed_in.post(path).status_code == 409, "it is on: another secret would replace it without a code"
    assert signed_in.delete(path, json={"recovery_code": recovery[0]}).status_code == 204
    assert signed_in.delete(path, json={"recovery_code": recovery[0]}).status_code == 204, "it is off already"
    clock.advance(seconds=60)
    assert "access_token" in sign_in(client, **ANA)
    assert signed_in.post(path).status_code == 201


def _fresh(client: Client, phone: Phone, clock: MovableClock) -> Json:
    session: Json = verify(client, challenge(client), code=phone.code()).get_json()
    clock.advance(seconds=60)
    return session


def test_an_mfa_token_expires(client: Client, phone: Phone, recovery: list[str], clock: MovableClock) -> None:
    token = challenge(client)
    clock.advance(seconds=300)
    assert verify(client, token, code=phone.code()).status_code == 401


def test_no_token_is_worth_another(client: Client, signed_in: Client, phone: Phone, recovery: list[str]) -> None:
    token = challenge(client)
    assert client.get("/api/users/me", environ_overrides=bearer(token)).status_code == 401
    assert client.post("/api/auth/refresh", json={"refresh_token": token}).status_code == 401
    for other in (signed_in.session["access_token"], signed_in.session["refresh_token"]):
        assert verify(client, other, code=phone.code()).status_code == 401
    claims = jwt.decode(token, options={"verify_signature": False})
    unsigned = jwt.encode(claims, "", "none")
    assert verify(client, unsigned, code=phone.code()).status_code == 401


def test_the_factor_is_ones_own(
    client: Client, another: Client, phone: Phone, recovery: list[str], clock: MovableClock
) -> None:
    """Ben's authenticator does not finish Ana's sign-in."""
    bens = Phone(another.post("/api/auth/mfa/totp").get_json()["secret"], clock)
    assert another.post("/api/auth/mfa/totp/confirm", json={"code": bens.code(-1)}).status_code == 200
    if bens.code() not in {phone.code(steps) for steps in (-1, 0, 1)}:
        assert verify(client, challenge(client), code=bens.code()).status_code == 401


@pytest.mark.parametrize("way", ["code", "recovery_code"])
def test_of_two_who_use_a_code_at_once_one_signs_in(tmp_path: Path, clock: MovableClock, way: str) -> None:
    infra = build_infra(settings_for(tmp_path, f"sqlite:///{tmp_path}/fitzen.db"), clock)
    app = build_app(infra)
    try:
        client = client_of(app)
        ana = client.signed_in(sign_in(client, **ANA))
        phone = Phone(ana.post("/api/auth/mfa/totp").get_json()["secret"], clock)
        codes = ana.post("/api/auth/mfa/totp/confirm", json={"code": phone.code()}).get_json()["recovery_codes"]
        clock.advance(seconds=60)
        factor = {way: phone.code() if way == "code" else codes[0]}
        token = challenge(client)
        answers = together(*[partial(verify, client_of(app), token, **factor)] * 3)
        assert sorted(answer.status_code for answer in answers) == [200, 401, 401]
    finally:
        close(infra)


def test_it_is_told_whether_it_is_on(
    client: Client, signed_in: Client, phone: Phone, clock: MovableClock
) -> None:
    def told() -> Json:
        answer: Json = signed_in.get("/api/auth/mfa").get_json()
        return answer

    assert told() == {"on": False, "recovery_codes_left": 0}
    code = signed_in.post("/api/auth/mfa/totp/confirm", json={"code": phone.code()}).get_json()["recovery_codes"][0]
    assert told() == {"on": True, "recovery_codes_left": 10}
    clock.advance(seconds=60)
    token = challenge(client)
    assert verify(client, token, recovery_code=code).status_code == 200
    assert told() == {"on": True, "recovery_codes_left": 9}


def test_nobody_is_erased_without_it(signed_in: Client, phone: Phone, recovery: list[str]) -> None:
    assert signed_in.delete("/api/users/me").status_code == 422
    assert signed_in.delete("/api/users/me", query_string={"code": phone.wrong()}).status_code == 401
    assert signed_in.get("/api/users/me").status_code == 200
    assert signed_in.delete("/api/users/me", query_string={"code": phone.code()}).status_code == 204
    assert signed_in.get("/api/users/me").status_code == 401
