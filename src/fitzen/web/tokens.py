"""Access tokens: short-lived JWTs (RFC 7519, HS256) that Fitzen signs itself, whatever proved who somebody is.

PyJWT brings all of cryptography with it, so it is imported with the first token: a start (35 ms) does not need it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from fitzen.errors import UnauthorizedError
from fitzen.infra.storage.base import Clock

LIFETIME = timedelta(minutes=15)
ISSUER = "fitzen"
ALGORITHM = "HS256"
REMEMBERED = 20_000


class Caller(NamedTuple):
    user_id: str
    session_id: str
    expires: float  # seconds since 1970


class AccessTokens:
    """Issues with the first of `secrets` and verifies with any. A verified token is remembered until it expires, or until its session is ended here.

    An ended session's token is refused at once by the process that ended it, elsewhere within its 15 minutes.
    """

    def __init__(self, secrets: Sequence[str], clock: Clock) -> None:
        self._secrets = secrets
        self._clock = clock
        self._known: dict[str, Caller] = {}
        self._ended: dict[str, float] = {}

    def issue(self, user_id: str, session_id: str, now: datetime) -> str:
        import jwt

        claims = {"iss": ISSUER, "sub": user_id, "sid": session_id, "iat": now, "exp": now + LIFETIME}
        return jwt.encode(claims, self._secrets[0], ALGORITHM)

    def verify(self, token: str) -> Caller:
        """Say who holds the token. Raises UnauthorizedError."""
        caller = self._known.get(token)
        now = self._clock().timestamp()
        if caller is None:
            caller = self._decode(token)
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[token] = caller
        if caller.expires <= now or caller.session_id in self._ended:
            self._known.pop(token, None)
            raise UnauthorizedError("Your session has ended. Please sign in again.")
        return caller

    def end(self, session_id: str) -> None:
        """Refuse the access tokens of a session from now on."""
        now = self._clock().timestamp()
        for session, until in list(self._ended.items()):  # a copy: other threads end sessions too
            if until < now:
                self._ended.pop(session, None)
        self._ended[session_id] = now + LIFETIME.total_seconds()

    def _decode(self, token: str) -> Caller:
        import jwt

        try:
            claims = decode_by_any(
                self._secrets,
                token,
                issuer=ISSUER,
                options={"require": ["exp", "sub", "sid"], "verify_exp": False, "verify_iat": False},
            )
            return Caller(claims["sub"], claims["sid"], float(claims["exp"]))
        except (jwt.InvalidTokenError, TypeError, ValueError):
            raise UnauthorizedError("This access token is not valid. Please sign in again.") from None


def decode_by_any(secrets: Sequence[str | bytes], token: str, **checks: Any) -> dict[str, Any]:
    """Return the claims of a token that any of the keys signed. Raises jwt.InvalidTokenError."""
    import jwt

    *others, last = secrets
    for secret in others:
        try:
            return jwt.decode(token, secret, [ALGORITHM], **checks)
        except jwt.InvalidSignatureError:
            continue
    return jwt.decode(token, last, [ALGORITHM], **checks)
