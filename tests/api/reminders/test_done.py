"""Only if it is not done yet: what the day has already is not asked for."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import pytest
from tests.fixtures.api import Client, MovableClock
from tests.fixtures.reminding import arrived, pass_time, phone, remind

from fitzen.infra.base import Infra
from fitzen.infra.storage.base import Put
from fitzen.records import dumps, midnight

WORKOUT = {
    "name": "Push",
    "exercises": [{"exercise_id": "barbell-bench-press", "sets": [{"reps": 5, "weight_kg": 80}]}],
}
HABIT, OTHER = str(uuid4()), str(uuid4())
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


def checked(client: Client, infra: Infra, day: str, habit: str = HABIT, **fields: Any) -> None:
    body = dumps({"day": day, "habit_id": habit, **fields})
    infra.store.write([Put(client.user_id, "checkin", f"{habit}.{day}", body, midnight(day), group=habit)])


def half_done(client: Client, infra: Infra, day: str) -> None:
    habit = dumps({"id": HABIT, "target": {"value": 2000, "unit": "ml"}})
    infra.store.write([Put(client.user_id, "habit", HABIT, habit, midnight(day))])
    checked(client, infra, day, value=1000)


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
        ({"kind": "habit", "target_id": HABIT}, (checked, TODAY), True),
        ({"kind": "habit", "target_id": HABIT}, (checked, YESTERDAY), False),
        ({"kind": "habit", "target_id": OTHER}, (checked, TODAY), False),
        ({"kind": "habit", "target_id": HABIT}, (half_done, TODAY), False),
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


def test_a_check_in_that_was_taken_back_counts_for_nothing(
    signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    remind(signed_in, kind="habit", target_id=HABIT, only_if_not_done=True)
    checked(signed_in, infra, TODAY, cleared=True)
    assert "done" not in pass_time(infra, clock, minutes=30).counts


def test_the_day_is_the_persons(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    """At 12:30 in London it is 01:30 the next day in Auckland: what was logged at noon there is of yesterday."""
    signed_in.patch("/api/users/me", json={"time_zone": "Pacific/Auckland"})
    remind(signed_in, kind="workout", at_local="01:30", only_if_not_done=True)
    worked_out(signed_in, infra, "2026-11-23T10:59:00Z")
    assert "done" not in pass_time(infra, clock, minutes=30).counts
