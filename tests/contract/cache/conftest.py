"""The caches that the one contract suite runs over; another is one more row."""

from collections.abc import Iterator

import pytest

from fitzen.infra.cache.base import Cache
from fitzen.infra.cache.memory import MemoryCache
from fitzen.infra.cache.redis import RedisCache
from fitzen.infra.cache.stored import StoredCache
from fitzen.infra.storage.sql import SqlStore

PATIENT_S = 10
"""A busy machine is no failure of the cache."""


@pytest.fixture
def memory_cache() -> MemoryCache:
    return MemoryCache()


@pytest.fixture
def stored_cache() -> Iterator[StoredCache]:
    store = SqlStore("sqlite://")
    store.migrate()
    yield StoredCache(store)
    store.close()


@pytest.fixture
def redis_cache(redis_url: str) -> Iterator[RedisCache]:
    cache = RedisCache(redis_url, PATIENT_S)
    yield cache
    cache.close()


@pytest.fixture(params=["memory", "stored", "redis"])
def cache(request: pytest.FixtureRequest) -> Cache:
    made: Cache = request.getfixturevalue(f"{request.param}_cache")
    return made
