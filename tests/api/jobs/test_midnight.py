"""The end of each person's day: steps, figures, the next midnight. Each day counts once, whatever happens."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from tests.fixtures.api import (
    Client,
    Json,
    MovableClock,
    build_app,
    build_infra,
    client_of,
    close,
    settings_for,
    sign_in,
    together,
)
from tests.fixtures.chat import say

from fitzen.infra.base import Infra
from fitzen.jobs import analytics, reminders, streaks
from fitzen.jobs.agenda import MIDNIGHT
from fitzen.records import loads

ME = "/api/users/me"
FIRST = date(2026, 11, 23)


def pass_to(infra: Infra, clock: MovableClock, at: datetime) -> Json:
    reminders.run(infra, clock.now)
    clock.now = at
    return dict(streaks.run(infra, at).counts)


def midnight(day: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 24, 0, minute, tzinfo=UTC) + timedelta(days=day)


def figures(infra: Infra, clock: MovableClock) -> dict[str, Json]:
    analytics.run(infra, clock.now)
    return {day["day"]: day for day in analytics.figures(infra.store, FIRST, FIRST + timedelta(days=60))}


def state(infra: Infra, client: Client) -> Json:
    record = infra.store.get(client.user_id, MIDNIGHT, MIDNIGHT)
    assert record is not None
    return loads(record.body) | {"due_at": record.due_at.isoformat()[:16] if record.due_at else None}


def test_a_day_ends_at_midnight_once(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    assert pass_to(infra, clock, midnight(-1) + timedelta(hours=23, minutes=59)) == {}
    assert pass_to(infra, clock, midnight(0)) == {"ended": 1}
    assert pass_to(infra, clock, midnight(0, 30)) == {}
    assert state(infra, signed_in)["due_at"] == "2026-11-25T00:00"
    assert figures(infra, clock)["2026-11-23"] == {
        "day": "2026-11-23", "active": 1, "active_30": 1, "active_7": 1, "new": 1, "people": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "due"),
    [
        ("Asia/Tokyo", "2026-11-23T15:00"),
        ("America/Los_Angeles", "2026-11-24T08:00"),
        ("Asia/Kathmandu", "2026-11-23T18:15"),
    ],
)
def test_midnight_is_where_the_person_is(
    signed_in: Client, infra: Infra, clock: MovableClock, zone: str, due: str
) -> None:
    reminders.run(infra, clock.now)
    signed_in.patch(ME, json={"time_zone": zone})
    reminders.run(infra, clock.now)
    assert state(infra, signed_in)["due_at"] == due


def test_flying_west_ends_a_day_twice_and_counts_it_once(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    signed_in.patch(ME, json={"time_zone": "Asia/Tokyo"})
    client = signed_in
    assert pass_to(infra, clock, datetime(2026, 11, 23, 15, tzinfo=UTC)) == {"ended": 1}
    client = client.signed_in(sign_in(Client(client.application), email="ana@example.com"))
    client.patch(ME, json={"time_zone": "America/Los_Angeles"})
    reminders.run(infra, clock.now)
    assert state(infra, client)["due_at"] == "2026-11-24T08:00"
    assert pass_to(infra, clock, datetime(2026, 11, 24, 8, tzinfo=UTC)) == {"repeated": 1}
    assert figures(infra, clock)["2026-11-23"]["people"] == 1
    assert state(infra, client)["due_at"] == "2026-11-25T08:00"


def test_retention_and_activity_over_a_month(client: Client, infra: Infra, clock: MovableClock) -> None:
    """Ana comes back on days 1, 7 and 30, Ben never does."""
    for name in ("ana", "ben"):
        sign_in(client, email=f"{name}@example.com")
    reminders.run(infra, clock.now)
    for day in range(32):
        if day in (1, 7, 30):
            clock.now = midnight(day - 1) + timedelta(hours=9)
            sign_in(client, email="ana@example.com")
        assert pass_to(infra, clock, midnight(day)) == {"ended": 2}
        analytics.run(infra, clock.now)
    found = figures(infra, clock)
    row = [found[(FIRST + timedelta(days=day)).isoformat()] for day in range(32)]
    assert [day["active"] for day in row[:9]] == [2, 1, 0, 0, 0, 0, 0, 1, 0]
    assert [day["active_7"] for day in row[:9]] == [2, 2, 2, 2, 2, 2, 2, 1, 1]
    assert [row[day]["active_30"] for day in (29, 30, 31)] == [2, 1, 1]
    assert [(row[day][f"d{day}_of"], row[day][f"d{day}"]) for day in (1, 7, 30)] == [(2, 1), (2, 1), (2, 1)]
    assert sum(day["new"] for day in row) == 2
    assert all("d1_of" not in day for day in (row[0], row[2]))


def test_messages_and_their_cost(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    say(signed_in, "how is my bench press going?")
    usage = say(signed_in, "hello")["usage"]
    pass_to(infra, clock, midnight(0))
    day = figures(infra, clock)["2026-11-23"]
    assert day["messages"] == 2
    assert day.get("cost_usd", 0) == pytest.approx(2 * usage["cost_usd"])
    assert day.get("output_tokens", 0) >= usage["output_tokens"]


@pytest.mark.parametrize("url", ["sqlite_url", "postgresql_url", "dynamodb_url"])
def test_two_at_once_count_everybody_once(request: pytest.FixtureRequest, tmp_path: Path, url: str) -> None:
    clock = MovableClock()
    pair = [build_infra(settings_for(tmp_path, request.getfixturevalue(url)), clock) for _ in range(2)]
    try:
        client = client_of(build_app(pair[0]))
        for _ in range(8):
            sign_in(client, email=f"{uuid4().hex}@example.com")
        reminders.run(pair[0], clock.now)
        for day in range(2):
            clock.now = midnight(day)
            together(*(lambda each=each: streaks.run(each, clock.now) for each in pair))
            streaks.run(pair[0], clock.now)  # what both gave up, because the other was there
        found = figures(pair[0], clock)
        assert [found[day]["people"] for day in ("2026-11-23", "2026-11-24")] == [8, 8]
    finally:
        for each in pair:
            close(each)


def test_a_step_that_fails_keeps_nobody_else_waiting(
    signed_in: Client, another: Client, infra: Infra, clock: MovableClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, date]] = []

    def step(_infra: Infra, user_id: str, day: date, _now: datetime) -> None:
        if user_id == signed_in.user_id and clock.now < midnight(0, 10):
            raise ValueError
        done.append((user_id, day))

    monkeypatch.setattr(streaks, "STEPS", (step,))
    assert pass_to(infra, clock, midnight(0)) == {"ended": 1, "failed": 1}
    assert pass_to(infra, clock, midnight(0, 5)) == {}
    assert pass_to(infra, clock, midnight(0, 16)) == {"ended": 1}
    assert done == [(another.user_id, FIRST), (signed_in.user_id, FIRST)]


def test_after_an_outage_each_day_is_ended(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    counts: Any = pass_to(infra, clock, midnight(3))
    assert counts == {"ended": 4}
    assert state(infra, signed_in)["due_at"] == "2026-11-28T00:00"
