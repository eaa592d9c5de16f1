"""ID tokens of Google and Apple (OpenID Connect Core 1.0, 3.1.3.7), checked against the keys that they publish.

Only RS256 and ES256, by a key of that kind from the provider's own JWKS: nothing that the token says of itself picks
a key or an address. Keys are kept an hour. A key that is not among them is looked for at most every 30 seconds, so
that made-up key ids cost the provider nothing; when it cannot be reached, the keys that were known serve a day.
"""

import hashlib
import logging
import threading
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from fitzen.auth.addresses import address_of
from fitzen.config import Settings
from fitzen.errors import ForbiddenError, InvalidError, UnauthorizedError, UnavailableError
from fitzen.infra import keys
from fitzen.records import Json
from fitzen.web.fields import MAX_NAME

if TYPE_CHECKING:
    import jwt

ALGORITHMS = ("RS256", "ES256")
LEEWAY_S = 30
FRESH = timedelta(hours=1)
USABLE = timedelta(days=1)
RETRY = timedelta(seconds=30)
TIMEOUT_S = 5
MAX_JWKS_BYTES = 200_000
NOT_VALID = "This sign-in is not valid, or it has expired. Please try again."

log = logging.getLogger("fitzen.auth")


class Provider(NamedTuple):
    """Who issues ID tokens, and for which of our apps.

    `nonce_needed`: a token that carries a nonce is refused unless the app says the same. Not so for Google, whose
    SDK for iOS puts one in that the app never learns; there it is checked when the app sends one.
    """

    name: Literal["google", "apple"]
    title: str
    issuers: frozenset[str]
    client_ids: frozenset[str]
    jwks_url: str
    nonce_needed: bool


class Account(NamedTuple):
    """What a token proves. `email` only when the provider has verified it, in the form of `addresses`."""

    provider: str
    subject: str
    email: str | None
    name: str | None


def google(settings: Settings) -> Provider:
    issuers = frozenset({settings.google_issuer, settings.google_issuer.removeprefix("https://")})
    client_ids = frozenset(settings.google_client_ids)
    return Provider("google", "Google", issuers, client_ids, settings.google_jwks_url, nonce_needed=False)


def apple(settings: Settings) -> Provider:
    issuers, client_ids = frozenset({settings.apple_issuer}), frozenset(settings.apple_client_ids)
    return Provider("apple", "Apple", issuers, client_ids, settings.apple_jwks_url, nonce_needed=True)


def verify(provider: Provider, token: str, nonce: str | None, now: datetime) -> Account:
    """Return whom an ID token names.

    Raises UnauthorizedError on a token that is not right, UnavailableError when the keys cannot be fetched,
    ForbiddenError when this server has no client ids of the provider.
    """
    if not provider.client_ids:
        log.warning("%s sign-in was tried: set %s_CLIENT_IDS to offer it", provider.title, provider.title.upper())
        raise ForbiddenError(f"Signing in with {provider.title} is not set up here.")
    claims = _signed(provider, token, now)
    _check(provider, claims, nonce, now)
    return Account(provider.name, claims["sub"], _verified_email(claims), _name(claims))


def _signed(provider: Provider, token: str, now: datetime) -> Json:
    """Return the claims once the signature is right."""
    import jwt

    try:
        header = jwt.get_unverified_header(token)
        key = key_set(provider.jwks_url).find(header.get("kid"), now)
        if key is None or header.get("alg") != key.algorithm_name:
            raise UnauthorizedError(NOT_VALID)
        options: Any = {
            "require": ["iss", "aud", "sub", "exp", "iat"],
            "enforce_minimum_key_length": True,
            **dict.fromkeys(["verify_exp", "verify_iat", "verify_nbf", "verify_aud"], False),
        }
        claims: Json = jwt.decode(token, key, [key.algorithm_name], options=options)
    except (jwt.PyJWTError, ValueError, TypeError):
        raise UnauthorizedError(NOT_VALID) from None
    return claims


def _check(provider: Provider, claims: Json, nonce: str | None, now: datetime) -> None:
    checks = (
        isinstance(claims["iss"], str) and claims["iss"] in provider.issuers,
        _is_for(provider.client_ids, claims["aud"]),
        _in_time(claims, now),
        isinstance(claims["sub"], str) and 0 < len(claims["sub"]) <= 255,  # noqa: PLR2004 - OIDC Core, 2
        _nonce_fits(claims.get("nonce"), nonce, needed=provider.nonce_needed),
    )
    if not all(checks):
        raise UnauthorizedError(NOT_VALID)


def _is_for(client_ids: frozenset[str], audience: object) -> bool:
    """Every audience must be ours: a token that is for somebody else too may have come from them."""
    given = audience if isinstance(audience, list) else [audience]
    return bool(given) and all(isinstance(one, str) and one in client_ids for one in given)


def _in_time(claims: Json, now: datetime) -> bool:
    at = now.timestamp()
    times = [claims["exp"], claims["iat"], claims.get("nbf", claims["iat"])]
    if any(isinstance(time, bool) or not isinstance(time, int | float) for time in times):
        return False
    expires, issued, not_before = times
    return bool(at < expires + LEEWAY_S and max(issued, not_before) <= at + LEEWAY_S)


def _nonce_fits(claimed: object, given: str | None, *, needed: bool) -> bool:
    """Compare the token's nonce with the app's, which may be what Apple was given the SHA-256 of."""
    if given is None:
        return claimed is None or not needed
    if not isinstance(claimed, str):
        return False
    hashed = hashlib.sha256(given.encode()).hexdigest()
    return keys.same(claimed, given) | keys.same(claimed, hashed)


def _verified_email(claims: Json) -> str | None:
    """Return the address that the provider says it verified; Apple writes the boolean as text too."""
    verified, email = claims.get("email_verified"), claims.get("email")
    if not isinstance(email, str) or not (verified is True or verified == "true"):
        return None
    try:
        return address_of(None, email, "").value
    except InvalidError:
        return None


def _name(claims: Json) -> str | None:
    name = claims.get("name")
    plain = "".join(filter(str.isprintable, name)) if isinstance(name, str) else ""
    return plain.strip()[:MAX_NAME].strip() or None


class KeySet:
    """The keys that a JWKS address publishes (RFC 7517), by key id. Nothing is fetched before the first look-up."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._lock = threading.Lock()
        self._keys: Mapping[str, jwt.PyJWK] = {}
        self._fetched: datetime | None = None
        self._tried: datetime | None = None

    def find(self, kid: object, now: datetime) -> "jwt.PyJWK | None":
        """Return the key, None when the provider has no such one. Raises UnavailableError when it cannot be asked."""
        if not isinstance(kid, str):
            return None
        if not self._knows(kid, now):
            with self._lock:
                if not self._knows(kid, now) and self._may_try(now):
                    self._fetch(now)
        key = self._keys.get(kid) if self._age(now) < USABLE else None
        if key is None and self._tried != self._fetched:
            raise UnavailableError("The sign-in provider does not answer. Please try again, or sign in with a code.")
        return key

    def _knows(self, kid: str, now: datetime) -> bool:
        return kid in self._keys and self._age(now) < FRESH

    def _age(self, now: datetime) -> timedelta:
        return timedelta.max if self._fetched is None else now - self._fetched

    def _may_try(self, now: datetime) -> bool:
        return self._tried is None or now - self._tried >= RETRY

    def _fetch(self, now: datetime) -> None:
        import httpx

        self._tried = now
        try:
            self._keys = _published(self._url)
            self._fetched = now
        except (httpx.HTTPError, ValueError) as error:
            log.warning("keys of %s could not be fetched: %s", self._url, error)


@cache
def key_set(url: str) -> KeySet:
    """Return this process's keys of an address."""
    return KeySet(url)


def _published(url: str) -> "dict[str, jwt.PyJWK]":
    """Fetch a JWKS; redirects are not followed. Raises httpx.HTTPError, ValueError when it is not one."""
    import httpx

    response = httpx.get(url, timeout=TIMEOUT_S, headers={"Accept": "application/json"})
    if response.status_code != HTTPStatus.OK or len(response.content) > MAX_JWKS_BYTES:
        raise ValueError(f"status {response.status_code}, {len(response.content)} bytes")
    return _usable(response.json())


def _usable(document: Any) -> "dict[str, jwt.PyJWK]":
    """Return the signing keys of the kinds that we take; others are passed over. Raises ValueError when none is."""
    listed = document.get("keys") if isinstance(document, dict) else None
    found = (_parsed(item) for item in listed) if isinstance(listed, list) else ()
    usable = {key.key_id: key for key in found if key and key.key_id and key.algorithm_name in ALGORITHMS}
    if not usable:
        raise ValueError("no key that can be used")
    return usable


def _parsed(item: Any) -> "jwt.PyJWK | None":
    import jwt

    if not isinstance(item, dict) or item.get("use", "sig") != "sig" or not isinstance(item.get("kid"), str):
        return None
    try:
        return jwt.PyJWK.from_dict(item)
    except (jwt.PyJWTError, ValueError, TypeError):
        return None
