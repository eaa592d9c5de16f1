"""One record: what is kept, in which version, and how it comes back."""

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fixtures.records import AT, MINUTE, found, put

from fitzen.infra.storage.base import MAX_BODY_BYTES, Delete, Put, Record, Store, WriteConflict

BODY = '{"name": "Squat", "sets": [{"reps": 5, "weight_kg": 102.5}]}'


class TestPut:
    def test_comes_back_whole(self, store: Store, owner: str) -> None:
        store.write([Put(owner, "workout", "w1", BODY, AT, 0, "g", AT + MINUTE, AT.replace(year=2999), "d1gest")])
        record = found(store, owner, "w1", kind="workout")
        assert json.loads(record.body) == json.loads(BODY)
        assert record._replace(body="") == Record(
            owner, "workout", "w1", "", AT, 1, 1, "g", AT + MINUTE, AT.replace(year=2999), "d1gest", deleted=False
        )

    def test_comes_back_without_what_it_has_not(self, store: Store, owner: str) -> None:
        store.write([put(owner)])
        assert found(store, owner) == Record(owner, "note", "a", "{}", AT, 1, 1)

    def test_needs_no_known_kind(self, store: Store, owner: str) -> None:
        store.write([put(owner, kind=kind) for kind in ("workout", "claim", "never_heard_of")])
        assert {kind: found(store, owner, kind=kind).seq for kind in ("workout", "claim", "never_heard_of")} == {
            "workout": 1,
            "claim": 2,
            "never_heard_of": 3,
        }

    def test_of_the_next_version_replaces_all_but_the_digest(self, store: Store, owner: str) -> None:
        store.write([put(owner, body=BODY, group="g", due_at=AT, expires_at=AT.replace(year=2999), digest="first")])
        store.write([put(owner, body='{"b": 2}', at=AT + MINUTE, version=1, digest="second")])
        record = found(store, owner)
        assert json.loads(record.body) == {"b": 2}
        assert record._replace(body="") == Record(owner, "note", "a", "", AT + MINUTE, 2, 2, digest="first")

    def test_without_a_digest_has_none_for_good(self, store: Store, owner: str) -> None:
        store.write([put(owner)])
        store.write([put(owner, version=1, digest="late")])
        assert found(store, owner).digest is None

    def test_counts_versions(self, store: Store, owner: str) -> None:
        for version in range(5):
            store.write([put(owner, version=version, body=json.dumps({"n": version}))])
        assert found(store, owner).version == 5
        assert json.loads(found(store, owner).body) == {"n": 4}

    @pytest.mark.parametrize("version", [0, 2, 7])
    def test_of_another_version_conflicts(self, store: Store, owner: str, version: int) -> None:
        store.write([put(owner, digest="d")])
        with pytest.raises(WriteConflict) as caught:
            store.write([put(owner, version=version, body='{"lost": true}')])
        assert (caught.value.index, caught.value.current) == (0, found(store, owner))
        assert found(store, owner).body == "{}"

    def test_of_a_version_conflicts_where_nothing_is(self, store: Store, owner: str) -> None:
        with pytest.raises(WriteConflict) as caught:
            store.write([put(owner, version=1)])
        assert caught.value.current is None
        assert store.get(owner, "note", "a", deleted=True) is None

    def test_is_kept_apart_by_owner_kind_and_id(self, store: Store, owner: str) -> None:
        other = str(uuid4())
        keys = [(owner, "note", "a"), (owner, "note", "b"), (owner, "memo", "a"), (other, "note", "a")]
        for n, (whose, kind, id_) in enumerate(keys):
            store.write([put(whose, id_, kind=kind, body=json.dumps({"n": n}))])
        assert [json.loads(found(store, o, i, kind=k).body)["n"] for o, k, i in keys] == [0, 1, 2, 3]


class TestGet:
    def test_finds_nothing(self, store: Store, owner: str) -> None:
        assert store.get(owner, "note", "a") is None
        assert store.get(owner, "note", "a", deleted=True) is None

    @pytest.mark.parametrize("key", ["a\0", "\0", ""])
    def test_finds_nothing_under_a_key_that_cannot_be(self, store: Store, owner: str, key: str) -> None:
        store.write([put(owner)])
        assert store.get(owner, "note", key) is None
        assert store.get_many(owner, [("note", key), ("note", "a")]).keys() == {("note", "a")}
        assert store.list(owner, "note", group=key).items == []

    def test_many(self, store: Store, owner: str) -> None:
        store.write([put(owner, "a"), put(owner, "b"), put(owner, "a", kind="memo"), put(owner, "gone")])
        store.write([Delete(owner, "note", "gone", 1), put(str(uuid4()), "c")])
        keys = [("note", "a"), ("memo", "a"), ("memo", "b"), ("note", "c"), ("note", "gone"), ("note", "a")]
        live = store.get_many(owner, keys)
        assert live == {key: found(store, owner, key[1], kind=key[0]) for key in [("note", "a"), ("memo", "a")]}
        every = store.get_many(owner, keys, deleted=True)
        assert every == live | {("note", "gone"): found(store, owner, "gone", deleted=True)}

    def test_many_of_no_keys(self, store: Store, owner: str) -> None:
        assert store.get_many(owner, []) == {}

    def test_a_hundred(self, store: Store, owner: str) -> None:
        store.write([put(owner, f"i{n}") for n in range(99)])
        assert len(store.get_many(owner, [("note", f"i{n}") for n in range(100)])) == 99


class TestDelete:
    def test_leaves_a_tombstone(self, store: Store, owner: str) -> None:
        store.write([put(owner, body=BODY, group="g", due_at=AT, expires_at=AT.replace(year=2999), digest="d")])
        store.write([Delete(owner, "note", "a", 1)])
        assert store.get(owner, "note", "a") is None
        assert store.get(owner, "note", "a", deleted=True) == Record(
            owner, "note", "a", "", AT, 2, 2, "g", digest="d", deleted=True
        )

    @pytest.mark.parametrize("version", [0, 2])
    def test_of_another_version_conflicts(self, store: Store, owner: str, version: int) -> None:
        store.write([put(owner)])
        with pytest.raises(WriteConflict) as caught:
            store.write([Delete(owner, "note", "a", version)])
        assert caught.value.current == found(store, owner)

    def test_of_nothing_conflicts(self, store: Store, owner: str) -> None:
        for version in (0, 1):
            with pytest.raises(WriteConflict) as caught:
                store.write([Delete(owner, "note", "a", version)])
            assert caught.value.current is None

    def test_of_a_tombstone_conflicts(self, store: Store, owner: str) -> None:
        store.write([put(owner)])
        store.write([Delete(owner, "note", "a", 1)])
        for version in (1, 2):
            with pytest.raises(WriteConflict) as caught:
                store.write([Delete(owner, "note", "a", version)])
            assert caught.value.current == found(store, owner, deleted=True)

    def test_is_undone_only_by_a_put_that_names_the_tombstone(self, store: Store, owner: str) -> None:
        store.write([put(owner, digest="first")])
        store.write([Delete(owner, "note", "a", 1)])
        for version in (0, 1):
            with pytest.raises(WriteConflict) as caught:
                store.write([put(owner, version=version)])
            assert caught.value.current == found(store, owner, deleted=True)
        store.write([put(owner, version=2, body='{"again": 1}', digest="other")])
        record = found(store, owner)
        assert (json.loads(record.body), record.version, record.seq) == ({"again": 1}, 3, 3)
        assert (record.digest, record.deleted) == ("first", False)

    def test_leaves_nothing_of_a_system_record(self, store: Store) -> None:
        owner = f"sys:claim:{uuid4().hex}"
        store.write([put(owner)])
        assert found(store, owner)._replace(seq=0) == Record(owner, "note", "a", "{}", AT, 1, 0)
        with pytest.raises(WriteConflict):
            store.write([Delete(owner, "note", "a", 2)])
        store.write([Delete(owner, "note", "a", 1)])
        assert store.get(owner, "note", "a", deleted=True) is None
        store.write([put(owner)])
        assert found(store, owner).version == 1


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), inner, max_size=4)
    ),
    max_leaves=12,
)
TIMES = st.datetimes(
    datetime(1900, 1, 2), datetime(9998, 12, 30), timezones=st.timezones() | st.just(UTC), allow_imaginary=False
)
WORDS = [
    "🏋🏽‍♀️ 深蹲",
    "e\u0301 ≠ \u00e9",
    "עברית",
    "العربية 123",
    "\u202eidea\u202c",
    "a'b\"c;--%_?{}\\",
    " ",
    "\u00a0",
    "\U0010ffff",
]


def numbers(body: str) -> object:
    """The JSON value, with numbers as they are written down, however that is: 1e3 is 1000 is 1000.0."""
    return json.loads(body, parse_float=Decimal, parse_int=Decimal)


class TestValues:
    @pytest.mark.parametrize("word", WORDS, ids=[f"word{n}" for n in range(len(WORDS))])
    def test_any_text_is_kept(self, store: Store, owner: str, word: str) -> None:
        whose = f"{owner}{word}"
        store.write([put(whose, word, group=word, body=json.dumps({word: [word]}, ensure_ascii=False), digest=word)])
        record = found(store, whose, word)
        assert (record.owner, record.id, record.group, record.digest) == (whose, word, word, word)
        assert json.loads(record.body) == {word: [word]}
        assert store.list(whose, "note", group=word).items == [record]
        assert store.get_many(whose, [("note", word)]) == {("note", word): record}
        assert whose in set(store.users())

    def test_text_is_not_normalised(self, store: Store, owner: str) -> None:
        store.write([put(owner, "e\u0301"), put(owner, "\u00e9")])
        assert len(store.list(owner, "note").items) == 2

    @pytest.mark.parametrize(
        "number", ["0.1", "1e-7", "100.0", "-0.0", "12345678901234567890", "1.7976931348623157e308", "5e-324", "102.5"]
    )
    def test_numbers_are_kept(self, store: Store, owner: str, number: str) -> None:
        store.write([put(owner, body=f'{{"n": {number}}}')])
        assert numbers(found(store, owner).body) == {"n": Decimal(number)}

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(value=JSON)
    def test_json_is_kept(self, store: Store, value: object) -> None:
        owner = str(uuid4())
        body = json.dumps({"value": value})
        store.write([put(owner, body=body)])
        assert numbers(found(store, owner).body) == numbers(body)

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(at=TIMES, due_at=TIMES)
    def test_times_are_kept_to_the_microsecond(self, store: Store, at: datetime, due_at: datetime) -> None:
        owner = str(uuid4())
        store.write([put(owner, at=at, due_at=due_at)])
        record = found(store, owner)
        assert (record.at, record.due_at) == (at.astimezone(UTC), due_at.astimezone(UTC))
        assert record.at.utcoffset() == timedelta(0)
        assert store.list(owner, "note", after=at, before=at + timedelta(microseconds=1)).items == [record]
        assert store.list(owner, "note", after=at + timedelta(microseconds=1)).items == []
        assert store.list(owner, "note", before=at).items == []

    def test_a_time_is_the_same_at_any_offset(self, store: Store, owner: str) -> None:
        store.write([put(owner, at=AT.astimezone(timezone(timedelta(hours=-11, minutes=-30))))])
        assert found(store, owner).at == AT

    @pytest.mark.parametrize("field", ["at", "due_at", "expires_at"])
    def test_a_time_without_an_offset_is_refused(self, store: Store, owner: str, field: str) -> None:
        with pytest.raises(TypeError):
            store.write([put(owner, "b"), put(owner, "c", **dict[str, Any]({field: datetime(2026, 3, 1)}))])
        assert store.get(owner, "note", "b") is None

    def test_the_largest_body_is_kept(self, store: Store, owner: str) -> None:
        body = json.dumps({"x": "é" * ((MAX_BODY_BYTES - 9) // 2)}, ensure_ascii=False)
        assert MAX_BODY_BYTES - 1 <= len(body.encode()) <= MAX_BODY_BYTES
        store.write([put(owner, body=body)])
        assert json.loads(found(store, owner).body) == json.loads(body)
        assert json.loads(store.list(owner, "note").items[0].body) == json.loads(body)
