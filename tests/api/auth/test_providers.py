"""Signing in by Google and Apple, against an issuer on this machine that signs as they do."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pyotp
import pytest
from tests.fixtures.api import (
    Client,
    Json,
    MovableClock,
    build_app,
    build_infra,
    client_of,
    close,
    settings_for,
    sign_in,
    together,
)
from tests.fixtures.oidc import CLIENT_ID, Issuer, issuing
from werkzeug.test import TestResponse

from fitzen.auth import accounts, oidc
from fitzen.config import Settings
from fitzen.infra.base import Infra

PATHS = {"google": "/api/auth/google-signin", "apple": "/api/auth/apple-signin"}


@pytest.fixture(scope="module")
def server() -> Iterator[Issuer]:
    with issuing() as issuer:
        issuer.add_key("rsa", "RS256")
        issuer.add_key("ec", "ES256")
        yield issuer


@pytest.fixture
def issuer(server: Issuer, clock: MovableClock) -> Iterator[Issuer]:
    """The issuer as it was, and a Fitzen that does not know its keys yet."""
    oidc.key_set.cache_clear()
    server.clock = clock
    server.asked = 0
    yield server
    server.answer = None
    oidc.key_set.cache_clear()


@pytest.fixture
def settings(tmp_path: Path, issuer: Issuer) -> Settings:
    return settings_for(
        tmp_path,
        google_client_ids=(CLIENT_ID, "fitzen.web"),
        google_issuer=issuer.url,
        google_jwks_url=issuer.jwks_url,
        apple_client_ids=(CLIENT_ID,),
        apple_issuer=issuer.url,
        apple_jwks_url=issuer.jwks_url,
    )


def google(client: Client, token: str) -> TestResponse:
    return client.post(PATHS["google"], json={"id_token": token})


def apple(client: Client, token: str, **more: str) -> TestResponse:
    return client.post(PATHS["apple"], json={"id_token": token, **more})


@pytest.mark.parametrize("key", ["rsa", "ec"])
@pytest.mark.parametrize("provider", PATHS)
def test_an_id_token_signs_in(client: Client, issuer: Issuer, provider: str, key: str) -> None:
    token = issuer.token(issuer.claims(email="Ana@Example.com", email_verified=True), key)
    first, second = (client.post(PATHS[provider], json={"id_token": token}) for _ in range(2))
    assert (first.status_code, first.get_json()["is_new_user"]) == (200, True)
    assert first.get_json()["user"]["email"] == "ana@example.com"
    assert first.headers["Cache-Control"] == "no-store"
    assert (second.get_json()["user"], second.get_json()["is_new_user"]) == (first.get_json()["user"], False)
    assert issuer.asked == 1, "the keys are remembered"


def _segment(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def _by_hand(header: Json, claims: Json, secret: bytes | None) -> str:
    """Sign as an attacker would: by no key, or by one that everybody knows."""
    signed = f"{_segment(json.dumps(header).encode())}.{_segment(json.dumps(claims).encode())}"
    return f"{signed}.{_segment(hmac.digest(secret, signed.encode(), hashlib.sha256)) if secret else ''}"


def _wrong(issuer: Issuer) -> dict[str, str]:
    good = issuer.claims()
    now = good["iat"]
    public = json.dumps(issuer.public("rsa")).encode()
    modulus = base64.urlsafe_b64decode(issuer.public("rsa")["n"] + "==")
    return {
        "issuer": issuer.token(good | {"iss": "https://accounts.example.com"}, "rsa"),
        "an issuer that is a list": issuer.token(good | {"iss": [issuer.url]}, "rsa"),
        "audience": issuer.token(good | {"aud": "somebody.else"}, "rsa"),
        "an audience beside ours": issuer.token(good | {"aud": [CLIENT_ID, "somebody.else"]}, "rsa"),
        "no audiences": issuer.token(good | {"aud": []}, "rsa"),
        "a subject too long": issuer.token(good | {"sub": "1" * 256}, "rsa"),
        "a time that is text": issuer.token(good | {"exp": "tomorrow"}, "rsa"),
        "a time that is true": issuer.token(good | {"exp": True}, "rsa"),
        "expired": issuer.token(good | {"iat": now - 600, "exp": now - 60}, "rsa"),
        "issued in the future": issuer.token(good | {"iat": now + 300}, "rsa"),
        "not yet": issuer.token(good | {"nbf": now + 300}, "rsa"),
        **{f"no {name}": issuer.token({k: v for k, v in good.items() if k != name}, "rsa") for name in good},
        "the other key": issuer.token(good, "rsa", named="ec"),
        "alg none": _by_hand({"alg": "none", "kid": "rsa"}, good, None),
        "HS256 by the public key": _by_hand({"alg": "HS256", "kid": "rsa"}, good, public),
        "HS256 by the modulus": _by_hand({"alg": "HS256", "kid": "rsa"}, good, modulus),
        "a key of its own": _by_hand({"alg": "HS256", "jwk": {"kty": "oct", "k": "YQ"}}, good, b"a"),
        "a key id that is a list": _by_hand({"alg": "RS256", "kid": ["rsa"]}, good, b"a"),
        "tampered": issuer.token(good, "rsa")[:-6] + "AAAAAA",
        "rubbish": "not a token",
    }


def test_what_the_issuer_did_not_say_is_refused(client: Client, issuer: Issuer) -> None:
    for wrong, token in _wrong(issuer).items():
        for provider, path in PATHS.items():
            answer = client.post(path, json={"id_token": token})
            assert answer.status_code == 401, (wrong, provider, answer.text)
    assert google(client, issuer.token(issuer.claims(), "rsa")).status_code == 200


@pytest.mark.parametrize(
    ("claimed", "given", "status"),
    [
        ("n-1", "n-1", 200),
        (hashlib.sha256(b"n-1").hexdigest(), "n-1", 200),
        ("n-1", "n-2", 401),
        ("n-1", None, 401),
        (None, "n-1", 401),
        (1, "1", 401),
    ],
)
def test_apples_nonce(client: Client, issuer: Issuer, claimed: object, given: str | None, status: int) -> None:
    claims = issuer.claims() | ({} if claimed is None else {"nonce": claimed})
    answer = apple(client, issuer.token(claims, "ec"), **({} if given is None else {"nonce": given}))
    assert answer.status_code == status


@pytest.mark.parametrize(
    ("claimed", "given", "status"), [("n-1", "n-1", 200), ("n-1", "n-2", 401), (None, "n-1", 401), ("n-1", None, 200)]
)
def test_googles_nonce(client: Client, issuer: Issuer, claimed: str | None, given: str | None, status: int) -> None:
    """Google's SDK for iOS puts one in that the app never learns: it is checked when the app sends one."""
    token = issuer.token(issuer.claims() | ({} if claimed is None else {"nonce": claimed}), "rsa")
    answer = client.post(PATHS["google"], json={"id_token": token, "nonce": given})
    assert answer.status_code == status


def test_a_new_key_is_fetched_and_an_old_one_goes(client: Client, issuer: Issuer, clock: MovableClock) -> None:
    assert google(client, issuer.token(issuer.claims(), "rsa")).status_code == 200
    issuer.add_key("next", "ES256")
    token = issuer.token(issuer.claims(), "next")
    assert google(client, token).status_code == 401, "keys were just asked for"
    clock.advance(seconds=30)
    assert google(client, token).status_code == 200
    issuer.remove_key("next")
    clock.advance(hours=1)
    assert google(client, issuer.token(issuer.claims(), "rsa")).status_code == 200
    issuer.add_key("next", "ES256")
    assert google(client, issuer.token(issuer.claims(), "next")).status_code == 401


def test_invented_key_ids_do_not_make_us_ask(client: Client, issuer: Issuer) -> None:
    for number in range(5):
        token = issuer.token(issuer.claims(), "rsa", named=f"invented {number}")
        assert google(client, token).status_code == 401
    assert issuer.asked == 1


@pytest.mark.parametrize(
    "answer",
    [(500, b""), (200, b"no JSON"), (200, b"[]"), (200, b"null"), (200, b'{"keys": []}'), (200, b'{"keys": 5}')],
)
def test_an_issuer_that_is_down_is_said_so_and_left_in_peace(
    client: Client, issuer: Issuer, answer: tuple[int, bytes], clock: MovableClock
) -> None:
    issuer.answer = answer
    token = issuer.token(issuer.claims(), "rsa")
    for _ in range(3):
        refused = google(client, token)
        assert refused.status_code == 503
        assert int(refused.headers["Retry-After"]) > 0
    assert issuer.asked == 1, "nobody waits for what just failed"
    issuer.answer = None
    clock.advance(seconds=30)
    assert google(client, token).status_code == 200


def test_known_keys_outlive_an_issuer_that_is_down_by_a_day(
    client: Client, issuer: Issuer, clock: MovableClock
) -> None:
    assert google(client, issuer.token(issuer.claims(), "rsa")).status_code == 200
    issuer.answer = (500, b"")
    clock.advance(hours=23)
    assert google(client, issuer.token(issuer.claims(), "rsa")).status_code == 200
    assert issuer.asked == 2
    clock.advance(hours=1)
    assert google(client, issuer.token(issuer.claims(), "rsa")).status_code == 503


def test_nobody_listens(tmp_path: Path, clock: MovableClock, issuer: Issuer) -> None:
    settings = settings_for(tmp_path, google_client_ids=(CLIENT_ID,), google_jwks_url="http://127.0.0.1:9/keys")
    infra = build_infra(settings, clock)
    client = client_of(build_app(infra))
    assert google(client, issuer.token(issuer.claims(), "rsa")).status_code == 503
    assert apple(client, issuer.token(issuer.claims(), "rsa")).status_code == 403, "Apple is not set up there"
    close(infra)


@pytest.mark.parametrize("verified", [True, "true"])
def test_a_verified_email_is_the_same_account(
    client: Client, issuer: Issuer, signed_in: Client, clock: MovableClock, verified: object
) -> None:
    email = {"email": "Ana@Example.com", "email_verified": verified}
    by_google = google(client, issuer.token(issuer.claims("g", **email), "rsa")).get_json()
    by_apple = apple(client, issuer.token(issuer.claims("a", **email), "rsa")).get_json()
    assert {by_google["user"]["id"], by_apple["user"]["id"]} == {signed_in.user_id}
    moved = issuer.claims("g", email="new@example.com", email_verified=True)
    assert google(client, issuer.token(moved, "rsa")).get_json()["user"]["id"] == signed_in.user_id


def google_is_linked(infra: Infra, user_id: str) -> bool:
    return accounts.holder(infra, [accounts.Claim("google", "g")]) == user_id


def test_with_a_second_factor_on_nothing_is_linked_before_it_was_right(
    client: Client, issuer: Issuer, signed_in: Client, clock: MovableClock, infra: Infra
) -> None:
    """Whoever got hold of the email alone cannot leave a Google account of theirs behind."""
    totp = pyotp.TOTP(signed_in.post("/api/auth/mfa/totp").get_json()["secret"])
    confirmed = signed_in.post("/api/auth/mfa/totp/confirm", json={"code": totp.at(clock())})
    recovery = confirmed.get_json()["recovery_codes"]
    with_email = issuer.token(issuer.claims("g", email="ana@example.com", email_verified=True), "rsa")
    without = issuer.token(issuer.claims("g"), "rsa")
    for _ in range(2):
        challenged = google(client, with_email).get_json()
        assert challenged["mfa_required"] is True
        body = {"mfa_token": challenged["mfa_token"], "recovery_code": "aaaaa-aaaaa"}
        assert client.post("/api/auth/mfa/verify", json=body).status_code == 401
    assert google_is_linked(infra, signed_in.user_id) is False
    body = {"mfa_token": challenged["mfa_token"], "recovery_code": recovery[0]}
    session = client.post("/api/auth/mfa/verify", json=body).get_json()
    assert (session["user"]["id"], session["is_new_user"]) == (signed_in.user_id, False)
    assert google_is_linked(infra, signed_in.user_id) is True
    assert google(client, without).get_json()["mfa_required"] is True


@pytest.mark.parametrize("verified", [False, "false", None, 1])
def test_an_unverified_email_links_nothing(client: Client, issuer: Issuer, signed_in: Client, verified: object) -> None:
    claims = issuer.claims("g", email="ana@example.com", email_verified=verified)
    session = google(client, issuer.token(claims, "rsa")).get_json()
    assert session["user"]["id"] != signed_in.user_id
    assert "email" not in session["user"]


def test_of_first_sign_ins_at_once_one_makes_the_account(
    tmp_path: Path, clock: MovableClock, issuer: Issuer, settings: Settings
) -> None:
    """By Google, by Apple and by Google again, with one email: one person, who has both."""
    infra = build_infra(replace(settings, store_url=f"sqlite:///{tmp_path}/fitzen.db"), clock)
    app = build_app(infra)
    try:
        email: Json = {"email": "ana@example.com", "email_verified": True}
        tokens = {sub: issuer.token(issuer.claims(sub, **email), "ec") for sub in ("g", "a")}
        calls = [(google, tokens["g"]), (apple, tokens["a"]), (google, tokens["g"])]
        sessions = [answer.get_json() for answer in together(*[partial(by, client_of(app), its) for by, its in calls])]
        [user_id] = {session["user"]["id"] for session in sessions}
        assert sum(session["is_new_user"] for session in sessions) == 1
        claims = [accounts.Claim("google", "g"), accounts.Claim("apple", "a"), accounts.Claim("email", email["email"])]
        assert {accounts.holder(infra, [claim]) for claim in claims} == {user_id}
    finally:
        close(infra)


def test_a_providers_account_is_its_own(client: Client, issuer: Issuer) -> None:
    """The same subject of two providers is two people."""
    token = issuer.token(issuer.claims("108"), "rsa")
    assert google(client, token).get_json()["user"]["id"] != apple(client, token).get_json()["user"]["id"]


def test_a_linked_email_signs_in_by_code(client: Client, issuer: Issuer) -> None:
    claims = issuer.claims(email="ana@example.com", email_verified=True)
    session = google(client, issuer.token(claims, "rsa")).get_json()
    assert sign_in(client, email="ana@example.com")["user"]["id"] == session["user"]["id"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Ana", "Ana"), ("  Ana ", "Ana"), ("", None), (" ", None), ("A" * 500, "A" * 120), ("A\0na", "Ana"), (5, None)],
)
def test_whatever_name_a_provider_gives(client: Client, issuer: Issuer, name: object, kept: str | None) -> None:
    answer = google(client, issuer.token(issuer.claims(name=name), "rsa"))
    assert (answer.status_code, answer.get_json()["user"].get("name")) == (200, kept)


@pytest.mark.parametrize("email", ["", "ana", "a" * 500 + "@example.com", 5])
def test_an_email_that_is_none_is_left_out(client: Client, issuer: Issuer, email: object) -> None:
    answer = google(client, issuer.token(issuer.claims(email=email, email_verified=True), "rsa"))
    assert answer.status_code == 200
    assert "email" not in answer.get_json()["user"]


def test_apples_name_comes_from_the_app(client: Client, issuer: Issuer) -> None:
    answer = apple(client, issuer.token(issuer.claims(), "ec"), name="Ana")
    assert answer.get_json()["user"]["name"] == "Ana"
