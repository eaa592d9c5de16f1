"""When a reminder is due. Pure: no store, no clock; a moment is in UTC, a time of day is where the person is.

Quiet hours: what would come within them waits for their end, if that is at most three hours later by the clock and
on the same day; otherwise that day's is left out, for "log your dinner" is of no use at seven in the morning. What is
to come once only always waits. What was snoozed comes when its owner, who is awake, has just asked for it. A day that
the calendar leaves out has no reminder.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from fitzen.local_time import DAY, Hours, exists, moment
from fitzen.reminders.models import ReminderBody

MAX_WAIT = timedelta(hours=3)
LOOK_AHEAD = 16
"""Days: two weeks, so that a weekly reminder whose next day is left out of the calendar is still found, and the ends."""


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


def due_times(reminder: ReminderBody, hours: Hours, after: datetime) -> Iterator[datetime]:
    """Yield when the reminder comes, later than `after`, quiet hours kept, for two weeks."""
    if not reminder.enabled:
        return
    yesterday = after.astimezone(hours.zone).date() - DAY
    for at in occurrences(reminder, hours.zone, yesterday):
        due = heard(at, hours, once=reminder.once_at is not None)
        if due is not None and due > after:
            yield due


def next_due(reminder: ReminderBody, hours: Hours, after: datetime) -> datetime | None:
    """Return when the reminder comes next, later than `after`; None when it does not."""
    return next(due_times(reminder, hours, after), None)


def heard(at: datetime, hours: Hours, *, once: bool = False) -> datetime | None:
    """Return when something that is due at a moment comes: then, at the end of the quiet hours, or not at all."""
    local = at.astimezone(hours.zone)
    quiet, clock = hours.quiet, local.time()
    if quiet is None or not quiet.holds(clock):
        return at
    day = local.date() if clock < quiet.end else local.date() + DAY
    wait = datetime.combine(day, quiet.end) - local.replace(tzinfo=None)
    if not once and (day != local.date() or wait > MAX_WAIT):
        return None
    return max(at, moment(day, quiet.end, hours.zone))
