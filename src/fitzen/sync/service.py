"""Hand out what changed, and apply what a phone did while it was away. docs/sync.md says what phones rely on."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import accumulate, takewhile
from typing import Annotated, Any, NamedTuple

from pydantic import StringConstraints, TypeAdapter, ValidationError

from fitzen import entities
from fitzen.entities import Entity, digest_of, memory_of
from fitzen.errors import (
    ConflictError,
    FieldError,
    FitzenError,
    GoneError,
    InvalidError,
    StaleError,
    TooManyError,
    UnavailableError,
)
from fitzen.infra.storage.base import OwnerErasedError, Put, Record, Store
from fitzen.records import Json, Saved, digest
from fitzen.sync.kinds import COMING_DOWN, READ_ONLY, WRITTEN, Written
from fitzen.sync.marks import Mark
from fitzen.sync.models import Action, Status, SyncOp, SyncQuery
from fitzen.web.fields import Id, Model
from fitzen.web.parsing import check
from fitzen.web.problems import tell

APPLIED = "applied_op"
REMEMBERED = timedelta(days=90)
"""How long an update that is sent again is known. After it, one with a `base_version` is a conflict, never lost."""
MAX_PULL_BYTES = 2_000_000
WHOLE = (UnavailableError, TooManyError, OwnerErasedError)
"""Errors of the whole request: the phone sends all of it again, and what was applied by then is told as a duplicate."""


class BehindError(ConflictError):
    """The server knows less than the phone has read: it was restored from a backup."""

    title = "Start again from the beginning"

    def __init__(self) -> None:
        super().__init__(
            "The server was restored from a backup, and knows less than you have read. Sync again from 0.",
            errors=[FieldError("since", "This is beyond what the server has.")],
        )


class Changes(NamedTuple):
    """`seq` and `mark` are where to go on, whether or not any of the records came down."""

    records: Sequence[Record]
    seq: int
    mark: str | None
    more: bool


class Result(NamedTuple):
    """What became of an operation; `version`, `body` and `deleted` are the record as the server has it now."""

    op_id: str
    status: Status
    version: int | None = None
    body: str | None = None
    deleted: bool = False
    problem: Json | None = None


def pull(store: Store, user_id: str, query: SyncQuery) -> Changes:
    """Return what was written since `query.since`, oldest write first. Raises BehindError."""
    found = store.changes(user_id, query.since, query.limit + 1)
    if query.since:
        _check_ahead(store, user_id, query, found)
    page = _within(found[: query.limit])
    mark = Mark.of(page, WRITTEN)
    return Changes(
        [record for record in page if record.kind in COMING_DOWN],
        page[-1].seq if page else query.since,
        str(mark) if mark else query.mark,
        len(page) < len(found),
    )


def push(store: Store, user_id: str, op: SyncOp, now: datetime, request_id: str) -> Result:
    """Apply one operation, atomically, or say why not. Raises UnavailableError when it is to be sent again."""
    try:
        written = _written(op)
        return _ACTIONS[op.action](store, user_id, written, _with_id(op, written), now)
    except WHOLE:
        raise
    except Exception as error:  # noqa: BLE001 - one that nobody foresaw is logged, and must not hold up those behind it
        return Result(op.op_id, "rejected", problem=tell(error, request_id).body(request_id))


def _check_ahead(store: Store, user_id: str, query: SyncQuery, found: Sequence[Record]) -> None:
    """Raise BehindError unless the server still has what the phone has read."""
    if query.mark:
        mark = Mark.parse(query.mark)
        held = mark.holds(store.get(user_id, mark.kind, mark.id, deleted=True), query.since)
    else:
        held = bool(found or store.changes(user_id, query.since - 1, 1))
    if not held:
        raise BehindError


def _within(records: Sequence[Record]) -> Sequence[Record]:
    """Return the first of them, as many as an answer should carry."""
    sizes = accumulate(len(record.body) for record in records)
    return records[: max(1, sum(1 for _ in takewhile(MAX_PULL_BYTES.__ge__, sizes)))]


def _create(store: Store, user_id: str, written: Written, op: SyncOp, now: datetime) -> Result:
    """Create a record; what was created and deleted since is a duplicate too, and stays deleted.

    What is named by what it is of (a favourite food) may be made again by who saw it deleted, and says that version.
    """
    entity = written.entity
    if written.named and op.base_version:
        return _remembered(store, entity, user_id, op, now, entities.keep)
    body = _body(entity, op)
    try:
        saved = entities.save(store, entity, user_id, body, now, op.id)
    except (ConflictError, GoneError):
        record = _current(store, user_id, op)
        if record is None:
            raise
        if not record.deleted:
            return _told(op, "conflict", record)
        if record.digest == digest_of(body):
            return _told(op, "duplicate", record)
        raise
    return Result(op.op_id, "applied" if saved.created else "duplicate", saved.version, saved.body)


def _update(store: Store, user_id: str, written: Written, op: SyncOp, now: datetime) -> Result:
    return _remembered(store, written.entity, user_id, op, now, entities.replace)


def _remembered(
    store: Store, entity: Entity[Any], user_id: str, op: SyncOp, now: datetime, write: Callable[..., Saved]
) -> Result:
    """Write, and remember the operation in the same write: sent again, it must not look like a conflict."""
    body = _body(entity, op)
    memory = Put(
        memory_of(user_id),
        APPLIED,
        op.op_id,
        "{}",
        now,
        expires_at=now + REMEMBERED,
        digest=digest(f"{op.kind}/{op.id}/{digest_of(body)}"),
    )
    try:
        saved = write(store, entity, user_id, op.id, body, now, op.base_version, [memory])
    except WHOLE:
        raise
    except FitzenError as error:
        before = store.get(memory.owner, APPLIED, op.op_id)
        record = _current(store, user_id, op)
        if before is None:
            return _refused(op, error, record)
        if before.digest != memory.digest:
            raise ConflictError("Another operation had this op_id. Use a new one.") from None
        return _told(op, "duplicate", record)
    return Result(op.op_id, "applied", saved.version, saved.body)


def _refused(op: SyncOp, error: FitzenError, record: Record | None) -> Result:
    """Tell a conflict by what stands in the way; raise what is wrong with the operation itself."""
    if record is not None and (record.deleted or isinstance(error, StaleError)):
        return _told(op, "conflict", record)
    raise error


def _delete(store: Store, user_id: str, written: Written, op: SyncOp, now: datetime) -> Result:
    """Delete a record; one that is not there is deleted already."""
    try:
        version = entities.remove(store, written.entity, user_id, op.id, now, op.base_version)
    except StaleError:
        return _told(op, "conflict", _current(store, user_id, op))
    if version is None:
        return _told(op, "duplicate", _current(store, user_id, op))
    return Result(op.op_id, "applied", version, deleted=True)


_ACTIONS: dict[Action, Callable[[Store, str, Written, SyncOp, datetime], Result]] = {
    "create": _create,
    "update": _update,
    "delete": _delete,
}


def _written(op: SyncOp) -> Written:
    """Return what a phone may do with the kind. Raises InvalidError when this is not part of it."""
    written = WRITTEN.get(op.kind)
    if written is None:
        own = "Fitzen works this out by itself." if op.kind in READ_ONLY else "There is no such kind to write."
        raise InvalidError.of("kind", own)
    if op.action not in written.actions:
        raise InvalidError.of("action", f"A {written.entity.what} takes only {' and '.join(sorted(written.actions))}.")
    return written


def _body[B: Model](entity: Entity[B], op: SyncOp) -> B:
    """Read the body, as the kind's own routes do. Raises InvalidError."""
    if op.body is None:
        raise InvalidError.of("body", "This is required.")
    return check(entity.body, op.body)


def _with_id(op: SyncOp, written: Written) -> SyncOp:
    """Return the operation with its id in the one form that the store has. Raises InvalidError."""
    try:
        return op.model_copy(update={"id": (_NAME if written.named else _ID).validate_python(op.id)})
    except ValidationError:
        raise InvalidError.of("id", f"This is not the id of a {written.entity.what}.") from None


_ID = TypeAdapter[str](Id)
_NAME = TypeAdapter[str](Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z._:-]{1,200}$")])


def _current(store: Store, user_id: str, op: SyncOp) -> Record | None:
    return store.get(user_id, op.kind, op.id, deleted=True)


def _told(op: SyncOp, status: Status, record: Record | None) -> Result:
    """Answer with the server's copy."""
    if record is None:
        return Result(op.op_id, status)
    return Result(op.op_id, status, record.version, record.body or None, record.deleted)
