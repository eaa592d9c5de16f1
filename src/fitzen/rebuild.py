"""Make derived records again from their sources, and say where they differ from what is stored.

A feature says by a `Derivation` what its sources give; comparing and mending are the same for all of them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from typing import NamedTuple

from fitzen.infra.storage.base import Delete, Op, Put, Record, Store
from fitzen.records import all_records, loads

BATCH = 90

type Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Derivation:
    """What a feature derives.

    `expected` yields the puts of a person's derived records of these `kinds`, as their sources give them now; their
    versions do not count. `emptied` returns what a record is that no source adds to any more, given owner, kind and id:
    one that others rely on stays, as it was before anything was added; None where it is deleted.
    """

    kinds: tuple[str, ...]
    expected: Callable[[Store, str], Iterable[Put]]
    emptied: Callable[[str, str, str], Put | None]


def gone(_owner: str, _kind: str, _id: str) -> None:
    """Say of a feature's derived records that each goes with its source."""


class Difference(NamedTuple):
    """A derived record that is not what its sources give; `expected` None: it should not be there."""

    kind: str
    id: str
    expected: Put | None
    stored: Record | None


def differences(store: Store, user_id: str, derivations: Iterable[Derivation]) -> list[Difference]:
    """Compare every derived record of a person with what its sources give. Empty when all agree."""
    return [found for derivation in derivations for found in _differences(store, user_id, derivation)]


def _differences(store: Store, user_id: str, derivation: Derivation) -> Iterator[Difference]:
    given = {(put.kind, put.id): put for put in derivation.expected(store, user_id)}
    stored = {(kind, record.id): record for kind in derivation.kinds for record in all_records(store, user_id, kind)}
    for key in sorted(given.keys() | stored.keys()):
        expected = given.get(key) or derivation.emptied(user_id, *key)
        if not _same(expected, stored.get(key)):
            yield Difference(*key, expected, stored.get(key))


def _same(expected: Put | None, stored: Record | None) -> bool:
    if expected is None or stored is None:
        return expected is None and stored is None
    where = (stored.at, stored.group) == (expected.at, expected.group)
    return where and loads(stored.body) == loads(expected.body)


def repair(store: Store, user_id: str, found: Sequence[Difference]) -> None:
    """Write what should be there; WriteConflict when the person logs meanwhile (compare again then)."""
    for batch in batched(found, BATCH, strict=False):
        gone = [(each.kind, each.id) for each in batch if each.stored is None]
        tombstones = store.get_many(user_id, gone, deleted=True) if gone else {}
        store.write([_op(user_id, each, tombstones.get((each.kind, each.id))) for each in batch])


def _op(owner: str, difference: Difference, tombstone: Record | None) -> Op:
    before = difference.stored or tombstone
    version = before.version if before else 0
    if difference.expected is None:
        return Delete(owner, difference.kind, difference.id, version)
    return difference.expected._replace(version=version)


def users_with_differences(store: Store, derivations: Sequence[Derivation]) -> Iterator[tuple[str, list[Difference]]]:
    """Check everybody, one after the other; yields those whose records disagree."""
    for user_id in store.users():
        if found := differences(store, user_id, derivations):
            yield user_id, found
