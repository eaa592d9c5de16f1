"""A person's own time: their zone, their quiet hours, and when it is what time there. A moment is in UTC.

A time of day that the clocks pass over (they are put forward) means the first moment after the gap; one that comes
twice means the first. A day may be left out whole, as when a country changes sides of the date line.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from fitzen.records import Json

DAY = timedelta(days=1)


class Quiet(NamedTuple):
    """From `start` to `end`, past midnight where start is later; none at all where they are the same."""

    start: time
    end: time

    def holds(self, clock: time) -> bool:
        if self.start <= self.end:
            return self.start <= clock < self.end
        return clock >= self.start or clock < self.end


class Hours(NamedTuple):
    """Where the person is, and when they want quiet."""

    zone: ZoneInfo
    quiet: Quiet | None = None


def hours_of(profile: Json) -> Hours:
    hours = profile.get("quiet_hours")
    quiet = Quiet(time.fromisoformat(hours["start"]), time.fromisoformat(hours["end"])) if hours else None
    return Hours(ZoneInfo(profile["time_zone"]), quiet)


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


def local_day(now: datetime, zone: ZoneInfo) -> tuple[date, datetime, datetime]:
    """Return the person's day, when it began, and when it ends."""
    day = now.astimezone(zone).date()
    return day, moment(day, time.min, zone), moment(day + DAY, time.min, zone)


def _change(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    """Find the second in (low, high] at which the offset changes."""
    first, last = int(low.timestamp()), int(high.timestamp())
    offset = low.astimezone(zone).utcoffset()
    while last - first > 1:
        middle = (first + last) // 2
        same = datetime.fromtimestamp(middle, zone).utcoffset() == offset
        first, last = (middle, last) if same else (first, middle)
    return datetime.fromtimestamp(last, UTC)
