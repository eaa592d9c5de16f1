"""When reminders come: days, moments, quiet hours, the clocks that change."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fitzen.local_time import Hours, Quiet, moment
from fitzen.reminders.models import ReminderBody
from fitzen.reminders.rules import due_times, heard, next_due

MADRID = ZoneInfo("Europe/Madrid")
NIGHT = Quiet(time(22), time(7))
ZONES = ["UTC", "Europe/Madrid", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "America/Nuuk"]


def reminder(at_local: str | None = "07:30", **fields: Any) -> ReminderBody:
    return ReminderBody(kind="custom", title="Stretch", at_local=at_local, **fields)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def due(body: ReminderBody, after: str, hours: Hours | None = None) -> str | None:
    found = next_due(body, hours or Hours(MADRID), at(after))
    return found.isoformat(timespec="minutes")[:16] if found else None


@pytest.mark.parametrize(
    ("fields", "after", "expected"),
    [
        ({}, "2026-11-23T06:29", "2026-11-23T06:30"),
        ({}, "2026-11-23T06:30", "2026-11-24T06:30"),
        ({"days": [1]}, "2026-11-23T06:30", "2026-11-30T06:30"),
        ({"days": [2, 7]}, "2026-11-23T06:30", "2026-11-24T06:30"),
        ({"at_local": "00:15", "days": [2]}, "2026-11-23T23:00", "2026-11-23T23:15"),
        ({}, "2026-03-28T12:00", "2026-03-29T05:30"),  # the clocks go forward: 07:30 is an hour earlier
        ({}, "2026-10-24T12:00", "2026-10-25T06:30"),  # and back
        ({"at_local": "02:30"}, "2026-03-28T12:00", "2026-03-29T01:00"),  # a time that is passed over
        ({"at_local": "02:30"}, "2026-10-25T00:00", "2026-10-25T00:30"),  # a time that comes twice: the first
        ({"at_local": "02:30"}, "2026-10-25T00:30", "2026-10-26T01:30"),  # and once
        ({"enabled": False}, "2026-11-23T06:00", None),
        (
            {"at_local": None, "once_at": datetime(2026, 12, 1, 9, tzinfo=MADRID)},
            "2026-11-23T06:00",
            "2026-12-01T08:00",
        ),
        ({"at_local": None, "once_at": datetime(2026, 12, 1, 9, tzinfo=MADRID)}, "2026-12-01T08:00", None),
    ],
)
def test_next(fields: dict[str, Any], after: str, expected: str | None) -> None:
    assert due(reminder(**fields), after) == expected


def test_a_day_that_never_was_has_no_reminder() -> None:
    """Samoa went from Thursday 29 to Saturday 31 December 2011."""
    apia = Hours(ZoneInfo("Pacific/Apia"))
    assert due(reminder(days=[5]), "2011-12-27T00:00", apia) == "2012-01-05T17:30"
    assert due(reminder(), "2011-12-29T17:30", apia) == "2011-12-30T17:30"


@pytest.mark.parametrize(
    ("clock", "quiet", "expected"),
    [
        ("06:30", NIGHT, "2026-11-24T06:00"),  # waits half an hour
        ("04:00", NIGHT, "2026-11-24T06:00"),  # three hours, just
        ("03:59", NIGHT, None),
        ("23:00", NIGHT, None),  # the next morning is another day
        ("22:00", NIGHT, None),
        ("21:59", NIGHT, "2026-11-23T20:59"),
        ("07:00", NIGHT, "2026-11-24T06:00"),  # the end is not quiet any more
        ("13:30", Quiet(time(13), time(15)), "2026-11-23T14:00"),
        ("23:30", Quiet(time(22), time(1)), None),  # soon, but another day
        ("13:30", Quiet(time(13), time(13)), "2026-11-23T12:30"),  # no quiet hours at all
    ],
)
def test_quiet_hours(clock: str, quiet: Quiet, expected: str | None) -> None:
    assert due(reminder(clock), "2026-11-23T09:00", Hours(MADRID, quiet)) == expected


def test_what_comes_once_waits_however_long() -> None:
    body = reminder(None, once_at=at("2026-11-23T22:30"))
    assert due(body, "2026-11-23T09:00", Hours(MADRID, NIGHT)) == "2026-11-24T06:00"
    assert due(body, "2026-11-23T23:00", Hours(MADRID, NIGHT)) == "2026-11-24T06:00", "also seen from the middle of it"


def test_in_the_middle_of_its_wait_a_reminder_is_still_to_come() -> None:
    assert due(reminder("06:30"), "2026-11-24T05:45", Hours(MADRID, NIGHT)) == "2026-11-24T06:00"


CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
MOMENTS = st.datetimes(datetime(2010, 1, 1), datetime(2035, 1, 1)).map(lambda when: when.replace(tzinfo=UTC))
QUIET = st.none() | st.builds(Quiet, CLOCKS, CLOCKS)
WEEK = st.lists(st.integers(1, 7), unique=True)


@settings(max_examples=300)
@given(st.sampled_from(ZONES), CLOCKS, WEEK, QUIET, MOMENTS)
def test_every_time_is_later_audible_and_of_a_day_that_was_asked_for(
    zone: str, clock: time, days: list[int], quiet: Quiet | None, now: datetime
) -> None:
    hours = Hours(ZoneInfo(zone), quiet)
    body = reminder(clock.strftime("%H:%M"), days=days)
    times = list(due_times(body, hours, now))
    assert times == sorted(set(times))
    for due_at in times:
        local = due_at.astimezone(hours.zone)
        assert due_at > now
        assert heard(due_at, hours) == due_at, "within quiet hours"
        regular = (local - timedelta(minutes=1)).isoweekday() if local.time() == time() else local.isoweekday()
        assert not days or {local.isoweekday(), regular} & set(days)
    if quiet is None:
        expected = sum(1 for number in range(13) if _asked(now, number, days, hours.zone, clock))
        assert len(times) >= expected


def _asked(now: datetime, number: int, days: Sequence[int], zone: ZoneInfo, clock: time) -> bool:
    """Whether the day that many days ahead has a reminder, which it has unless the calendar leaves it out."""
    day = now.astimezone(zone).date() + timedelta(days=number)
    when = moment(day, clock, zone)
    return when > now and (not days or day.isoweekday() in days) and day != date(2011, 12, 30)


@settings(max_examples=300)
@given(st.sampled_from(ZONES), CLOCKS, WEEK, QUIET, MOMENTS)
def test_going_on_from_each_time_gives_the_same_times(
    zone: str, clock: time, days: list[int], quiet: Quiet | None, now: datetime
) -> None:
    """What `advance` does, time after time, is what `upcoming` shows; none is left out and none comes twice."""
    hours = Hours(ZoneInfo(zone), quiet)
    body = reminder(clock.strftime("%H:%M"), days=days)
    shown = [due_at for due_at in due_times(body, hours, now) if due_at <= now + timedelta(days=7)]
    walked: list[datetime] = []
    while (following := next_due(body, hours, walked[-1] if walked else now)) and following <= now + timedelta(days=7):
        walked.append(following)
    assert walked == shown


@pytest.mark.parametrize(
    "fields",
    [
        {"at_local": None},
        {"once_at": at("2026-11-23T09:00")},
        {"at_local": None, "once_at": at("2026-11-23T09:00"), "days": [1]},
        {"days": [1, 1]},
        {"channels": ["push", "push"]},
        {"channels": []},
        {"target_id": "x"},
        {"only_if_not_done": True},
        {"kind": "habit"},
        {"kind": "habit", "target_id": "lunch"},
        {"kind": "meal", "target_id": "elevenses"},
        {"kind": "measurement", "target_id": "mood"},
    ],
)
def test_what_does_not_fit_together_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        ReminderBody(**{"kind": "custom", "title": "Stretch", "at_local": "07:30"} | fields)
