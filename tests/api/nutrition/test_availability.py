"""Low energy availability: found over whole days of a lean person who trains, told kindly once a week, and only then."""

from datetime import UTC, date, datetime, time, timedelta

from tests.fixtures.api import START, Client, Json, MovableClock

from fitzen.infra.base import Infra
from fitzen.jobs import digest, reminders
from fitzen.measurements.models import MeasurementIn
from fitzen.measurements.service import measure
from fitzen.nutrition.availability import low_energy_availability
from fitzen.nutrition.models import MealIn
from fitzen.nutrition.service import log_meal
from fitzen.records import loads
from fitzen.today.service import NOTE
from fitzen.web.parsing import check
from fitzen.workouts.models import WorkoutIn
from fitzen.workouts.service import log_workout

TODAY = START.date()
ANA: Json = {"birth_date": "1995-05-17", "sex": "female", "height_cm": 168, "goal": "perform"}


def at(day: date, hour: int) -> str:
    return datetime.combine(day, time(hour), UTC).isoformat()


def live(infra: Infra, client: Client, kcal: float, meals: int = 3, days: int = 6, kg: float = 58) -> None:
    """Eat so much on each of some days, over so many meals, and train an hour and a half that burns 500 kcal."""
    client.patch("/api/users/me", json=ANA)
    weight = {"taken_at": at(TODAY, 6), "metric": "weight_kg", "value": kg}
    measure(infra.store, client.user_id, check(MeasurementIn, weight), START)
    for back in range(1, days + 1):
        day = TODAY - timedelta(days=back)
        for number in range(meals):
            item = {
                "custom": True,
                "name": "Food",
                "amount": 1,
                "unit": "serving",
                "nutrients": {"energy_kcal": kcal / meals},
            }
            meal = {"eaten_at": at(day, 8 + 4 * number), "slot": "lunch", "items": [item]}
            log_meal(infra.store, client.user_id, check(MealIn, meal), START)
        workout = {
            "name": "Run",
            "started_at": at(day, 17),
            "energy_kcal": 500,
            "exercises": [{"exercise_id": "barbell-bench-press", "sets": [{"reps": 5, "weight_kg": 40}]}],
        }
        log_workout(infra.store, client.user_id, check(WorkoutIn, workout), START)


def found(infra: Infra, client: Client) -> Json | None:
    return low_energy_availability(infra.store, client.user_id, START)


def test_too_little_over_whole_days_is_found_with_its_evidence(signed_in: Client, infra: Infra) -> None:
    live(infra, signed_in, 1500)
    said = found(infra, signed_in)
    assert said is not None
    assert (said["days"], said["intake_kcal"], said["exercise_kcal"]) == (6, 1500, 500)
    lean = 58 * (1 - (1.20 * 58 / 1.68**2 + 0.23 * 31.5 - 5.4) / 100)
    assert abs(said["energy_availability"] - 1000 / lean) < 0.3
    assert "Deurenberg" in said["text"]
    assert [each["ref"] for each in said["sources"]][-1] == f"day:{TODAY - timedelta(days=1)}"


def test_enough_food_is_no_matter(signed_in: Client, infra: Infra) -> None:
    live(infra, signed_in, 2200)
    assert found(infra, signed_in) is None


def test_days_that_are_logged_in_part_say_nothing(signed_in: Client, infra: Infra) -> None:
    live(infra, signed_in, 500, meals=1)
    assert found(infra, signed_in) is None
    for back in range(1, 6):
        day = TODAY - timedelta(days=back)
        assert signed_in.put(f"/api/nutrition/days/me/{day}", json={"complete": True}).status_code == 200
    assert found(infra, signed_in) is not None, "marked as whole, they do"


def test_few_days_say_nothing(signed_in: Client, infra: Infra) -> None:
    live(infra, signed_in, 1200, days=4)
    assert found(infra, signed_in) is None


def test_above_a_bmi_of_25_it_is_not_looked_for(signed_in: Client, infra: Infra) -> None:
    live(infra, signed_in, 1500, kg=80)
    assert found(infra, signed_in) is None


def test_the_morning_opens_with_it_and_not_again_for_a_week(
    signed_in: Client, infra: Infra, clock: MovableClock
) -> None:
    live(infra, signed_in, 1500)
    reminders.run(infra, clock.now)
    for hours in (19, 24):
        clock.advance(hours=hours)
        digest.run(infra, clock.now)
    notes = [loads(record.body) for record in infra.store.list(signed_in.user_id, NOTE).items]
    assert [note["topic"] for note in notes if note["topic"] == "energy"] == ["energy"]
    assert "talk to a doctor" in notes[-1]["text"]
