"""When a reminder is due. Pure: no store, no clock; a moment is in UTC, a time of day is where the person is.

A time of day that the clocks pass over (they are put forward) means the first moment after the gap; one that comes
twice means the first. A day that is left out whole, as when a country changes sides of the date line, has no reminder.

Quiet hours: what would come within them waits for their end, if that is at most three hours later by the clock and
on the same day; otherwise that day's is left out, for "log your dinner" is of no use at seven in the morning. What is
to come once only always waits. What was snoozed comes when its owner, who is awake, has just asked for it.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from fitzen.records import Json
from fitzen.reminders.models import ReminderBody

DAY = timedelta(days=1)
MAX_WAIT = timedelta(hours=3)
LOOK_AHEAD = 16
"""Days: two weeks, so that a weekly reminder whose next day is left out of the calendar is still found, and the ends."""


class Quiet(NamedTuple):
    """From `start` to `end`, past midnight where start is later; none at all where they are the same."""

    start: time
    end: time

    def holds(self, clock: time) -> bool:
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end


class Plan(NamedTuple):
    """Where the person is, and when they want quiet."""

    zone: ZoneInfo
    quiet: Quiet | None = None


def plan_of(profile: Json) -> Plan:
    hours = profile.get("quiet_hours")
    quiet = Quiet(time.fromisoformat(hours["start"]), time.fromisoformat(hours["end"])) if hours else None
    return Plan(ZoneInfo(profile["time_zone"]), quiet)


def moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """Return when it is that time on that day: the first moment after it where the clocks pass over it, else the first."""
    local = datetime.combine(day, clock)
    before, after = (local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if before <= after:  # an ordinary time, or one that comes twice
        return before
    # In a gap, fold=0 reads the clock as it was before the change, and lands after it; fold=1 the other way round.
    return _change(after, before, zone)


def exists(day: date, zone: ZoneInfo) -> bool:
    """Say whether the zone's calendar has the day. Samoa had no 30 December 2011."""
    return moment(day, time.min, zone).astimezone(zone).date() == day


def _change(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    """Find the second in (low, high] at which the offset changes."""
    first, last = int(low.timestamp()), int(high.timestamp())
    offset = low.astimezone(zone).utcoffset()
    while last - first > 1:
        middle = (first + last) // 2
        same = datetime.fromtimestamp(middle, zone).utcoffset() == offset
        first, last = (middle, last) if same else (first, middle)
    return datetime.fromtimestamp(last, UTC)


def occurrences(reminder: ReminderBody, zone: ZoneInfo, first: date) -> Iterator[datetime]:
    """Yield the moments that a reminder names, from a day on, for a good two weeks; quiet hours are not looked at."""
    if reminder.once_at is not None:
        yield reminder.once_at.astimezone(UTC)
        return
    assert reminder.at_local is not None  # noqa: S101 - the model has one of the two
    clock = time.fromisoformat(reminder.at_local)
    days = reminder.days or range(1, 8)
    for number in range(LOOK_AHEAD):
        day = first + number * DAY
        if day.isoweekday() in days and exists(day, zone):
            yield moment(day, clock, zone)


def due_times(reminder: ReminderBody, plan: Plan, after: datetime) -> Iterator[datetime]:
    """Yield when the reminder comes, later than `after`, quiet hours kept, for two weeks."""
    if not reminder.enabled:
        return
    yesterday = after.astimezone(plan.zone).date() - DAY
    for at in occurrences(reminder, plan.zone, yesterday):
        due = heard(at, plan, once=reminder.once_at is not None)
        if due is not None and due > after:
            yield due


def next_due(reminder: ReminderBody, plan: Plan, after: datetime) -> datetime | None:
    """Return when the reminder comes next, later than `after`; None when it does not."""
    return next(due_times(reminder, plan, after), None)


def heard(at: datetime, plan: Plan, *, once: bool = False) -> datetime | None:
    """Return when something that is due at a moment comes: then, at the end of the quiet hours, or not at all."""
    local = at.astimezone(plan.zone)
    quiet, clock = plan.quiet, local.time()
    if quiet is None or not quiet.holds(clock):
        return at
    day = local.date() if clock < quiet.end else local.date() + DAY
    wait = datetime.combine(day, quiet.end) - local.replace(tzinfo=None)
    if not once and (day != local.date() or wait > MAX_WAIT):
        return None
    return max(at, moment(day, quiet.end, plan.zone))


def local_day(now: datetime, zone: ZoneInfo) -> tuple[date, datetime, datetime]:
    """Return the person's day, when it began, and when it ends."""
    day = now.astimezone(zone).date()
    return day, moment(day, time.min, zone), moment(day + DAY, time.min, zone)
