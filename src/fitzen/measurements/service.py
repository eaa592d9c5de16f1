"""Save, read, change and delete measurements; lists go by metric."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import NamedTuple

from fitzen import entities
from fitzen.entities import Change, Entity, digest_of
from fitzen.errors import FieldError, InvalidError
from fitzen.infra.storage.base import Op, Page, Put, Record, Store
from fitzen.measurements import rules
from fitzen.measurements.models import BatchIn, MeasurementBody, MeasurementIn, MeasurementQuery, Metric
from fitzen.records import Json, Saved, all_records, created_before, loads, midnight, new_id, run_again
from fitzen.web.answers import MAX_LIMIT

MEASUREMENT = "measurement"
MAX_PAGES = 5
ZONES = timedelta(hours=14)
"""By so much at most a local day begins before, or ends after, that of UTC."""
ASK = "If that is right, send it again with confirmed: true."


def measure(store: Store, user_id: str, body: MeasurementIn, now: datetime) -> Saved:
    """Save a measurement; the same again changes nothing. Raises ConflictError, GoneError.

    An unusual value that was typed is asked about: InvalidError on `confirmed`.
    """
    return entities.save(store, MEASUREMENTS, user_id, body, now)


@run_again
def measure_all(store: Store, user_id: str, batch: BatchIn, now: datetime) -> list[Saved]:
    """Save all of a batch in one write, or nothing; what was saved before is answered as it is now.

    Raises InvalidError naming the items, ConflictError, GoneError.
    """
    stamp = int(now.timestamp() * 1000)
    ids = [item.id or new_id(stamp) for item in batch.items]
    if len(set(ids)) != len(ids):
        raise InvalidError.of("items", "Each measurement needs an id of its own.")
    known = store.get_many(user_id, [(MEASUREMENT, id_) for id_ in ids], deleted=True)
    ops: list[Op] = []
    found: list[Saved] = []
    errors: list[FieldError] = []
    for index, (id_, body) in enumerate(zip(ids, batch.items, strict=True)):
        if before := known.get((MEASUREMENT, id_)):
            found.append(created_before(before, digest_of(body)))
            continue
        try:
            put = _put(store, Change(user_id, id_, None, body, now))
        except InvalidError as error:
            errors += [FieldError(f"items.{index}.{each.field}", each.message) for each in error.errors]
            continue
        ops.append(put)
        found.append(Saved(put.body, 1, created=True))
    if errors:
        raise InvalidError("Please check what you measured.", errors=errors)
    store.write(ops)
    return found


def list_measurements(store: Store, user_id: str, query: MeasurementQuery) -> Page:
    return entities.listed(store, MEASUREMENT, user_id, query, query.metric)


def newest(store: Store, user_id: str, metric: Metric, now: datetime) -> Record | None:
    """Return the last measurement of a metric up to now."""
    before = now + timedelta(microseconds=1)
    return next(iter(store.list(user_id, MEASUREMENT, group=metric, before=before, limit=1).items), None)


class Taken(NamedTuple):
    """One value of a metric; `day` is the local day on which it was taken."""

    at: datetime
    day: date
    value: float


def newest_values(
    store: Store,
    user_id: str,
    metric: str,
    before: datetime | None = None,
    limit: int = MAX_LIMIT,
    since: datetime | None = None,
) -> list[Taken]:
    """Return the newest values of a metric, newest first, at most a hundred; of those before `since` only the newest. One read."""
    records = store.list(user_id, MEASUREMENT, group=metric, before=before, limit=limit).items
    return [
        taken(record) for number, record in enumerate(records) if number == 0 or since is None or record.at >= since
    ]


def values_between(store: Store, user_id: str, metric: str, first: date, last: date, most: int) -> list[Taken]:
    """Return the values of a metric on the local days from one to another, newest first, at most so many."""
    after, before = midnight(first.isoformat()) - ZONES, midnight((last + timedelta(days=1)).isoformat()) + ZONES
    found = all_records(store, user_id, MEASUREMENT, group=metric, after=after, before=before)
    return [value for record in islice(found, most) if first <= (value := taken(record)).day <= last]


def days_measured(store: Store, user_id: str, metric: str, most: int) -> int:
    """Count the days on which a metric was measured, up to `most` or the newest five hundred values. One to five reads."""
    days: set[date] = set()
    before: datetime | None = None
    for _ in range(MAX_PAGES):
        values = newest_values(store, user_id, metric, before)
        days |= {value.day for value in values}
        if len(values) < MAX_LIMIT or len(days) >= most:
            break
        before = values[-1].at
    return min(len(days), most)


def taken(record: Record) -> Taken:
    body = loads(record.body)
    return Taken(record.at, date.fromisoformat(body["day"]), body["value"])


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


def _ops(store: Store, change: Change[MeasurementBody]) -> Sequence[Op]:
    return [_put(store, change) if change.after else MEASUREMENTS.delete(change)]


def _put(store: Store, change: Change[MeasurementBody]) -> Put:
    body = change.after
    assert body is not None  # noqa: S101 - a deletion has no put
    if body.source == "manual" and not body.confirmed:
        _ask(store, change, body)
    derived = {"day": body.taken_at.date().isoformat()}
    return MEASUREMENTS.put(change, body.taken_at.astimezone(UTC), derived=derived, group=body.metric)


def doubt(
    store: Store, user_id: str, body: MeasurementBody, now: datetime, read: rules.Read | None = None
) -> str | None:
    """Return what would be asked about a measurement before it is saved; None where its value is a usual one. One read."""
    return _question(store, Change(user_id, "", None, body, now), body, read)


def _question(
    store: Store, change: Change[MeasurementBody], body: MeasurementBody, read: rules.Read | None = None
) -> str | None:
    jumps = rules.METRICS[body.metric].jump is not None
    before = _before(store, change, body) if jumps else None
    return rules.question(body.metric, body.value, before, read)


def _ask(store: Store, change: Change[MeasurementBody], body: MeasurementBody) -> None:
    """Raise InvalidError when the value is unusual, and was not said before."""
    if change.record is not None and _same_value(loads(change.record.body), body):
        return
    if asked := _question(store, change, body):
        raise InvalidError(f"{asked} {ASK}", errors=[FieldError("confirmed", f"{asked} {ASK}")])


def _same_value(stored: Json, body: MeasurementBody) -> bool:
    return (stored["metric"], stored["value"]) == (body.metric, body.value)


def _before(store: Store, change: Change[MeasurementBody], body: MeasurementBody) -> rules.Before | None:
    """Return the last value before, of other measurements than this one."""
    at = body.taken_at.astimezone(UTC)
    after = at - timedelta(days=rules.LOOK_BACK_DAYS)
    found = store.list(change.owner, MEASUREMENT, group=body.metric, after=after, before=at, limit=2).items
    last = next((record for record in found if record.id != change.id), None)
    return rules.Before(loads(last.body)["value"], (at - last.at) / timedelta(days=1)) if last else None


MEASUREMENTS = Entity(MEASUREMENT, "measurement", MeasurementBody, _ops)
