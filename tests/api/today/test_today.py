"""Today: what the other routes say, in one answer and six reads."""

from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from tests.fixtures.api import Client, Json, MovableClock
from tests.fixtures.counting import CountingStore

from fitzen.demo import fill
from fitzen.habits.models import HabitIn
from fitzen.habits.service import make_habit
from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Put
from fitzen.records import dumps, midnight
from fitzen.reminders.models import ReminderIn
from fitzen.reminders.service import remind
from fitzen.today.service import NOTE, today
from fitzen.users.service import new_user
from fitzen.web.parsing import parse_json

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def get(client: Client) -> Json:
    answer = client.get("/api/users/me/today")
    assert answer.status_code == 200, answer.text
    found: Json = answer.get_json()
    return found


def post(client: Client, path: str, body: Json, status: int = 201) -> Json:
    answer = client.post(path, json=body)
    assert answer.status_code == status, answer.text
    found: Json = answer.get_json()
    return found


def test_of_somebody_new_everything_is_there_and_nothing_is_invented(signed_in: Client) -> None:
    zeros = dict.fromkeys(("energy_kcal", "protein_g", "carbs_g", "fat_g", "fiber_g", "water_ml"), 0.0)
    assert get(signed_in) == {
        "day": "2026-11-23",
        "targets": None,
        "eaten": zeros | {"unknown": {}},
        "next_session": None,
        "habits": [],
        "weight": None,
        "reminders": [],
        "note": None,
        "achievements": [],
        "has_picture": False,
    }


def test_eaten_is_the_sum_of_the_day_and_what_is_unknown_is_not_zero(signed_in: Client) -> None:
    bar = {"custom": True, "name": "Bar", "amount": 1, "unit": "serving", "nutrients": {"energy_kcal": 200.0}}
    for hour in (8, 10):
        body = {"eaten_at": f"2026-11-23T{hour:02}:00:00Z", "slot": "snack", "items": [bar]}
        post(signed_in, "/api/nutrition/meals", body)
    post(signed_in, "/api/nutrition/meals", {"eaten_at": "2026-11-22T23:59:00Z", "slot": "snack", "items": [bar]})
    post(signed_in, "/api/nutrition/water", {"drunk_at": "2026-11-23T09:00:00Z", "ml": 330})
    assert get(signed_in)["eaten"] == {"energy_kcal": 400.0, "water_ml": 330.0, "unknown": {}}


def test_targets_are_those_of_the_summary(signed_in: Client) -> None:
    profile = {"birth_date": "1990-05-01", "sex": "female", "height_cm": 168, "goal": "lose", "activity_level": "light"}
    signed_in.patch("/api/users/me", json=profile)
    for metric, value in (("weight_kg", 70.0), ("body_fat_pct", 28.0)):
        post(signed_in, "/api/measurements", {"taken_at": "2026-11-01T07:00:00Z", "metric": metric, "value": value})
    found = get(signed_in)
    assert found["targets"] is not None
    assert found["targets"] == signed_in.get("/api/nutrition/summary/me").get_json()["targets"]
    assert found["weight"]["latest"] == 70.0


def test_weigh_ins_that_lie_ahead_change_nothing_yet(signed_in: Client) -> None:
    post(signed_in, "/api/measurements", {"taken_at": "2026-11-20T07:00:00Z", "metric": "weight_kg", "value": 70.0})
    before = get(signed_in)
    ahead = {"taken_at": "2026-11-25T07:00:00Z", "metric": "weight_kg", "value": 71.0}
    post(signed_in, "/api/measurements", ahead)
    assert get(signed_in) == before


def test_habits_reminders_note_and_whose_turn_it_is(signed_in: Client, infra: Infra) -> None:
    habit = post(signed_in, "/api/habits", {"name": "Stretch", "schedule": {"type": "daily"}, "start_on": "2026-11-20"})
    signed_in.put(f"/api/habits/me/{habit['id']}/checkins/2026-11-23", json={})
    water = {
        "kind": "water",
        "title": "Drink",
        "at_local": "18:30",
        "days": [1, 2, 3, 4, 5, 6, 7],
        "channels": ["push"],
    }
    late = water | {"title": "Gone", "at_local": "07:00"}
    for body in (water, late):
        post(signed_in, "/api/reminders", body)
    squat = {"exercise_id": "barbell-back-squat", "sets": [{"reps": 5, "weight_kg": 100}]}
    workout = {
        "name": "Legs",
        "started_at": "2026-11-20T18:00:00Z",
        "ended_at": "2026-11-20T18:50:00Z",
        "exercises": [squat],
    }
    workout_id = post(signed_in, "/api/workouts", workout)["id"]
    note = {"text": "You lifted more than ever.", "topic": "record", "sources": [{"label": "Legs", "ref": "workout:1"}]}
    infra.store.write([Put(signed_in.user_id, NOTE, "2026-11-23", dumps(note), midnight("2026-11-23"))])
    found = get(signed_in)
    assert found["habits"] == [{"id": habit["id"], "name": "Stretch", "due": True, "done": True, "streak": 1}]
    assert [(each["title"], each["due_at"]) for each in found["reminders"]] == [("Drink", "2026-11-23T18:30:00+00:00")]
    assert found["next_session"]["name"] == "Legs"
    assert found["next_session"]["minutes"] == 50
    assert found["next_session"]["sources"][0]["ref"] == f"workout:{workout_id}"
    assert found["note"] == {"text": note["text"], "sources": note["sources"]}
    assert signed_in.get("/api/workouts/me/next").get_json()["name"] == "Legs"


def test_a_snoozed_reminder_is_shown_when_it_comes(signed_in: Client) -> None:
    body = {"kind": "custom", "title": "Call", "at_local": "07:00", "days": [1], "channels": ["push"]}
    id_ = post(signed_in, "/api/reminders", body)["id"]
    assert get(signed_in)["reminders"] == []
    assert signed_in.post(f"/api/reminders/me/{id_}/snooze", json={"minutes": 30}).status_code == 200
    assert [each["due_at"] for each in get(signed_in)["reminders"]] == ["2026-11-23T12:30:00+00:00"]


def test_achievements_of_the_last_week(signed_in: Client, clock: MovableClock) -> None:
    workout = {"name": "Legs", "started_at": "2026-11-23T08:00:00Z", "exercises": []}
    squat = {"exercise_id": "barbell-back-squat", "sets": [{"reps": 5, "weight_kg": 100}]}
    post(signed_in, "/api/workouts", workout | {"exercises": [squat]})
    signed_in.get("/api/achievements/me")
    assert "first-workout" in [each["id"] for each in get(signed_in)["achievements"]]
    clock.advance(minutes=1)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Pacific/Apia", "2026-11-24"), ("America/Los_Angeles", "2026-11-22"), ("UTC", "2026-11-23")],
)
def test_the_day_is_the_persons(signed_in: Client, clock: MovableClock, zone: str, day: str) -> None:
    signed_in.patch("/api/users/me", json={"time_zone": zone})
    clock.now = datetime(2026, 11, 23, {"Pacific/Apia": 12, "America/Los_Angeles": 7, "UTC": 23}[zone], tzinfo=UTC)
    signed_in = fresh(signed_in)
    post(signed_in, "/api/nutrition/water", {"drunk_at": f"{day}T09:00:00Z", "ml": 250})
    found = get(signed_in)
    assert (found["day"], found["eaten"]["water_ml"]) == (day, 250.0)


def fresh(client: Client) -> Client:
    """Sign in anew, for a clock that was moved by more than a token lives."""
    answer = client.post("/api/auth/refresh", json={"refresh_token": client.session["refresh_token"]})
    session: Json = {**client.session, **answer.get_json()}
    return client.signed_in(session)


def test_it_is_not_sent_again_while_nothing_changes(signed_in: Client) -> None:
    first = signed_in.get("/api/users/me/today")
    same = signed_in.get("/api/users/me/today", headers={"If-None-Match": first.headers["ETag"]})
    assert (same.status_code, same.data) == (304, b"")
    post(signed_in, "/api/nutrition/water", {"drunk_at": "2026-11-23T09:00:00Z", "ml": 250})
    changed = signed_in.get("/api/users/me/today", headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200


@pytest.mark.parametrize("days", [40, 400])
def test_six_reads_however_long_the_history(days: int) -> None:
    owner = "01a20000-0000-7000-8000-000000000000"
    with closing(CountingStore("sqlite://")) as store:
        store.migrate()
        store.write([new_user(owner, NOW)])
        for _ in fill(store, owner, 1, date(2026, 11, 23), days):
            pass
        daily = {"name": "Stretch", "schedule": {"type": "daily"}, "start_on": "2026-01-01"}
        weekly = {"kind": "custom", "title": "Call", "at_local": "20:00", "days": [1], "channels": ["push"]}
        for _ in range(5):
            make_habit(store, owner, parse_json(HabitIn, dumps(daily)), NOW)
            remind(store, owner, parse_json(ReminderIn, dumps(weekly)), NOW)
        store.reset()
        found = today(store, owner, NOW)
        assert found["next_session"]
        assert found["weight"]
        assert found["targets"]
        assert len(found["habits"]) >= 5
        assert len(found["reminders"]) == 5
        assert store.reads <= 6
