"""How often codes and passwords may be asked for and tried, the same with every provider, and what is said of it."""

import unicodedata
from datetime import timedelta

from fitzen.infra import keys
from fitzen.infra.storage.limits import Rule

CODES_SENT = (Rule(1, timedelta(seconds=60)), Rule(5, timedelta(hours=1)))
LOGINS_FAILED = (Rule(10, timedelta(hours=1)),)
WRONG_CODE = "This code is not right, or it has expired."
WRONG_PASSWORD = "This address and password do not belong together."  # noqa: S105 - what is said when they do not
TOO_MANY_CODES = "A code was just sent, or too many were. Please wait before you ask for another."
TOO_MANY_TRIES = "This code was tried too often. Please ask for a new one."
TOO_MANY_LOGINS = "Too many passwords were tried. Please wait, or sign in with a code."


def owner(secret: str, kind: str, *parts: str) -> str:
    """Return the owner, in the Store, of something about an address: only the secret can name it."""
    return f"sys:{kind}:{keys.mac(secret, f'owner/{kind}', *parts)}"


def normal(password: str) -> str:
    """Return the password as every keyboard gives it (NIST SP 800-63B, 5.1.1.2: NFKC before hashing)."""
    return unicodedata.normalize("NFKC", password)
