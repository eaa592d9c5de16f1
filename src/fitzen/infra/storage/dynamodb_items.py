"""Records as DynamoDB items: keys, what a write sends, what a read finds.

| attribute | holds |
|---|---|
| `owner`, `sk` | the table's key: the owner, and `kind#id` (`#owner` for the owner's counter) |
| `at`, `due_at`, `expires_at` | microseconds since 1970 |
| `by_at`, `by_group` | `kind#at#id`, `kind#group#at#id`: keys of local indexes; live records of persons only |
| `seq` | key of a local index; persons only |
| `due_shard` | `kind#shard`, with `due_at` the key of a global index; live records with `due_at` only |
| `segment` | `users#shard`, with `owner` the key of a global index; counters of persons not erased only |
| `body`, or `large` where it is over INLINE_BYTES | the record's body; only `body` is copied into the local indexes |
| `ttl` | `expires_at` in whole seconds, rounded up: DynamoDB removes the item some time after |
| `version`, `group`, `digest`, `deleted` | as in the Store's contract |
"""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from fitzen.infra.storage.base import (
    USER_SEGMENTS,
    Delete,
    Op,
    Put,
    Record,
    from_micros,
    is_system,
    segment_of,
    to_micros,
)

type Value = dict[str, Any]
type Item = dict[str, Value]
type Key = tuple[str, str]
"""Owner and sort key."""

SHARDS = USER_SEGMENTS
INLINE_BYTES = 16_000
"""DynamoDB counts an item and its entries in all local indexes together, 400 KB at most, and bills each copy."""
COUNTER = "#owner"
"""No kind is empty, so no record has this sort key."""
INDEXED = ("at", "version", "seq", "group", "due_at", "expires_at", "digest", "body")
"""What the indexes by `at` and by group carry besides keys, which is all that a record has."""

_BEFORE_1970 = 62_135_596_800_000_000
_MISSING = "attribute_not_exists(#sk) OR #expires_at <= :now"
_CURRENT = "#version = :expected AND (attribute_not_exists(#expires_at) OR #expires_at > :now)"
_LIVE = _CURRENT + " AND attribute_not_exists(#deleted)"


def text(value: str) -> Value:
    return {"S": value}


def number(value: int) -> Value:
    return {"N": str(value)}


def sort_key(kind: str, id: str) -> str:
    return f"{kind}#{id}"


def item_key(owner: str, sk: str) -> Item:
    return {"owner": text(owner), "sk": text(sk)}


@lru_cache(256)
def names(*expressions: str) -> dict[str, str]:
    """Stand-ins for every attribute that the expressions name by `#`, so that none meets a reserved word."""
    return {f"#{name}": name for name in re.findall(r"#(\w+)", " ".join(expressions))}


def stamp(micros: int) -> str:
    """A time as 18 digits that sort as it does, from the year 1 to 9999."""
    return f"{micros + _BEFORE_1970:018d}"


def place(prefix: str, micros: int, id: str) -> str:
    return f"{prefix}{stamp(micros)}#{id}"


def place_of(item: Item, *, grouped: bool) -> str:
    """What `by_at`, or `by_group`, would be."""
    kind, _, id_ = item["sk"]["S"].partition("#")
    group = item["group"]["S"] if grouped and "group" in item else None
    return place(prefix(kind, group), int(item["at"]["N"]), id_)


def prefix(kind: str, group: str | None) -> str:
    return f"{kind}#" if group is None else f"{kind}#{group}#"


def span(prefix: str, after: datetime | None, before: datetime | None) -> tuple[str, str]:
    """The least and the greatest key of a list, both inclusive: a key has `#` after its stamp, and `:` follows 9."""
    low = prefix if after is None else prefix + stamp(to_micros(after))
    high = prefix + ":" if before is None else prefix + stamp(to_micros(before))
    return low, high


def due_shard(kind: str, shard: int) -> str:
    return f"{kind}#{shard}"


def users_segment(shard: int) -> str:
    return f"users#{shard}"


def record(owner: str, item: Item) -> Record:
    kind, _, id_ = item["sk"]["S"].partition("#")
    body = item.get("body") or item.get("large") or {"S": ""}
    return Record(
        owner,
        kind,
        id_,
        body["S"],
        from_micros(int(item["at"]["N"])),
        int(item["version"]["N"]),
        _integer(item, "seq") or 0,
        item["group"]["S"] if "group" in item else None,
        _time(item, "due_at"),
        _time(item, "expires_at"),
        item["digest"]["S"] if "digest" in item else None,
        "deleted" in item,
    )


def is_live(item: Mapping[str, Value], now: int) -> bool:
    """Whether the item's `expires_at`, if it has one, is still to come."""
    return "expires_at" not in item or int(item["expires_at"]["N"]) > now


def action(table: str, op: Op, seq: int, now: int) -> dict[str, Any]:
    """What one operation asks for, as an action of a transaction; `seq` is 0 under `sys:`, `now` in microseconds."""
    if isinstance(op, Put) and op.version == 0:
        return _create(table, op, seq, now)
    if isinstance(op, Put):
        return _update(table, op, _attributes(op, seq), _CURRENT, now)
    if is_system(op.owner):
        condition = {**_condition(_LIVE), "ExpressionAttributeValues": _expected(op.version, now)}
        return {"Delete": {"TableName": table, "Key": item_key(op.owner, sort_key(op.kind, op.id)), **condition}}
    return _update(table, op, _tombstone(op, seq), _LIVE, now)


def count_action(table: str, owner: str, last: int, new: int, now: int) -> dict[str, Any]:
    """Move the owner's counter from `last` (0: there is none) to `new`, where nobody else has and it is not erased."""
    values = {"last_seq": number(new), "last_count": number(new - last), "last_at": number(now)}
    if last:
        return {
            "Update": _set_values(table, item_key(owner, COUNTER), values, "#last_seq = :last", {":last": number(last)})
        }
    item = {**item_key(owner, COUNTER), **values, "segment": text(users_segment(segment_of(owner)))}
    return {"Put": {"TableName": table, "Item": item, **_condition("attribute_not_exists(#sk)")}}


def erasure(table: str, owner: str, until: int | None) -> dict[str, Any]:
    """Turn the owner's counter into a mark that it is erased, which goes away after `until` in seconds."""
    expression = "SET #erased = :erased" + ("" if until is None else ", #ttl = :ttl")
    expression += " REMOVE #segment, #last_seq, #last_count, #last_at"
    return {
        "TableName": table,
        "Key": item_key(owner, COUNTER),
        "UpdateExpression": expression,
        "ExpressionAttributeNames": names(expression),
        "ExpressionAttributeValues": {":erased": {"BOOL": True}} | ({} if until is None else {":ttl": number(until)}),
    }


def _create(table: str, put: Put, seq: int, now: int) -> dict[str, Any]:
    given = {**_attributes(put, seq), "digest": None if put.digest is None else text(put.digest)}
    item = item_key(put.owner, sort_key(put.kind, put.id)) | {name: value for name, value in given.items() if value}
    condition = {**_condition(_MISSING), "ExpressionAttributeValues": {":now": number(now)}}
    return {"Put": {"TableName": table, "Item": item, **condition}}


def _update(table: str, op: Op, values: Mapping[str, Value | None], condition: str, now: int) -> dict[str, Any]:
    key = item_key(op.owner, sort_key(op.kind, op.id))
    return {"Update": _set_values(table, key, values, condition, _expected(op.version, now))}


def _set_values(
    table: str, key: Item, values: Mapping[str, Value | None], condition: str, expected: Item
) -> dict[str, Any]:
    """Set those of the attributes that have a value, and remove the others."""
    kept = {f":{name}": value for name, value in values.items() if value is not None}
    removed = [f"#{name}" for name, value in values.items() if value is None]
    expression = "SET " + ", ".join(f"#{name[1:]} = {name}" for name in kept)
    expression += " REMOVE " + ", ".join(removed) if removed else ""
    return {
        "TableName": table,
        "Key": key,
        "UpdateExpression": expression,
        **_condition(condition, expression),
        "ExpressionAttributeValues": kept | expected,
    }


def _condition(condition: str, *others: str) -> dict[str, Any]:
    """A condition that answers with what it was tried on, and the names of all expressions of its request."""
    return {
        "ConditionExpression": condition,
        "ExpressionAttributeNames": names(condition, *others),
        "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
    }


def _expected(version: int, now: int) -> Item:
    return {":expected": number(version), ":now": number(now)}


def _attributes(put: Put, seq: int) -> dict[str, Value | None]:
    """Everything of a live record but its key and digest."""
    at, large = to_micros(put.at), len(put.body.encode()) > INLINE_BYTES
    due = None if put.due_at is None else to_micros(put.due_at)
    expires = None if put.expires_at is None else to_micros(put.expires_at)
    return {
        "version": number(put.version + 1),
        "at": number(at),
        "group": None if put.group is None else text(put.group),
        **_local_keys(put, at, seq),
        "due_at": None if due is None else number(due),
        "due_shard": None if due is None else text(due_shard(put.kind, segment_of(put.owner))),
        "expires_at": None if expires is None else number(expires),
        "ttl": None if expires is None else number(-(-expires // 1_000_000)),
        "body": None if large else text(put.body),
        "large": text(put.body) if large else None,
        "deleted": None,
    }


def _local_keys(put: Put, at: int, seq: int) -> dict[str, Value | None]:
    """What is under `sys:` is in no local index, which halves the price of a write there; see `list`."""
    if is_system(put.owner):
        return {}
    group = None if put.group is None else text(place(prefix(put.kind, put.group), at, put.id))
    return {"seq": number(seq), "by_at": text(place(prefix(put.kind, None), at, put.id)), "by_group": group}


def _tombstone(delete: Delete, seq: int) -> dict[str, Value | None]:
    gone = ("by_at", "by_group", "due_at", "due_shard", "expires_at", "ttl", "body", "large")
    return {
        "version": number(delete.version + 1),
        "seq": number(seq),
        "deleted": {"BOOL": True},
        **dict.fromkeys(gone),
    }


def _integer(item: Item, name: str) -> int | None:
    return int(item[name]["N"]) if name in item else None


def _time(item: Item, name: str) -> datetime | None:
    return from_micros(int(item[name]["N"])) if name in item else None
