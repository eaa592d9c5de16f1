"""At midnight: which goals and milestones the day brought. In the morning a person is told of them, once for all.

What there is to tell is `due_at` on the last achievement of those that came together. It is claimed by a lease, sent with
a key of its own, and then due no more: see reminders/delivery.py for what that promises.
"""

from datetime import date, datetime, time, timedelta

from fitzen.achievements.service import award, earned_together
from fitzen.devices import service as devices
from fitzen.errors import UnavailableError
from fitzen.goals.service import mark_reached
from fitzen.infra.base import Infra
from fitzen.infra.messages.base import Message
from fitzen.infra.storage.base import Clock, Record
from fitzen.jobs.agenda import profile_of
from fitzen.jobs.base import SET_ASIDE, moved
from fitzen.local_time import DAY, hours_of, moment
from fitzen.records import Json, loads
from fitzen.reminders.delivery import LEASE

MORNING = time(8)
STALE = timedelta(days=1)
"""Later than this nobody is told any more; it is there to be seen."""


def at_midnight(infra: Infra, user_id: str, day: date, now: datetime) -> None:
    """Write down what a day that has ended brought, to be told in the morning, when quiet hours are over."""
    mark_reached(infra.store, user_id, now)
    profile = profile_of(infra.store, user_id)
    if profile is not None:
        hours = hours_of(profile)
        clock = hours.quiet.end if hours.quiet and hours.quiet.holds(MORNING) else MORNING
        award(infra.store, user_id, now, moment(day + DAY, clock, hours.zone))


def tell(infra: Infra, due: Record, clock: Clock) -> str:
    """Push what was earned to a person's devices; what they do not want, or is a day old, is let be."""
    now = clock()
    profile = profile_of(infra.store, due.owner)
    unwanted = profile is None or not profile.get("notifications", {}).get("achievements", True)
    if unwanted or now - datetime.fromisoformat(loads(due.body)["awarded_at"]) > STALE:
        infra.store.write([moved(due, None)])
        return "unwanted" if unwanted else "stale"
    infra.store.write([moved(due, now + LEASE)])
    ours = due._replace(version=due.version + 1)
    message = _message(ours, earned_together(infra.store, ours))
    try:
        for device in devices.devices(infra.store, due.owner):
            devices.push(infra, device, message)
    except UnavailableError:
        infra.store.write([moved(ours, now + SET_ASIDE)])
        return "later"
    infra.store.write([moved(ours, None)])
    return "told"


def _message(record: Record, earned: list[Json]) -> Message:
    body = loads(record.body)
    others = len(earned) - 1
    more = f" And {others} more." if others > 0 else ""
    data = {"url": "/achievements", "kind": "achievement"}
    return Message("", f"{body['text']}{more}", body["title"], f"achievement.{record.id}", data)
