"""The cache where there is none: values go to the Store, so that they outlive a restart; each process counts for itself.

They are records of the kind that the coach's answers have, which only they are kept under, each with an owner of its own.
"""

from contextlib import suppress
from datetime import timedelta

from fitzen.errors import UnavailableError
from fitzen.infra.cache.memory import MemoryCache
from fitzen.infra.storage.base import SYSTEM, Clock, Put, Store, WriteConflict, utc_now

VALUE = "coach_answer"


class StoredCache(MemoryCache):
    def __init__(self, store: Store, clock: Clock = utc_now) -> None:
        super().__init__()
        self._store = store
        self._now = clock

    def get(self, key: str) -> str | None:
        with suppress(UnavailableError):
            record = self._store.get(f"{SYSTEM}{key}", VALUE, VALUE)
            return record.body if record else None
        return None

    def put(self, key: str, value: str, kept: timedelta) -> None:
        now = self._now()
        with suppress(WriteConflict, UnavailableError):
            self._store.write([Put(f"{SYSTEM}{key}", VALUE, VALUE, value, now, expires_at=now + kept)])
