"""A rehearsed store answers as a real one that had been written to, and the one below it is left as it was."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from fitzen.infra.storage.base import Delete, Op, Put, Record, Store, WriteConflict
from fitzen.transfer.rehearsal import RehearsedStore
from fitzen.wiring import build_store

START = datetime(2026, 11, 1, tzinfo=UTC)
OWNERS, KINDS, IDS, GROUPS = ("u", "sys:a:b"), ("note", "memo"), [str(n) for n in range(12)], (None, "x", "y")


@pytest.fixture
def stores() -> Iterator[tuple[Store, Store]]:
    with closing(build_store("sqlite://")) as real, closing(build_store("sqlite://")) as below:
        for store in (real, below):
            store.migrate()
        yield real, below


def some_op(random: Random, store: Store) -> Op:
    owner, kind, id_ = random.choice(OWNERS), random.choice(KINDS), random.choice(IDS)
    current = store.get(owner, kind, id_, deleted=True)
    version = (current.version if current else 0) + random.choice([0, 0, 0, 0, 1])
    if current and not current.deleted and random.random() < 0.3:
        return Delete(owner, kind, id_, version)
    at = START + timedelta(hours=random.randrange(8))
    body, digest = f'{{"n":{random.randrange(1000)}}}', random.choice([None, "a", "b"])
    return Put(owner, kind, id_, body, at, version, random.choice(GROUPS), digest=digest)


def plain(record: Record | None) -> Record | None:
    """Leave out the number of the write, which a rehearsal does not count."""
    return record._replace(seq=0) if record else None


def written(store: Store, ops: list[Op]) -> tuple[int, Record | None] | None:
    try:
        store.write(ops)
    except WriteConflict as conflict:
        return conflict.index, plain(conflict.current)
    return None


def everything(store: Store) -> list[Record | None]:
    return [
        plain(store.get(owner, kind, id_, deleted=deleted))
        for owner in OWNERS
        for kind in KINDS
        for id_ in IDS
        for deleted in (True, False)
    ]


def listed(store: Store, random: Random) -> list[Record | None]:
    """Read some list through, page by page."""
    owner, kind, group = random.choice(OWNERS), random.choice(KINDS), random.choice(GROUPS)
    after, before = (random.choice([None, START + timedelta(hours=random.randrange(8))]) for _ in range(2))
    newest_first, limit = random.random() < 0.5, random.choice([1, 2, 3, 50])
    found: list[Record | None] = []
    cursor = None
    while True:
        page = store.list(
            owner, kind, group=group, after=after, before=before, newest_first=newest_first, limit=limit, cursor=cursor
        )
        found += map(plain, page.items)
        cursor = page.next_cursor
        if cursor is None:
            return found


@pytest.mark.parametrize("seed", range(30))
def test_it_answers_as_a_real_store_would(stores: tuple[Store, Store], seed: int) -> None:
    """The first writes go to both for real, the others only to one, and to the rehearsal over the other."""
    real, below = stores
    random = Random(seed)
    for _ in range(20):
        ops = [some_op(random, real)]
        assert written(real, ops) == written(below, ops)
    before = everything(below)
    rehearsed = RehearsedStore(below)
    for _ in range(60):
        ops = list({op[:3]: op for op in (some_op(random, real) for _ in range(random.randrange(1, 4)))}.values())
        assert written(rehearsed, ops) == written(real, ops)
        state = random.getstate()
        expected = listed(real, random)
        random.setstate(state)
        assert listed(rehearsed, random) == expected
    assert everything(rehearsed) == everything(real)
    keys = [(kind, id_) for kind in KINDS for id_ in IDS]
    for owner in OWNERS:
        for deleted in (True, False):
            found, expected_ = (store.get_many(owner, keys, deleted=deleted) for store in (rehearsed, real))
            assert {key: plain(record) for key, record in found.items()} == {
                key: plain(record) for key, record in expected_.items()
            }
    assert everything(below) == before


def test_nothing_is_removed_in_a_rehearsal(stores: tuple[Store, Store]) -> None:
    with pytest.raises(TypeError):
        RehearsedStore(stores[0]).erase("u")
    with pytest.raises(TypeError):
        RehearsedStore(stores[0]).remove_expired()
