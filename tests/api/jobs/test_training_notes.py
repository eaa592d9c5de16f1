"""The morning's notes on training: told when the log shows it, with its figures, and not again for days."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import uuid4

from tests.fixtures.api import Client, Json, MovableClock

from fitzen.infra.base import Infra
from fitzen.jobs import digest, reminders
from fitzen.records import loads
from fitzen.today.service import NOTE

DAY = timedelta(days=1)


def bench(client: Client, day: date, weight_kg: float) -> None:
    body = {
        "id": str(uuid4()),
        "name": "Push",
        "started_at": f"{day}T10:00:00Z",
        "exercises": [{"exercise_id": "barbell-bench-press", "sets": [{"reps": 5, "weight_kg": weight_kg}] * 3}],
    }
    assert client.post("/api/workouts", json=body).status_code == 201


def measure(client: Client, metric: str, values: list[tuple[date, float]]) -> None:
    items = [{"taken_at": f"{day}T06:00:00Z", "metric": metric, "value": value} for day, value in values]
    assert client.post("/api/measurements/batch", json={"items": items}).status_code in (200, 201)


def mornings(infra: Infra, client: Client, clock: MovableClock, first: date, count: int) -> dict[str, Json]:
    """Let so many mornings come; return what was noted, by day."""
    reminders.run(infra, clock.now)
    for number in range(count):
        clock.now = datetime.combine(first + number * DAY, datetime.min.time(), UTC) + timedelta(hours=7)
        digest.run(infra, clock.now)
    return {record.id: loads(record.body) for record in infra.store.list(client.user_id, NOTE, limit=100).items}


def test_a_lift_that_stands_still_is_noted_once_in_three_weeks(
    signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    today = clock.now.date()
    for number in range(14, 0, -1):
        bench(signed_in, today - 3 * number * DAY + 2 * DAY, 80)
    found = mornings(infra, signed_in, clock, today + DAY, 10)
    plateaus = [each for each in found.values() if each["topic"] == "plateau"]
    assert len(plateaus) == 1
    assert plateaus[0]["text"].startswith("Barbell Bench Press has stood still: over 14 sessions in 39 days")
    assert plateaus[0]["sources"][0]["ref"].startswith("workout:")


def test_who_loses_weight_is_not_told_that_a_lift_stands_still(
    signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    today = clock.now.date()
    signed_in.patch("/api/users/me", json={"goal": "lose"})
    for number in range(14, 0, -1):
        bench(signed_in, today - 3 * number * DAY + 2 * DAY, 80)
    assert "plateau" not in {each["topic"] for each in mornings(infra, signed_in, clock, today + DAY, 3).values()}


def test_a_lift_that_rises_is_no_note(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    today = clock.now.date()
    for number in range(14, 0, -1):
        bench(signed_in, today - 3 * number * DAY + DAY, 100 - 1.25 * number)
    found = mornings(infra, signed_in, clock, today + DAY, 4)
    assert "plateau" not in {each["topic"] for each in found.values()}


def test_signs_of_under_recovery_are_noted_with_what_is_usual(
    signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    random, today = Random(6), clock.now.date()
    days = [today - back * DAY for back in range(48)]
    measure(
        signed_in,
        "resting_hr_bpm",
        [(day, (60 if (today - day).days < 6 else 52) + random.choice([0, 1])) for day in days],
    )
    measure(
        signed_in,
        "sleep_h",
        [(day, (5.5 if (today - day).days < 6 else 7.5) + random.choice([0, 0.5])) for day in days],
    )
    found = mornings(infra, signed_in, clock, today + DAY, 3)
    noted = [each for each in found.values() if each["topic"] == "under-recovery"]
    assert len(noted) == 1
    assert "resting heart rate 60" in noted[0]["text"]
    assert "(usually 52" in noted[0]["text"]
    assert {each["ref"] for each in noted[0]["sources"]} == {"metric:resting_hr_bpm", "metric:sleep_h"}


def test_a_week_as_usual_is_no_note(signed_in: Client, infra: Infra, clock: MovableClock) -> None:
    random, today = Random(6), clock.now.date()
    days = [today - back * DAY for back in range(48)]
    measure(signed_in, "resting_hr_bpm", [(day, 52.0 + random.choice([0, 1, 2])) for day in days])
    measure(signed_in, "sleep_h", [(day, 7.0 + random.choice([0, 0.5, 1])) for day in days])
    assert mornings(infra, signed_in, clock, today + DAY, 3) == {}
