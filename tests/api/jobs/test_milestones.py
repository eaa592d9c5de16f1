"""What a day brought is written down at its end, and told of in the morning, once. It starts on 23 November 2026, noon."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.fixtures.api import Client, Json, MovableClock, sign_in, together
from tests.fixtures.reminding import arrived, phone

from fitzen.infra.base import Infra
from fitzen.jobs import reminders, streaks

MIDNIGHT = datetime(2026, 11, 24, 0, 1, tzinfo=UTC)
MORNING = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


@pytest.fixture
def busy(signed_in: Client) -> Client:
    """Ana, who has a first day behind her: a workout, and a goal that is reached."""
    entry = {"exercise_id": "barbell-bench-press", "sets": [{"reps": 5, "weight_kg": 60}]}
    body = {"name": "First", "started_at": "2026-11-23T09:00:00Z", "exercises": [entry]}
    assert signed_in.post("/api/workouts", json=body).status_code == 201
    goal = signed_in.post("/api/goals", json={"kind": "custom", "title": "Read", "target_value": 2}).get_json()
    signed_in.patch(f"/api/goals/me/{goal['id']}", json={"current_value": 2})
    return signed_in


def run_until(infra: Infra, clock: MovableClock, *times: datetime) -> list[Json]:
    """Let the jobs run now and at some times, and return what they counted."""
    found = []
    for at in (clock.now, *times):
        clock.now = at
        streaks.run(infra, at)
        found.append(dict(reminders.run(infra, at).counts))
    return found


def test_it_is_told_in_the_morning_once_for_all(busy: Client, infra: Infra, clock: MovableClock) -> None:
    token = phone(busy)
    run_until(infra, clock, MIDNIGHT)
    assert arrived(infra, token) == [], "nobody is woken for it"
    assert run_until(infra, clock, MORNING)[-1] == {"told": 1}
    (message,) = arrived(infra, token)
    assert message["subject"] == "First goal reached"
    assert message["text"] == "You have reached a milestone, and 1 more."
    assert message["data"] == {"url": "/achievements", "kind": "achievement"}
    assert run_until(infra, clock, MORNING + timedelta(minutes=30))[-1] == {}
    assert len(arrived(infra, token)) == 1


@pytest.mark.parametrize(
    ("device", "person", "spanish"),
    [("es-MX", "en", True), (None, "es", True), ("en-GB", "es-ES", False), (None, "en", False)],
)
def test_each_phone_is_told_in_its_language(
    busy: Client, infra: Infra, clock: MovableClock, device: str | None, person: str, spanish: bool
) -> None:
    token = phone(busy, **({"locale": device} if device else {}))
    assert busy.patch("/api/users/me", json={"locale": person}).status_code == 200
    run_until(infra, clock, MIDNIGHT, MORNING)
    (message,) = arrived(infra, token)
    told = ("Primera meta alcanzada", "Tienes un logro nuevo y otro m\u00e1s.")
    assert ((message["subject"], message["text"]) == told) is spanish


def test_the_goal_is_written_down_as_reached(client: Client, busy: Client, infra: Infra, clock: MovableClock) -> None:
    run_until(infra, clock, MIDNIGHT)
    ana = client.signed_in(sign_in(client, email="ana@example.com"))
    (goal,) = ana.get("/api/goals/me").get_json()["items"]
    assert (goal["status"], goal["reached_on"]) == ("reached", "2026-11-23")
    etag = ana.get(f"/api/goals/me/{goal['id']}").headers["ETag"]
    assert etag == '"3"', "made, changed, marked"


def test_two_schedulers_at_once_tell_it_once(busy: Client, infra: Infra, clock: MovableClock) -> None:
    token = phone(busy)
    run_until(infra, clock, MIDNIGHT)
    clock.now = MORNING
    together(*[lambda: reminders.run(infra, MORNING)] * 2)
    assert len(arrived(infra, token)) == 1


def test_quiet_hours_are_kept(busy: Client, infra: Infra, clock: MovableClock) -> None:
    token = phone(busy)
    busy.patch("/api/users/me", json={"quiet_hours": {"start": "22:00", "end": "09:30"}})
    run_until(infra, clock, MIDNIGHT, MORNING)
    assert arrived(infra, token) == []
    run_until(infra, clock, MORNING + timedelta(minutes=90))
    assert len(arrived(infra, token)) == 1


def test_quiet_hours_are_kept_by_who_moved_over_night(
    client: Client, busy: Client, infra: Infra, clock: MovableClock
) -> None:
    token = phone(busy)
    run_until(infra, clock, MIDNIGHT)
    ana = client.signed_in(sign_in(client, email="ana@example.com"))
    there = {"time_zone": "America/Los_Angeles", "quiet_hours": {"start": "22:00", "end": "07:00"}}
    assert ana.patch("/api/users/me", json=there).status_code == 200
    run_until(infra, clock, MORNING)
    assert arrived(infra, token) == [], "it is midnight there"
    run_until(infra, clock, MORNING + timedelta(hours=7))
    assert len(arrived(infra, token)) == 1


def test_a_locked_screen_does_not_show_what_somebody_weighs(
    signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    token = phone(signed_in)
    weight = {"taken_at": "2026-11-23T07:00:00Z", "metric": "weight_kg", "value": 61.5}
    assert signed_in.post("/api/measurements", json=weight).status_code == 201
    entry = {"exercise_id": "barbell-bench-press", "sets": [{"reps": 1, "weight_kg": 62}]}
    body = {"name": "First", "started_at": "2026-11-23T09:00:00Z", "exercises": [entry]}
    assert signed_in.post("/api/workouts", json=body).status_code == 201
    run_until(infra, clock, MIDNIGHT, MORNING)
    (message,) = arrived(infra, token)
    assert message["subject"] == "Bench press: body weight"
    assert "61.5" not in message["text"]


def test_who_does_not_want_it_is_not_told(busy: Client, infra: Infra, clock: MovableClock) -> None:
    token = phone(busy)
    busy.patch("/api/users/me", json={"notifications": {"achievements": False}})
    run_until(infra, clock, MIDNIGHT)
    assert run_until(infra, clock, MORNING)[-1] == {"unwanted": 1}
    assert arrived(infra, token) == []


def test_what_is_a_day_old_is_not_told_any_more(busy: Client, infra: Infra, clock: MovableClock) -> None:
    token = phone(busy)
    run_until(infra, clock, MIDNIGHT)
    clock.now = MORNING + timedelta(days=2)
    assert dict(reminders.run(infra, clock.now).counts)["stale"] == 1
    assert arrived(infra, token) == []


def test_what_was_seen_in_the_app_is_not_pushed(
    client: Client, busy: Client, infra: Infra, clock: MovableClock
) -> None:
    token = phone(busy)
    assert busy.get("/api/achievements/me").get_json()["earned"] == ["first-workout", "first-goal"]
    run_until(infra, clock, MIDNIGHT, MORNING)
    assert arrived(infra, token) == []
    again = client.signed_in(sign_in(client, email="ana@example.com"))
    assert len(again.get("/api/achievements/me").get_json()["items"]) == 2
