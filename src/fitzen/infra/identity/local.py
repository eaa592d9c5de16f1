"""Codes and passwords that Fitzen keeps itself, in the Store, under owners that only the secret can name.

A code is kept as a keyed hash, a password as argon2id (RFC 9106). Every check of either is counted by a conditional
put before its answer is known, so that guesses sent at once are not free. What an unknown address costs is what a
known one costs: one argon2, the same reads, the same writes.
"""

import base64
import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from argon2.profiles import RFC_9106_LOW_MEMORY

from fitzen.errors import TooManyError, UnauthorizedError, UnavailableError
from fitzen.infra import keys
from fitzen.infra.identity.base import Address, CodeSent, Person
from fitzen.infra.identity.codes import CODE_LIFETIME, CODE_TRIES, RESET, SIGN_IN, SLOTS, SUBJECTS, TEXTS, Language
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
from fitzen.infra.messages.base import Message, Messages
from fitzen.infra.storage import limits
from fitzen.infra.storage.base import Delete, Op, Put, Record, Store, WriteConflict
from fitzen.infra.storage.use import Json, dumps, loads, run_again

CODE, CREDENTIAL = "code", "credential"


class LocalIdentity:
    """The Identity port on a Store. `hasher` sets what a password costs; RFC 9106's second choice unless told."""

    has_directory = False

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Messages],
        pepper: str,
        hasher: PasswordHasher | None = None,
    ) -> None:
        self._store = store
        self._channels = channels
        self._secret = pepper
        self._hasher = hasher or PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)
        self._nobodys_hash = _nobodys_hash(self._hasher)

    def send_code(self, address: Address, now: datetime, language: Language = "en") -> CodeSent:
        return self._send(SIGN_IN, address, "sign_in", language, now)

    def register(self, address: Address, password: str, now: datetime, language: Language = "en") -> CodeSent:
        text = "registered" if self._credential(address) else "register"
        return self._send(SIGN_IN, address, text, language, now, password)

    def forgot(self, address: Address, now: datetime, language: Language = "en") -> CodeSent:
        return self._send(RESET, address, "reset", language, now)

    def verify_code(self, address: Address, code: str, now: datetime, *, sign_in_only: bool = False) -> None:
        def register(sent: Json) -> Sequence[Op]:
            hashed = sent.get("hash")
            if hashed is None or sign_in_only or self._credential(address):
                return []
            return [self._put_credential(address, hashed, now, None)]

        self._redeem(SIGN_IN, address, code, now, register)

    def reset(self, address: Address, code: str, password: str, now: datetime) -> None:
        def change(_: Json) -> Sequence[Op]:
            return [self._put_credential(address, self._hash(password), now, self._credential(address))]

        self._redeem(RESET, address, code, now, change)

    def login(self, address: Address, password: str, now: datetime) -> None:
        counter = self._owner("counter", "login", *address)
        limits.take(self._store, counter, LOGINS_FAILED, now, TOO_MANY_LOGINS)
        record = self._credential(address)
        hashed = loads(record.body)["hash"] if record else self._nobodys_hash
        try:
            self._hasher.verify(hashed, normal(password))
        except VerifyMismatchError:
            raise UnauthorizedError(WRONG_PASSWORD) from None
        limits.give_back(self._store, counter, now)
        if record and self._hasher.check_needs_rehash(hashed):
            with suppress(WriteConflict):  # it was changed meanwhile: the newer one stays
                self._store.write([self._put_credential(address, self._hash(password), now, record)])

    @run_again
    def share(self, source: Address, target: Address, now: datetime) -> None:
        given, kept = self._credential(source), self._credential(target)
        if given and (kept is None or kept.body != given.body):
            self._store.write([self._put_credential(target, loads(given.body)["hash"], now, kept)])

    def forget(self, address: Address) -> None:
        codes = [self._owner(CODE, slot, *address) for slot in SLOTS]
        for each in (*codes, self._owner(CREDENTIAL, *address)):
            while not self._store.erase(each):
                pass

    def mirror(self, person: Person, now: datetime) -> None:
        """There is no directory but Fitzen's own."""

    def forget_person(self, user_id: str) -> None:
        """What is known is known of addresses."""

    def ping(self) -> None:
        self._store.ping()

    def _owner(self, kind: str, *parts: str) -> str:
        return owner(self._secret, kind, *parts)

    def _mac(self, slot: str, address: Address, code: str) -> str:
        return keys.mac(self._secret, "code", slot, *address, code)

    def _send(
        self, slot: str, address: Address, text: str, language: Language, now: datetime, password: str | None = None
    ) -> CodeSent:
        code = f"{secrets.randbelow(1_000_000):06}"
        counter = self._owner("counter", CODE, *address)
        retry_after = self._keep(slot, address, code, counter, password, now)
        said = TEXTS[language][text].format(code=code)
        message = Message(address.value, said, SUBJECTS[language], self._mac(slot, address, code))
        try:
            self._channels[address.channel].send(message)
        except UnavailableError:
            limits.give_back(self._store, counter, now)
            raise
        return CodeSent(int(CODE_LIFETIME.total_seconds()), retry_after)

    @run_again
    def _keep(self, slot: str, address: Address, code: str, counter: str, password: str | None, now: datetime) -> int:
        """Count the code and keep its hash, in one write; return the seconds until the next may be asked for."""
        counted = limits.count(self._store, counter, CODES_SENT, now, TOO_MANY_CODES)
        body = {"mac": self._mac(slot, address, code), "tries": 0}
        if password is not None:
            body["hash"] = self._hash(password)
        at = self._owner(CODE, slot, *address)
        older = self._store.get(at, CODE, CODE)
        version = older.version if older else 0
        kept = Put(at, CODE, CODE, dumps(body), now, version, expires_at=now + CODE_LIFETIME)
        self._store.write([counted.put, kept])
        return counted.retry_after

    @run_again
    def _redeem(
        self, slot: str, address: Address, code: str, now: datetime, then: Callable[[Json], Sequence[Op]]
    ) -> None:
        """Use the code up and do what it allows, in one write; a wrong one costs a try."""
        record = self._store.get(self._owner(CODE, slot, *address), CODE, CODE)
        if record is None:
            raise UnauthorizedError(WRONG_CODE)
        sent = loads(record.body)
        if sent["tries"] >= CODE_TRIES:
            wait = limits.wait(self._store, self._owner("counter", CODE, *address), CODES_SENT, now)
            raise TooManyError(TOO_MANY_TRIES, retry_after=wait)
        if keys.same(sent["mac"], self._mac(slot, address, code)):
            self._store.write([Delete(*record[:3], record.version), *then(sent)])
            return
        tried = dumps(sent | {"tries": sent["tries"] + 1})
        self._store.write([Put(*record[:3], tried, record.at, record.version, expires_at=record.expires_at)])
        raise UnauthorizedError(WRONG_CODE)

    def _credential(self, address: Address) -> Record | None:
        return self._store.get(self._owner(CREDENTIAL, *address), CREDENTIAL, CREDENTIAL)

    def _put_credential(self, address: Address, hashed: str, now: datetime, older: Record | None) -> Put:
        at = self._owner(CREDENTIAL, *address)
        return Put(at, CREDENTIAL, CREDENTIAL, dumps({"hash": hashed}), now, older.version if older else 0)

    def _hash(self, password: str) -> str:
        return self._hasher.hash(normal(password))


def _nobodys_hash(hasher: PasswordHasher) -> str:
    """Make a hash that no password has, at the cost of a real one to verify and for nothing to make."""
    salt, digest = (
        base64.b64encode(secrets.token_bytes(size)).rstrip(b"=").decode() for size in (hasher.salt_len, hasher.hash_len)
    )
    return f"$argon2id$v=19$m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}${salt}${digest}"
