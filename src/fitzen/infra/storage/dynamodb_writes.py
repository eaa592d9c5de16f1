"""Writing to DynamoDB: one transaction with each person's counter, and what its refusal means."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from threading import Lock
from typing import Any
from uuid import uuid4

from fitzen.errors import UnavailableError
from fitzen.infra.storage.base import Clock, Op, OwnerErasedError, Record, WriteConflict, is_system, to_micros
from fitzen.infra.storage.dynamodb_items import COUNTER, Item, action, count_action, erasure, is_live, record
from fitzen.infra.storage.dynamodb_table import Table
from fitzen.infra.storage.dynamodb_wire import CONTENDED, THROTTLED, CallError, attempts, unavailable

CONTENTION_S = 5.0
"""How long a write tries again when others write to the same owner or records."""

LONGEST_PAUSE_S = 0.1
"""Long enough for ten transactions; with longer ones, whoever lost a few races would hardly take part in more."""

_LANES = 256
_REMEMBERED = 10_000
_TRY_AGAIN = CONTENDED | THROTTLED
_REFUSED = "ConditionalCheckFailed"


class Counters:
    """The last `seq` of the owners that were written to lately: a guess that saves a read, corrected when wrong."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._lock = Lock()

    def get(self, owner: str) -> int | None:
        return self._last.get(owner)

    def learn(self, owner: str, seq: int) -> None:
        with self._lock:
            self._last.pop(owner, None)
            self._last[owner] = seq
            if len(self._last) > _REMEMBERED:
                del self._last[next(iter(self._last))]


class Lanes:
    """Let the threads of this process write to an owner one by one: of transactions that race, all but one fail.

    A failed one is billed too, and those who lose would lose again to whoever knows the counter. Owners share lanes.
    """

    def __init__(self) -> None:
        self._locks = [Lock() for _ in range(_LANES)]

    @contextmanager
    def enter(self, owners: Iterable[str]) -> Iterator[None]:
        """Hold the owners' lanes, taken in order so that no two wait for each other. Raises UnavailableError."""
        with ExitStack() as held:
            for lane in sorted({hash(owner) % _LANES for owner in owners}):
                if not self._locks[lane].acquire(timeout=CONTENTION_S):
                    raise _contended()
                held.callback(self._locks[lane].release)
            yield


class Writer:
    def __init__(self, table: Table, clock: Clock) -> None:
        self._table = table
        self._clock = clock
        self._counters = Counters()
        self._lanes = Lanes()

    def write_alone(self, op: Op) -> None:
        """Write one operation under `sys:`, at half the price of a transaction. Raises as `Store.write`."""
        now = to_micros(self._clock())
        [(verb, request)] = action(self._table.name, op, 0, now).items()
        try:
            self._table.call(f"{verb}Item", request)
        except CallError as error:
            if error.code != "ConditionalCheckFailedException":
                raise
            if error.unsure:  # no token here: the conflict may be with our own attempt, whose answer was lost
                raise unavailable() from error
            raise WriteConflict(0, _current(op, error.item, now)) from error

    def write_together(self, ops: Sequence[Op]) -> None:
        """Write in one transaction, with the counters of the persons in it. Raises as `Store.write`."""
        owners = [*dict.fromkeys(op.owner for op in ops if not is_system(op.owner))]
        with self._lanes.enter(owners):
            self._race(ops, self._last_seqs(owners))

    def _race(self, ops: Sequence[Op], seqs: Mapping[str, int]) -> None:
        """Try until no other process is quicker."""
        for _ in attempts(CONTENTION_S, LONGEST_PAUSE_S):
            now = to_micros(self._clock())
            try:
                self._transact(ops, seqs, now)
            except CallError as error:
                if error.code != "TransactionCanceledException":
                    raise
                counts, records = error.reasons[: len(seqs)], error.reasons[len(seqs) :]
                seqs = _corrected(seqs, counts)
                _raise_conflict(ops, records, now)
            else:
                return
        raise _contended()

    def mark_erased(self, owner: str, until: int | None = None) -> None:
        """Refuse every later write to the owner, and those under way; for good, or until that second."""
        self._table.call("UpdateItem", erasure(self._table.name, owner, until))

    def _last_seqs(self, owners: Sequence[str]) -> dict[str, int]:
        known = {owner: self._counters.get(owner) for owner in owners}
        unknown = [(owner, COUNTER) for owner, seq in known.items() if seq is None]
        counters = self._table.fetch(unknown) if unknown else {}
        return {
            owner: _last_seq(counters.get((owner, COUNTER))) if seq is None else seq for owner, seq in known.items()
        }

    def _transact(self, ops: Sequence[Op], seqs: Mapping[str, int], now: int) -> None:
        """Try once. The token lets the same transaction be sent again when its answer is lost."""
        last = dict(seqs)
        actions = []
        for op in ops:
            if op.owner in last:
                last[op.owner] += 1
            actions.append(action(self._table.name, op, last.get(op.owner, 0), now))
        counts = [count_action(self._table.name, owner, seq, last[owner], now) for owner, seq in seqs.items()]
        request = {"TransactItems": counts + actions, "ClientRequestToken": str(uuid4())}
        self._table.call("TransactWriteItems", request)
        for owner, seq in last.items():
            self._counters.learn(owner, seq)


def _contended() -> UnavailableError:
    return UnavailableError("Too much is being changed at once. Please try again.", retry_after=1)


def _corrected(seqs: Mapping[str, int], reasons: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """What the counters are, where one was not what the transaction took it for. Raises OwnerErasedError."""
    refused = {owner: reason for owner, reason in zip(seqs, reasons, strict=True) if reason["Code"] == _REFUSED}
    return {owner: _last_seq(refused[owner].get("Item")) if owner in refused else seq for owner, seq in seqs.items()}


def _last_seq(counter: Item | None) -> int:
    if counter is None:
        return 0
    if "erased" in counter:
        raise OwnerErasedError
    return int(counter["last_seq"]["N"])


def _raise_conflict(ops: Sequence[Op], reasons: Sequence[Mapping[str, Any]], now: int) -> None:
    """Raise WriteConflict for the first refused operation; return where the one before it was not even judged."""
    for index, (op, reason) in enumerate(zip(ops, reasons, strict=True)):
        if reason["Code"] == _REFUSED:
            raise WriteConflict(index, _current(op, reason.get("Item"), now))
        if reason["Code"] in _TRY_AGAIN:
            return
        if reason["Code"] != "None":
            raise CallError("TransactWriteItems", reason["Code"], {})


def _current(op: Op, item: Item | None, now: int) -> Record | None:
    return record(op.owner, item) if item is not None and is_live(item, now) else None
