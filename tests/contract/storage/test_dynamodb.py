"""What only the DynamoDB adapter does, over the wire: its table, counters, shards, TTL, pages and large bodies."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any
from uuid import uuid4

import pytest
from tests.fixtures.wire import Answer, Json, Script, Wire, forward, wire

from fitzen.errors import InvalidError, UnavailableError
from fitzen.infra.storage.base import (
    MAX_BODY_BYTES,
    Delete,
    OwnerErasedError,
    Put,
    Record,
    WriteConflict,
    encode_cursor,
    segment_of,
    to_micros,
)
from fitzen.infra.storage.dynamodb import DynamoStore
from fitzen.infra.storage.dynamodb_items import COUNTER, INLINE_BYTES, stamp

SEED = 20261123
SECOND = timedelta(seconds=1)


class Clock:
    """A clock that a test may move. It starts at the real time, for ministack removes what has expired by that."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def url(dynamodb_endpoint: str) -> str:
    return f"dynamodb://eu-central-1/t{uuid4().hex}?endpoint={dynamodb_endpoint}"


@pytest.fixture
def store(url: str, clock: Clock) -> Iterator[DynamoStore]:
    with closing(DynamoStore(url, clock=clock)) as store:
        store.migrate()
        yield store


@pytest.fixture
def call(store: DynamoStore) -> Callable[..., Json]:
    """Ask DynamoDB itself, about the store's table."""
    return lambda operation, **params: store._table.call(operation, {"TableName": store._table.name, **params})


@contextmanager
def another(url: str, clock: Clock) -> Iterator[DynamoStore]:
    """The store of another process: it remembers nothing of what this one wrote."""
    with closing(DynamoStore(url, clock=clock)) as store:
        yield store


@contextmanager
def through(store: DynamoStore, script: Script, clock: Clock) -> Iterator[tuple[DynamoStore, Wire]]:
    """The same table by way of a proxy."""
    with (
        wire(script) as proxy,
        another(f"dynamodb://eu-central-1/{store._table.name}?endpoint={proxy.url}", clock) as by,
    ):
        yield by, proxy


def put(owner: str, id: str, at: datetime, *, version: int = 0, **more: Any) -> Put:
    return Put(owner, "note", id, more.pop("body", "{}"), at, version, **more)


def after_the_query(store: DynamoStore, endpoint: str, change: Put | Delete) -> Script:
    """Answer a query as it was before a change that comes before the caller's next request."""
    left = [change]

    def script(operation: str, params: Json) -> Answer:
        answer = forward(endpoint, operation, params)
        if operation == "Query" and left:
            store.write([left.pop()])
        return answer

    return script


def stored(call: Callable[..., Json], owner: str, sk: str) -> Json:
    item: Json = call("GetItem", Key={"owner": {"S": owner}, "sk": {"S": sk}}, ConsistentRead=True)["Item"]
    return item


def ids(records: Any) -> list[str]:
    return [record.id for record in records]


class TestTable:
    def test_is_as_designed(self, call: Callable[..., Json]) -> None:
        table = call("DescribeTable")["Table"]
        keys = {
            index["IndexName"]: (
                [key["AttributeName"] for key in index["KeySchema"]],
                index["Projection"]["ProjectionType"],
            )
            for index in table["LocalSecondaryIndexes"] + table["GlobalSecondaryIndexes"]
        }
        assert keys == {
            "by_at": (["owner", "by_at"], "INCLUDE"),
            "by_group": (["owner", "by_group"], "INCLUDE"),
            "by_seq": (["owner", "seq"], "KEYS_ONLY"),
            "due": (["due_shard", "due_at"], "KEYS_ONLY"),
            "users": (["segment", "owner"], "KEYS_ONLY"),
        }
        assert table["BillingModeSummary"]["BillingMode"] == "PAY_PER_REQUEST"
        assert table["SSEDescription"]["Status"] == "ENABLED"
        assert call("DescribeTimeToLive")["TimeToLiveDescription"] == {
            "TimeToLiveStatus": "ENABLED",
            "AttributeName": "ttl",
        }
        backups = call("DescribeContinuousBackups")["ContinuousBackupsDescription"]
        assert backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"

    def test_is_made_once_by_many_at_once(self, url: str, clock: Clock, capfd: pytest.CaptureFixture[str]) -> None:
        with another(url, clock) as one, another(url, clock) as two, ThreadPoolExecutor() as pool:
            for done in [pool.submit(store.migrate) for store in (one, two, one, two)]:
                done.result()
            one.write([put("u", "a", clock.now)])
            two.migrate()
            assert two.get("u", "note", "a")
        assert capfd.readouterr() == ("", "")

    def test_with_other_indexes_is_refused(self, url: str, clock: Clock) -> None:
        with another(url, clock) as store:
            store._table.call(
                "CreateTable",
                {
                    "TableName": store._table.name,
                    "AttributeDefinitions": [{"AttributeName": "owner", "AttributeType": "S"}],
                    "KeySchema": [{"AttributeName": "owner", "KeyType": "HASH"}],
                    "BillingMode": "PAY_PER_REQUEST",
                },
            )
            with pytest.raises(RuntimeError, match="other keys or indexes"):
                store.migrate()


class TestCounter:
    def test_processes_that_write_at_once_give_out_every_seq_once(
        self, store: DynamoStore, url: str, clock: Clock
    ) -> None:
        def write(writer: DynamoStore, name: str) -> None:
            for n in range(6):
                writer.write([put("u", f"{name}-{n}-{m}", clock.now) for m in range(2)])

        with another(url, clock) as other, ThreadPoolExecutor(6) as pool:
            for done in [pool.submit(write, writer, f"{i}") for i, writer in enumerate([store, other] * 3)]:
                done.result()
        changes = store.changes("u", 0)
        assert [record.seq for record in changes] == list(range(1, 73))
        by_id = {record.id: record.seq for record in changes}
        assert all(by_id[f"{i}-{n}-1"] == by_id[f"{i}-{n}-0"] + 1 for i in range(6) for n in range(6))

    def test_a_stale_memory_is_corrected(self, store: DynamoStore, url: str, clock: Clock) -> None:
        with another(url, clock) as other:
            for n, writer in enumerate([store, other, other, store, other]):
                writer.write([put("u", str(n), clock.now)])
        assert [(record.id, record.seq) for record in store.changes("u", 0)] == [(str(n), n + 1) for n in range(5)]

    def test_an_erasure_elsewhere_is_noticed(self, store: DynamoStore, url: str, clock: Clock) -> None:
        store.write([put("u", "a", clock.now)])
        with another(url, clock) as other:
            assert other.erase("u")
        with pytest.raises(OwnerErasedError):
            store.write([put("u", "a", clock.now, version=1)])

    def test_a_record_that_conflicts_does_not_move_it(self, store: DynamoStore, clock: Clock) -> None:
        store.write([put("u", "a", clock.now)])
        with pytest.raises(WriteConflict):
            store.write([put("u", "b", clock.now), put("u", "a", clock.now)])
        store.write([put("u", "c", clock.now)])
        assert [(record.id, record.seq) for record in store.changes("u", 0)] == [("a", 1), ("c", 2)]


class TestLostAnswers:
    """A proxy carries out what is asked, and cuts the connection instead of answering, once."""

    @contextmanager
    def lossy(self, store: DynamoStore, endpoint: str, clock: Clock, lost: str) -> Iterator[tuple[DynamoStore, Wire]]:
        left = [lost]

        def script(operation: str, params: Json) -> Answer | None:
            answer = forward(endpoint, operation, params)
            if left == [operation]:
                left.clear()
                return None
            return answer

        with through(store, script, clock) as both:
            yield both

    def test_a_transaction_is_applied_once(self, dynamodb_endpoint: str, store: DynamoStore, clock: Clock) -> None:
        with self.lossy(store, dynamodb_endpoint, clock, "TransactWriteItems") as (cut, proxy):
            cut.write([put("u", "a", clock.now), put("u", "b", clock.now)])
        assert [operation for operation, _ in proxy.calls].count("TransactWriteItems") == 2
        assert [(record.id, record.seq, record.version) for record in store.changes("u", 0)] == [
            ("a", 1, 1),
            ("b", 2, 1),
        ]

    def test_a_lone_write_is_not_called_a_conflict(
        self, dynamodb_endpoint: str, store: DynamoStore, clock: Clock
    ) -> None:
        with self.lossy(store, dynamodb_endpoint, clock, "PutItem") as (cut, _), pytest.raises(UnavailableError):
            cut.write([put("sys:a:b", "a", clock.now)])
        assert store.get("sys:a:b", "note", "a")


class TestExpiry:
    def test_is_in_an_attribute_that_dynamodb_removes_by(
        self, store: DynamoStore, call: Callable[..., Json], clock: Clock
    ) -> None:
        at = clock.now.replace(microsecond=1) + 60 * SECOND
        store.write([put("u", "a", clock.now, expires_at=at), put("u", "b", clock.now)])
        item = stored(call, "u", "note#a")
        assert item["expires_at"] == {"N": str(to_micros(at))}
        assert item["ttl"] == {"N": str(int(at.timestamp()) + 1)}, "never before its time"
        assert not {"ttl", "expires_at"} & stored(call, "u", "note#b").keys()

    def test_what_comes_after_inherits_nothing(
        self, store: DynamoStore, call: Callable[..., Json], clock: Clock
    ) -> None:
        expiring: dict[str, Any] = {"expires_at": clock.now + SECOND, "group": "g", "digest": "d", "due_at": clock.now}
        store.write([put("u", "a", clock.now, **expiring)])
        clock.now += SECOND
        store.write([put("u", "a", clock.now, body="[]")])
        assert store.get("u", "note", "a") == Record("u", "note", "a", "[]", clock.now, 1, 2)
        assert not {"ttl", "due_shard", "by_group"} & stored(call, "u", "note#a").keys()

    @pytest.mark.parametrize("owner", ["u", "sys:a:b"])
    def test_its_version_counts_no_more(self, store: DynamoStore, clock: Clock, owner: str) -> None:
        store.write([put(owner, "a", clock.now, expires_at=clock.now + SECOND)])
        clock.now += SECOND
        for op in (put(owner, "a", clock.now, version=1), Delete(owner, "note", "a", 1)):
            with pytest.raises(WriteConflict) as caught:
                store.write([op])
            assert caught.value.current is None

    @pytest.mark.parametrize("group", [None, "g"])
    @pytest.mark.parametrize("newest_first", [True, False])
    def test_pages_are_full_though_most_has_expired(
        self, store: DynamoStore, clock: Clock, group: str | None, newest_first: bool
    ) -> None:
        rng = random.Random(SEED)
        print(f"seed {SEED}")
        lasting = sorted(rng.sample(range(300), 60))
        for start in range(0, 300, 50):
            store.write(
                [
                    put(
                        "u",
                        f"{n:03}",
                        clock.now + n // 3 * SECOND,
                        group="g",
                        expires_at=None if n in lasting else clock.now + SECOND,
                    )
                    for n in range(start, start + 50)
                ]
            )
        clock.now += SECOND
        pages, cursor = [], None
        while True:
            page = store.list("u", "note", group=group, newest_first=newest_first, limit=7, cursor=cursor)
            pages.append(ids(page.items))
            cursor = page.next_cursor
            if cursor is None:
                break
        assert [len(page) for page in pages] == [7] * 8 + [4]
        assert [*chain(*pages)] == [f"{n:03}" for n in sorted(lasting, reverse=newest_first)]
        assert ids(store.changes("u", 0)) == [f"{n:03}" for n in lasting]
        assert ids(store.changes("u", 0, limit=10)) == [f"{n:03}" for n in lasting[:10]]


class TestLists:
    def test_a_page_is_one_query_and_what_has_expired_costs_few_more(
        self, dynamodb_endpoint: str, store: DynamoStore, clock: Clock
    ) -> None:
        for start in range(0, 400, 80):
            expires = None if start in (0, 320) else clock.now + SECOND
            store.write(
                [put("u", str(n), clock.now + n * SECOND, expires_at=expires) for n in range(start, start + 80)]
            )
        clock.now += SECOND
        with through(store, lambda *call: forward(dynamodb_endpoint, *call), clock) as (proxied, proxy):
            first = proxied.list("u", "note", limit=20)
            second = proxied.list("u", "note", limit=20, cursor=first.next_cursor)
            assert (len(second.items), len(proxy.calls)) == (20, 2)
            assert len(proxied.list("u", "note", limit=90).items) == 90
            assert len(proxy.calls) == 4

    def test_a_cursor_outside_the_range_ends_or_starts_it(self, store: DynamoStore, clock: Clock) -> None:
        store.write([put("u", str(n), clock.now + n * SECOND) for n in range(6)])
        early, late = (
            encode_cursor(record) for record in (store.get("u", "note", "0"), store.get("u", "note", "5")) if record
        )
        within: dict[str, Any] = {"after": clock.now + 2 * SECOND, "before": clock.now + 4 * SECOND}
        assert ids(store.list("u", "note", cursor=late, **within).items) == ["3", "2"]
        assert ids(store.list("u", "note", cursor=early, **within).items) == []
        assert ids(store.list("u", "note", cursor=early, newest_first=False, **within).items) == ["2", "3"]
        assert ids(store.list("u", "note", cursor=late, newest_first=False, **within).items) == []
        assert ids(store.list("u", "note", after=within["before"], before=within["after"]).items) == []

    def test_a_cursor_of_a_record_that_is_gone_still_holds(self, store: DynamoStore, clock: Clock) -> None:
        store.write([put("u", str(n), clock.now + n * SECOND) for n in range(6)])
        page = store.list("u", "note", limit=3)
        store.write([Delete("u", "note", "3", 1)])
        assert ids(store.list("u", "note", limit=3, cursor=page.next_cursor).items) == ["2", "1", "0"]

    def test_a_cursor_too_long_for_a_key_is_none(self, store: DynamoStore, clock: Clock) -> None:
        cursor = encode_cursor(Record("u", "note", "x" * 2000, "{}", clock.now, 1, 1))
        with pytest.raises(InvalidError):
            store.list("u", "note", cursor=cursor)

    def test_an_id_too_long_for_a_key_is_absent(self, store: DynamoStore) -> None:
        assert store.get("u", "note", "x" * 2000) is None

    def test_what_is_under_sys_is_listed_without_an_index(
        self, store: DynamoStore, call: Callable[..., Json], clock: Clock
    ) -> None:
        owner = "sys:rate:1"
        groups = {0: "g", 1: "h", 2: None, 3: "g", 4: "g"}
        for n, group in groups.items():
            store.write([put(owner, str(n), clock.now - n * SECOND, group=group)])
        store.write([Put(owner, "notes", "other", "{}", clock.now)])
        assert not {"by_at", "by_group", "seq"} & stored(call, owner, "note#0").keys()
        first = store.list(owner, "note", limit=3)
        assert ids(first.items) == ["0", "1", "2"]
        assert ids(store.list(owner, "note", cursor=first.next_cursor).items) == ["3", "4"]
        assert ids(store.list(owner, "note", group="g", newest_first=False).items) == ["4", "3", "0"]
        assert store.list(owner, "note", group=stamp(to_micros(clock.now - 2 * SECOND))).items == []
        assert ids(store.list(owner, "note", after=clock.now - 3 * SECOND, before=clock.now).items) == ["1", "2", "3"]

    def test_large_bodies_stay_out_of_the_indexes(
        self, store: DynamoStore, call: Callable[..., Json], clock: Clock
    ) -> None:
        """An item and its index entries have 400 KB together, which ministack does not count."""
        bodies = {"a": "x" * INLINE_BYTES, "b": "y" * MAX_BODY_BYTES, "c": "ü" * (INLINE_BYTES // 2 + 1), "d": "{}"}
        store.write([put("u", id_, clock.now, body=body, group="g") for id_, body in bodies.items()])
        for group in (None, "g"):
            page = store.list("u", "note", group=group, newest_first=False)
            assert {record.id: record.body for record in page.items} == bodies
            assert ids(page.items) == ["a", "b", "c", "d"]
        assert {record.id: record.body for record in store.changes("u", 0)} == bodies
        for index in ("by_at", "by_group"):
            key = {"ExpressionAttributeNames": {"#o": "owner"}, "ExpressionAttributeValues": {":o": {"S": "u"}}}
            entries = call("Query", IndexName=index, KeyConditionExpression="#o = :o", **key)["Items"]
            assert [item["sk"]["S"] for item in entries if "body" in item] == ["note#a", "note#d"]
            assert sum(len(str(item)) for item in entries) < INLINE_BYTES + 4000

    @pytest.mark.parametrize(
        ("change", "left"),
        [
            (lambda at: Delete("u", "note", "b", 1), ["c", "a"]),
            (lambda at: put("u", "b", at + 9 * SECOND, version=1), ["c", "a"]),
            (lambda at: put("u", "b", at + SECOND, version=1, body="new"), ["c", "b", "a"]),
        ],
        ids=["deleted", "moved", "replaced"],
    )
    def test_large_bodies_may_change_between_index_and_table(
        self,
        dynamodb_endpoint: str,
        store: DynamoStore,
        clock: Clock,
        change: Callable[[datetime], Put | Delete],
        left: list[str],
    ) -> None:
        large = "x" * (INLINE_BYTES + 1)
        store.write([put("u", id_, clock.now + n * SECOND, body=large) for n, id_ in enumerate("abc")])
        with through(store, after_the_query(store, dynamodb_endpoint, change(clock.now)), clock) as (proxied, _):
            page = proxied.list("u", "note", limit=3)
        assert ids(page.items) == left
        assert page.next_cursor is None

    def test_a_body_may_grow_and_shrink(self, store: DynamoStore, clock: Clock) -> None:
        for version, size in enumerate([10, INLINE_BYTES + 1, 10]):
            store.write([put("u", "a", clock.now, version=version, body="x" * size)])
            assert [len(record.body) for record in store.list("u", "note").items] == [size]


class TestChanges:
    def test_waits_for_what_a_transaction_has_not_shown_yet(
        self, store: DynamoStore, call: Callable[..., Json], clock: Clock
    ) -> None:
        """As DynamoDB may show it, a transaction of seq 2 to 4 comes piece by piece: the counter, 4, 3, then 2."""
        store.write([put("u", str(n), clock.now) for n in range(4)])
        items = {n: stored(call, "u", f"note#{n}") for n in range(1, 4)}
        for item in items.values():
            call("DeleteItem", Key={"owner": item["owner"], "sk": item["sk"]})
        call("PutItem", Item={**stored(call, "u", COUNTER), "last_count": {"N": "3"}})

        def show() -> None:
            for n in (3, 2, 1):
                time.sleep(0.05)
                call("PutItem", Item=items[n])

        thread = threading.Thread(target=show)
        thread.start()
        assert ids(store.changes("u", 0)) == ["0", "1", "2", "3"]
        thread.join()

    def test_shows_nothing_after_a_gap_in_the_latest_transaction(
        self, store: DynamoStore, call: Callable[..., Json], clock: Clock
    ) -> None:
        store.write([put("u", "0", clock.now)])
        store.write([put("u", str(n), clock.now) for n in (1, 2, 3)])
        call("DeleteItem", Key={"owner": {"S": "u"}, "sk": {"S": "note#2"}})
        assert ids(store.changes("u", 0)) == ["0", "1"]
        clock.now += 11 * SECOND
        assert ids(store.changes("u", 0)) == ["0", "1", "3"], "it is not under way any more: DynamoDB removed it"

    def test_shows_nothing_after_the_counter(self, store: DynamoStore, call: Callable[..., Json], clock: Clock) -> None:
        store.write([put("u", "0", clock.now)])
        call("PutItem", Item={**stored(call, "u", "note#0"), "sk": {"S": "note#1"}, "seq": {"N": "2"}})
        assert ids(store.changes("u", 0)) == ["0"]

    def test_what_is_written_again_meanwhile_comes_at_its_new_place(
        self, dynamodb_endpoint: str, store: DynamoStore, clock: Clock
    ) -> None:
        store.write([put("u", str(n), clock.now) for n in range(4)])
        again = put("u", "0", clock.now, version=1)
        with through(store, after_the_query(store, dynamodb_endpoint, again), clock) as (proxied, _):
            changes = proxied.changes("u", 0, limit=2)
        assert [(record.id, record.seq) for record in changes] == [("1", 2), ("2", 3)]
        assert [(record.id, record.seq) for record in store.changes("u", 3)] == [("3", 4), ("0", 5)]

    def test_goes_on_across_batches(self, store: DynamoStore, clock: Clock) -> None:
        for start in range(0, 250, 50):
            store.write([put("u", str(n), clock.now) for n in range(start, start + 50)])
        store.write([Delete("u", "note", str(n), 1) for n in range(90)])
        expected = [str(n) for n in [*range(90, 250), *range(90)]]
        assert ids(store.changes("u", 0, limit=1000)) == expected
        assert ids(store.changes("u", 160, limit=110)) == expected[70:180]


class TestShards:
    def test_due_is_spread_and_merged(self, store: DynamoStore, call: Callable[..., Json], clock: Clock) -> None:
        owners = [f"u{n}" for n in range(40)]
        for n, owner in enumerate(owners):
            store.write([put(owner, "a", clock.now, due_at=clock.now - n * SECOND)])
        shards = {stored(call, owner, "note#a")["due_shard"]["S"] for owner in owners}
        assert shards == {f"note#{segment_of(owner)}" for owner in owners}
        assert len(shards) > 10
        oldest = [*reversed(owners)]
        assert [record.owner for record in store.due("note", clock.now)] == oldest
        assert [record.owner for record in store.due("note", clock.now, limit=7)] == oldest[:7]
        assert [record.owner for record in store.due("note", clock.now - 30 * SECOND)] == oldest[:10]
        assert store.due("other", clock.now) == []

    def test_what_is_due_no_more_leaves_the_index(
        self, store: DynamoStore, call: Callable[..., Json], clock: Clock
    ) -> None:
        store.write([put("u", id_, clock.now, due_at=clock.now) for id_ in "abc"])
        store.write([put("u", "a", clock.now, version=1), Delete("u", "note", "b", 1)])
        assert "due_shard" not in stored(call, "u", "note#a")
        assert not {"due_shard", "due_at", "by_at", "body"} & stored(call, "u", "note#b").keys()
        assert ids(store.due("note", clock.now)) == ["c"]

    def test_due_passes_over_any_number_of_expired(self, store: DynamoStore, clock: Clock) -> None:
        gone = [put("u", f"{n}", clock.now, due_at=clock.now, expires_at=clock.now + SECOND) for n in range(60)]
        store.write([*gone, put("u", "last", clock.now, due_at=clock.now + SECOND)])
        clock.now += SECOND
        assert ids(store.due("note", clock.now, limit=5)) == ["last"]

    def test_users_are_in_one_segment_each(self, store: DynamoStore, clock: Clock) -> None:
        owners = {f"u{n}" for n in range(40)}
        for owner in owners:
            store.write([put(owner, "a", clock.now)])
        store.write([put("sys:a:b", "a", clock.now)])
        store.erase("u0")
        for segments in (1, 2, 4, 8, 16):
            parts = [[*store.users(segment, segments)] for segment in range(segments)]
            assert sorted(chain(*parts)) == sorted(owners - {"u0"})


class TestErasure:
    def test_leaves_a_mark_that_goes_a_day_after_the_last_record(
        self, store: DynamoStore, call: Callable[..., Json], clock: Clock
    ) -> None:
        store.write([put("u", str(n), clock.now) for n in range(60)])
        assert not store.erase("u", limit=30)
        assert "ttl" not in stored(call, "u", COUNTER), "not while anything is left"
        assert store.erase("u", limit=30)
        mark = stored(call, "u", COUNTER)
        assert mark.keys() == {"owner", "sk", "erased", "ttl"}
        assert int(mark["ttl"]["N"]) == int(clock.now.timestamp()) + 86_400
        assert store.changes("u", 0) == []

    def test_of_what_is_under_sys_leaves_nothing(
        self, store: DynamoStore, call: Callable[..., Json], clock: Clock
    ) -> None:
        store.write([put("sys:a:b", str(n), clock.now) for n in range(3)])
        assert store.erase("sys:a:b")
        assert call("Scan", ConsistentRead=True)["Items"] == []
        store.write([put("sys:a:b", "0", clock.now)])
