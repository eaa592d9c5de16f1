"""Whose user of the pool is whose: kept in the Store, for a pool knows neither two emails of one person nor a password's owner.

| owner | body | |
|---|---|---|
| `sys:pool:<hmac of the key>` | `user` | a key, an address or a person, has one user of the pool |
| `sys:pool-user:<hmac of the name>` | `keys`, `password`, `mirrored`, `left` | a user has any number of keys, and goes with the last |

A user's name is random and says nothing. Both records are changed by one write. `left` are the users that this one took
the place of: they are still to be deleted in the pool.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import uuid4

from fitzen.infra.storage.base import Delete, Op, Put, Record, Store
from fitzen.infra.storage.use import Json, dumps, loads

POOL, USER = "pool", "pool-user"

type Key = tuple[str, ...]
"""An address, or ("user", the id of a person)."""
type Owner = Callable[..., str]


class PoolUser(NamedTuple):
    """A user of the pool as it was read; `record` is None where it is yet to be written."""

    name: str
    body: Json
    record: Record | None = None

    @property
    def has_password(self) -> bool:
        return bool(self.body["password"])

    @property
    def left(self) -> list[str]:
        left: list[str] = self.body.get("left", [])
        return left


class Users:
    def __init__(self, store: Store, owner: Owner) -> None:
        self._store = store
        self._owner = owner

    def of(self, key: Key) -> PoolUser | None:
        """Return the user of a key. As many reads where there is none."""
        linked = self._store.get(self._key(key), POOL, POOL)
        name = loads(linked.body)["user"] if linked else uuid4().hex
        record = self._store.get(self._user(name), USER, USER)
        return PoolUser(name, loads(record.body), record) if record else None

    def new(self, key: Key, now: datetime) -> tuple[PoolUser, Sequence[Op]]:
        """Return a user for a key that has none, and what writes it."""
        user = PoolUser(uuid4().hex, {"keys": [self._key(key)], "password": False})
        return user, [self._linked(self._key(key), user.name, now, 0), self.put(user, user.body, now)]

    def put(self, user: PoolUser, body: Json, now: datetime) -> Put:
        return Put(self._user(user.name), USER, USER, dumps(body), now, user.record.version if user.record else 0)

    def move(self, key: Key, source: PoolUser | None, target: PoolUser, now: datetime) -> Sequence[Op]:
        """Return what makes the user of a key another one, who is left with `source` where that was its last key."""
        at = self._key(key)
        linked = self._store.get(at, POOL, POOL)
        body = target.body | {"keys": sorted({*target.body["keys"], at})}
        if source is not None and self.is_last(key, source):
            body |= {"left": [*target.left, source.name, *source.left]}
        ops: list[Op] = [self._linked(at, target.name, now, linked.version if linked else 0)]
        return [*ops, self.put(target, body, now), *self._without(at, source)]

    def release(self, key: Key, user: PoolUser) -> Sequence[Op]:
        """Return what takes a key from its user, who goes with the last."""
        at = self._key(key)
        linked = self._store.get(at, POOL, POOL)
        ops: list[Op] = [Delete(at, POOL, POOL, linked.version)] if linked else []
        return [*ops, *self._without(at, user)]

    def is_last(self, key: Key, user: PoolUser) -> bool:
        return set(user.body["keys"]) <= {self._key(key)}

    def _without(self, at: str, user: PoolUser | None) -> Sequence[Op]:
        if user is None or user.record is None:
            return []
        left = [each for each in user.body["keys"] if each != at]
        if left:
            return [self.put(user, user.body | {"keys": left}, user.record.at)]
        return [Delete(*user.record[:3], user.record.version)]

    def _linked(self, at: str, name: str, now: datetime, version: int) -> Put:
        return Put(at, POOL, POOL, dumps({"user": name}), now, version)

    def _key(self, key: Key) -> str:
        return self._owner(POOL, *key)

    def _user(self, name: str) -> str:
        return self._owner(USER, name)
