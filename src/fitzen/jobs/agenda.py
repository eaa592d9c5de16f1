"""What each person has on the agenda: the end of their day (`midnight`) and their morning (`digest`).

Both are records of theirs with `due_at`, so that nobody has to look through everybody. They are made, and moved when
somebody's time zone changes, from a `replan` record that whoever writes the profile puts there in the same write.
"""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Clock, Delete, Put, Record, Store
from fitzen.jobs.base import moved
from fitzen.local_time import DAY, Hours, hours_of, moment
from fitzen.records import Json, dumps, loads
from fitzen.reminders import delivery
from fitzen.users.service import USER

MIDNIGHT, DIGEST = "midnight", "digest"
MORNING = time(7)
MORNINGS = (time(5), time(11))
"""Between these, the end of somebody's quiet hours is when their morning begins."""


def plan_again(infra: Infra, record: Record, clock: Clock) -> str:
    """Plan a person's reminders, midnight and morning, by the profile as it is now."""
    store, owner, now = infra.store, record.owner, clock()
    profile = profile_of(store, owner)
    if profile is None:
        store.write([Delete(*record[:3], record.version)])
        return "gone"
    hours = hours_of(profile)
    settled = delivery.replan(store, owner, hours, now)
    again = moved(record, None if settled else now + delivery.LEASE)
    store.write([again, *_agenda(store, owner, hours, now)])
    return "planned" if settled else "later"


def profile_of(store: Store, owner: str) -> Json | None:
    """Return a person's fields, None when they are gone."""
    user = store.get(owner, USER, owner)
    return loads(user.body) if user else None


def _agenda(store: Store, owner: str, hours: Hours, now: datetime) -> list[Put]:
    """Return the puts of what is not planned yet, or planned for another time. What is due already stays due."""
    found = store.get_many(owner, [(MIDNIGHT, MIDNIGHT), (DIGEST, DIGEST)], deleted=True)
    today = now.astimezone(hours.zone).date()
    midnight, digest = found.get((MIDNIGHT, MIDNIGHT)), found.get((DIGEST, DIGEST))
    puts = []
    if _may_move(midnight, now):
        puts.append(ending(owner, today, hours.zone, now, midnight))
    if _may_move(digest, now):
        puts.append(dawning(owner, hours, now, digest))
    return puts


def _may_move(record: Record | None, now: datetime) -> bool:
    return record is None or record.deleted or record.due_at is None or record.due_at > now


def ending(
    owner: str, day: date, zone: ZoneInfo, now: datetime, record: Record | None, kept: Json | None = None
) -> Put:
    """Return the put by which a day's end is due when it ends; what is kept of the days before stays."""
    before = loads(record.body) if record and not record.deleted else {}
    body = dumps(before | (kept or {}) | {"day": day.isoformat()})
    version = record.version if record else 0
    return Put(owner, MIDNIGHT, MIDNIGHT, body, now, version, due_at=moment(day + DAY, time.min, zone))


def dawning(owner: str, hours: Hours, now: datetime, record: Record | None) -> Put:
    """Return the put by which the next morning is due."""
    morning = MORNING
    if hours.quiet and MORNINGS[0] <= hours.quiet.end <= MORNINGS[1]:
        morning = hours.quiet.end
    today = now.astimezone(hours.zone).date()
    due = next(at for at in (moment(today + number * DAY, morning, hours.zone) for number in range(3)) if at > now)
    body = dumps({"day": due.astimezone(hours.zone).date().isoformat()})
    return Put(owner, DIGEST, DIGEST, body, now, record.version if record else 0, due_at=due)
