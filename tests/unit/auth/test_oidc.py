"""The keys of an issuer: when they are fetched, which are taken, what happens while it is down."""

import base64
import json
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from tests.fixtures.oidc import CLIENT_ID, Issuer, issuing

from fitzen.auth.oidc import KeySet, google, verify
from fitzen.config import Settings
from fitzen.errors import FitzenError, UnauthorizedError, UnavailableError

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    with issuing() as found:
        found.clock = lambda: NOW
        found.add_key("ec", "ES256")
        yield found


def subject(issuer: Issuer, token: str) -> str:
    settings = Settings(google_client_ids=(CLIENT_ID,), google_issuer=issuer.url, google_jwks_url=issuer.jwks_url)
    return verify(google(settings), token, None, NOW).subject


def publish(issuer: Issuer, *keys: Any) -> None:
    issuer.answer = (200, json.dumps({"keys": keys}).encode())


def outcome(known: KeySet, kid: str, now: datetime) -> str:
    try:
        return "key" if known.find(kid, now) else "none"
    except FitzenError as error:
        return type(error).__name__


def test_google_also_signs_without_the_scheme_of_its_name() -> None:
    provider = google(Settings())
    assert provider.issuers == {"https://accounts.google.com", "accounts.google.com"}


def test_clocks_may_differ_a_little(issuer: Issuer) -> None:
    at = int(NOW.timestamp())
    assert subject(issuer, issuer.token(issuer.claims(exp=at - 29, iat=at + 30, aud=[CLIENT_ID]), "ec")) == "108"
    for wrong in ({"exp": at - 30}, {"iat": at + 31}):
        with pytest.raises(UnauthorizedError):
            subject(issuer, issuer.token(issuer.claims() | wrong, "ec"))


def test_only_signing_keys_of_our_kinds_are_taken(issuer: Issuer) -> None:
    secret = base64.urlsafe_b64encode(b"s" * 32).rstrip(b"=").decode()
    good = issuer.public("ec")
    publish(
        issuer,
        {"kty": "oct", "k": secret, "kid": "oct", "alg": "HS256"},
        {**good, "kid": "enc", "use": "enc"},
        {**good, "kid": 7},
        {"kid": "broken", "kty": "RSA"},
        {"kid": "unknown", "kty": "new"},
        "not a key",
        good,
    )
    known = KeySet(issuer.jwks_url)
    assert [outcome(known, kid, NOW) for kid in ("oct", "enc", "7", "broken", "unknown", "ec")] == ["none"] * 5 + [
        "key"
    ]


def test_a_weak_key_is_refused(issuer: Issuer) -> None:
    weak = rsa.generate_private_key(65537, 1024)  # noqa: S505 - that is the point
    public = jwt.algorithms.RSAAlgorithm.to_jwk(weak.public_key(), as_dict=True)
    publish(issuer, {**public, "kid": "weak", "use": "sig", "alg": "RS256"})
    with pytest.warns(jwt.warnings.InsecureKeyLengthWarning):
        token = jwt.encode(issuer.claims(), weak, "RS256", headers={"kid": "weak"})
    with pytest.raises(UnauthorizedError):
        subject(issuer, token)


def test_a_key_that_the_token_brings_along_is_not_used(issuer: Issuer) -> None:
    own = rsa.generate_private_key(65537, 2048)
    public = jwt.algorithms.RSAAlgorithm.to_jwk(own.public_key(), as_dict=True)
    for headers in ({"kid": "ec", "jwk": public}, {"jwk": public, "jku": "http://127.0.0.1:9/keys"}):
        with pytest.raises(UnauthorizedError):
            subject(issuer, jwt.encode(issuer.claims(), own, "RS256", headers=headers))


@pytest.mark.parametrize("token", ["x", "a.b.c", "..", "é.é.é", "eyJhbGciOiJSUzI1NiJ9.e30."])
def test_what_is_no_token_does_not_make_us_ask(issuer: Issuer, token: str) -> None:
    with pytest.raises(UnauthorizedError):
        subject(issuer, token)
    assert issuer.asked == 0


def test_keys_are_fetched_once_an_hour(issuer: Issuer) -> None:
    known = KeySet(issuer.jwks_url)
    for seconds in (0, 10, 3599):
        assert known.find("ec", NOW + timedelta(seconds=seconds))
    assert issuer.asked == 1
    assert known.find("ec", NOW + timedelta(hours=1))
    assert issuer.asked == 2


def test_a_new_key_is_found_within_30_seconds_and_then_an_old_one_is_gone(issuer: Issuer) -> None:
    known = KeySet(issuer.jwks_url)
    assert known.find("ec", NOW)
    issuer.add_key("new", "ES256")
    issuer.remove_key("ec")
    assert [outcome(known, "new", NOW + timedelta(seconds=seconds)) for seconds in (29, 30)] == ["none", "key"]
    assert outcome(known, "ec", NOW + timedelta(seconds=30)) == "none"


def test_many_at_once_fetch_once(issuer: Issuer) -> None:
    known = KeySet(issuer.jwks_url)
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(lambda _: known.find("ec", NOW), range(24)))
    assert issuer.asked == 1


BROKEN = {
    "an error": (500, b"{}"),
    "a redirect": (302, b""),
    "no JSON": (200, b"<html>"),
    "keys that are no list": (200, b'{"keys": {}}'),
    "no key that can be used": (200, b'{"keys": [{"kty": "oct", "k": "YQ", "kid": "a"}]}'),
    "too much": (200, b" " * 300_000),
}


@pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN.keys())
def test_while_it_is_down_it_is_left_in_peace_and_what_is_known_serves_a_day(
    issuer: Issuer, answer: tuple[int, bytes], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "fitzen.auth")
    known, down = KeySet(issuer.jwks_url), UnavailableError.__name__
    issuer.answer = answer
    assert [outcome(known, "ec", NOW + timedelta(seconds=seconds)) for seconds in (0, 29)] == [down, down]
    assert issuer.asked == 1
    issuer.answer = None
    start = NOW + timedelta(seconds=30)
    assert outcome(known, "ec", start) == "key"
    issuer.answer = answer
    assert outcome(known, "ec", start + timedelta(hours=2)) == "key"
    assert outcome(known, "new", start + timedelta(hours=3)) == down, "it may be a key that we could not fetch"
    assert outcome(known, "ec", start + timedelta(hours=24)) == down
    assert "could not be fetched" in caplog.text
