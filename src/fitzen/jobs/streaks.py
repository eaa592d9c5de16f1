"""At each person's midnight: what the end of a day brings.

Streaks themselves are computed when they are read, so a missed day needs no write.
`STEPS` run first, each safe to repeat; then one write counts the day and makes the next midnight due.
"""

from collections.abc import Callable
from datetime import date, datetime, time

from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Clock, Delete, Put, Record
from fitzen.jobs import analytics, directory, milestones
from fitzen.jobs.agenda import MIDNIGHT, ending, profile_of
from fitzen.jobs.base import TAKEN, Report, clock_from, work_off
from fitzen.local_time import DAY, Hours, exists, hours_of, moment
from fitzen.records import Json, loads, run_again

type Step = Callable[[Infra, str, date, datetime], object]

STEPS: tuple[Step, ...] = (milestones.at_midnight, directory.at_midnight)
"""What a feature does when a day of a person has ended: `(infra, user_id, the day, now)`."""


def run(infra: Infra, now: datetime) -> Report:
    """End the day of everybody whose midnight has come."""
    counts, more = work_off(infra, MIDNIGHT, clock_from(infra, now), _midnight)
    return Report("streaks", counts, more)


def _midnight(infra: Infra, record: Record, clock: Clock) -> str:
    now = clock()
    profile = profile_of(infra.store, record.owner)
    if profile is None:
        infra.store.write([Delete(*record[:3], record.version)])
        return "gone"
    hours, day = hours_of(profile), date.fromisoformat(loads(record.body)["day"])
    if now < moment(day + DAY, time.min, hours.zone):
        infra.store.write([ending(record.owner, day, hours.zone, now, record)])
        return "moved"
    for step in STEPS:
        step(infra, record.owner, day, now)
    return _end(infra, record, profile, hours, now)


@run_again
def _end(infra: Infra, record: Record, profile: Json, hours: Hours, now: datetime) -> str:
    """Count a day and make the next one due, at once; a day that was counted, in another zone, is not counted again."""
    store, owner = infra.store, record.owner
    current = store.get(owner, MIDNIGHT, MIDNIGHT)
    if current is None or current.version != record.version:
        return TAKEN
    state = loads(record.body)
    day, last = (date.fromisoformat(state[name]) if name in state else None for name in ("day", "last"))
    assert day is not None  # noqa: S101 - every agenda has it
    following = next(each for each in (day + DAY, day + 2 * DAY) if exists(each, hours.zone))
    if last is not None and day <= last:
        store.write([ending(owner, following, hours.zone, now, record)])
        return "repeated"
    start = moment(day, time.min, hours.zone)
    active = analytics.activity(infra, owner, start, state.get("active", 0), (day - (last or day - DAY)).days)
    added = analytics.added_by(infra, owner, profile, hours, day, active)
    kept = {"last": day.isoformat(), "active": active}
    ops: list[Put] = [ending(owner, following, hours.zone, now, record, kept)]
    store.write([*ops, analytics.counted(store, owner, day, added, now)])
    return "ended"
