"""Mending derived records: what is missing comes back, even where a tombstone is in its place, and what is too much goes."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pytest

from fitzen import rebuild
from fitzen.infra.storage.base import Delete, Put, Store
from fitzen.rebuild import Derivation
from fitzen.records import EPOCH
from fitzen.wiring import build_store

OWNER = "ana"
AT = datetime(2026, 11, 23, tzinfo=UTC)
WANTED = {"a": '{"n":1}', "b": '{"n":2}'}


def expected(_store: Store, owner: str) -> Iterator[Put]:
    return (Put(owner, "sum", id_, body, AT, group="g") for id_, body in WANTED.items())


def emptied(owner: str, kind: str, id: str) -> Put | None:
    return Put(owner, kind, id, '{"n":0}', AT) if id == "kept" else None


SUMS = [Derivation(("sum",), expected, emptied)]


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(build_store("sqlite://")) as store:
        store.migrate()
        yield store


def found(store: Store) -> dict[str, bool]:
    """Return the ids that differ, and whether they should be there."""
    return {each.id: each.expected is not None for each in rebuild.differences(store, OWNER, SUMS)}


def test_what_is_missing_wrong_or_too_much_is_found_and_mended(store: Store) -> None:
    store.write([Put(OWNER, "sum", id_, '{"n":1}', AT, group="g") for id_ in ("a", "b", "stray", "kept")])
    store.write([Delete(OWNER, "sum", "a", 1)])
    assert found(store) == {"a": True, "b": True, "kept": True, "stray": False}
    rebuild.repair(store, OWNER, rebuild.differences(store, OWNER, SUMS))
    assert found(store) == {}
    assert store.get(OWNER, "sum", "stray") is None


@pytest.mark.parametrize("change", [{"at": EPOCH}, {"group": "other"}, {"group": None}, {"body": '{"n":1,"m":2}'}])
def test_where_a_record_is_filed_counts_too(store: Store, change: Any) -> None:
    store.write([put._replace(**change) if put.id == "a" else put for put in expected(store, OWNER)])
    assert found(store) == {"a": True}


def test_the_order_of_fields_does_not_count(store: Store) -> None:
    store.write([Put(OWNER, "sum", "a", '{ "n": 1.0 }', AT, group="g"), *list(expected(store, OWNER))[1:]])
    assert found(store) == {}


def test_everybody_is_looked_at(store: Store) -> None:
    store.write([Put("ben", "user", "ben", "{}", AT)])
    assert [user for user, _ in rebuild.users_with_differences(store, SUMS)] == ["ben"]
