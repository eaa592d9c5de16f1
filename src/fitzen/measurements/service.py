"""Save, read, change and delete measurements; lists go by metric."""

from datetime import UTC, datetime

from fitzen.errors import InvalidError
from fitzen.infra.storage.base import Delete, Page, Put, Record, Store
from fitzen.measurements.models import MeasurementBody, MeasurementIn, MeasurementQuery
from fitzen.records import (
    Json,
    Saved,
    check_version,
    create,
    digest,
    dumps,
    load,
    loads,
    merge_patch,
    new_id,
    run_again,
)
from fitzen.web.parsing import check

MEASUREMENT = "measurement"


def measure(store: Store, user_id: str, body: MeasurementIn, now: datetime) -> Saved:
    """Save a measurement; the same again changes nothing. Raises ConflictError, GoneError."""
    id_ = body.id or new_id(int(now.timestamp() * 1000))
    return create(store, _put(user_id, id_, body, 0, digest(body.model_dump_json(exclude_none=True))))


def list_measurements(store: Store, user_id: str, query: MeasurementQuery) -> Page:
    return store.list(
        user_id,
        MEASUREMENT,
        group=query.metric,
        after=query.after,
        before=query.before,
        limit=query.limit,
        cursor=query.cursor,
    )


def get_measurement(store: Store, user_id: str, id: str) -> Record:
    return load(store, user_id, MEASUREMENT, id, "measurement")


@run_again
def replace_measurement(store: Store, user_id: str, id: str, body: MeasurementIn, if_match: int | None = None) -> Saved:
    """Put another measurement in the place of one. Raises NotFoundError, StaleError, InvalidError."""
    if body.id not in (None, id):
        raise InvalidError.of("id", "The id in the body is not the one in the path.")
    record = get_measurement(store, user_id, id)
    check_version(record, if_match)
    return _replace(store, record, body)


@run_again
def patch_measurement(store: Store, user_id: str, id: str, patch: Json, if_match: int | None = None) -> Saved:
    """Change some fields by JSON Merge Patch; what comes out is validated as a whole."""
    record = get_measurement(store, user_id, id)
    check_version(record, if_match)
    given = {name: value for name, value in loads(record.body).items() if name in MeasurementBody.model_fields}
    return _replace(store, record, check(MeasurementBody, merge_patch(given, patch)))


@run_again
def delete_measurement(store: Store, user_id: str, id: str, if_match: int | None = None) -> None:
    """Delete a measurement; one that is not there is deleted already."""
    record = store.get(user_id, MEASUREMENT, id)
    if record is not None:
        check_version(record, if_match)
        store.write([Delete(user_id, MEASUREMENT, id, record.version)])


def _replace(store: Store, record: Record, body: MeasurementBody) -> Saved:
    put = _put(record.owner, record.id, body, record.version)
    store.write([put])
    return Saved(put.body, record.version + 1)


def _put(user_id: str, id_: str, body: MeasurementBody, version: int, digest: str | None = None) -> Put:
    given = body.model_dump(mode="json", exclude_none=True, exclude={"id"})
    text = dumps({"id": id_, **given, "day": body.taken_at.date().isoformat()})
    at = body.taken_at.astimezone(UTC)
    return Put(user_id, MEASUREMENT, id_, text, at, version, group=body.metric, digest=digest)
