"""The Store on DynamoDB: one table, a person's records under one partition key.

Reads are strongly consistent, so lists and changes use local indexes; the global ones serve `due` and `users` only,
over 16 shards. A write of persons' records is one transaction with each person's counter, which is conditioned on
the `seq` it was read at: it gives out `seq` without gaps, and refuses what comes after an erasure.

What a write costs, in units of 1 KB ($0.625 a million, on demand, us-east-1, 2025), for a record of up to 1 KB:

| | table | by at | by group | by seq | sum |
|---|---|---|---|---|---|
| a new record, in a transaction (the table counts twice) | 2 | 1 | 1 with a group | 1 | 4 or 5 |
| a new version, `at` unchanged | 2 | 1 | 1 | 2: one leaves, one comes | 5 or 6 |
| a new version, `at` changed | 2 | 2 | 2 | 2 | 6 or 8 |
| an owner's counter | 2 | | | | 2 |
| one operation under `sys:`, plain | 1 | | | | 1 |

So a workout of 1.2 KB with its day and ten bests, by group, is 64 units where all are new, 75 where the day and the
bests only get new bodies, 97 where their `at` moves too; a `due_at` that moves adds 2. A list of 20 such workouts
reads 6 units of 4 KB ($0.125 a million) with bodies in the index; from an index of keys alone it would be 21.

An item and its index entries may have 400 KB together, so bodies over 16 KB stay out of the indexes, and are read from
the table by the lists that show them.

One person's records share one partition, which takes about 1,000 write units a second, and 10 GB with its indexes.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from urllib.parse import parse_qs, urlsplit

from fitzen.errors import InvalidError
from fitzen.infra.storage import dynamodb_items as items
from fitzen.infra.storage import dynamodb_schema as schema
from fitzen.infra.storage.base import (
    MAX_KEY_BYTES,
    Clock,
    Op,
    Page,
    Record,
    check_limits,
    decode_cursor,
    encode_cursor,
    is_system,
    to_micros,
    utc_now,
)
from fitzen.infra.storage.dynamodb_items import COUNTER, Item, number, text
from fitzen.infra.storage.dynamodb_table import LONGEST_PAGE, Table
from fitzen.infra.storage.dynamodb_wire import CallError, attempts, connect, unavailable
from fitzen.infra.storage.dynamodb_writes import Writer

SETTLE_S = 1.0
"""How long `changes` waits for a transaction that is only partly visible."""
RECENT_US = 10_000_000
"""A transaction is all visible long before it is this old, in the clock of another machine."""
ERASED_S = 86_400
"""How long an erased owner's id stays refused after the last record is gone."""

type Records = list[Record]
"""Inside the class, `list` is its method."""
type Span = tuple[str, str]

_DUE_BATCH = 25


class DynamoStore:
    """`url` is `dynamodb://REGION/TABLE`, and for a stand-in `?endpoint=http://…`. Raises ValueError on another.

    `?consistent=false` reads at half the price what may be a second old: for REPLICA_URL only.
    """

    def __init__(self, url: str, *, clock: Clock = utc_now) -> None:
        parts = urlsplit(url)
        name = parts.path.removeprefix("/")
        if parts.scheme != "dynamodb" or not parts.hostname or not name:
            raise ValueError("a DynamoDB store is dynamodb://REGION/TABLE?endpoint=URL")
        asked = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        consistent = asked.get("consistent") != "false"
        self._table = Table(connect(parts.hostname, asked.get("endpoint")), name, consistent=consistent)
        self._writer = Writer(self._table, clock)
        self._clock = clock

    def get(self, owner: str, kind: str, id: str, *, deleted: bool = False) -> Record | None:
        return self.get_many(owner, [(kind, id)], deleted=deleted).get((kind, id))

    def get_many(
        self, owner: str, keys: Sequence[tuple[str, str]], *, deleted: bool = False
    ) -> dict[tuple[str, str], Record]:
        possible = [key for key in keys if len(key[1].encode()) <= MAX_KEY_BYTES["id"]]
        found = self._table.fetch((owner, items.sort_key(*key)) for key in possible).values()
        records = [items.record(owner, item) for item in self._live(found) if deleted or "deleted" not in item]
        return {(record.kind, record.id): record for record in records}

    def list(
        self,
        owner: str,
        kind: str,
        *,
        group: str | None = None,
        after: datetime | None = None,
        before: datetime | None = None,
        newest_first: bool = True,
        limit: int = 20,
        cursor: str | None = None,
    ) -> Page:
        index = schema.BY_AT if group is None else schema.BY_GROUP
        prefix = items.prefix(kind, group)
        low, high = items.span(prefix, after, before)
        start = None if cursor is None else _place(prefix, cursor)
        if start is not None:  # inclusive in the query, so it is dropped below: its record may be there, or not
            low, high = (low, min(high, start)) if newest_first else (max(low, start), high)
        query = self._query_kind if is_system(owner) else self._query_index
        placed = query(owner, index, (low, high), newest_first, limit + 2) if low <= high else ()
        page = [*islice((item for item in self._live(placed) if item[index]["S"] != start), limit + 1)]
        more = encode_cursor(items.record(owner, page[limit - 1])) if len(page) > limit else None
        return Page(self._whole(owner, index, page[:limit]), more)

    def write(self, ops: Sequence[Op]) -> None:
        check_limits(ops)
        if len(ops) == 1 and is_system(ops[0].owner):
            self._writer.write_alone(ops[0])
        elif ops:
            self._writer.write_together(ops)

    def changes(self, owner: str, since: int, limit: int = 100) -> Sequence[Record]:
        found: list[Record] = []
        wanted = limit
        while wanted > 0 and (entries := self._entries(owner, since, wanted)):
            whole = self._table.fetch((owner, sk) for _, sk in entries)
            # What was written again since the index was read has a later seq, and is found under that.
            same = (item for seq, sk in entries if (item := whole.get((owner, sk))) and item["seq"] == number(seq))
            found += [items.record(owner, item) for item in self._live(same)]
            since, wanted = entries[-1][0], 0 if len(entries) < wanted else limit - len(found)
        return found

    def due(self, kind: str, until: datetime, limit: int = 100) -> Sequence[Record]:
        latest = to_micros(until)
        entries = heapq.merge(*(self._due_entries(kind, shard, latest, limit) for shard in range(items.SHARDS)))
        found: list[Record] = []
        while len(found) < limit and (chunk := [*islice(entries, max(limit, _DUE_BATCH))]):
            whole = self._table.fetch((owner, sk) for _, owner, sk in chunk)
            records = [items.record(item["owner"]["S"], item) for item in self._live(whole.values())]
            found += [record for record in records if record.due_at is not None and record.due_at <= until]
        return sorted(found, key=lambda record: (record.due_at, record.owner, record.id))[:limit]

    def users(self, segment: int = 0, segments: int = 1) -> Iterator[str]:
        for shard in range(segment, items.SHARDS, segments):
            values = {":segment": text(items.users_segment(shard))}
            found = self._table.query(
                "#segment = :segment", values, LONGEST_PAGE, IndexName=schema.USERS, ConsistentRead=False
            )
            yield from (item["owner"]["S"] for item in found)

    def erase(self, owner: str, limit: int = 1000) -> bool:
        if not is_system(owner):
            self._writer.mark_erased(owner)
        found = self._table.query(
            "#owner = :owner", {":owner": text(owner)}, limit + 2, ProjectionExpression="#owner, #sk"
        )
        keys = [*islice(((owner, item["sk"]["S"]) for item in found if item["sk"]["S"] != COUNTER), limit + 1)]
        self._table.delete(keys[:limit])
        if len(keys) > limit:
            return False
        if not is_system(owner):
            self._writer.mark_erased(owner, until=to_micros(self._clock()) // 1_000_000 + ERASED_S)
        return True

    def remove_expired(self, limit: int = 1000) -> int:  # noqa: ARG002 - the port's: DynamoDB's TTL does it
        return 0

    def migrate(self) -> None:
        schema.migrate(self._table.call, self._table.name)

    def ping(self) -> None:
        try:
            self._table.fetch([("sys:ping", COUNTER)])
        except CallError as error:
            raise unavailable() from error

    def close(self) -> None:
        self._table.call.close()

    def _live(self, found: Iterable[Item]) -> Iterator[Item]:
        now = to_micros(self._clock())
        return (item for item in found if items.is_live(item, now))

    def _query_index(self, owner: str, index: str, span: Span, newest_first: bool, size: int) -> Iterable[Item]:
        values = {":owner": text(owner), ":low": text(span[0]), ":high": text(span[1])}
        condition = f"#owner = :owner AND #{index} BETWEEN :low AND :high"
        return self._table.query(condition, values, size, IndexName=index, ScanIndexForward=not newest_first)

    def _query_kind(self, owner: str, index: str, span: Span, newest_first: bool, size: int) -> Iterable[Item]:
        """Do without the index, which what is under `sys:` is not in: there are few records of each owner."""
        values = {":owner": text(owner), ":kind": text(span[0].partition("#")[0] + "#")}
        found = self._table.query("#owner = :owner AND begins_with(#sk, :kind)", values, max(size, LONGEST_PAGE))
        grouped = index == schema.BY_GROUP
        among = (item for item in found if "group" in item or not grouped)
        placed = [{**item, index: text(items.place_of(item, grouped=grouped))} for item in among]
        inside = [item for item in placed if span[0] <= item[index]["S"] <= span[1]]
        return sorted(inside, key=lambda item: item[index]["S"], reverse=newest_first)

    def _whole(self, owner: str, index: str, page: Sequence[Item]) -> Records:
        """Return the page's records, with the bodies that are too large for the index read from the table."""
        cut = [item for item in page if "body" not in item and "large" not in item]
        whole = self._table.fetch((owner, item["sk"]["S"]) for item in cut)
        for item in cut:  # what was deleted or moved since the index was read has no place here any more
            full = whole.get((owner, item["sk"]["S"]), {})
            item.update(full if full.get(index) == item[index] else {})
        return [items.record(owner, item) for item in page if "body" in item or "large" in item]

    def _entries(self, owner: str, since: int, limit: int) -> Sequence[tuple[int, str]]:
        """Up to `limit` pairs of seq and sort key after `since`, by seq: a reader may go on from the last.

        Queries see a transaction applied item by item, so its seq 8 may be there before its 7. So nothing after the
        counter is shown, and as long as some of the counter's own transaction is not there, we look again.
        """
        shown: Sequence[tuple[int, str]] = []
        for _ in attempts(SETTLE_S):
            counter = self._table.fetch([(owner, COUNTER)]).get((owner, COUNTER), {})
            last = int(counter["last_seq"]["N"]) if "last_seq" in counter else 0
            if last <= since:
                return []
            values = {":owner": text(owner), ":first": number(since + 1), ":last": number(last)}
            condition = "#owner = :owner AND #seq BETWEEN :first AND :last"
            found = islice(self._table.query(condition, values, limit, IndexName=schema.BY_SEQ), limit)
            entries = [(int(item["seq"]["N"]), item["sk"]["S"]) for item in found]
            gap = self._gap(counter, entries, since, last if len(entries) < limit else entries[-1][0])
            if gap is None:
                return entries
            shown = [entry for entry in entries if entry[0] < gap]
        return shown

    def _gap(self, counter: Item, entries: Sequence[tuple[int, str]], since: int, until: int) -> int | None:
        """Return the first seq of the counter's transaction, if that is recent, that should be shown and is not."""
        last, count, at = (int(counter[name]["N"]) for name in ("last_seq", "last_count", "last_at"))
        if to_micros(self._clock()) - at > RECENT_US:
            return None
        expected = range(max(last - count, since) + 1, until + 1)
        return min(set(expected) - {seq for seq, _ in entries}, default=None)

    def _due_entries(self, kind: str, shard: int, until: int, size: int) -> Iterator[tuple[int, str, str]]:
        values = {":shard": text(items.due_shard(kind, shard)), ":until": number(until)}
        condition = "#due_shard = :shard AND #due_at <= :until"
        found = self._table.query(condition, values, size, IndexName=schema.DUE, ConsistentRead=False)
        return ((int(item["due_at"]["N"]), item["owner"]["S"], item["sk"]["S"]) for item in found)


def _place(prefix: str, cursor: str) -> str:
    micros, id_ = decode_cursor(cursor)
    if len(id_.encode()) > MAX_KEY_BYTES["id"]:
        raise InvalidError.of("cursor", "This cursor is not one that a list gave.")
    return items.place(prefix, micros, id_)
