"""One way to create, replace, patch and delete what a person keeps: features, the coach and sync all come through here.

A feature says by an `Entity` which operations a change of one record takes, its own first and then those of what
derives from it. Everything else is the same for all: creates are idempotent on the client's id, a version can be
asked for, a patch is validated after merging, and a call runs again when something that it read has moved.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from fitzen.errors import ConflictError, InvalidError
from fitzen.infra.storage.base import Delete, Op, Page, Put, Record, Store, WriteConflict
from fitzen.records import (
    Json,
    Saved,
    check_version,
    create,
    created_before,
    digest,
    dumps,
    load,
    loads,
    merge_patch,
    new_id,
    run_again,
)
from fitzen.web.answers import ListQuery
from fitzen.web.fields import Model
from fitzen.web.parsing import check


class Change[B: Model](NamedTuple):
    """From one record (None: there is none yet) to another body (None: it is deleted)."""

    owner: str
    id: str
    record: Record | None
    after: B | None
    now: datetime

    @property
    def version(self) -> int:
        return self.record.version if self.record else 0


@dataclass(frozen=True, slots=True)
class Entity[B: Model]:
    """A kind of record that its owner writes.

    `what` names one in the user's words, `body` is what they say of it. `ops` returns the operations of a change, the
    record's own first; it may read the store, and raises InvalidError.
    """

    kind: str
    what: str
    body: type[B]
    ops: Callable[[Store, Change[B]], Sequence[Op]]

    def given(self, record: Record) -> B:
        """Read back what the owner said, out of what is stored."""
        return check(self.body, self.said(record))

    def said(self, record: Record) -> Json:
        return {name: value for name, value in loads(record.body).items() if name in self.body.model_fields}

    def put(
        self,
        change: Change[B],
        at: datetime,
        *,
        derived: Json | None = None,
        group: str | None = None,
        due_at: datetime | None = None,
    ) -> Put:
        """Return the usual put of a record: its id, what was sent, and what the server adds."""
        body = change.after
        assert body is not None  # noqa: S101 - a deletion has no put
        said = body.model_dump(mode="json", exclude_none=True, exclude={"id"})
        text = dumps({"id": change.id, **said, **(derived or {})})
        return Put(change.owner, self.kind, change.id, text, at, change.version, group, due_at, digest=digest_of(body))

    def delete(self, change: Change[B]) -> Delete:
        return Delete(change.owner, self.kind, change.id, change.version)


class MadeBeforeError(ConflictError):
    """Nothing was written: what was to be written together with a change is there, so the change was made before."""


def memory_of(owner: str) -> str:
    """Return the owner under which it is remembered what was applied to a person's records; erased with them."""
    return f"sys:applied:{owner}"


def digest_of(body: Model) -> str:
    """Name what was sent, so that the same create sent again is told from another."""
    return digest(body.model_dump_json(exclude_none=True, exclude={"id"}))


@run_again
def save[B: Model](store: Store, entity: Entity[B], owner: str, body: B, now: datetime, id: str | None = None) -> Saved:
    """Create a record; the same again changes nothing, even where it would not be taken any more.

    The client's id is `id`, or that of `body`, if its model has one. Raises ConflictError, GoneError, InvalidError.
    """
    sent: str | None = id or getattr(body, "id", None)
    id_ = sent or new_id(int(now.timestamp() * 1000))
    try:
        own, *derived = entity.ops(store, Change(owner, id_, None, body, now))
    except InvalidError:
        before = store.get(owner, entity.kind, id_, deleted=True) if sent else None
        if before is None:
            raise
        return created_before(before, digest_of(body))
    assert isinstance(own, Put)  # noqa: S101 - what is created is put
    return create(store, own, *derived)


def get[B: Model](store: Store, entity: Entity[B], owner: str, id: str) -> Record:
    """Return the live record. Raises NotFoundError."""
    return load(store, owner, entity.kind, id, entity.what)


def listed(store: Store, kind: str, owner: str, query: ListQuery, group: str | None = None) -> Page:
    """Return the page of a list that is asked for, of one group or all. Raises InvalidError (the cursor)."""
    return store.list(
        owner, kind, group=group, after=query.after, before=query.before, limit=query.limit, cursor=query.cursor
    )


@run_again
def replace[B: Model](
    store: Store,
    entity: Entity[B],
    owner: str,
    id: str,
    body: B,
    now: datetime,
    if_match: int | None = None,
    also: Sequence[Op] = (),
) -> Saved:
    """Put another body in the place of one, and write `also` with it. Raises NotFoundError, StaleError, InvalidError.

    Raises MadeBeforeError when `also` expects what is not so (any more).
    """
    if getattr(body, "id", None) not in (None, id):
        raise InvalidError.of("id", "The id in the body is not the one in the path.")
    record = get(store, entity, owner, id)
    check_version(record, if_match)
    return _change(store, entity, Change(owner, id, record, body, now), also)


@run_again
def keep[B: Model](
    store: Store,
    entity: Entity[B],
    owner: str,
    id: str,
    body: B,
    now: datetime,
    if_match: int | None = None,
    also: Sequence[Op] = (),
) -> Saved:
    """Put a record whose id has a meaning (a day, a food), whether it is there, was deleted or never was.

    `change.record` may be a tombstone here, of which only the version counts: `if_match` may be the tombstone's too.
    Raises StaleError, InvalidError, and MadeBeforeError as `replace`.
    """
    record = store.get(owner, entity.kind, id, deleted=True)
    if record is not None:
        check_version(record, if_match)
    return _change(store, entity, Change(owner, id, record, body, now), also)


@run_again
def patch[B: Model](
    store: Store, entity: Entity[B], owner: str, id: str, changes: Json, now: datetime, if_match: int | None = None
) -> Saved:
    """Change some fields by JSON Merge Patch; what comes out is validated as a whole. Raises as `replace`."""
    record = get(store, entity, owner, id)
    check_version(record, if_match)
    body = check(entity.body, merge_patch(entity.said(record), changes))
    return _change(store, entity, Change(owner, id, record, body, now))


@run_again
def remove[B: Model](
    store: Store, entity: Entity[B], owner: str, id: str, now: datetime, if_match: int | None = None
) -> int | None:
    """Delete a record and what derives from it; return the tombstone's version, None where nothing (more) was there.

    Raises StaleError.
    """
    record = store.get(owner, entity.kind, id)
    if record is None:
        return None
    check_version(record, if_match)
    store.write(entity.ops(store, Change(owner, id, record, None, now)))
    return record.version + 1


def _change[B: Model](store: Store, entity: Entity[B], change: Change[B], also: Sequence[Op] = ()) -> Saved:
    ops = entity.ops(store, change)
    try:
        store.write([*ops, *also])
    except WriteConflict as conflict:
        if conflict.index < len(ops):
            raise
        raise MadeBeforeError("This change was made before.") from None
    own = ops[0]
    assert isinstance(own, Put)  # noqa: S101 - what is changed is put
    return Saved(own.body, change.version + 1)
