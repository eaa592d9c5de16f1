"""What every cache promises."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import pytest

from fitzen.infra.cache import memory
from fitzen.infra.cache.base import Cache, Rate
from fitzen.infra.cache.memory import MemoryCache

DAY = timedelta(days=1)


@pytest.fixture
def key() -> str:
    return f"answer:{uuid4().hex}"


def test_a_value_is_kept_and_the_first_one_stands(cache: Cache, key: str) -> None:
    assert cache.get(key) is None
    cache.put(key, '{"text":"\u00e9"}', DAY)
    cache.put(key, '{"text":"another"}', DAY)
    assert cache.get(key) == '{"text":"\u00e9"}'
    assert cache.get(f"{key}x") is None


def test_a_value_is_kept_for_its_time_and_then_another_may_be(cache: Cache, key: str) -> None:
    cache.put(key, '"old"', timedelta(milliseconds=200))
    time.sleep(0.3)
    assert cache.get(key) is None
    cache.put(key, '"new"', DAY)
    assert cache.get(key) == '"new"'


def test_at_most_so_many_are_counted_and_it_says_how_long_to_wait(cache: Cache, key: str) -> None:
    rate = Rate(3, timedelta(hours=1))
    assert [cache.take(key, rate) for _ in range(3)] == [0, 0, 0]
    for _ in range(3):  # what was refused does not make it longer
        assert 1190 <= cache.take(key, rate) <= 1200
    assert cache.take(f"{key}x", rate) == 0


def test_what_was_taken_comes_back_one_by_one(cache: Cache, key: str) -> None:
    rate = Rate(2, timedelta(seconds=2))
    assert [cache.take(key, rate) for _ in range(3)] == [0, 0, 1]
    time.sleep(1.1)
    assert [cache.take(key, rate) for _ in range(2)] == [0, 1]


def test_threads_count_together(cache: Cache, key: str) -> None:
    rate = Rate(20, timedelta(hours=1))
    with ThreadPoolExecutor(8) as pool:
        waits = [*pool.map(lambda _: cache.take(key, rate), range(100))]
    assert Counter(wait == 0 for wait in waits) == {True: 20, False: 80}


def test_it_answers(cache: Cache) -> None:
    cache.ping()
    cache.close()


def test_memory_does_not_grow_beyond_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 10)
    now = [0.0]
    cache = MemoryCache(lambda: now[0])
    for number in range(50):
        now[0] += 1
        cache.put(f"v{number}", "x", timedelta(seconds=1000))
        cache.take(f"t{number}", Rate(1, timedelta(seconds=1000)))
    assert [number for number in range(50) if cache.get(f"v{number}")] == [*range(40, 50)]
    assert cache.take("t49", Rate(1, timedelta(seconds=1000))) == 1000
    assert (len(cache._values), len(cache._used)) == (10, 10)
