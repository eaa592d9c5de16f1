"""Records that come due, and records that expire."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from tests.contract.storage.conftest import MovableClock
from tests.fixtures.records import AT, MINUTE, found, ids, put

from fitzen.infra.storage.base import Delete, Put, Store, WriteConflict

MICROSECOND = timedelta(microseconds=1)


class TestDue:
    def test_nothing(self, store: Store, kind: str) -> None:
        assert list(store.due(kind, AT)) == []

    def test_of_any_owner_oldest_first(self, store: Store, kind: str) -> None:
        owners = [str(uuid4()) for _ in range(5)]
        order = [3, 0, 4, 1, 2]
        store.write([put(whose, kind=kind, due_at=AT + n * MINUTE) for whose, n in zip(owners, order, strict=True)])
        due = store.due(kind, AT + 9 * MINUTE)
        assert [record.owner for record in due] == [owners[order.index(n)] for n in range(5)]
        assert due[0] == found(store, owners[1], kind=kind)

    def test_until_is_inclusive(self, store: Store, owner: str, kind: str) -> None:
        store.write([put(owner, kind=kind, due_at=AT)])
        assert list(store.due(kind, AT - MICROSECOND)) == []
        assert ids(store.due(kind, AT)) == ["a"]

    def test_up_to_a_limit(self, store: Store, owner: str, kind: str) -> None:
        store.write([put(owner, f"i{n}", kind=kind, due_at=AT + n * MINUTE) for n in range(5)])
        assert ids(store.due(kind, AT.replace(year=2999), limit=2)) == ["i0", "i1"]

    def test_not_of_another_kind_nor_without_a_time(self, store: Store, owner: str, kind: str) -> None:
        store.write([put(owner, kind=kind), put(owner, kind="note", due_at=AT), put(owner, "b", kind=kind, due_at=AT)])
        assert ids(store.due(kind, AT)) == ["b"]

    def test_of_a_system_owner(self, store: Store, owner: str, kind: str) -> None:
        store.write([put(f"sys:delivery:{owner}", kind=kind, due_at=AT)])
        assert [record.owner for record in store.due(kind, AT)] == [f"sys:delivery:{owner}"]

    def test_no_longer_after_a_put_without_a_time(self, store: Store, owner: str, kind: str) -> None:
        store.write([put(owner, kind=kind, due_at=AT)])
        store.write([put(owner, kind=kind, version=1)])
        assert list(store.due(kind, AT)) == []

    def test_at_the_new_time_after_a_put(self, store: Store, owner: str, kind: str) -> None:
        store.write([put(owner, kind=kind, due_at=AT)])
        store.write([put(owner, kind=kind, version=1, due_at=AT + MINUTE)])
        assert list(store.due(kind, AT)) == []
        assert [record.version for record in store.due(kind, AT + MINUTE)] == [2]

    def test_no_longer_after_a_delete(self, store: Store, owner: str, kind: str) -> None:
        store.write([put(owner, kind=kind, due_at=AT)])
        store.write([Delete(owner, kind, "a", 1)])
        assert list(store.due(kind, AT)) == []

    def test_no_longer_after_it_expired(self, store: Store, owner: str, kind: str, clock: MovableClock) -> None:
        store.write(
            [put(owner, kind=kind, due_at=AT, expires_at=clock.now + MINUTE), put(owner, "b", kind=kind, due_at=AT)]
        )
        assert ids(store.due(kind, AT)) == ["a", "b"]
        clock.forward(minutes=1)
        assert ids(store.due(kind, AT)) == ["b"]

    def test_each_is_claimed_by_one_worker(self, store: Store, kind: str) -> None:
        """Claim as a worker does, by a put on condition of the version that was due."""
        owners = [str(uuid4()) for _ in range(12)]
        store.write([put(whose, kind=kind, due_at=AT) for whose in owners])
        barrier = threading.Barrier(3)

        def work() -> list[str]:
            barrier.wait()
            mine = []
            for record in store.due(kind, AT):
                try:
                    store.write([Put(record.owner, kind, record.id, "{}", record.at, record.version)])
                except WriteConflict:
                    continue
                mine.append(record.owner)
            return mine

        with ThreadPoolExecutor(3) as pool:
            claimed = sum((future.result() for future in [pool.submit(work) for _ in range(3)]), [])
        assert sorted(claimed) == sorted(owners)


class TestExpiry:
    @pytest.fixture
    def expired(self, store: Store, owner: str, clock: MovableClock) -> None:
        """Leave a record that has expired, at version 2, beside one that has not."""
        store.write([put(owner, "b", group="g"), put(owner, group="g", digest="first")])
        at = clock.now + MINUTE
        store.write([put(owner, group="g", version=1, expires_at=at)])
        assert found(store, owner).expires_at == at
        clock.forward(seconds=59, microseconds=999_999)
        assert found(store, owner).version == 2
        clock.forward(microseconds=1)

    def test_is_absent_from_every_read_at_once(self, store: Store, owner: str, expired: None) -> None:
        assert store.get(owner, "note", "a") is None
        assert store.get(owner, "note", "a", deleted=True) is None
        assert store.get_many(owner, [("note", "a"), ("note", "b")], deleted=True).keys() == {("note", "b")}
        for newest_first in (True, False):
            assert ids(store.list(owner, "note", newest_first=newest_first).items) == ["b"]
            assert ids(store.list(owner, "note", group="g", newest_first=newest_first, limit=1).items) == ["b"]
        assert ids(store.changes(owner, 0)) == ["b"]

    def test_is_absent_from_pages(self, store: Store, owner: str, clock: MovableClock) -> None:
        store.write([put(owner, f"i{n}", expires_at=clock.now + (MINUTE if n % 2 else 9 * MINUTE)) for n in range(6)])
        clock.forward(minutes=1)
        first = store.list(owner, "note", limit=2)
        assert ids(first.items) == ["i4", "i2"]
        last = store.list(owner, "note", limit=2, cursor=first.next_cursor)
        assert (ids(last.items), last.next_cursor) == (["i0"], None)

    def test_is_replaced_by_a_put_of_version_0(self, store: Store, owner: str, expired: None) -> None:
        store.write([put(owner, body='{"n": 2}', digest="second")])
        record = found(store, owner)
        assert (record.version, record.seq, record.digest) == (1, 4, "second")
        assert (record.expires_at, record.group) == (None, None)

    @pytest.mark.parametrize("version", [1, 2])
    def test_conflicts_with_a_put_of_a_version(self, store: Store, owner: str, expired: None, version: int) -> None:
        with pytest.raises(WriteConflict) as caught:
            store.write([put(owner, version=version)])
        assert caught.value.current is None

    def test_conflicts_with_a_delete(self, store: Store, owner: str, expired: None) -> None:
        with pytest.raises(WriteConflict) as caught:
            store.write([put(owner, "c"), Delete(owner, "note", "a", 2)])
        assert (caught.value.index, caught.value.current) == (1, None)

    def test_holds_under_sys(self, store: Store, clock: MovableClock) -> None:
        owner = f"sys:code:{uuid4().hex}"
        store.write([put(owner, expires_at=clock.now + MINUTE)])
        with pytest.raises(WriteConflict):
            store.write([put(owner)])
        clock.forward(minutes=1)
        with pytest.raises(WriteConflict):
            store.write([Delete(owner, "note", "a", 1)])
        store.write([put(owner, expires_at=clock.now + MINUTE)])
        assert found(store, owner).version == 1

    def test_is_over_once_a_put_says_so(self, store: Store, owner: str, clock: MovableClock) -> None:
        store.write([put(owner, expires_at=clock.now + MINUTE)])
        store.write([put(owner, version=1)])
        clock.forward(days=1)
        assert found(store, owner).version == 2

    def test_ends_with_a_delete(self, store: Store, owner: str, clock: MovableClock) -> None:
        store.write([put(owner, expires_at=clock.now + MINUTE)])
        store.write([Delete(owner, "note", "a", 1)])
        clock.forward(days=1)
        assert found(store, owner, deleted=True).expires_at is None

    def test_only_one_replaces_it(self, store: Store, clock: MovableClock) -> None:
        owner = f"sys:lease:{uuid4().hex}"
        store.write([put(owner, expires_at=clock.now + MINUTE)])
        clock.forward(minutes=1)
        barrier = threading.Barrier(4)

        def take(name: str) -> bool:
            barrier.wait()
            try:
                store.write([put(owner, expires_at=clock.now + MINUTE, digest=name)])
            except WriteConflict:
                return False
            return True

        with ThreadPoolExecutor(4) as pool:
            won = list(pool.map(take, "abcd"))
        assert won.count(True) == 1
        assert found(store, owner).digest == "abcd"[won.index(True)]

    def test_removing_the_expired_leaves_the_others(self, store: Store, owner: str, clock: MovableClock) -> None:
        in_a_minute: dict[str, Any] = {"expires_at": clock.now + MINUTE}
        store.write([put(owner, f"i{n}", **in_a_minute) for n in range(5)])
        store.write([put(owner, "never"), put(owner, "later", expires_at=clock.now + 2 * MINUTE)])
        store.write([put(owner, "gone"), put(f"sys:code:{owner}", **in_a_minute)])
        store.write([Delete(owner, "note", "gone", 1)])
        clock.forward(minutes=1)
        while removed := store.remove_expired(2):
            assert removed <= 2
        assert store.remove_expired() == 0
        assert ids(store.changes(owner, 0)) == ["never", "later", "gone"]
        store.write([put(owner, "i0")])
        assert found(store, owner, "i0").version == 1
