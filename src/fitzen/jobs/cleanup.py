"""Each hour: remove what has expired.

Sessions, codes, counters, leases and 90-day-old chats carry `expires_at` and are absent from that moment on; here
SQLite and PostgreSQL get their room back (DynamoDB does it by itself). Photos that never came, and files that nothing
shows any more, go too; a developer's inbox keeps the newest.
"""

from collections import Counter
from datetime import datetime

from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Clock, Store
from fitzen.jobs.base import PATIENCE, Report, clock_from, stopping
from fitzen.photos.service import remove_stale

BATCH = 500


def run(infra: Infra, now: datetime) -> Report:
    """Remove for at most a minute; the next run goes on."""
    clock = clock_from(infra, now)
    until = clock() + PATIENCE
    counts: Counter[str] = Counter()
    stores = {id(store): store for store in (infra.store, infra.chat_store)}.values()
    more = [_expired(store, clock, until, counts) for store in stores]
    counts["photos"] = remove_stale(infra, clock())
    counts["messages"] = infra.inbox.trim() if infra.inbox else 0
    return Report("cleanup", counts, any(more))


def _expired(store: Store, clock: Clock, until: datetime, counts: Counter[str]) -> bool:
    while clock() < until and not stopping.is_set():
        removed = store.remove_expired(BATCH)
        counts["expired"] += removed
        if removed < BATCH:
            return False
    return True
