"""What sync reads: everything written since a seq, in order, with nothing missed."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import pytest
from tests.contract.storage.conftest import Engine, Open
from tests.fixtures import store_writer
from tests.fixtures.records import found, ids, put

from fitzen.infra.storage.base import Delete, Record, Store


def follow(store: Store, owner: str, until: threading.Event, limit: int) -> list[Record]:
    """Read on from the last seq, as a phone does, until `until` is set and nothing more comes."""
    got: list[Record] = []
    while True:
        over = until.is_set()
        more = store.changes(owner, got[-1].seq if got else 0, limit)
        got += more
        if over and not more:
            return got


class TestChanges:
    def test_of_nobody(self, store: Store, owner: str) -> None:
        assert list(store.changes(owner, 0)) == []

    def test_are_numbered_from_1_across_kinds(self, store: Store, owner: str) -> None:
        store.write([put(owner, "a"), put(owner, "b", kind="workout")])
        store.write([put(owner, "c", kind="meal")])
        assert [(record.id, record.kind, record.seq) for record in store.changes(owner, 0)] == [
            ("a", "note", 1),
            ("b", "workout", 2),
            ("c", "meal", 3),
        ]

    def test_are_whole_records(self, store: Store, owner: str) -> None:
        store.write([put(owner, body='{"n": 1}', group="g", digest="d")])
        assert store.changes(owner, 0) == [found(store, owner)]

    def test_show_each_record_once_at_its_last_write(self, store: Store, owner: str) -> None:
        store.write([put(owner, "a"), put(owner, "b"), put(owner, "c")])
        store.write([put(owner, "a", version=1), Delete(owner, "note", "b", 1)])
        assert [(r.id, r.seq, r.deleted, r.body) for r in store.changes(owner, 0)] == [
            ("c", 3, False, "{}"),
            ("a", 4, False, "{}"),
            ("b", 5, True, ""),
        ]

    def test_go_on_from_a_seq_up_to_a_limit(self, store: Store, owner: str) -> None:
        store.write([put(owner, f"i{n}") for n in range(7)])
        assert ids(store.changes(owner, 2, limit=3)) == ["i2", "i3", "i4"]
        assert ids(store.changes(owner, 5, limit=3)) == ["i5", "i6"]
        assert ids(store.changes(owner, 7)) == []
        assert ids(store.changes(owner, 10**12)) == []

    def test_are_at_most_a_hundred_unless_told(self, store: Store, owner: str) -> None:
        for batch in range(2):
            store.write([put(owner, f"i{batch}-{n:02}") for n in range(60)])
        assert [record.seq for record in store.changes(owner, 0)] == list(range(1, 101))
        assert len(store.changes(owner, 0, limit=1000)) == 120

    def test_are_one_owners(self, store: Store, owner: str) -> None:
        store.write([put(owner), put(owner + "x", "b")])
        assert ids(store.changes(owner, 0)) == ["a"]

    def test_of_large_records(self, store: Store, owner: str) -> None:
        body = '{"x": "' + "y" * 300_000 + '"}'
        store.write([put(owner, f"i{n}", body=body) for n in range(12)])
        assert ids(store.changes(owner, 0)) == [f"i{n}" for n in range(12)]


class TestUnderWriters:
    def test_nothing_is_missed_while_threads_write(self, store: Store, owner: str, engine: Engine) -> None:
        threads, each = 4, engine.work
        done = threading.Event()

        def write(name: int) -> None:
            for n in range(each):
                store.write([put(owner, f"{name}-{n}"), put(owner, f"{name}-{n}", kind="meal")])

        with ThreadPoolExecutor(threads + 1) as pool:
            reader = pool.submit(follow, store, owner, done, 10)
            try:
                for writer in [pool.submit(write, name) for name in range(threads)]:
                    writer.result()
            finally:
                done.set()
            got = reader.result()
        assert [record.seq for record in got] == list(range(1, 2 * threads * each + 1))
        assert [got[n + 1][1:3] for n in range(0, len(got), 2)] == [("meal", got[n].id) for n in range(0, len(got), 2)]

    def test_nothing_is_missed_while_processes_write(
        self, store_url: str, open_store: Open, owner: str, engine: Engine
    ) -> None:
        """Two processes, and a reader in a third, on the same owner: thousands of records on the SQL engines."""
        store, count, size = open_store(), 6 * engine.work, 3
        done = threading.Event()
        script = str(Path(store_writer.__file__))
        writers = [
            subprocess.Popen(
                [sys.executable, script, store_url, owner, str(uuid4()), name, str(count), str(size)],
                stdout=subprocess.PIPE,
                text=True,
            )
            for name in ("one", "two")
        ]
        with ThreadPoolExecutor(1) as pool:
            reader = pool.submit(follow, store, owner, done, 25)
            try:
                acknowledged = [len(writer.communicate(timeout=300)[0].split()) for writer in writers]
            finally:
                done.set()
            got = reader.result()
        assert [writer.returncode for writer in writers] == [0, 0]
        assert acknowledged == [count, count]
        assert [record.seq for record in got] == list(range(1, 2 * count * size + 1))
        assert {record.id for record in got} == {
            f"{name}-{n}-{m}" for name in ("one", "two") for n in range(count) for m in range(size)
        }
        for first in range(0, len(got), size):  # the seqs of one write are consecutive, in its order
            stem = got[first].id.removesuffix("-0")
            assert ids(got[first : first + size]) == [f"{stem}-{m}" for m in range(size)]

    @pytest.mark.parametrize("limit", [1, 7])
    def test_a_reader_gets_each_last_write_however_often_a_record_changes(
        self, store: Store, owner: str, engine: Engine, limit: int
    ) -> None:
        each = max(5, engine.work // 2)
        store.write([put(owner, "a"), put(owner, "b")])
        done = threading.Event()

        def write(id_: str) -> None:
            for version in range(1, each):
                store.write([put(owner, id_, version=version)])
            store.write([Delete(owner, "note", id_, each)])

        with ThreadPoolExecutor(3) as pool:
            reader = pool.submit(follow, store, owner, done, limit)
            try:
                for writer in [pool.submit(write, id_) for id_ in "ab"]:
                    writer.result()
            finally:
                done.set()
            got = reader.result()
        seqs = [record.seq for record in got]
        assert seqs == sorted(set(seqs))
        assert seqs[-1] == 2 + 2 * each
        last = {record.id: record for record in got}
        assert last == {id_: found(store, owner, id_, deleted=True) for id_ in "ab"}
        assert [(record.version, record.deleted) for record in last.values()] == [(each + 1, True)] * 2
