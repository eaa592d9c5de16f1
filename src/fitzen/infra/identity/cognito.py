"""Codes and passwords that an Amazon Cognito user pool checks (ADR 21).

Codes are challenges (CUSTOM_AUTH) of the triggers in `auth/triggers.py`. Between sending and checking, what Cognito
calls the session is kept in the Store, encrypted, since any task may get the second request. Everything that limits is
counted in the Store before Cognito is asked, as `LocalIdentity` does: Cognito's own limits are an account's, not an address's.

A password is given to Cognito as a keyed hash of it: any that Fitzen allows passes the pool's policy, neither AWS nor
whoever reads the Store learns it, and to keep it until it is verified is safe.
"""

import base64
import logging
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from fitzen.errors import TooManyError, UnauthorizedError, UnavailableError
from fitzen.infra import keys
from fitzen.infra.identity.base import Address, CodeSent, Person
from fitzen.infra.identity.codes import CODE_LIFETIME, CODE_TRIES, RESET, SIGN_IN, SLOTS, Language
from fitzen.infra.identity.cognito_pool import Challenge, Pool, unavailable
from fitzen.infra.identity.cognito_users import Key, PoolUser, Users
from fitzen.infra.identity.limited import (
    CODES_SENT,
    LOGINS_FAILED,
    TOO_MANY_CODES,
    TOO_MANY_LOGINS,
    TOO_MANY_TRIES,
    WRONG_CODE,
    WRONG_PASSWORD,
    normal,
    owner,
)
from fitzen.infra.storage import limits
from fitzen.infra.storage.base import Delete, Put, Record, Store, WriteConflict, to_micros
from fitzen.infra.storage.use import Json, dumps, loads, run_again

CODE = "code"
SEND = "SEND"
"""What `auth/triggers.py` takes as the answer to its first challenge."""
BUSY = timedelta(seconds=20)
"""A code is checked by one request at a time; one that died holds it no longer than this."""
PATIENCE_S = 5.0
PAUSE_S = 0.05
PROVIDERS = {"google": "Google", "apple": "SignInWithApple"}
"""As a pool calls its identity providers."""
ADDRESSES = {"phone": "phone_number", "email": "email"}

log = logging.getLogger(__name__)


class _Taken(NamedTuple):
    """A code that this request has in its hands: no other one may try it meanwhile."""

    record: Record
    version: int
    body: Json


class CognitoIdentity:
    """The Identity port on a user pool and a Store."""

    has_directory = True

    def __init__(self, store: Store, pool: Pool, pepper: str) -> None:
        self._store = store
        self._pool = pool
        self._secret = pepper
        self._users = Users(store, self._owner)

    def send_code(self, address: Address, now: datetime, language: Language = "en") -> CodeSent:
        return self._send(SIGN_IN, address, language, now, lambda _: "sign_in")

    def register(self, address: Address, password: str, now: datetime, language: Language = "en") -> CodeSent:
        def text(user: PoolUser) -> str:
            return "registered" if user.has_password else "register"

        return self._send(SIGN_IN, address, language, now, text, self._hash(password))

    def forgot(self, address: Address, now: datetime, language: Language = "en") -> CodeSent:
        return self._send(RESET, address, language, now, lambda _: "reset")

    def verify_code(self, address: Address, code: str, now: datetime, *, sign_in_only: bool = False) -> None:
        def chosen(sent: Json) -> str | None:
            user = None if sign_in_only else self._users.of(address)
            return None if user is None or user.has_password else sent.get("hash")

        self._redeem(SIGN_IN, address, code, now, chosen)

    def reset(self, address: Address, code: str, password: str, now: datetime) -> None:
        self._redeem(RESET, address, code, now, lambda _: self._hash(password))

    def login(self, address: Address, password: str, now: datetime) -> None:
        counter = self._owner("counter", "login", *address)
        limits.take(self._store, counter, LOGINS_FAILED, now, TOO_MANY_LOGINS)
        user = self._users.of(address)
        name = user.name if user and user.has_password else self._owner("nobody", *address)[-32:]
        try:
            right = self._pool.has_password(name, self._hash(password))
        except UnavailableError:
            limits.give_back(self._store, counter, now)
            raise
        if not right or user is None or not user.has_password:
            raise UnauthorizedError(WRONG_PASSWORD)
        limits.give_back(self._store, counter, now)

    @run_again
    def share(self, source: Address, target: Address, now: datetime) -> None:
        """Give both one user of the pool: they have one password then, and are counted (and billed) once.

        That costs no call to Cognito; the user whose place is taken is deleted when the person is next mirrored.
        """
        given, kept = self._users.of(source), self._users.of(target)
        if given is None or (kept is not None and (kept.name == given.name or kept.has_password > given.has_password)):
            return
        self._store.write(self._users.move(target, kept, given, now))

    def forget(self, address: Address) -> None:
        """Remove the user of the pool first: what stays in the Store then finds the way to it again."""
        for slot in SLOTS:
            self._erase(self._owner(CODE, slot, *address))
        self._release(address)

    def mirror(self, person: Person, now: datetime) -> None:
        """Write what has changed since it was last written; a user who does not change is not active, and not billed."""
        user = self._settle(("user", person.user_id), person, now)
        said = [list(map(list, person.addresses)), list(map(list, person.accounts)), dict(person.attributes)]
        told = keys.mac(self._secret, "mirrored", dumps(said))
        if user.body.get("mirrored") == told and not user.left:
            return
        for name in user.left:
            self._pool.delete(name)
        self._pool.create(user.name)
        self._pool.set_attributes(user.name, _attributes(person))
        for provider, subject in person.accounts:
            self._pool.link(user.name, PROVIDERS[provider], subject)
        with suppress(WriteConflict):  # it has changed meanwhile: mirrored again next time
            self._store.write([self._users.put(user, user.body | {"mirrored": told, "left": []}, now)])

    def forget_person(self, user_id: str) -> None:
        self._release(("user", user_id))

    def ping(self) -> None:
        self._pool.ping()

    def close(self) -> None:
        self._pool.close()

    def _owner(self, kind: str, *parts: str) -> str:
        return owner(self._secret, kind, *parts)

    def _hash(self, password: str) -> str:
        """Return what Cognito takes for the password: 47 characters, some of each kind that a policy may ask for."""
        return f"Fz1-{keys.mac(self._secret, 'pool-password', normal(password))}"

    def _mac(self, slot: str, address: Address, code: str) -> str:
        return keys.mac(self._secret, "code", slot, *address, code)

    def _send(
        self,
        slot: str,
        address: Address,
        language: Language,
        now: datetime,
        text: Callable[[PoolUser], str],
        hashed: str | None = None,
    ) -> CodeSent:
        counter = self._owner("counter", CODE, *address)
        user, retry_after = self._count(address, counter, now)
        asked = {
            "channel": address.channel,
            "to": address.value,
            "text": text(user),
            "slot": slot,
            "language": language,
        }
        try:
            self._pool.create(user.name)
            challenge = self._pool.answer(self._pool.begin(user.name), SEND, asked)
            if isinstance(challenge, bool):
                log.error("The triggers of the pool did not send a code: are they Fitzen's?")
                raise unavailable()
        except UnavailableError:
            limits.give_back(self._store, counter, now)
            raise
        self._keep(slot, address, {"tries": 0} | ({"hash": hashed} if hashed else {}), challenge, now)
        return CodeSent(int(CODE_LIFETIME.total_seconds()), retry_after)

    @run_again
    def _count(self, address: Address, counter: str, now: datetime) -> tuple[PoolUser, int]:
        """Count the code, and give the address its user; return that, and the seconds until there may be another."""
        known = self._users.of(address)
        counted = limits.count(self._store, counter, CODES_SENT, now, TOO_MANY_CODES)
        user, made = (known, ()) if known else self._users.new(address, now)
        self._store.write([counted.put, *made])
        return user, counted.retry_after

    @run_again
    def _keep(self, slot: str, address: Address, body: Json, challenge: Challenge, now: datetime) -> None:
        at = self._owner(CODE, slot, *address)
        older = self._store.get(at, CODE, CODE)
        kept = dumps(body | self._sealed(challenge))
        self._store.write(
            [Put(at, CODE, CODE, kept, now, older.version if older else 0, expires_at=now + CODE_LIFETIME)]
        )

    def _redeem(
        self, slot: str, address: Address, code: str, now: datetime, chosen: Callable[[Json], str | None]
    ) -> None:
        """Use the code up, setting the password that is `chosen`; a wrong one costs a try.

        Where Cognito does not answer while the password is set, the code is known to be right and works once more.
        """
        taken = self._take_in_turn(slot, address, now)
        try:
            if not self._is_right(taken, slot, address, code):
                raise UnauthorizedError(WRONG_CODE)
            password = chosen(taken.body)
            if password is None:
                self._store.write([Delete(*taken.record[:3], taken.version)])
            else:
                self._set_password(taken, self._mac(slot, address, code), address, password, now)
        except WriteConflict:  # a newer code was sent meanwhile
            raise UnauthorizedError(WRONG_CODE) from None

    def _take_in_turn(self, slot: str, address: Address, now: datetime) -> _Taken:
        end = time.monotonic() + PATIENCE_S
        while (taken := self._take(slot, address, now)) is None:
            if time.monotonic() > end:
                raise UnavailableError("This code is being checked already. Please try again.", retry_after=1)
            time.sleep(PAUSE_S)
        return taken

    @run_again
    def _take(self, slot: str, address: Address, now: datetime) -> _Taken | None:
        """Count a try before its answer is known, and hold the code; None while another request does."""
        record = self._store.get(self._owner(CODE, slot, *address), CODE, CODE)
        if record is None:
            raise UnauthorizedError(WRONG_CODE)
        body = loads(record.body)
        if body.get("busy", 0) > to_micros(now):
            return None
        if body["tries"] >= CODE_TRIES:
            wait = limits.wait(self._store, self._owner("counter", CODE, *address), CODES_SENT, now)
            raise TooManyError(TOO_MANY_TRIES, retry_after=wait)
        body = body | {"tries": body["tries"] + 1, "busy": to_micros(now + BUSY)}
        return self._put(_Taken(record, record.version, body))

    def _is_right(self, taken: _Taken, slot: str, address: Address, code: str) -> bool:
        """Ask Cognito, unless it has said so before; keep what follows a wrong code."""
        if "right" in taken.body:
            same = keys.same(taken.body["right"], self._mac(slot, address, code))
            if not same:
                self._put(taken, busy=0)
            return same
        try:
            answered = self._pool.answer(self._opened(taken.body), code, {"slot": slot})
        except UnavailableError:
            self._put(taken, busy=0)
            raise
        if isinstance(answered, Challenge):
            self._put(taken, busy=0, **self._sealed(answered))
        elif not answered and taken.body["tries"] < CODE_TRIES:  # it expired, or was used up by a request that died
            self._store.write([Delete(*taken.record[:3], taken.version)])
        elif not answered:
            self._put(taken, busy=0)
        return answered is True

    def _set_password(self, taken: _Taken, right: str, address: Address, password: str, now: datetime) -> None:
        taken = self._put(taken, right=right)
        user = self._users.of(address)
        if user is None:  # erased between the code and now
            raise UnauthorizedError(WRONG_CODE)
        try:
            self._pool.set_password(user.name, password)
        except UnavailableError:
            self._put(taken, busy=0, tries=taken.body["tries"] - 1)
            raise
        self._finish(taken, address, now)

    @run_again
    def _finish(self, taken: _Taken, address: Address, now: datetime) -> None:
        """Use the code up and remember that there is a password, in one write; a newer code stays."""
        current = self._store.get(*taken.record[:3])
        user = self._users.of(address)
        used = [Delete(*current[:3], current.version)] if current and current.version == taken.version else []
        known = [self._users.put(user, user.body | {"password": True}, now)] if user else []
        self._store.write([*used, *known])

    def _put(self, taken: _Taken, **changed: Any) -> _Taken:
        body = taken.body | changed
        record = taken.record
        self._store.write([Put(*record[:3], dumps(body), record.at, taken.version, expires_at=record.expires_at)])
        return _Taken(record, taken.version + 1, body)

    @run_again
    def _settle(self, key: Key, person: Person, now: datetime) -> PoolUser:
        """Return the person's user: that of an address of theirs, one with a password if any; made where none is."""
        found = [user for address in person.addresses if (user := self._users.of(address))]
        own = self._users.of(key)
        chosen = min(found, key=lambda user: not user.has_password, default=own)
        if chosen is not None and own is not None and chosen.name == own.name:
            return chosen
        ops = self._users.move(key, own, chosen, now) if chosen else self._users.new(key, now)[1]
        self._store.write(ops)
        settled = self._users.of(key)
        if settled is None:  # erased meanwhile
            raise unavailable()
        return settled

    @run_again
    def _release(self, key: Key) -> None:
        user = self._users.of(key)
        if user is None:
            return
        if self._users.is_last(key, user):
            for name in (user.name, *user.left):
                self._pool.delete(name)
        self._store.write(self._users.release(key, user))

    def _erase(self, at: str) -> None:
        while not self._store.erase(at):
            pass

    def _sealed(self, challenge: Challenge) -> Json:
        return {"session": self._box.encrypt(dumps(challenge._asdict()).encode()).decode()}

    def _opened(self, body: Json) -> Challenge:
        return Challenge(**loads(self._box.decrypt(body["session"].encode()).decode()))

    @cached_property
    def _box(self) -> Any:
        from cryptography.fernet import Fernet

        return Fernet(base64.urlsafe_b64encode(keys.derive(self._secret, "pool-session")))


def _attributes(person: Person) -> dict[str, str]:
    """Return the user's attributes as the pool calls them; what somebody has no more is blank, which deletes it."""
    attributes = {f"custom:{name}": value for name, value in person.attributes.items()}
    for channel, name in ADDRESSES.items():
        value = next((address.value for address in person.addresses if address.channel == channel), "")
        attributes |= {name: value, **({f"{name}_verified": "true"} if value else {})}
    return attributes
