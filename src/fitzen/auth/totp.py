"""The second factor: codes of an authenticator app (TOTP, RFC 6238) and recovery codes.

The secret is kept encrypted, recovery codes as keyed hashes; a code works once, and guesses are counted.
"""

import base64
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

import pyotp

from fitzen.errors import ConflictError, InvalidError, UnauthorizedError
from fitzen.infra import keys
from fitzen.infra.base import Infra
from fitzen.infra.storage import limits
from fitzen.infra.storage.base import Delete, Put, Record
from fitzen.infra.storage.limits import Rule
from fitzen.records import Json, dumps, loads, run_again

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

KIND, ID = "credential", "totp"
ISSUER = "Fitzen"
STEP_S = 30
DRIFT = (-1, 0, 1)
"""Steps that the phone's clock may be off by."""
RECOVERY_CODES = 10
ENROLMENT_LIFETIME = timedelta(minutes=15)
TRIES = (Rule(5, timedelta(minutes=5)), Rule(30, timedelta(days=1)))
TOO_MANY = "Too many codes were tried. Please wait before you try again."
WRONG = "This code is not right."


class Enrolled(NamedTuple):
    secret: str
    otpauth_url: str


def is_on(infra: Infra, user_id: str) -> bool:
    return recovery_codes_left(infra, user_id) is not None


def recovery_codes_left(infra: Infra, user_id: str) -> int | None:
    """Return how many were not used yet; None where the factor is off."""
    record = _get(infra, user_id)
    body = loads(record.body) if record else None
    return len(body["recovery"]) if body and body["confirmed"] else None


@run_again
def enrol(infra: Infra, user_id: str, label: str, now: datetime) -> Enrolled:
    """Make a secret; it counts once a code confirms it, within 15 minutes. Raises ConflictError when one is on."""
    record = _get(infra, user_id)
    if record and loads(record.body)["confirmed"]:
        raise ConflictError("The second factor is on already. Switch it off before you set up another.")
    secret = pyotp.random_base32()
    body = {"secret": _fernet(infra).encrypt(secret.encode()).decode(), "confirmed": False, "step": 0, "recovery": []}
    _save(infra, user_id, body, record, now, expires_at=now + ENROLMENT_LIFETIME)
    return Enrolled(secret, pyotp.TOTP(secret).provisioning_uri(name=label, issuer_name=ISSUER))


@run_again
def confirm(infra: Infra, user_id: str, code: str, now: datetime) -> Sequence[str]:
    """Switch the factor on by a code of the new secret; return the recovery codes, this once."""
    record = _get(infra, user_id)
    if record is None or loads(record.body)["confirmed"]:
        raise ConflictError("There is nothing to confirm. Start by asking for a secret.")
    limits.take(infra.store, _counter(infra, user_id), TRIES, now, TOO_MANY)
    body = loads(record.body)
    step = _step_of(infra, body, code, now)
    if step is None:
        raise UnauthorizedError(WRONG)
    codes = [f"{part[:5]}-{part[5:]}" for part in (_random_code() for _ in range(RECOVERY_CODES))]
    recovery = [_hash(infra, user_id, each) for each in codes]
    _save(infra, user_id, body | {"confirmed": True, "step": step, "recovery": recovery}, record, now)
    limits.give_back(infra.store, _counter(infra, user_id), now)
    return codes


@run_again
def check(infra: Infra, user_id: str, code: str | None, recovery_code: str | None, now: datetime) -> None:
    """Return once a code was right, and use it up. Raises UnauthorizedError, TooManyError, InvalidError."""
    if (code is None) == (recovery_code is None):
        raise InvalidError.of("code", "Send either code or recovery_code.")
    limits.take(infra.store, _counter(infra, user_id), TRIES, now, TOO_MANY)
    record = _get(infra, user_id)
    if record is None:
        raise UnauthorizedError(WRONG)
    body = loads(record.body)
    used = _use_code(infra, body, code, now) if code is not None else _use_recovery(infra, user_id, body, recovery_code)
    if used is None:
        raise UnauthorizedError(WRONG)
    _save(infra, user_id, used, record, now)
    limits.give_back(infra.store, _counter(infra, user_id), now)


def switch_off(infra: Infra, user_id: str) -> None:
    record = _get(infra, user_id)
    if record is not None:
        infra.store.write([Delete(record.owner, KIND, ID, record.version)])


def erase(infra: Infra, user_id: str) -> None:
    for owner in (_owner(infra, user_id), _counter(infra, user_id)):
        while not infra.store.erase(owner):
            pass


def _use_code(infra: Infra, body: Json, code: str, now: datetime) -> Json | None:
    step = _step_of(infra, body, code, now)
    return None if step is None else body | {"step": step}


def _use_recovery(infra: Infra, user_id: str, body: Json, code: str | None) -> Json | None:
    hashed = _hash(infra, user_id, code or "")
    left = [each for each in body["recovery"] if not keys.same(each, hashed)]
    return body | {"recovery": left} if len(left) < len(body["recovery"]) else None


def _step_of(infra: Infra, body: Json, code: str, now: datetime) -> int | None:
    """Return the time step that a code is of, if it is right and later than the last one used."""
    totp = pyotp.TOTP(_fernet(infra).decrypt(body["secret"].encode()).decode())
    current = int(now.timestamp()) // STEP_S
    steps = [current + drift for drift in DRIFT if keys.same(totp.generate_otp(current + drift), code)]
    return next((step for step in steps if step > body["step"]), None)


def _random_code() -> str:
    return base64.b32encode(secrets.token_bytes(8)).decode()[:10].lower()


def _hash(infra: Infra, user_id: str, code: str) -> str:
    plain = code.replace("-", "").replace(" ", "").casefold()
    return keys.mac(infra.settings.pepper, "recovery", user_id, plain)


def _fernet(infra: Infra) -> "Fernet":
    from cryptography.fernet import Fernet

    return Fernet(base64.urlsafe_b64encode(keys.derive(infra.settings.pepper, "totp")))


def _owner(infra: Infra, user_id: str) -> str:
    return f"sys:totp:{keys.mac(infra.settings.pepper, 'owner/totp', user_id)}"


def _counter(infra: Infra, user_id: str) -> str:
    return f"sys:counter:{keys.mac(infra.settings.pepper, 'owner/counter', 'totp', user_id)}"


def _get(infra: Infra, user_id: str) -> Record | None:
    return infra.store.get(_owner(infra, user_id), KIND, ID)


def _save(
    infra: Infra, user_id: str, body: Json, older: Record | None, now: datetime, expires_at: datetime | None = None
) -> None:
    version = older.version if older else 0
    put = Put(_owner(infra, user_id), KIND, ID, dumps(body), now, version, expires_at=expires_at)
    infra.store.write([put])
