"""ID tokens of Google and Apple (OpenID Connect Core 1.0, 3.1.3.7), checked against the issuer's published keys."""

import hashlib
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from threading import Lock
from typing import NamedTuple

import httpx
import jwt

from fitzen.auth.addresses import address_of
from fitzen.config import Settings
from fitzen.errors import ForbiddenError, InvalidError, UnauthorizedError, UnavailableError
from fitzen.infra import keys
from fitzen.records import Json
from fitzen.web.fields import MAX_NAME

ALGORITHMS = ("RS256", "ES256")
"""Never `none`, and never one in which our copy of the public key would be the secret."""
LEEWAY_S = 30
KEYS_LIVE_S = 6 * 3600
KEYS_REST_S = 10
"""An unknown key id makes us ask again, but not more often than this: anybody can invent key ids, and while an issuer
is down, who signs in by it shall not wait for it one after another."""
TIMEOUT_S = 5
WRONG = "This sign-in is not valid any more. Please try again."


class Provider(NamedTuple):
    """Who signs, for which of our apps, and where the keys are."""

    name: str
    issuers: Sequence[str]
    client_ids: Sequence[str]
    jwks_url: str


class Account(NamedTuple):
    """What a token proves. `email` only when the provider has verified it."""

    provider: str
    subject: str
    email: str | None
    name: str | None


def google(settings: Settings) -> Provider:
    issuers = (settings.google_issuer, settings.google_issuer.removeprefix("https://"))
    return Provider("google", issuers, settings.google_client_ids, settings.google_jwks_url)


def apple(settings: Settings) -> Provider:
    return Provider("apple", (settings.apple_issuer,), settings.apple_client_ids, settings.apple_jwks_url)


class KeySet:
    """An issuer's public keys, fetched when first needed, and again when they are old or a new id is named."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._lock = Lock()
        self._keys: dict[str | None, jwt.PyJWK] = {}
        self._fetched = self._asked = float("-inf")

    def get(self, key_id: str | None) -> jwt.PyJWK | None:
        """Return the key. Raises UnavailableError when there are none and they cannot be fetched."""
        with self._lock:
            now = time.monotonic()
            old = now - self._fetched > KEYS_LIVE_S
            if (old or key_id not in self._keys) and now - self._asked > KEYS_REST_S:
                self._asked = now
                self._fetch()
            if not self._keys:
                raise UnavailableError("The sign-in provider does not answer. Please try again.")
            return self._keys.get(key_id)

    def _fetch(self) -> None:
        """Take the issuer's keys in place of ours; where it does not answer, what we know is still good."""
        try:
            answer = httpx.get(self._url, timeout=TIMEOUT_S).raise_for_status()
            found = jwt.PyJWKSet.from_dict(answer.json())
        except (httpx.HTTPError, ValueError, TypeError, AttributeError, jwt.PyJWTError):
            return
        self._keys = {key.key_id: key for key in found.keys}
        self._fetched = time.monotonic()


@cache
def key_set(url: str) -> KeySet:
    return KeySet(url)


def verify(provider: Provider, token: str, nonce: str | None = None) -> Account:
    """Return whom an ID token names. Raises UnauthorizedError, UnavailableError, ForbiddenError (not set up)."""
    if not provider.client_ids:
        raise ForbiddenError(f"Signing in with {provider.name.title()} is not set up here.")
    try:
        key = key_set(provider.jwks_url).get(jwt.get_unverified_header(token).get("kid"))
        if key is None:
            raise UnauthorizedError(WRONG)
        claims: Json = jwt.decode(
            token,
            key,
            list(ALGORITHMS),
            audience=list(provider.client_ids),
            issuer=list(provider.issuers),
            leeway=LEEWAY_S,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
    except (jwt.PyJWTError, ValueError, TypeError):
        raise UnauthorizedError(WRONG) from None
    _check_nonce(claims.get("nonce"), nonce)
    return Account(provider.name, claims["sub"], _email(claims), _name(claims.get("name")))


def _email(claims: Json) -> str | None:
    """Return the verified email as our own sign-in would write it. Apple says `true` in quotes too."""
    verified, email = claims.get("email_verified"), claims.get("email")
    if not isinstance(email, str) or not (verified is True or verified == "true"):
        return None
    with suppress(InvalidError):
        return address_of(None, email, "").value
    return None


def _name(given: object) -> str | None:
    """Return as much of a name as a profile takes."""
    text = "".join(filter(str.isprintable, given)) if isinstance(given, str) else ""
    return text.strip()[:MAX_NAME].strip() or None


def _check_nonce(claimed: object, given: str | None) -> None:
    """Apple's token carries the nonce that the app sent: itself, or (by the usual recipe) its SHA-256 in hex."""
    if given is None and claimed is None:
        return
    hashed = hashlib.sha256((given or "").encode()).hexdigest()
    if given is None or not isinstance(claimed, str) or not (keys.same(claimed, given) or keys.same(claimed, hashed)):
        raise UnauthorizedError(WRONG)
