"""Put back an export that is as this installation made it: each record as it was, under the account it comes to."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Delete, Op, Put, Record, Store
from fitzen.photos import service as photos
from fitzen.photos.service import TRASH
from fitzen.records import Json, dumps, loads, run_again
from fitzen.transfer.archives import Archive, Line, picture_name
from fitzen.transfer.kinds import KEYS, SOURCES
from fitzen.transfer.reports import Outcome

BATCH = 45
"""A picture takes an operation more, for its files."""
BATCH_BYTES = 3_000_000
GONE = "It was deleted here, and stays so."
OTHER = "There is something else under this id here, and it stays."
EXPIRED = "The time for which it was kept is over."
NO_PICTURE = "Its picture is not in the file."


class Into(NamedTuple):
    """What an import writes to, whose account it is, and what it reads from."""

    infra: Infra
    owner: str
    archive: Archive
    now: datetime

    def store(self, kind: str) -> Store:
        return self.infra.chat_store if SOURCES[kind].in_chat else self.infra.store


class Taken(NamedTuple):
    """What became of a record, and why where that is to be told."""

    outcome: Outcome
    why: str | None = None


@run_again
def restored(into: Into, batch: Sequence[Line]) -> list[Taken]:
    """Write what is not there yet of some records of one kind, all at once, and say what became of each."""
    kind = batch[0].kind
    found = into.store(kind).get_many(into.owner, [(kind, line.id) for line in batch], deleted=True)
    bodies = [_moved(line.body, into.owner) for line in batch]
    taken = [_compared(line, body, found.get((kind, line.id)), into) for line, body in zip(batch, bodies, strict=True)]
    new = [(line, body) for line, body, (outcome, _) in zip(batch, bodies, taken, strict=True) if outcome == "new"]
    if new:
        puts = [_put(into.owner, line, body) for line, body in new]
        into.store(kind).write([*puts, *_brought(into, puts)])
    return taken


def _moved(body: Json, owner: str) -> Json:
    """Return a body for another owner: the keys of its files begin with whose they are."""
    return body | {name: f"{owner}/{picture_name(body[name])}" for name in KEYS if name in body}


def _compared(line: Line, body: Json, current: Record | None, into: Into) -> Taken:
    if current is not None:
        return compared(current, same=not current.deleted and loads(current.body) == body)
    if line.expires_at is not None and line.expires_at <= into.now:
        return Taken("rejected", EXPIRED)
    if not all(into.archive.has_picture(picture_name(body[name])) for name in KEYS if name in body):
        return Taken("rejected", NO_PICTURE)
    return Taken("new")


def compared(current: Record, *, same: bool) -> Taken:
    """Say what becomes of a record under whose id there is something here: nothing, and whether it is the same."""
    if current.deleted:
        return Taken("conflict", GONE)
    return Taken("same") if same else Taken("conflict", OTHER)


def _brought(into: Into, puts: Sequence[Put]) -> list[Op]:
    """Put the files of pictures in their places; return what takes them out of the trash, in the write that shows them.

    They lie in the trash under an id of their record, so that an import that goes on finds there what it left.
    """
    files = {f"{put.kind}-{put.id}": keys for put in puts if (keys := photos.shown_files(loads(put.body)))}
    if not files:
        return []
    before = into.infra.store.get_many(into.owner, [(TRASH, id_) for id_ in files], deleted=True)
    due = into.now + photos.WRITTEN_WITHIN
    trash = [
        photos.trash(into.owner, id_, keys, due)._replace(version=found.version if found else 0)
        for id_, keys in files.items()
        for found in [before.get((TRASH, id_))]
    ]
    into.infra.store.write(trash)
    for keys in files.values():
        for key in keys:
            into.infra.files.put(key, into.archive.picture(picture_name(key)) or b"")
    return [Delete(into.owner, TRASH, put.id, put.version + 1) for put in trash]


def _put(owner: str, line: Line, body: Json) -> Put:
    return Put(
        owner,
        line.kind,
        line.id,
        dumps(body),
        line.at,
        group=line.group,
        expires_at=line.expires_at,
        digest=line.digest,
    )


def batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Cut records into what one write takes."""
    batch: list[Line] = []
    size = 0
    for line in lines:
        length = len(dumps(line.body))
        if batch and (len(batch) == BATCH or size + length > BATCH_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(line)
        size += length
    if batch:
        yield batch
