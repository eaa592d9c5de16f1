"""The DynamoDB table: its keys and indexes, and how it comes to be."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from fitzen.infra.storage.dynamodb_items import INDEXED
from fitzen.infra.storage.dynamodb_wire import Call, CallError, attempts, unavailable

CREATE_S = 300.0
"""How long a table, its backups and its TTL may take to come."""

BY_AT, BY_GROUP, BY_SEQ, DUE, USERS = "by_at", "by_group", "by_seq", "due", "users"

_WITH_BODY = {"ProjectionType": "INCLUDE", "NonKeyAttributes": list(INDEXED)}
_KEYS = {"ProjectionType": "KEYS_ONLY"}
_ALL = {"ProjectionType": "ALL"}


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
    for is_done, operation, params, harmless in _STEPS:
        _bring_about(partial(is_done, call, table), partial(call, operation, {"TableName": table, **params}), harmless)


def _bring_about(is_done: Callable[[], bool], act: Callable[[], object], harmless: frozenset[str]) -> None:
    """Act, then look, until it is done: a refusal is harmless where it may come of another's act."""
    failure: CallError | None = None
    for _ in attempts(CREATE_S):
        if is_done():
            return
        try:
            act()
        except CallError as error:
            failure = error
            if error.code not in harmless:
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


def _shape(table: dict[str, Any]) -> Iterator[tuple[str, str, str, frozenset[str]]]:
    """The table's and its indexes' names, keys and what they carry."""
    indexes = table.get("LocalSecondaryIndexes", []) + table.get("GlobalSecondaryIndexes", [])
    for each in [{"IndexName": "", "KeySchema": table["KeySchema"]}, *indexes]:
        keys = {key["KeyType"]: key["AttributeName"] for key in each["KeySchema"]}
        carries = each.get("Projection", _ALL)
        carried = frozenset([carries["ProjectionType"], *carries.get("NonKeyAttributes", [])])
        yield each["IndexName"], keys["HASH"], keys.get("RANGE", ""), carried


def _has_ttl(call: Call, table: str) -> bool:
    found = call("DescribeTimeToLive", {"TableName": table})["TimeToLiveDescription"]
    return found["TimeToLiveStatus"] in ("ENABLED", "ENABLING") and found["AttributeName"] == "ttl"


def _has_recovery(call: Call, table: str) -> bool:
    found = call("DescribeContinuousBackups", {"TableName": table})["ContinuousBackupsDescription"]
    return bool(found.get("PointInTimeRecoveryDescription", {}).get("PointInTimeRecoveryStatus") == "ENABLED")


type _Step = tuple[Callable[[Call, str], bool], str, dict[str, Any], frozenset[str]]
"""How to see that it is done, what does it, and the refusals that may mean that another is doing it."""

_STEPS: Sequence[_Step] = (
    (_is_active, "CreateTable", DEFINITION, frozenset({"ResourceInUseException"})),
    (
        _has_ttl,
        "UpdateTimeToLive",
        {"TimeToLiveSpecification": {"Enabled": True, "AttributeName": "ttl"}},
        frozenset({"ResourceInUseException", "ValidationException"}),
    ),
    (
        _has_recovery,
        "UpdateContinuousBackups",
        {"PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True}},
        frozenset({"ContinuousBackupsUnavailableException"}),  # also for some seconds after the table is made
    ),
)
