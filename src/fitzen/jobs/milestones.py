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
from fitzen.infra.messages.base import Message, RefusedError
from fitzen.infra.storage.base import Clock, Record
from fitzen.jobs.agenda import profile_of
from fitzen.jobs.base import SET_ASIDE, moved
from fitzen.local_time import DAY, awake, hours_of, moment
from fitzen.records import Json, loads
from fitzen.reminders.delivery import LEASE
from fitzen.spanish import Language, language_of
from fitzen.spoken import spoken
from fitzen.users import service as users

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
    unwanted = profile is None or not users.wants(profile, "achievements")
    if profile is None or unwanted or now - datetime.fromisoformat(loads(due.body)["awarded_at"]) > STALE:
        infra.store.write([moved(due, None)])
        return "unwanted" if unwanted else "stale"
    heard = awake(now, hours_of(profile))
    if heard > now:  # somebody has moved, or the job was late
        infra.store.write([moved(due, heard)])
        return "quiet"
    infra.store.write([moved(due, now + LEASE)])
    ours = due._replace(version=due.version + 1)
    earned = earned_together(infra.store, ours)
    pushes = [
        (device, _message(ours, earned, language_of(devices.locale(device) or profile.get("locale"))))
        for device in devices.devices(infra.store, due.owner)
    ]
    errors = devices.push(infra, pushes, now) if pushes else []
    for error in errors:
        if error is not None and not isinstance(error, UnavailableError):
            raise error
    if any(error is not None and not isinstance(error, RefusedError) for error in errors):
        infra.store.write([moved(ours, now + SET_ASIDE)])
        return "later"
    infra.store.write([moved(ours, None)])
    if infra.topics:
        awarded = loads(due.body)["awarded_at"]
        infra.topics.publish(
            "achievements", [{"event": "achievement.told", "user_id": due.owner, "awarded_at": awarded}]
        )
    return "told"


def _message(record: Record, earned: list[Json], language: Language) -> Message:
    """Name the milestone; its figures, such as a body weight, are not for a locked screen that others see."""
    body = loads(record.body)
    others = len(earned) - 1
    title, text = spoken(body["title"], language), spoken(_told(others), language)
    return Message("", text, title, f"achievement.{record.id}", {"url": "/achievements", "kind": "achievement"})


def _told(others: int) -> str:
    return f"You have reached a milestone, and {others} more." if others > 0 else "You have reached a milestone."
