"""Whose turn a job is: a record that one process holds for a while. It only spares work; jobs are safe with two at once."""

import logging
from datetime import datetime, timedelta

from fitzen.infra.storage.base import Delete, Put, Store, WriteConflict
from fitzen.records import dumps, loads

LEASE = timedelta(seconds=90)
KIND = "lease"

log = logging.getLogger(__name__)


def _owner(name: str) -> str:
    return f"sys:job:{name}"


def take(store: Store, name: str, worker: str, now: datetime) -> bool:
    """Take or keep a lease; False when another process has it."""
    record = store.get(_owner(name), KIND, KIND)
    if record and loads(record.body)["by"] != worker:
        return False
    body = dumps({"by": worker, "since": now.isoformat()})
    version = record.version if record else 0
    try:
        store.write([Put(_owner(name), KIND, KIND, body, now, version, expires_at=now + LEASE)])
    except WriteConflict:
        return False
    return True


def give_back(store: Store, name: str, worker: str) -> None:
    record = store.get(_owner(name), KIND, KIND)
    if record and loads(record.body)["by"] == worker:
        try:
            store.write([Delete(*record[:3], record.version)])
        except WriteConflict:
            log.info("The lease of the job %s was taken over", name)
