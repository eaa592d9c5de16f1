"""Save, read, change and delete measurements; lists go by metric."""

from collections.abc import Sequence
from datetime import UTC, datetime

from fitzen import entities
from fitzen.entities import Change, Entity
from fitzen.infra.storage.base import Op, Page, Record, Store
from fitzen.measurements.models import MeasurementBody, MeasurementIn, MeasurementQuery
from fitzen.records import Json, Saved

MEASUREMENT = "measurement"


def measure(store: Store, user_id: str, body: MeasurementIn, now: datetime) -> Saved:
    """Save a measurement; the same again changes nothing. Raises ConflictError, GoneError."""
    return entities.save(store, MEASUREMENTS, user_id, body, now)


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
    return entities.get(store, MEASUREMENTS, user_id, id)


def replace_measurement(
    store: Store, user_id: str, id: str, body: MeasurementIn, now: datetime, if_match: int | None = None
) -> Saved:
    """Put another measurement in the place of one. Raises NotFoundError, StaleError, InvalidError."""
    return entities.replace(store, MEASUREMENTS, user_id, id, body, now, if_match)


def patch_measurement(
    store: Store, user_id: str, id: str, patch: Json, now: datetime, if_match: int | None = None
) -> Saved:
    """Change some fields by JSON Merge Patch; what comes out is validated as a whole."""
    return entities.patch(store, MEASUREMENTS, user_id, id, patch, now, if_match)


def delete_measurement(store: Store, user_id: str, id: str, now: datetime, if_match: int | None = None) -> None:
    """Delete a measurement; one that is not there is deleted already."""
    entities.remove(store, MEASUREMENTS, user_id, id, now, if_match)


def _ops(_store: Store, change: Change[MeasurementBody]) -> Sequence[Op]:
    body = change.after
    if body is None:
        return [MEASUREMENTS.delete(change)]
    derived = {"day": body.taken_at.date().isoformat()}
    return [MEASUREMENTS.put(change, body.taken_at.astimezone(UTC), derived=derived, group=body.metric)]


MEASUREMENTS = Entity(MEASUREMENT, "measurement", MeasurementBody, _ops)
