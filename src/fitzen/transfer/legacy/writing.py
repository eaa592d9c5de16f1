"""Write what was made of rows, in batches across people; what is there already stays as it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple

from fitzen.entities import Change, Entity, digest_of
from fitzen.errors import InvalidError
from fitzen.infra.storage.base import Put, Record, Store
from fitzen.records import run_again
from fitzen.transfer.legacy.reports import LegacyReport
from fitzen.transfer.legacy.rows import Row
from fitzen.transfer.reports import reasons
from fitzen.web.fields import Model

BATCH = 48
"""Each takes an operation, and may be of another person, who counts as one too."""
BATCH_BYTES = 3_000_000


class Made(NamedTuple):
    """A record to be: `put` is asked for only where there is nothing under the id yet. Raises InvalidError."""

    row: Row
    owner: str
    kind: str
    id: str
    digest: str | None
    put: Callable[[], Put]


def of_entity[B: Model](store: Store, row: Row, owner: str, entity: Entity[B], id: str, body: B, now: datetime) -> Made:
    """Make a record as its feature does. What derives from it is made again when all are there."""

    def put() -> Put:
        own = entity.ops(store, Change(owner, id, None, body, now))[0]
        assert isinstance(own, Put)  # noqa: S101 - what is created is put
        return own

    return Made(row, owner, entity.kind, id, digest_of(body), put)


def of_put(row: Row, put: Put) -> Made:
    return Made(row, put.owner, put.kind, put.id, put.digest, lambda: put)


@dataclass(slots=True)
class Writer:
    """Collects records for one store; `flush` writes what is left."""

    store: Store
    report: LegacyReport
    _batch: list[Made]

    @classmethod
    def into(cls, store: Store, report: LegacyReport) -> "Writer":
        return cls(store, report, [])

    def add(self, made: Made) -> None:
        self._batch.append(made)
        if len(self._batch) >= BATCH:
            self.flush()

    def flush(self) -> None:
        if self._batch:
            for made, found in _write(self.store, self._batch):
                if isinstance(found, InvalidError):
                    errors = reasons(found)
                    self.report.refuse(made.row, errors[0].field, " ".join(error.message for error in errors))
                else:
                    self.report.record(made.row, found)
            self._batch = []


@run_again
def _write(store: Store, batch: Sequence[Made]) -> list[tuple[Made, Any]]:
    """Write what is not there yet, all at once; return what became of each: an outcome, or why it is refused."""
    there = _there(store, batch)
    puts: dict[tuple[str, str, str], Put] = {}
    outcomes: list[tuple[Made, Any]] = []
    for made in batch:
        key = (made.owner, made.kind, made.id)
        if (before := there.get(key)) is not None:
            same = not before.deleted and before.digest == made.digest
            outcomes.append((made, "same" if same else "conflict"))
            continue
        try:
            puts[key] = made.put()
            outcomes.append((made, "new"))
        except InvalidError as error:
            outcomes.append((made, error))
    for part in _parts([*puts.values()]):
        store.write(part)
    return outcomes


def _there(store: Store, batch: Sequence[Made]) -> dict[tuple[str, str, str], Record]:
    found: dict[tuple[str, str, str], Record] = {}
    for owner, every in groupby(sorted(batch, key=lambda made: made.owner), key=lambda made: made.owner):
        keys = [(made.kind, made.id) for made in every]
        found |= {(owner, *key): record for key, record in store.get_many(owner, keys, deleted=True).items()}
    return found


def _parts(puts: list[Put]) -> list[list[Put]]:
    """Cut what is too large for one write."""
    parts: list[list[Put]] = []
    size = BATCH_BYTES
    for put in puts:
        size += len(put.body.encode())
        if size >= BATCH_BYTES or not parts:
            parts.append([])
            size = len(put.body.encode())
        parts[-1].append(put)
    return parts
