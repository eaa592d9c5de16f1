"""The DynamoDB table: its keys and indexes, and how it comes to be."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from fitzen.infra.storage.dynamodb_items import INDEXED
from fitzen.infra.storage.dynamodb_wire import Call, CallError, attempts, unavailable

CREATE_S = 300.0
"""How long a table, its backups and its TTL may take to come."""

BY_AT, BY_GROUP, BY_SEQ, DUE, USERS = "by_at", "by_group", "by_seq", "due", "users"

_WITH_BODY = {"ProjectionType": "INCLUDE", "NonKeyAttributes": list(INDEXED)}
_KEYS = {"ProjectionType": "KEYS_ONLY"}
_NOT_YET = frozenset(
    {
        "ContinuousBackupsUnavailableException",  # for some seconds after the table is made
        "ResourceInUseException",  # another migrate made the table just now, or it is being made
        "ResourceNotFoundException",  # the same, as seen by what is eventually consistent
        "TableInUseException",
        "ValidationException",  # another migrate switched TTL on just now; if it is something else, it stays
    }
)


def _key(hash_: str, range_: str) -> list[dict[str, str]]:
    return [{"AttributeName": hash_, "KeyType": "HASH"}, {"AttributeName": range_, "KeyType": "RANGE"}]


def _index(name: str, hash_: str, range_: str, projection: dict[str, Any]) -> dict[str, Any]:
    return {"IndexName": name, "KeySchema": _key(hash_, range_), "Projection": projection}


_KEY_TYPES = {
    "owner": "S",
    "sk": "S",
    "by_at": "S",
    "by_group": "S",
    "seq": "N",
    "due_shard": "S",
    "due_at": "N",
    "segment": "S",
}

DEFINITION: dict[str, Any] = {
    "AttributeDefinitions": [{"AttributeName": name, "AttributeType": type_} for name, type_ in _KEY_TYPES.items()],
    "KeySchema": _key("owner", "sk"),
    "LocalSecondaryIndexes": [
        _index(BY_AT, "owner", "by_at", _WITH_BODY),
        _index(BY_GROUP, "owner", "by_group", _WITH_BODY),
        _index(BY_SEQ, "owner", "seq", _KEYS),
    ],
    "GlobalSecondaryIndexes": [
        _index(DUE, "due_shard", "due_at", _KEYS),
        _index(USERS, "segment", "owner", _KEYS),
    ],
    "BillingMode": "PAY_PER_REQUEST",
    "SSESpecification": {"Enabled": True},
}


def migrate(call: Call, table: str) -> None:
    """Make the table as defined, with TTL and point-in-time recovery, and wait for all of it; safe by two at once.

    Raises RuntimeError on a table of that name with other keys or indexes, for local indexes come with the table
    or never; UnavailableError where it takes longer than CREATE_S.
    """
    steps = [
        (_is_active, "CreateTable", DEFINITION),
        (_has_ttl, "UpdateTimeToLive", {"TimeToLiveSpecification": {"Enabled": True, "AttributeName": "ttl"}}),
        (
            _has_recovery,
            "UpdateContinuousBackups",
            {"PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True}},
        ),
    ]
    for is_done, operation, params in steps:
        _bring_about(partial(is_done, call, table), partial(call, operation, {"TableName": table, **params}))


def _bring_about(is_done: Callable[[], bool], act: Callable[[], object]) -> None:
    """Act, then look, until it is done: an error of `act` matters only if another's `act` did not do it."""
    failure: CallError | None = None
    for _ in attempts(CREATE_S):
        if is_done():
            return
        try:
            act()
        except CallError as error:
            failure = error
            if error.code not in _NOT_YET:
                raise
    raise unavailable() from failure


def _is_active(call: Call, table: str) -> bool:
    try:
        found = call("DescribeTable", {"TableName": table})["Table"]
    except CallError as error:
        if error.code == "ResourceNotFoundException":
            return False
        raise
    if set(_shape(found)) != set(_shape(DEFINITION)):
        raise RuntimeError(f"The table {table} was made with other keys or indexes; use another name.")
    indexes = found.get("GlobalSecondaryIndexes", [])
    return found["TableStatus"] == "ACTIVE" and all(index["IndexStatus"] == "ACTIVE" for index in indexes)


def _shape(table: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The table's and its indexes' names and keys."""
    indexes = table.get("LocalSecondaryIndexes", []) + table.get("GlobalSecondaryIndexes", [])
    for each in [{"IndexName": "", "KeySchema": table["KeySchema"]}, *indexes]:
        keys = {key["KeyType"]: key["AttributeName"] for key in each["KeySchema"]}
        yield each["IndexName"], keys["HASH"], keys.get("RANGE", "")


def _has_ttl(call: Call, table: str) -> bool:
    found = call("DescribeTimeToLive", {"TableName": table})["TimeToLiveDescription"]
    return found["TimeToLiveStatus"] in ("ENABLED", "ENABLING") and found["AttributeName"] == "ttl"


def _has_recovery(call: Call, table: str) -> bool:
    found = call("DescribeContinuousBackups", {"TableName": table})["ContinuousBackupsDescription"]
    return bool(found.get("PointInTimeRecoveryDescription", {}).get("PointInTimeRecoveryStatus") == "ENABLED")
