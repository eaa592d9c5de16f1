"""Many operations in one write: all or nothing, in order, within the limits."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from tests.contract.storage.conftest import Engine, Open
from tests.fixtures.records import AT, found, ids, put

from fitzen.infra.storage.base import (
    MAX_BODY_BYTES,
    MAX_KEY_BYTES,
    MAX_OPS,
    MAX_WRITE_BYTES,
    Delete,
    LimitError,
    Op,
    Put,
    Store,
    WriteConflict,
)


class TestAllOrNothing:
    def test_of_no_operations_does_nothing(self, store: Store) -> None:
        store.write([])

    def test_puts_and_deletes_together(self, store: Store, owner: str) -> None:
        store.write([put(owner, "changed"), put(owner, "deleted")])
        store.write([put(owner, "new"), Delete(owner, "note", "deleted", 1), put(owner, "changed", version=1)])
        assert [(record.id, record.version, record.seq) for record in store.changes(owner, 0)] == [
            ("new", 1, 3),
            ("deleted", 2, 4),
            ("changed", 2, 5),
        ]

    def test_across_owners(self, store: Store, owner: str) -> None:
        other, claim = str(uuid4()), f"sys:claim:{uuid4().hex}"
        store.write([put(owner, "a"), put(claim, "e@example.org"), put(other, "a"), put(owner, "b")])
        assert [found(store, owner, id_).seq for id_ in "ab"] == [1, 2]
        assert found(store, other).seq == 1
        assert found(store, claim, "e@example.org").seq == 0

    @pytest.mark.parametrize("failing", range(6))
    def test_nothing_is_written_when_one_conflicts(self, store: Store, owner: str, failing: int) -> None:
        other, claim = str(uuid4()), f"sys:claim:{uuid4().hex}"
        store.write([put(owner, "old"), put(owner, "old2"), put(other, "old"), put(claim, "old")])
        before = [store.changes(whose, 0) for whose in (owner, other)]
        ops: list[Op] = [
            put(owner, "new"),
            Delete(owner, "note", "old", 1),
            put(other, "new"),
            put(other, "old", version=1),
            Delete(claim, "note", "old", 1),
            put(claim, "new"),
        ]
        ops[failing] = ops[failing]._replace(version=5)
        with pytest.raises(WriteConflict) as caught:
            store.write(ops)
        assert caught.value.index == failing
        assert [store.changes(whose, 0) for whose in (owner, other)] == before
        assert store.get(claim, "note", "new") is None
        assert found(store, claim, "old").version == 1
        store.write([put(owner, "next")])
        assert found(store, owner, "next").seq == 3  # the write that failed used no number

    def test_names_the_first_conflict_in_the_order_of_the_operations(self, store: Store, owner: str) -> None:
        other = str(uuid4())
        store.write([put(owner, "there"), put(other, "there")])
        conflicts: list[Op] = [
            put(other, "absent", version=3),
            put(owner, "there"),
            Delete(owner, "note", "absent", 1),
            put(owner, "there2", version=1),
        ]
        for first in range(len(conflicts)):
            with pytest.raises(WriteConflict) as caught:
                store.write([put(owner, "good"), *conflicts[first:]])
            assert caught.value.index == 1
            op = conflicts[first]
            assert caught.value.current == store.get(op.owner, op.kind, op.id, deleted=True)

    def test_a_large_write(self, store: Store, owner: str) -> None:
        body = '{"x": "' + "y" * (MAX_BODY_BYTES - 9) + '"}'
        count = MAX_WRITE_BYTES // MAX_BODY_BYTES
        store.write([put(owner, f"i{n:02}", body=body) for n in range(count)])
        page = store.list(owner, "note", newest_first=False)
        assert ids(page.items) == [f"i{n:02}" for n in range(count)]
        assert {len(record.body) for record in page.items} <= {len(body), len(body) - 1}

    def test_a_hundred_operations(self, store: Store, owner: str) -> None:
        ops = [put(owner, f"i{n:02}", kind=f"kind{n % 7}") for n in range(MAX_OPS - 1)]
        store.write(ops)
        assert [(r.kind, r.id, r.seq) for r in store.changes(owner, 0)] == [
            (op.kind, op.id, n) for n, op in enumerate(ops, 1)
        ]


def _bodies(owner: str, *sizes: int) -> list[Op]:
    return [put(owner, f"i{n}", body='{"x":"' + "y" * (size - 8) + '"}') for n, size in enumerate(sizes)]


LIMITS: dict[str, Callable[[str], list[Op]]] = {
    "too many operations": lambda owner: [put(owner, f"i{n}") for n in range(MAX_OPS)],
    "too many owners": lambda owner: [put(f"{owner}{n}") for n in range(MAX_OPS // 2 + 1)],
    "a record twice": lambda owner: [put(owner), put(owner, "b"), Delete(owner, "note", "a", 1)],
    "a large body": lambda owner: _bodies(owner, 10, MAX_BODY_BYTES + 1),
    "large bodies": lambda owner: _bodies(owner, *[MAX_BODY_BYTES] * (MAX_WRITE_BYTES // MAX_BODY_BYTES + 1)),
    "NUL in an owner": lambda owner: [put(owner + "\0")],
    "NUL in an id": lambda owner: [put(owner, "a\0b")],
    "NUL in a kind": lambda owner: [put(owner, kind="no\0te")],
    "NUL in a group": lambda owner: [put(owner, group="\0")],
    "NUL in a body": lambda owner: [put(owner, body='{"x": "\\u0000"}')],
    "# in a kind": lambda owner: [put(owner, kind="no#te")],
    "# in a group": lambda owner: [put(owner, group="#")],
    "no owner": lambda _owner: [put("")],
    "no id": lambda owner: [put(owner, "")],
    "no kind": lambda owner: [put(owner, kind="")],
    "no group": lambda owner: [put(owner, group="")],
    "a long owner": lambda owner: [put(owner + "é" * (MAX_KEY_BYTES["owner"] // 2))],
    "a long id": lambda owner: [put(owner, "é" * (MAX_KEY_BYTES["id"] // 2 + 1))],
    "a long kind": lambda owner: [put(owner, kind="k" * (MAX_KEY_BYTES["kind"] + 1))],
    "a long group": lambda owner: [put(owner, group="g" * (MAX_KEY_BYTES["group"] + 1))],
    "a delete without an id": lambda owner: [Delete(owner, "note", "", 1)],
}


class TestLimits:
    @pytest.mark.parametrize("case", LIMITS)
    def test_refused(self, store: Store, owner: str, case: str) -> None:
        with pytest.raises(LimitError):
            store.write([*LIMITS[case](owner), put(owner, "never")])
        assert list(store.changes(owner, 0)) == []

    def test_the_longest_keys_are_kept(self, store: Store) -> None:
        whose = str(uuid4()).ljust(MAX_KEY_BYTES["owner"], "x")
        key = {name: "é" * (size // 2) for name, size in MAX_KEY_BYTES.items()}
        store.write([put(whose, key["id"], kind=key["kind"], group=key["group"])])
        record = found(store, whose, key["id"], kind=key["kind"])
        assert store.list(whose, key["kind"], group=key["group"]).items == [record]

    def test_escapes_that_only_look_like_nul_are_kept(self, store: Store, owner: str) -> None:
        body = '{"path":"C:\\\\u0000"}'
        store.write([put(owner, body=body)])
        assert found(store, owner).body.replace(" ", "") == body


class TestAtOnce:
    def test_one_of_many_claims_wins(self, store: Store, engine: Engine) -> None:
        threads = 8
        for _ in range(max(2, engine.work // 10)):
            owner, claim = str(uuid4()), f"sys:claim:{uuid4().hex}"
            barrier = threading.Barrier(threads)

            def take(name: int, owner: str = owner, claim: str = claim, barrier: threading.Barrier = barrier) -> bool:
                barrier.wait()
                try:
                    store.write([put(claim, "it", digest=str(name)), put(owner, f"winner{name}")])
                except WriteConflict as conflict:
                    assert conflict.index == 0
                    assert conflict.current == found(store, claim, "it")
                    return False
                return True

            with ThreadPoolExecutor(threads) as pool:
                won = list(pool.map(take, range(threads)))
            assert won.count(True) == 1
            assert found(store, claim, "it").digest == str(won.index(True))
            assert ids(store.changes(owner, 0)) == [f"winner{won.index(True)}"]

    def test_no_update_is_lost(self, store: Store, owner: str, engine: Engine) -> None:
        store.write([put(owner, body='{"n": 0}')])
        threads, each = 4, max(3, engine.work // 5)

        def count() -> None:
            done = 0
            while done < each:
                seen = found(store, owner)
                body = f'{{"n": {int(seen.body[5:-1]) + 1}}}'.replace(" ", "").replace(":", ": ")
                try:
                    store.write([Put(owner, "note", "a", body, AT, seen.version)])
                except WriteConflict:
                    continue
                done += 1

        with ThreadPoolExecutor(threads) as pool:
            for future in [pool.submit(count) for _ in range(threads)]:
                future.result()
        assert (found(store, owner).body, found(store, owner).version) == (
            f'{{"n": {threads * each}}}',
            threads * each + 1,
        )

    def test_writes_that_cross_owners_in_either_order_all_happen(self, store: Store, engine: Engine) -> None:
        owners = [str(uuid4()) for _ in range(3)]
        claims = [f"sys:counter:{uuid4().hex}" for _ in range(2)]
        each = max(3, engine.work // 5)

        def write(name: int) -> None:
            for n in range(each):
                order = owners[name % 3 :] + owners[: name % 3] + claims[:: 1 if name % 2 else -1]
                store.write([put(whose, f"{name}-{n}") for whose in order])

        with ThreadPoolExecutor(4) as pool:
            for future in [pool.submit(write, name) for name in range(4)]:
                future.result()
        for whose in owners:
            assert [record.seq for record in store.changes(whose, 0, 1000)] == list(range(1, 4 * each + 1))
        for claim in claims:
            assert len(store.list(claim, "note", limit=1000).items) == 4 * each

    def test_what_one_process_wrote_another_reads(self, store: Store, open_store: Open, owner: str) -> None:
        other = open_store()
        for n in range(5):
            store.write([put(owner, f"i{n}")])
            assert found(other, owner, f"i{n}") == found(store, owner, f"i{n}")
            assert len(other.list(owner, "note").items) == n + 1
            assert other.changes(owner, n) == [found(store, owner, f"i{n}")]
            assert other.get_many(owner, [("note", f"i{n}")])
