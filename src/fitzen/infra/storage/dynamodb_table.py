"""Reading and writing many items of one DynamoDB table: its pages, batches and leftovers."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from typing import Any

from fitzen.infra.storage.dynamodb_items import Item, Key, item_key, names
from fitzen.infra.storage.dynamodb_wire import Call, attempts, unavailable

BATCH_S = 10.0
"""How long what a batch left undone is asked for again."""
LONGEST_PAGE = 1000

_GET_BATCH, _WRITE_BATCH = 100, 25


class Table:
    """Reads are strongly consistent, or at half the price may be a second old. Raises as `Call` does."""

    def __init__(self, call: Call, name: str, *, consistent: bool = True) -> None:
        self.call = call
        self.name = name
        self._consistent = consistent

    def fetch(self, keys: Iterable[Key]) -> dict[Key, Item]:
        """Those of the items that exist."""
        distinct = [*dict.fromkeys(keys)]
        if len(distinct) == 1:
            return self._fetch_one(distinct[0])
        found: dict[Key, Item] = {}
        for chunk in batched(distinct, _GET_BATCH, strict=False):
            wanted = {"Keys": [item_key(*key) for key in chunk], "ConsistentRead": self._consistent}
            for answer in self._batch("BatchGetItem", "UnprocessedKeys", wanted):
                found |= {
                    (item["owner"]["S"], item["sk"]["S"]): item for item in answer["Responses"].get(self.name, [])
                }
        return found

    def query(self, condition: str, values: Item, size: int, **params: Any) -> Iterator[Item]:
        """Every item that meets the key condition, in order, read in pages of `size` that grow as more are asked for."""
        request = {
            "TableName": self.name,
            "KeyConditionExpression": condition,
            "ExpressionAttributeNames": names(condition, params.get("ProjectionExpression", "")),
            "ExpressionAttributeValues": values,
            "ConsistentRead": self._consistent,
            **params,
        }
        while True:
            answer = self.call("Query", {**request, "Limit": size})
            yield from answer["Items"]
            if "LastEvaluatedKey" not in answer:
                return
            request["ExclusiveStartKey"] = answer["LastEvaluatedKey"]
            size = min(4 * size, LONGEST_PAGE)

    def delete(self, keys: Sequence[Key]) -> None:
        for chunk in batched(keys, _WRITE_BATCH, strict=False):
            requests = [{"DeleteRequest": {"Key": item_key(*key)}} for key in chunk]
            for _ in self._batch("BatchWriteItem", "UnprocessedItems", requests):
                pass

    def _fetch_one(self, key: Key) -> dict[Key, Item]:
        answer = self.call(
            "GetItem", {"TableName": self.name, "Key": item_key(*key), "ConsistentRead": self._consistent}
        )
        return {key: answer["Item"]} if "Item" in answer else {}

    def _batch(self, operation: str, leftovers: str, request: object) -> Iterator[dict[str, Any]]:
        """Answer by answer, until nothing is left undone."""
        pending: dict[str, Any] | None = {self.name: request}
        for _ in attempts(BATCH_S):
            answer = self.call(operation, {"RequestItems": pending})
            yield answer
            pending = answer.get(leftovers)
            if not pending:
                return
        raise unavailable()
