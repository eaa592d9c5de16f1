"""The DynamoDB wire against a server that throttles, fails, cuts and stalls; and what the Store makes of it."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.fixtures.wire import Answer, Json, Script, Wire, in_order, refusal, wire

from fitzen.errors import UnavailableError
from fitzen.infra.storage import dynamodb_wire
from fitzen.infra.storage.base import Delete, OwnerErasedError, Put, WriteConflict
from fitzen.infra.storage.dynamodb import DynamoStore
from fitzen.infra.storage.dynamodb_wire import CallError, connect

NOW = datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)
OK = Answer(200, {})
THROTTLED = refusal("ProvisionedThroughputExceededException")
FAULT = refusal("InternalServerError", 500)
REFUSED = {"Code": "ConditionalCheckFailed"}
FINE = {"Code": "None"}
GET = ("GetItem", {"TableName": "t", "Key": {"owner": {"S": "u"}, "sk": {"S": "k#i"}}})


@contextmanager
def store_over(script: Script) -> Iterator[tuple[DynamoStore, Wire]]:
    with wire(script) as server, closing(DynamoStore(f"dynamodb://eu-central-1/t?endpoint={server.url}")) as store:
        yield store, server


def put(owner: str = "sys:lease:1", id: str = "i", version: int = 0) -> Put:
    return Put(owner, "k", id, "{}", NOW, version)


def item(owner: str = "sys:lease:1", id: str = "i", version: int = 1) -> Json:
    return {
        "owner": {"S": owner},
        "sk": {"S": f"k#{id}"},
        "body": {"S": "{}"},
        "at": {"N": "0"},
        "version": {"N": str(version)},
    }


def cancelled(*reasons: Json) -> Answer:
    return refusal("TransactionCanceledException", CancellationReasons=[*reasons])


def counter(seq: int) -> Json:
    return {"owner": {"S": "u"}, "sk": {"S": "#owner"}, "last_seq": {"N": str(seq)}}


def scripted(**answers: list[Answer]) -> Script:
    """Answer each operation with the next of its own answers, then with an empty one."""
    return lambda operation, _params: answers[operation].pop(0) if answers.get(operation) else OK


@pytest.mark.parametrize(
    "failure",
    [THROTTLED, refusal("ThrottlingException"), refusal("TransactionInProgressException"), FAULT, None],
    ids=["throughput", "throttling", "in progress", "fault", "cut"],
)
def test_retries_until_it_works(failure: Answer | None) -> None:
    with wire(in_order(failure, failure, OK)) as server, closing(connect("eu-central-1", server.url)) as call:
        call(*GET)
        assert [params for _, params in server.calls] == [GET[1]] * 3


@pytest.mark.parametrize("failure", [THROTTLED, FAULT, None], ids=["throttled", "fault", "cut"])
def test_unavailable_when_it_never_works(failure: Answer | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dynamodb_wire, "RETRY_S", 0.3)
    with wire(in_order(failure)) as server, closing(connect("eu-central-1", server.url)) as call:
        with pytest.raises(UnavailableError):
            call(*GET)
        assert len(server.calls) > 2


def test_unavailable_when_nothing_listens_or_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dynamodb_wire, "RETRY_S", 0.3)
    monkeypatch.setattr(dynamodb_wire, "READ_TIMEOUT_S", 0.2)
    stalled = threading.Event()
    with wire(lambda _operation, _params: (stalled.wait(5), OK)[1]) as server:
        with closing(connect("eu-central-1", server.url)) as call, pytest.raises(UnavailableError):
            call(*GET)
        stalled.set()
    with closing(connect("eu-central-1", server.url)) as call, pytest.raises(UnavailableError):
        call(*GET)


def test_refusals_are_not_retried_and_their_message_is_not_printed() -> None:
    with wire(in_order(refusal("ValidationException"))) as server, closing(connect("eu-central-1", server.url)) as call:
        with pytest.raises(CallError) as caught:
            call(*GET)
        assert (str(caught.value), caught.value.message, len(server.calls)) == (
            "GetItem: ValidationException",
            "it says why",
            1,
        )


def test_connections_are_reused_by_many_threads() -> None:
    threads = 8
    with wire(in_order(OK)) as server, closing(connect("eu-central-1", server.url)) as call:
        with ThreadPoolExecutor(threads) as pool:
            for done in [pool.submit(call, *GET) for _ in range(20 * threads)]:
                done.result()
        assert len(server.calls) == 20 * threads
        assert len(server.connections) <= threads


def test_nothing_is_imported_before_the_first_call() -> None:
    script = """
import sys
from fitzen.infra.storage.dynamodb import DynamoStore
DynamoStore("dynamodb://eu-central-1/t").close()
sys.exit(any(name in sys.modules for name in ("boto3", "botocore", "urllib3")))
"""
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(
    "url", ["dynamodb://eu-central-1", "dynamodb:///t", "dynamodb://eu-central-1/", "sqlite:///t", ""]
)
def test_a_url_without_region_or_table_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="dynamodb://REGION/TABLE"):
        DynamoStore(url)


def test_a_lone_write_that_conflicts_is_a_conflict() -> None:
    throttled_then_taken = in_order(THROTTLED, refusal("ConditionalCheckFailedException", Item=item()))
    with store_over(throttled_then_taken) as (store, server):
        with pytest.raises(WriteConflict) as caught:
            store.write([put()])
        assert caught.value.current is not None
        assert caught.value.current.version == 1
        assert [operation for operation, _ in server.calls] == ["PutItem", "PutItem"]


@pytest.mark.parametrize("lost", [[FAULT], [None], [None, THROTTLED]], ids=["fault", "cut", "cut and throttled"])
@pytest.mark.parametrize("op", [put(), put(version=3), Delete("sys:lease:1", "k", "i", 3)], ids=type)
def test_a_lone_write_never_conflicts_with_itself(lost: list[Answer | None], op: Put | Delete) -> None:
    """Its first attempt may have been applied, so that a conflict says nothing."""
    with (
        store_over(in_order(*lost, refusal("ConditionalCheckFailedException", Item=item()))) as (store, _),
        pytest.raises(UnavailableError),
    ):
        store.write([op])


def test_a_transaction_is_sent_again_under_its_token() -> None:
    with store_over(in_order(None, FAULT, OK)) as (store, server):
        store.write([put(id="a"), put(id="b")])
        assert len({params["ClientRequestToken"] for _, params in server.calls}) == 1
        assert len(server.calls) == 3


def test_a_conflicting_transaction_is_made_anew() -> None:
    contended = cancelled({"Code": "TransactionConflict"}, FINE)
    throttled = cancelled(FINE, {"Code": "ThrottlingError"})
    with store_over(scripted(TransactWriteItems=[contended, throttled])) as (store, server):
        store.write([put("u")])
        tokens = [
            params["ClientRequestToken"] for operation, params in server.calls if operation.startswith("Transact")
        ]
        assert len(tokens) == len(set(tokens)) == 3


def test_a_lost_race_for_the_counter_is_run_from_where_it_is() -> None:
    lost = cancelled({**REFUSED, "Item": counter(7)}, FINE)
    with store_over(scripted(TransactWriteItems=[lost])) as (store, server):
        store.write([put("u")])
        store.write([put("u")])
        seqs = [params["TransactItems"][1]["Put"]["Item"]["seq"]["N"] for _, params in server.calls[1:]]
        assert seqs == ["1", "8", "9"]
        assert [operation for operation, _ in server.calls] == ["GetItem"] + ["TransactWriteItems"] * 3


def test_the_first_conflict_counts_once_all_before_it_were_judged() -> None:
    unjudged = cancelled({"Code": "TransactionConflict"}, {**REFUSED, "Item": item(id="b")}, FINE)
    judged = cancelled(FINE, REFUSED, {**REFUSED, "Item": item(id="c", version=4)})
    with store_over(scripted(TransactWriteItems=[unjudged, judged])) as (store, server):
        with pytest.raises(WriteConflict) as caught:
            store.write([put(id="a"), put(id="b"), put(id="c")])
        assert (caught.value.index, caught.value.current) == (1, None)
        assert len(server.calls) == 2


def test_an_erasure_comes_before_a_conflict() -> None:
    erased = {"owner": {"S": "u"}, "sk": {"S": "#owner"}, "erased": {"BOOL": True}}
    answer = cancelled({**REFUSED, "Item": erased}, {**REFUSED, "Item": item("u")})
    with store_over(scripted(TransactWriteItems=[answer])) as (store, _), pytest.raises(OwnerErasedError):
        store.write([put("u")])


def test_contention_without_end_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fitzen.infra.storage.dynamodb_writes.CONTENTION_S", 0.5)
    contended = cancelled({"Code": "TransactionConflict"}, {"Code": "TransactionConflict"})
    with store_over(in_order(OK, contended)) as (store, server):
        store.ping()  # the client is made outside the time that is measured
        with pytest.raises(UnavailableError):
            store.write([put(id="a"), put(id="b")])
        assert len(server.calls) > 3


def test_what_a_batch_leaves_undone_is_asked_for_again() -> None:
    def half(_operation: str, params: Json) -> Answer:
        wanted: dict[str, Any] = params["RequestItems"]["t"]
        now, later = wanted["Keys"][:2], wanted["Keys"][2:]
        found = [{**item("u"), **key} for key in now]
        left = {"t": {**wanted, "Keys": later}} if later else {}
        return Answer(200, {"Responses": {"t": found}, "UnprocessedKeys": left})

    with store_over(half) as (store, server):
        found = store.get_many("u", [("k", str(n)) for n in range(5)])
        assert sorted(found) == [("k", str(n)) for n in range(5)]
        assert [len(params["RequestItems"]["t"]["Keys"]) for _, params in server.calls] == [5, 3, 1]
        assert all(params["RequestItems"]["t"]["ConsistentRead"] for _, params in server.calls)


def test_what_a_batch_of_deletes_leaves_undone_is_asked_for_again() -> None:
    keys = [{"owner": {"S": "sys:a:b"}, "sk": {"S": f"k#{n}"}} for n in range(30)]
    deleted: list[Json] = []

    def answer(operation: str, params: Json) -> Answer:
        if operation == "Query":
            return Answer(200, {"Items": keys})
        requests = params["RequestItems"]["t"]
        deleted.extend(request["DeleteRequest"]["Key"] for request in requests[:20])
        return Answer(200, {"UnprocessedItems": {"t": requests[20:]} if requests[20:] else {}})

    with store_over(answer) as (store, server):
        assert store.erase("sys:a:b")
        assert deleted == keys
        assert [operation for operation, _ in server.calls] == ["Query"] + ["BatchWriteItem"] * 3


def test_ping_is_unavailable_without_the_table() -> None:
    with store_over(in_order(refusal("ResourceNotFoundException"))) as (store, _), pytest.raises(UnavailableError):
        store.ping()
