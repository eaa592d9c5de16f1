"""Sessions: one for each sign-in, with a refresh token that is replaced whenever it is used (RFC 9700, 4.14).

A refresh token is `<user id>.<session id>.<number>.<mac>`. The store keeps the current number and a random salt, and
the mac proves that we made a token, so three cases can be told apart: the current one (it is replaced), the one before
it (within 30 seconds the same new token is given again: a phone that lost the answer is not thrown out), and an older
one. That one was copied: the session ends.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from fitzen.errors import UnauthorizedError
from fitzen.infra import keys
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Delete, Put, Record
from fitzen.infra.telemetry.metrics import ACTIVE_USERS
from fitzen.records import Json, dumps, loads, new_id, run_again
from fitzen.web.tokens import AccessTokens, Caller

SESSION = "session"
LIFETIME = timedelta(days=60)
"""Since it was last used."""
GRACE = timedelta(seconds=30)
MAX_SESSIONS = 50
HOUR_S = 3600
ENDED = "Your session has ended. Please sign in again."


class Refresh(NamedTuple):
    user_id: str
    session_id: str
    token: str


@run_again
def open_session(infra: Infra, user_id: str, device: str, now: datetime) -> Refresh:
    """Start a session; the oldest one gives way when there are too many."""
    owner = _owner(infra, user_id)
    session_id = new_id(int(now.timestamp() * 1000))
    open_now = infra.store.list(owner, SESSION, limit=100).items
    stale = [Delete(owner, SESSION, record.id, record.version) for record in open_now[MAX_SESSIONS - 1 :]]
    body = {
        "id": session_id,
        "created_at": now.isoformat(),
        "last_used_at": now.isoformat(),
        "device": device,
        "number": 1,
        "salt": secrets.token_urlsafe(16),
    }
    infra.store.write([_put(owner, body, now, 0, now), *stale])
    _count_active(infra, open_now, now)
    return Refresh(user_id, session_id, _token(infra, user_id, body))


@run_again
def refresh(infra: Infra, tokens: AccessTokens, token: str, now: datetime) -> Refresh:
    """Replace a refresh token. Raises UnauthorizedError; an old token ends its session."""
    user_id, session_id, number = _parse(token)
    record = infra.store.get(_owner(infra, user_id), SESSION, session_id)
    if record is None:
        raise UnauthorizedError(ENDED)
    body = loads(record.body)
    if not keys.same(token, _token(infra, user_id, body | {"number": number})):
        raise UnauthorizedError(ENDED)
    if number == body["number"]:
        asks_first = not _in_hour(body, now)  # in this hour, by this session; whether by another is seen once an hour
        others = infra.store.list(record.owner, SESSION, limit=100).items if asks_first else [record]
        body |= {"number": number + 1, "last_used_at": now.isoformat()}
        infra.store.write([_put(record.owner, body, record.at, record.version, now)])
        _count_active(infra, others, now)
    elif number != body["number"] - 1 or now - datetime.fromisoformat(body["last_used_at"]) > GRACE:
        tokens.end(session_id)
        infra.store.write([Delete(record.owner, SESSION, session_id, record.version)])
        raise UnauthorizedError(
            "This session was used from two places, and was ended to be safe. Please sign in again."
        )
    return Refresh(user_id, session_id, _token(infra, user_id, body))


def list_sessions(infra: Infra, user_id: str, current: str) -> Sequence[Json]:
    """Return the open sessions, newest first."""
    records = infra.store.list(_owner(infra, user_id), SESSION, limit=100).items
    return [_shown(loads(record.body), current) for record in records]


def last_used(infra: Infra, user_id: str) -> datetime | None:
    """Return when any open session was last used."""
    records = infra.store.list(_owner(infra, user_id), SESSION, limit=100).items
    return max((datetime.fromisoformat(loads(record.body)["last_used_at"]) for record in records), default=None)


def end_session(infra: Infra, tokens: AccessTokens, caller: Caller, session_id: str) -> None:
    """End one of the caller's sessions. One that has ended already, or that is not theirs, is left as it is."""
    record = infra.store.get(_owner(infra, caller.user_id), SESSION, session_id)
    if record is not None:
        _remove(infra, record)
    if record is not None or session_id == caller.session_id:
        tokens.end(session_id)


def end_all(infra: Infra, tokens: AccessTokens | None, user_id: str) -> None:
    """End every session of a person."""
    owner = _owner(infra, user_id)
    for record in infra.store.list(owner, SESSION, limit=100).items:
        if tokens is not None:
            tokens.end(record.id)
    while not infra.store.erase(owner):
        pass


@run_again
def _remove(infra: Infra, record: Record) -> None:
    current = infra.store.get(record.owner, SESSION, record.id)
    if current is not None:
        infra.store.write([Delete(record.owner, SESSION, record.id, current.version)])


def _count_active(infra: Infra, sessions: Sequence[Record], now: datetime) -> None:
    """Count a person whom no session of theirs, as it was before, has counted in this hour: once over all servers."""
    if not any(_in_hour(loads(record.body), now) for record in sessions):
        infra.telemetry.count(ACTIVE_USERS)


def _in_hour(session: Json, now: datetime) -> bool:
    return int(datetime.fromisoformat(session["last_used_at"]).timestamp()) // HOUR_S == int(now.timestamp()) // HOUR_S


def _owner(infra: Infra, user_id: str) -> str:
    return f"sys:sessions:{keys.mac(infra.settings.pepper, 'sessions', user_id)}"


def _put(owner: str, body: Json, at: datetime, version: int, now: datetime) -> Put:
    return Put(owner, SESSION, body["id"], dumps(body), at, version, expires_at=now + LIFETIME)


def _token(infra: Infra, user_id: str, body: Json) -> str:
    number = str(body["number"])
    mac = keys.mac(infra.settings.pepper, "refresh", user_id, body["id"], body["salt"], number)
    return f"{user_id}.{body['id']}.{number}.{mac}"


def _parse(token: str) -> tuple[str, str, int]:
    parts = token.split(".")
    if len(parts) != 4 or not parts[2].isascii() or not parts[2].isdecimal() or len(parts[2]) > 9:  # noqa: PLR2004
        raise UnauthorizedError(ENDED)
    user_id, session_id, number, _ = parts
    if not user_id or not session_id or len(token) > 400 or "\0" in token:  # noqa: PLR2004 - ours have 130
        raise UnauthorizedError(ENDED)
    return user_id, session_id, int(number)


def _shown(body: Json, current: str) -> Json:
    names = ("id", "created_at", "last_used_at", "device")
    return {name: body[name] for name in names} | {"current": body["id"] == current}
