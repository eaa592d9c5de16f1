"""The owners there are, and how one is erased."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from tests.fixtures.records import AT, found, ids, put

from fitzen.errors import UnavailableError
from fitzen.infra.storage.base import Delete, OwnerErasedError, Store, segment_of


class TestUsers:
    def test_are_those_who_have_written(self, store: Store) -> None:
        owners = [str(uuid4()) for _ in range(30)]
        for whose in owners:
            store.write([put(whose), put(f"sys:claim:{whose}")])
        listed = list(store.users())
        assert set(owners) <= set(listed)
        assert len(listed) == len(set(listed))
        assert not [whose for whose in listed if whose.startswith("sys:")]

    @pytest.mark.parametrize("segments", [1, 2, 4, 8, 16])
    def test_are_each_in_one_segment(self, store: Store, segments: int) -> None:
        owners = [str(uuid4()) for _ in range(25)]
        for whose in owners:
            store.write([put(whose)])
        parts = [[whose for whose in store.users(part, segments) if whose in owners] for part in range(segments)]
        assert sorted(sum(parts, [])) == sorted(owners)

    def test_of_a_segment_are_the_same_in_every_division(self, store: Store, owner: str) -> None:
        store.write([put(owner)])
        assert [part for part in range(16) if owner in set(store.users(part, 16))] == [segment_of(owner)]

    def test_stay_after_their_records_are_deleted(self, store: Store, owner: str) -> None:
        store.write([put(owner)])
        store.write([Delete(owner, "note", "a", 1)])
        assert owner in set(store.users())

    def test_are_not_those_whose_write_failed(self, store: Store, owner: str) -> None:
        from fitzen.infra.storage.base import WriteConflict

        with pytest.raises(WriteConflict):
            store.write([put(owner, version=1)])
        assert owner not in set(store.users())

    def test_may_be_written_to_while_they_are_read(self, store: Store) -> None:
        owners = [str(uuid4()) for _ in range(5)]
        store.write([put(whose) for whose in owners])
        for whose in store.users():
            if whose in owners:
                store.write([put(whose, version=1)])
        assert [found(store, whose).version for whose in owners] == [2] * 5


class TestErase:
    def test_leaves_nothing(self, store: Store, owner: str, kind: str) -> None:
        store.write([put(owner, group="g"), put(owner, "gone"), put(owner, kind=kind, due_at=AT)])
        store.write([Delete(owner, "note", "gone", 1)])
        assert store.erase(owner)
        assert store.get_many(owner, [("note", "a"), ("note", "gone"), (kind, "a")], deleted=True) == {}
        assert store.list(owner, "note").items == []
        assert list(store.changes(owner, 0)) == []
        assert list(store.due(kind, AT)) == []
        assert owner not in set(store.users())

    def test_goes_on_in_steps_and_may_be_repeated(self, store: Store, owner: str) -> None:
        for batch in range(2):
            store.write([put(owner, f"i{batch}-{n}", kind=f"kind{n % 3}") for n in range(40)])
        steps = 1
        while not store.erase(owner, limit=9):
            steps += 1
            assert steps < 50
        assert steps > 3
        assert list(store.changes(owner, 0)) == []
        assert store.erase(owner, limit=9)

    def test_no_write_comes_after_its_first_step(self, store: Store, owner: str) -> None:
        store.write([put(owner, f"i{n}") for n in range(30)])
        store.erase(owner, limit=3)
        other = str(uuid4())
        left = ids(store.changes(owner, 0))
        for ops in ([put(owner, "new")], [put(owner, "i29", version=1)], [Delete(owner, "note", "i29", 1)]):
            with pytest.raises(OwnerErasedError):
                store.write([put(other), *ops])
        assert ids(store.changes(owner, 0)) == left
        assert list(store.changes(other, 0)) == []
        assert owner not in set(store.users())

    def test_stays_so(self, store: Store, owner: str) -> None:
        store.write([put(owner)])
        while not store.erase(owner):
            pass
        with pytest.raises(OwnerErasedError):
            store.write([put(owner)])
        assert list(store.changes(owner, 0)) == []

    def test_of_somebody_who_never_wrote(self, store: Store, owner: str) -> None:
        assert store.erase(owner)
        with pytest.raises(OwnerErasedError):
            store.write([put(owner)])
        assert owner not in set(store.users())

    def test_spares_others(self, store: Store, owner: str) -> None:
        others = [owner + "x", owner[:-1], f"sys:session:{owner}"]
        store.write([put(whose) for whose in [owner, *others]])
        assert store.erase(owner)
        assert all(store.get(whose, "note", "a") for whose in others)
        store.write([put(whose, version=1) for whose in others])

    def test_of_a_system_owner_removes_its_records_only(self, store: Store, owner: str) -> None:
        system = f"sys:session:{owner}"
        store.write([put(system, f"i{n}") for n in range(5)])
        while not store.erase(system, limit=2):
            pass
        assert store.list(system, "note").items == []
        store.write([put(system, "again")])
        assert found(store, system, "again").version == 1

    def test_wins_over_writers_at_the_same_time(self, store: Store, owner: str) -> None:
        store.write([put(owner)])

        def write(name: int) -> int:
            for n in range(1000):
                try:
                    store.write([put(owner, f"{name}-{n}")])
                except OwnerErasedError:
                    return n
                except UnavailableError:  # DynamoDB's counter is contended here; a later try says the same
                    continue
            raise AssertionError("the erasure was never noticed")

        with ThreadPoolExecutor(3) as pool:
            writers = [pool.submit(write, name) for name in range(2)]
            while not store.erase(owner, limit=5):
                pass
            for writer in writers:
                writer.result()
        while not store.erase(owner, limit=5):
            pass
        assert list(store.changes(owner, 0)) == []


def test_ping(store: Store) -> None:
    store.ping()


def test_migrating_again_changes_nothing(store: Store, owner: str) -> None:
    store.write([put(owner)])
    store.migrate()
    assert found(store, owner).version == 1
