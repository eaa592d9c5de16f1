"""ID tokens against a real issuer on 127.0.0.1: what is taken, what is refused, how keys rotate."""

import base64
import hashlib
import hmac
import json
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from tests.fixtures.id_tokens import Issuer, claims_of, rsa_key, serving

from fitzen.auth.oidc import Account, KeySet, Provider, apple, google, verify
from fitzen.config import Settings
from fitzen.errors import FitzenError, ForbiddenError, UnauthorizedError, UnavailableError

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
APP = "app.fitzen.test"


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    with serving() as found:
        yield found


def google_of(issuer: Issuer) -> Provider:
    return google(Settings(google_client_ids=(APP, "web"), google_issuer=issuer.name, google_jwks_url=issuer.url))


def apple_of(issuer: Issuer) -> Provider:
    return apple(Settings(apple_client_ids=(APP,), apple_issuer=issuer.name, apple_jwks_url=issuer.url))


def read(issuer: Issuer, nonce: str | None = None, **claims: Any) -> Account:
    return verify(google_of(issuer), issuer.token(claims_of(issuer, APP, NOW, **claims)), nonce, NOW)


def test_a_right_token_names_somebody(issuer: Issuer) -> None:
    assert read(issuer, name=" Ana ") == Account("google", "1047", "ana@example.com", "Ana")


@pytest.mark.parametrize("algorithm", ["RS256", "ES256"])
def test_both_kinds_of_key_are_taken(issuer: Issuer, algorithm: str) -> None:
    issuer.rotate(2, algorithm)
    assert read(issuer).subject == "1047"


def test_google_also_signs_without_the_scheme_of_its_name(issuer: Issuer) -> None:
    assert read(issuer, iss="issuer.example.com").subject == "1047"
    token = issuer.token(claims_of(issuer, APP, NOW, iss="issuer.example.com"))
    with pytest.raises(UnauthorizedError):
        verify(apple_of(issuer), token, None, NOW)


WRONG_CLAIMS = {
    "another issuer": {"iss": "https://evil.example.com"},
    "an issuer that is a list": {"iss": ["https://issuer.example.com"]},
    "another app": {"aud": "other"},
    "no app": {"aud": []},
    "an app of somebody else beside ours": {"aud": [APP, "other"]},
    "expired": {"exp": int(NOW.timestamp()) - 61},
    "issued later than now": {"iat": int(NOW.timestamp()) + 61},
    "not valid yet": {"nbf": int(NOW.timestamp()) + 61},
    "a time that is text": {"exp": "tomorrow"},
    "a time that is true": {"exp": True},
    "nobody": {"sub": ""},
    "a subject that is a number": {"sub": 1047},
    "a subject too long": {"sub": "1" * 256},
    "no issuer": {"iss": None},
    "no audience": {"aud": None},
    "no subject": {"sub": None},
    "no expiry": {"exp": None},
    "no time of issue": {"iat": None},
}


@pytest.mark.parametrize("claims", WRONG_CLAIMS.values(), ids=WRONG_CLAIMS.keys())
def test_a_claim_that_is_not_right_is_refused(issuer: Issuer, claims: dict[str, Any]) -> None:
    with pytest.raises(UnauthorizedError):
        read(issuer, **claims)


def test_clocks_may_differ_by_a_minute(issuer: Issuer) -> None:
    at = int(NOW.timestamp())
    assert read(issuer, exp=at - 59, iat=at + 59)
    assert read(issuer, aud=["web", APP])


def unsigned(issuer: Issuer, algorithm: str) -> str:
    header = {"alg": algorithm, "kid": issuer.kid, "typ": "JWT"}
    parts = [json.dumps(part).encode() for part in (header, claims_of(issuer, APP, NOW))]
    return b".".join(base64.urlsafe_b64encode(part).rstrip(b"=") for part in parts).decode()


def test_none_is_not_a_signature(issuer: Issuer) -> None:
    for algorithm in ("none", "None", ""):
        with pytest.raises(UnauthorizedError):
            verify(google_of(issuer), unsigned(issuer, algorithm) + ".", None, NOW)


def test_a_public_key_is_not_a_secret(issuer: Issuer) -> None:
    """The attack: HS256 with the published key as the secret."""
    public = jwt.PyJWK.from_dict(issuer.jwks[0]).key
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    for secret in (
        public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        json.dumps(issuer.jwks[0]).encode(),
    ):
        signed = unsigned(issuer, "HS256")
        mac = base64.urlsafe_b64encode(hmac.digest(secret, signed.encode(), hashlib.sha256)).rstrip(b"=").decode()
        with pytest.raises(UnauthorizedError):
            verify(google_of(issuer), f"{signed}.{mac}", None, NOW)


def test_a_published_secret_or_a_key_for_encryption_is_no_signing_key(issuer: Issuer) -> None:
    secret = base64.urlsafe_b64encode(b"s" * 32).rstrip(b"=").decode()
    rsa = issuer.jwks[0]
    issuer.jwks = [
        {"kty": "oct", "k": secret, "kid": "oct", "alg": "HS256"},
        {**rsa, "kid": "enc", "use": "enc"},
        {"kid": "broken", "kty": "RSA"},
        "not a key",  # type: ignore[list-item] # what an issuer may publish by mistake
        rsa,
    ]
    claims = claims_of(issuer, APP, NOW)
    with pytest.raises(UnauthorizedError):
        verify(google_of(issuer), jwt.encode(claims, b"s" * 32, "HS256", headers={"kid": "oct"}), None, NOW)
    with pytest.raises(UnauthorizedError):
        verify(google_of(issuer), jwt.encode(claims, rsa_key(1), "RS256", headers={"kid": "enc"}), None, NOW)
    assert read(issuer).subject == "1047"


def test_a_key_the_token_brings_along_is_not_used(issuer: Issuer) -> None:
    own = jwt.algorithms.RSAAlgorithm.to_jwk(rsa_key(9).public_key(), as_dict=True)
    headers = {"kid": issuer.kid, "jwk": own, "jku": "http://127.0.0.1:1/keys"}
    token = jwt.encode(claims_of(issuer, APP, NOW), rsa_key(9), "RS256", headers=headers)
    with pytest.raises(UnauthorizedError):
        verify(google_of(issuer), token, None, NOW)


def test_a_weak_key_is_refused(issuer: Issuer) -> None:
    weak = rsa_key(1, 1024)
    public = jwt.algorithms.RSAAlgorithm.to_jwk(weak.public_key(), as_dict=True)
    issuer.jwks = [{**public, "kid": "weak", "use": "sig", "alg": "RS256"}]
    with pytest.warns(jwt.warnings.InsecureKeyLengthWarning):
        token = jwt.encode(claims_of(issuer, APP, NOW), weak, "RS256", headers={"kid": "weak"})
    with pytest.raises(UnauthorizedError):
        verify(google_of(issuer), token, None, NOW)


@pytest.mark.parametrize("token", ["x", "a.b.c", "..", "é.é.é", "eyJhbGciOiJSUzI1NiJ9.e30.", "\ud83d\ude00"])
def test_what_is_no_token_is_refused_without_asking_for_keys(issuer: Issuer, token: str) -> None:
    with pytest.raises(UnauthorizedError):
        verify(google_of(issuer), token, None, NOW)
    assert issuer.asked == 0


def hashed(nonce: str) -> str:
    return hashlib.sha256(nonce.encode()).hexdigest()


@pytest.mark.parametrize(
    ("claimed", "given", "by_apple", "by_google"),
    [
        ("n", "n", True, True),
        (hashed("n"), "n", True, True),
        ("n", "other", False, False),
        ("n", None, False, True),  # Google's SDK for iOS puts in one that the app never learns
        (None, "n", False, False),
        (None, None, True, True),
        (7, "7", False, False),
    ],
)
def test_nonces(issuer: Issuer, claimed: object, given: str | None, by_apple: bool, by_google: bool) -> None:
    token = issuer.token(claims_of(issuer, APP, NOW, nonce=claimed))
    for provider, taken in ((apple_of(issuer), by_apple), (google_of(issuer), by_google)):
        if taken:
            assert verify(provider, token, given, NOW).subject == "1047"
        else:
            with pytest.raises(UnauthorizedError):
                verify(provider, token, given, NOW)


@pytest.mark.parametrize(
    ("verified", "email", "found"),
    [
        (True, "Ana@Example.COM", "ana@example.com"),
        ("true", "ana@example.com", "ana@example.com"),
        (False, "ana@example.com", None),
        ("false", "ana@example.com", None),
        (None, "ana@example.com", None),
        (True, None, None),
        (True, "nonsense", None),
        (True, 7, None),
    ],
)
def test_an_email_counts_once_the_provider_verified_it(
    issuer: Issuer, verified: object, email: object, found: str | None
) -> None:
    assert read(issuer, email_verified=verified, email=email).email == found


def test_a_provider_that_is_not_set_up_says_so(issuer: Issuer) -> None:
    with pytest.raises(ForbiddenError):
        verify(apple(Settings(apple_jwks_url=issuer.url)), "x", None, NOW)


def test_keys_are_fetched_once_an_hour(issuer: Issuer) -> None:
    known = KeySet(issuer.url)
    for seconds in (0, 10, 3599):
        assert known.find(issuer.kid, NOW + timedelta(seconds=seconds))
    assert issuer.asked == 1
    assert known.find(issuer.kid, NOW + timedelta(hours=1))
    assert issuer.asked == 2


def test_a_new_key_is_found_at_once_and_an_old_one_goes_within_the_hour(issuer: Issuer) -> None:
    known = KeySet(issuer.url)
    old = issuer.kid
    assert known.find(old, NOW)
    new = issuer.rotate(2)
    later = NOW + timedelta(seconds=31)
    assert known.find(new, later)
    assert known.find(old, later) is None


def test_made_up_key_ids_do_not_make_us_ask_again_and_again(issuer: Issuer) -> None:
    known = KeySet(issuer.url)
    for second in range(30):
        assert known.find(f"made-up-{second}", NOW + timedelta(seconds=second)) is None
    assert issuer.asked == 1
    assert known.find("made-up", NOW + timedelta(seconds=30)) is None
    assert issuer.asked == 2


def test_many_at_once_fetch_once(issuer: Issuer) -> None:
    known = KeySet(issuer.url)
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(lambda _: known.find(issuer.kid, NOW), range(24)))
    assert issuer.asked == 1


def outcome(known: KeySet, kid: str, now: datetime) -> str:
    try:
        return "key" if known.find(kid, now) else "none"
    except FitzenError as error:
        return type(error).__name__


BROKEN = {
    "an error": (500, b"{}"),
    "a redirect": (302, b""),
    "no JSON": (200, b"<html>"),
    "a list": (200, b"[]"),
    "no keys": (200, b'{"keys": []}'),
    "keys that are no list": (200, b'{"keys": {}}'),
    "too much": (200, b" " * 300_000),
}


@pytest.mark.parametrize(("status", "body"), BROKEN.values(), ids=BROKEN.keys())
def test_a_provider_that_is_down_is_asked_again_later_and_known_keys_serve_a_day(
    issuer: Issuer, status: int, body: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    known, kid = KeySet(issuer.url), issuer.kid
    issuer.status, issuer.body = status, body
    assert outcome(known, kid, NOW) == UnavailableError.__name__
    assert outcome(known, kid, NOW + timedelta(seconds=29)) == UnavailableError.__name__
    assert issuer.asked == 1  # what is down is not asked for each request
    issuer.status, issuer.body = 200, None
    start = NOW + timedelta(seconds=30)
    assert outcome(known, kid, start) == "key"
    issuer.status, issuer.body = status, body
    assert outcome(known, kid, start + timedelta(hours=2)) == "key"
    assert outcome(known, "new", start + timedelta(hours=3)) == UnavailableError.__name__
    assert outcome(known, kid, start + timedelta(hours=24)) == UnavailableError.__name__
    assert "could not be fetched" in caplog.text


def test_a_provider_that_nobody_answers_for_is_unavailable() -> None:
    with serving() as gone:
        url = gone.url
    assert outcome(KeySet(url), "any", NOW) == UnavailableError.__name__
