"""Random operations, compared after every step with a model of the Store that fits on a page."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from typing import ClassVar
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from tests.contract.storage.conftest import Engine, MovableClock
from tests.fixtures.records import AT, MINUTE

from fitzen.infra.storage.base import Delete, Op, OwnerErasedError, Put, Record, Store, WriteConflict, is_system
from fitzen.wiring import build_store


class Model:
    """What the port promises, on a dict: keys to records, in no hurry."""

    def __init__(self, clock: MovableClock) -> None:
        self.clock = clock
        self.records: dict[tuple[str, str, str], Record] = {}
        self.seqs: dict[str, int] = {}
        self.erased: set[str] = set()

    def present(self) -> Iterator[Record]:
        now = self.clock.now
        return (r for r in self.records.values() if r.expires_at is None or r.expires_at > now)

    def current(self, op: Op) -> Record | None:
        return next((record for record in self.present() if record[:3] == op[:3]), None)

    def write(self, ops: list[Op]) -> None:
        if any(op.owner in self.erased for op in ops):
            raise OwnerErasedError
        for index, op in enumerate(ops):
            current = self.current(op)
            dead = isinstance(op, Delete) and (current is None or current.deleted)
            if dead or op.version != (current.version if current else 0):
                raise WriteConflict(index, current)
        for op in ops:
            self.apply(op, self.current(op))

    def apply(self, op: Op, current: Record | None) -> None:
        if is_system(op.owner) and isinstance(op, Delete):
            del self.records[op[:3]]
            return
        seq = 0
        if not is_system(op.owner):
            seq = self.seqs[op.owner] = self.seqs.get(op.owner, 0) + 1
        if isinstance(op, Delete):
            assert current is not None
            self.records[op[:3]] = current._replace(
                body="", version=op.version + 1, seq=seq, due_at=None, expires_at=None, deleted=True
            )
            return
        digest = current.digest if current else op.digest
        self.records[op[:3]] = Record(
            *op[:5], op.version + 1, seq, op.group, op.due_at, op.expires_at, digest, deleted=False
        )


def plain(record: Record) -> Record:
    """With a body that compares by what it means."""
    return record._replace(body=json.dumps(json.loads(record.body), sort_keys=True) if record.body else "")


SLOTS = st.integers(0, 2)
TIMES = st.integers(0, 4).map(lambda n: AT + n * MINUTE)
BODIES = st.dictionaries(st.sampled_from("abé"), st.integers(0, 9) | st.just(0.1), max_size=2).map(json.dumps)


class Machine(RuleBasedStateMachine):
    """`store` and `clock` are set by the test."""

    store: ClassVar[Store]
    clock: ClassVar[MovableClock]

    @initialize()
    def start(self) -> None:
        name = uuid4().hex
        self.owners = [f"{name}-1", f"{name}-2", f"sys:lease:{name}"]
        self.kinds = [f"k{name}", "workout"]
        self.model = Model(self.clock)

    def draw_op(self, data: st.DataObject) -> Op:
        key = (
            self.owners[data.draw(SLOTS)],
            self.kinds[data.draw(st.integers(0, 1))],
            data.draw(st.sampled_from(["a", "b", "é"])),
        )
        current = self.model.current(Delete(*key, 0))
        right = current.version if current else 0
        version = data.draw(st.sampled_from([right] * 6 + [0, 1, 2]))
        if data.draw(st.integers(0, 3)) == 0:
            return Delete(*key, version)
        lasts = data.draw(st.sampled_from([None, None, 1, 3]))
        return Put(
            *key,
            data.draw(BODIES),
            data.draw(TIMES),
            version,
            data.draw(st.sampled_from([None, "g", "h"])),
            data.draw(st.none() | TIMES),
            self.clock.now + lasts * MINUTE if lasts else None,
            data.draw(st.sampled_from([None, "d1", "d2"])),
        )

    @rule(data=st.data(), count=st.integers(1, 5))
    def write(self, data: st.DataObject, count: int) -> None:
        ops = list({op[:3]: op for op in (self.draw_op(data) for _ in range(count))}.values())
        try:
            self.model.write(ops)
        except OwnerErasedError:
            with pytest.raises(OwnerErasedError):
                self.store.write(ops)
        except WriteConflict as expected:
            with pytest.raises(WriteConflict) as caught:
                self.store.write(ops)
            assert caught.value.index == expected.index
            assert (caught.value.current and plain(caught.value.current)) == (
                expected.current and plain(expected.current)
            )
        else:
            self.store.write(ops)

    @rule(minutes=st.integers(1, 2))
    def wait(self, minutes: int) -> None:
        self.clock.forward(minutes=minutes)

    @rule()
    def remove_expired(self) -> None:
        while self.store.remove_expired():
            pass

    @rule(slot=SLOTS, really=st.integers(0, 9))
    def erase(self, slot: int, really: int) -> None:
        if really:  # seldom, for little happens to an owner after
            return
        owner = self.owners[slot]
        while not self.store.erase(owner, 2):
            pass
        self.model.records = {key: record for key, record in self.model.records.items() if key[0] != owner}
        if not is_system(owner):
            self.model.erased.add(owner)

    @rule(data=st.data(), newest_first=st.booleans(), limit=st.integers(1, 3))
    def list(self, data: st.DataObject, newest_first: bool, limit: int) -> None:
        owner, kind = self.owners[data.draw(SLOTS)], self.kinds[data.draw(st.integers(0, 1))]
        group = data.draw(st.sampled_from([None, "g"]))
        after, before = data.draw(st.none() | TIMES), data.draw(st.none() | TIMES)
        expected = sorted(
            (
                record
                for record in self.model.present()
                if record[:2] == (owner, kind)
                and not record.deleted
                and group in (None, record.group)
                and (after is None or record.at >= after)
                and (before is None or record.at < before)
            ),
            key=lambda record: (record.at, record.id),
            reverse=newest_first,
        )
        got: list[Record] = []
        cursor: str | None = None
        while True:
            page = self.store.list(
                owner,
                kind,
                group=group,
                after=after,
                before=before,
                newest_first=newest_first,
                limit=limit,
                cursor=cursor,
            )
            got += page.items
            cursor = page.next_cursor
            if cursor is None:
                break
        assert [plain(record) for record in got] == [plain(record) for record in expected]

    @rule(slot=st.integers(0, 1), since=st.integers(0, 5), limit=st.integers(1, 4))
    def changes(self, slot: int, since: int, limit: int) -> None:
        owner = self.owners[slot]
        expected = sorted(
            (plain(r) for r in self.model.present() if r.owner == owner and r.seq > since), key=lambda r: r.seq
        )
        assert [plain(record) for record in self.store.changes(owner, since, limit)] == expected[:limit]

    @rule(until=TIMES)
    def due(self, until: datetime) -> None:
        expected = sorted(
            (record.due_at, record.owner, record.id)
            for record in self.model.present()
            if record.kind == self.kinds[0] and record.due_at is not None and record.due_at <= until
        )
        got = [(record.due_at, record.owner, record.id) for record in self.store.due(self.kinds[0], until)]
        assert [due_at for due_at, _, _ in got] == [due_at for due_at, _, _ in expected]
        assert sorted(map(str, got)) == sorted(map(str, expected))

    @invariant()
    def every_record_is_as_in_the_model(self) -> None:
        keys = [(kind, id_) for kind in self.kinds for id_ in ("a", "b", "é")]
        for owner in self.owners:
            expected = {record[1:3]: plain(record) for record in self.model.present() if record.owner == owner}
            got = self.store.get_many(owner, keys, deleted=True)
            assert {key: plain(record) for key, record in got.items()} == expected


def test_random_operations(database: str, engine: Engine) -> None:
    """A failure prints the steps that lead to it, and how to run just those again."""
    clock = MovableClock()
    with closing(build_store(database, clock=clock)) as store:
        store.migrate()
        machine = type("Machine", (Machine,), {"store": store, "clock": clock})
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=max(4, engine.work // 2),
                stateful_step_count=25,
                deadline=None,
                suppress_health_check=list(HealthCheck),
                print_blob=True,
            ),
        )
