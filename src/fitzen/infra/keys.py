"""Keyed hashes: they name, check and derive what must not be readable in the store.

Each purpose has a key of its own, derived from the one secret, so that a value made for one use is worth nothing in
another. Whoever reads the store without the secret can neither test a guess of an address nor make a token.
"""

import base64
import hashlib
import hmac


def derive(secret: str, purpose: str, *parts: str) -> bytes:
    """Return 32 bytes: HMAC-SHA256 of the parts, each with its length, under the key of `purpose`."""
    key = hmac.digest(secret.encode(), b"fitzen/" + purpose.encode(), hashlib.sha256)
    return hmac.digest(key, b"".join(_framed(part.encode()) for part in parts), hashlib.sha256)


def mac(secret: str, purpose: str, *parts: str) -> str:
    """Return the same as 43 characters of unpadded base64url."""
    return base64.urlsafe_b64encode(derive(secret, purpose, *parts)).rstrip(b"=").decode()


def same(left: str, right: str) -> bool:
    """Compare in a time that does not depend on where they differ."""
    return hmac.compare_digest(left.encode(), right.encode())


def _framed(part: bytes) -> bytes:
    return len(part).to_bytes(4) + part
