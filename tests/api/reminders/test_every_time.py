"""However unevenly the jobs run, each time that a reminder names is delivered once, and none besides."""

import json
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fixtures.api import START, MovableClock, build_infra, close, settings_for
from tests.fixtures.reminding import pass_time

from fitzen.auth.service import user_of
from fitzen.local_time import Hours
from fitzen.reminders.models import ReminderIn
from fitzen.reminders.rules import due_times
from fitzen.reminders.service import REMINDERS, get_reminder, remind
from fitzen.users.service import patch_user

STARTS = st.sampled_from(
    [
        START,
        datetime.fromisoformat("2026-03-28T12:00:00+00:00"),  # the clocks of Madrid go forward in the night
        datetime.fromisoformat("2026-10-24T12:00:00+00:00"),  # and back
        datetime.fromisoformat("2026-04-04T00:00:00+00:00"),  # and those of Lord Howe, by half an hour
    ]
)
CLOCKS = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
GAPS = st.lists(st.integers(1, 115), min_size=30, max_size=60)


@settings(max_examples=40, deadline=None)
@given(
    STARTS, st.sampled_from(["Europe/Madrid", "Australia/Lord_Howe"]), st.lists(CLOCKS, min_size=1, max_size=3), GAPS
)
def test_each_time_comes_once(start: datetime, zone: str, clocks: list[str], gaps: list[int]) -> None:
    with TemporaryDirectory() as folder:
        clock = MovableClock(start)
        infra = build_infra(settings_for(Path(folder)), clock)
        try:
            user_id = user_of(infra, phone=None, email="ana@example.com", now=start)
            patch_user(infra.store, user_id, {"time_zone": zone})
            ids = [_remind(infra.store, user_id, at, start) for at in clocks]
            for minutes in gaps:
                pass_time(infra, clock, minutes=minutes)
            assert infra.inbox is not None
            came = sorted(item["key"] for item in infra.inbox.read(10_000))
            expected = [
                f"{id_}.{int(due.timestamp())}.email"
                for id_ in ids
                for due in due_times(REMINDERS.given(get_reminder(infra.store, user_id, id_)), _hours(zone), start)
                if due <= clock.now
            ]
            assert came == sorted(expected)
        finally:
            close(infra)


def _remind(store: Any, user_id: str, at: str, now: datetime) -> str:

    body = ReminderIn(kind="custom", title="Stretch", at_local=at, channels=["email"])
    id_: str = json.loads(remind(store, user_id, body, now).body)["id"]
    return id_


def _hours(zone: str) -> Hours:
    return Hours(ZoneInfo(zone))
