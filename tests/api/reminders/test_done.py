"""Only if it is not done yet: what the day has already is not asked for."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from tests.fixtures.api import Client, Json, MovableClock
from tests.fixtures.reminding import arrived, pass_time, phone, remind

from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Put
from fitzen.records import dumps

WORKOUT = {
    "name": "Push",
    "exercises": [{"exercise_id": "barbell-bench-press", "sets": [{"reps": 5, "weight_kg": 80}]}],
}
TODAY, YESTERDAY = "2026-11-23", "2026-11-22"


def worked_out(client: Client, _infra: Infra, at: str) -> None:
    assert client.post("/api/workouts", json=WORKOUT | {"started_at": at}).status_code == 201


def weighed(client: Client, _infra: Infra, at: str, metric: str = "weight_kg") -> None:
    body = {"taken_at": at, "metric": metric, "value": 71.5}
    assert client.post("/api/measurements", json=body).status_code == 201


def ate(client: Client, infra: Infra, at: str, slot: str = "lunch") -> None:
    eaten = datetime.fromisoformat(at).astimezone(UTC)
    infra.store.write([Put(client.user_id, "meal", str(uuid4()), dumps({"slot": slot}), eaten)])


def drank(client: Client, infra: Infra, at: str) -> None:
    drunk = datetime.fromisoformat(at).astimezone(UTC)
    infra.store.write([Put(client.user_id, "water", str(uuid4()), "{}", drunk)])


def habit_of(client: Client, **fields: Any) -> str:
    body = {"id": str(uuid4()), "name": "Read", "schedule": {"type": "daily"}, "start_on": "2026-11-01"}
    assert client.post("/api/habits", json=body | fields).status_code == 201
    return str(body["id"])


def check_in(client: Client, habit_id: str, day: str, **fields: Any) -> None:
    assert client.put(f"/api/habits/me/{habit_id}/checkins/{day}", json=fields).status_code in (200, 201)


@pytest.mark.parametrize(
    ("fields", "logged", "done"),
    [
        ({"kind": "workout"}, (worked_out, f"{TODAY}T07:00:00Z"), True),
        ({"kind": "workout"}, (worked_out, f"{YESTERDAY}T23:59:00Z"), False),
        ({"kind": "workout"}, (weighed, f"{TODAY}T07:00:00Z"), False),
        ({"kind": "measurement"}, (weighed, f"{TODAY}T07:00:00Z"), True),
        ({"kind": "measurement", "target_id": "weight_kg"}, (weighed, f"{TODAY}T07:00:00Z"), True),
        ({"kind": "measurement", "target_id": "waist_cm"}, (weighed, f"{TODAY}T07:00:00Z"), False),
        ({"kind": "measurement"}, (weighed, f"{YESTERDAY}T07:00:00Z"), False),
        ({"kind": "meal", "target_id": "lunch"}, (ate, f"{TODAY}T11:00:00Z"), True),
        ({"kind": "meal", "target_id": "dinner"}, (ate, f"{TODAY}T11:00:00Z"), False),
        ({"kind": "meal"}, (ate, f"{TODAY}T11:00:00Z"), True),
        ({"kind": "meal"}, (ate, f"{YESTERDAY}T11:00:00Z"), False),
        ({"kind": "water"}, (drank, f"{TODAY}T10:31:00Z"), True),
        ({"kind": "water"}, (drank, f"{TODAY}T10:29:00Z"), False),
    ],
)
def test_done_or_not(
    signed_in: Client, infra: Infra, clock: MovableClock, fields: dict[str, Any], logged: tuple[Any, str], done: bool
) -> None:
    token = phone(signed_in)
    remind(signed_in, only_if_not_done=True, **fields)
    remind(signed_in, title="Anyway", **fields)
    log, when = logged
    log(signed_in, infra, when)
    counts = pass_time(infra, clock, minutes=30).counts
    assert (counts.get("done", 0), counts["sent"]) == (done, 2 - done)
    assert {item["subject"] for item in arrived(infra, token)} == ({"Anyway"} if done else {"Anyway", "Stretch"})


PAGES = {"value": 20.0, "unit": "pages"}


@pytest.mark.parametrize(
    ("habit", "checkin", "done"),
    [
        ({}, {}, True),
        ({}, None, False),
        ({"target": PAGES}, {"value": 19.0}, False),
        ({"target": PAGES}, {"value": 20.0}, True),
        ({"schedule": {"type": "weekdays", "days": [2]}}, None, True),  # it is Monday: not due
    ],
)
def test_a_habit_that_asks_for_nothing_more_is_done(
    signed_in: Client, infra: Infra, clock: MovableClock, habit: Json, checkin: Json | None, done: bool
) -> None:
    habit_id = habit_of(signed_in, **habit)
    check_in(signed_in, habit_id, YESTERDAY, value=20.0)
    if checkin is not None:
        check_in(signed_in, habit_id, TODAY, **checkin)
    remind(signed_in, kind="habit", target_id=habit_id, only_if_not_done=True)
    assert pass_time(infra, clock, minutes=30).counts.get("done", 0) == done


def test_a_check_in_that_was_taken_back_counts_for_nothing(
    signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    habit_id = habit_of(signed_in)
    check_in(signed_in, habit_id, TODAY)
    assert signed_in.delete(f"/api/habits/me/{habit_id}/checkins/{TODAY}").status_code == 204
    remind(signed_in, kind="habit", target_id=habit_id, only_if_not_done=True)
    assert "done" not in pass_time(infra, clock, minutes=30).counts


def test_the_day_is_the_persons(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    """At 12:30 in London it is 01:30 the next day in Auckland: what was logged at noon there is of yesterday."""
    signed_in.patch("/api/users/me", json={"time_zone": "Pacific/Auckland"})
    remind(signed_in, kind="workout", at_local="01:30", only_if_not_done=True)
    worked_out(signed_in, infra, "2026-11-23T10:59:00Z")
    assert "done" not in pass_time(infra, clock, minutes=30).counts


def test_a_habit_is_found_by_its_id_in_capitals(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    token = phone(signed_in)
    habit = habit_of(signed_in)
    made = remind(signed_in, kind="habit", target_id=habit.upper(), only_if_not_done=True)
    assert made["target_id"] == habit
    pass_time(infra, clock, minutes=31)
    assert len(arrived(infra, token)) == 1
