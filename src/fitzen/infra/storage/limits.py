"""How often something may happen: counted in the Store, so that every process counts together.

A counter is one record under a `sys:` owner with the times of what happened, as far back as its rules look. It is
changed by conditional puts only: of two events at once, one is counted first and the other sees it.
"""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from fitzen.errors import TooManyError
from fitzen.infra.storage.base import Put, Record, Store, to_micros
from fitzen.infra.storage.use import dumps, loads, run_again

KIND = ID = "counter"


class Rule(NamedTuple):
    """At most `at_most` events within any `window`."""

    at_most: int
    window: timedelta


class Counted(NamedTuple):
    """The write that counts one event, and the seconds until there may be another."""

    put: Put
    retry_after: int


def count(store: Store, owner: str, rules: Sequence[Rule], now: datetime, detail: str = "") -> Counted:
    """Prepare the write of one more event; nothing is written yet. Raises TooManyError with the seconds to wait."""
    record = store.get(owner, KIND, ID)
    at = to_micros(now)
    longest = max(rule.window for rule in rules)
    times = [time for time in _times(record) if time > at - longest // timedelta(microseconds=1)]
    if seconds := _wait(times, rules, at):
        raise TooManyError(detail, retry_after=seconds)
    times.append(at)
    body = dumps({"times": times})
    version = record.version if record else 0
    return Counted(Put(owner, KIND, ID, body, now, version, expires_at=now + longest), _wait(times, rules, at))


def wait(store: Store, owner: str, rules: Sequence[Rule], now: datetime) -> int:
    """Return the whole seconds until there may be another event; 0 when there may be one now."""
    return _wait(_times(store.get(owner, KIND, ID)), rules, to_micros(now))


@run_again
def take(store: Store, owner: str, rules: Sequence[Rule], now: datetime, detail: str = "") -> None:
    """Count one event. Raises TooManyError when a rule has no room for it."""
    store.write([count(store, owner, rules, now, detail).put])


@run_again
def give_back(store: Store, owner: str, now: datetime) -> None:
    """Forget the event that was counted at `now`: it did not happen, or it was not one of those that are limited."""
    record = store.get(owner, KIND, ID)
    times = _times(record)
    if record is None or to_micros(now) not in times:
        return
    times.remove(to_micros(now))
    put = Put(owner, KIND, ID, dumps({"times": times}), record.at, record.version, expires_at=record.expires_at)
    store.write([put])


def _times(record: Record | None) -> list[int]:
    """Return when the events were, in microseconds, oldest first."""
    return loads(record.body)["times"] if record else []


def _wait(times: Sequence[int], rules: Sequence[Rule], at: int) -> int:
    """Return the whole seconds, rounded up, until every rule has room; 0 when each has some."""
    waits = [
        times[-rule.at_most] + rule.window // timedelta(microseconds=1) - at
        for rule in rules
        if len(times) >= rule.at_most
    ]
    return max(0, math.ceil(max(waits, default=0) / 1_000_000))
